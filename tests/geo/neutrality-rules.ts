/**
 * The house rules of neutrality that a program can check, as functions from a string to its faults. The words stand in
 * `forbidden-words.json`.
 */
import { phrase } from '../unit/neutral-words.ts';
import words from './forbidden-words.json' with { type: 'json' };

/** A string that a reader can meet, and where it stands. */
export interface Shown {
  readonly where: string;
  readonly text: string;
}

type Rule = (text: string) => readonly string[];

const phrases = (list: readonly string[]) => list.map((text) => ({ text, pattern: phrase(text) }));
const found = (list: ReturnType<typeof phrases>, text: string) =>
  list.filter(({ pattern }) => pattern.test(text)).map((item) => item.text);

const forbidden = phrases(Object.values(words.forbidden).flat());
const collective = { ja: phrases(words.collective.ja), ru: phrases(words.collective.ru) };
const border = { words: phrases(words.border.words), owners: phrases(words.border.owners) };

/** Names of organisations are theirs, not ours. */
function withoutProperNames(text: string): string {
  return words.collective.properNames.reduce((rest, name) => rest.replaceAll(name, ''), text);
}

/** What stands in quotation marks is somebody else's. */
function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»/gu, '');
}

/** Rule 4: words that take a side are not ours. */
export const takesNoSide: Rule = (text) =>
  found(forbidden, withoutProperNames(withoutQuotations(text))).map((word) => `“${word}” takes a side (rule 4)`);

/** Rule 3: the two collective names only together. */
export const namesBothCollectives: Rule = (text) => {
  const rest = withoutProperNames(text);
  const [ja, ru] = [found(collective.ja, rest), found(collective.ru, rest)];
  return ja.length > 0 === ru.length > 0 ? [] : [`“${[...ja, ...ru].join('”, “')}” without the other side's (rule 3)`];
};

/** Rule 3: a title uses neither. */
export const titleUsesNeither: Rule = (text) =>
  [...found(collective.ja, text), ...found(collective.ru, text)].map((name) => `“${name}” in a title (rule 3)`);

/** Rule 3: ids, file names and layer names use neither, in Latin letters either. */
export const nameUsesNeither: Rule = (name) => {
  const slug = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return [
    ...words.collective.inNames.filter((part) => slug.includes(part)),
    ...titleUsesNeither(name.replace(/[-_]/gu, ' ')),
  ].map((part) => `“${part}” in a name of ours (rule 3)`);
};

/** Rule 7: a border, sentence by sentence, has an owner. */
export const borderHasOwner: Rule = (text) =>
  // The name of a service draws no line.
  words.border.notMeant
    .reduce((rest, name) => rest.replaceAll(name, ''), withoutQuotations(text))
    .split(/(?<=[.!?。！？])\s*/u)
    .filter((sentence) => found(border.words, sentence).length > 0 && found(border.owners, sentence).length === 0)
    .map((sentence) => `“${sentence}” names a border without its owner (rule 7)`);

/** The two names of a place, in one script. */
export interface Pair {
  readonly first: string;
  readonly second: string;
}

/** Rule 5: two names stand with a spaced slash, never one in brackets, and in the order of the pair. */
export function namesAreEqual(pairs: readonly Pair[]): Rule {
  return (text) =>
    pairs
      .filter(({ first, second }) => text.includes(first) && text.includes(second))
      .flatMap(({ first, second }) => [
        ...[
          [first, second],
          [second, first],
        ].flatMap(([outer, inner]) =>
          new RegExp(`${outer}\\s*[(\\[（［]\\s*${inner}(?!\\p{L})`, 'u').test(text)
            ? [`“${inner}” stands in brackets after “${outer}” (rule 5)`]
            : [],
        ),
        ...(new RegExp(`(?<!\\p{L})${second}\\s*/\\s*${first}(?!\\p{L})`, 'u').test(text)
          ? [`“${second} / ${first}” is not in alphabetical order (rule 5)`]
          : []),
        ...(new RegExp(`(?<!\\p{L})${first}(?:/| /|/ )(?! )${second}(?!\\p{L})`, 'u').test(text)
          ? [`“${first}” and “${second}” need a spaced slash (rule 5)`]
          : []),
      ]);
}

/** Every string inside decoded JSON but coordinates, addresses and what is told as somebody else's. */
export function stringsIn(value: unknown, where: string): readonly Shown[] {
  if (typeof value === 'string') return value.startsWith('http') ? [] : [{ where, text: value }];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => stringsIn(item, `${where}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    words.attributedKeys.includes(key) || key === 'coordinates' ? [] : stringsIn(item, `${where}.${key}`),
  );
}

/** The faults of many strings, one line each, with where it stands. */
export function faultsIn(shown: readonly Shown[], ...rules: readonly Rule[]): readonly string[] {
  return shown.flatMap(({ where, text }) => rules.flatMap((rule) => rule(text).map((fault) => `${where}: ${fault}`)));
}
