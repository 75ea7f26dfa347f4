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

/** What each side calls one place, in any script. */
export interface NamedByBoth {
  readonly ja: readonly string[];
  readonly ru: readonly string[];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/**
 * A name as a pattern: without its word for island, cape or strait, and in Russian with any ending of its case, so that
 * 「択捉」, “Etorofu” and «Итурупа» are found as well as what stands in the table.
 */
function anyFormOf(name: string): readonly string[] {
  const generics =
    /^(?:остров[а]?|островки|скал[аы]|мыс|залив|бухта|пролив|вулкан|гора|озеро|село|посёлок|полуостров)\s+|^(?:ostrova?|skal[ay]|mys|zaliv|bukhta|proliv|vulkan|gora|ozero|poluostrov)\s+|[\s-](?:tō|jima|shima|guntō|misaki|saki|zaki|hana|wan|ko|yama|san|dake|kaikyō|suidō|hantō)$|[\s-](?:то|дзима|сима|гунто|мисаки|саки|дзаки|хана|ван|ко|яма|сан|дакэ|кайкё|суйдо|ханто)$/iu;
  const stem = name.replace(generics, '').replace(/(?:諸島|群島|列島|海峡|水道|半島|火山|[島岬崎鼻湾山岳湖])$/u, '');
  if (stem === '') return [];
  if (/\p{Script=Cyrillic}/u.test(stem))
    return [`(?<!\\p{L})${escaped(stem.replace(/(?:[ыио]й|[оа][ея]|[аеийоуыьяю])$/u, ''))}\\p{L}{0,3}(?!\\p{L})`];
  if (/\p{Script=Latin}/u.test(stem)) return [`(?<!\\p{L})${escaped(stem)}(?!\\p{L})`];
  return [`${escaped(stem)}[諸群列]?[島海峡水道半岬崎鼻湾山岳湖]{0,2}`];
}

const anyOf = (names: readonly string[]) => [...new Set(names.flatMap(anyFormOf))].join('|');

/** Rule 5: of what two sides call one place, neither stands in brackets after the other, in any script or case. */
export function putsNoNameInBrackets(places: readonly NamedByBoth[]): Rule {
  const patterns = [...places, ...words.namedByBoth]
    .map(({ ja, ru }) => [anyOf(ja), anyOf(ru)] as const)
    .filter(([ja, ru]) => ja !== '' && ru !== '')
    .map(([ja, ru]) => {
      const after = (outer: string, inner: string) =>
        `(?:${outer})["”’»」』\\s]*[(（[［【〔][^)）\\]］】〕]{0,12}?(?:${inner})`;
      return new RegExp(`${after(ja, ru)}|${after(ru, ja)}`, 'iu');
    });
  return (text) =>
    /[(（[［【〔]/u.test(text)
      ? patterns.flatMap((pattern) => {
          const [match] = pattern.exec(text) ?? [];
          return match === undefined ? [] : [`“${match}” puts one side's name in brackets after the other's (rule 5)`];
        })
      : [];
}

/** The titles of instruments that stand as their makers wrote them, whoever comes first in them. */
export const officialTitles: readonly string[] = words.officialTitles;

const russiaBeforeJapan = [
  /(?<!\p{L})(?:Russia|Russian Federation|Soviet Union|USSR|Union of Soviet Socialist Republics)(?:[’']s)?\s*(?:and|&|\/|–|-)\s*(?:of )?Japan/iu,
  /(?<!\p{L})(?:Russo|Russian|Soviet)\s*[–-]\s*Japan/iu,
  /(?<!\p{L})(?:Росси\p{L}+|Российск\p{L}+ Федераци\p{L}+|СССР|РФ|Союз\p{L}* ССР|Советск\p{L}+ Союз\p{L}*|Союз\p{L}* Советских Социалистических Республик)\s*(?:и|\/|—|–|-)\s*Япони/iu,
  /(?<!\p{L})(?:русско|российско|советско)\s*[–-]\s*японск/iu,
] as const;

/** Rule 5 for states: in our own words Japan stands before Russia or the Soviet Union, as in the Latin alphabet. */
export const putsJapanFirst: Rule = (text) => {
  const own = officialTitles.reduce((rest, title) => rest.replaceAll(title, ''), withoutQuotations(text));
  return russiaBeforeJapan.flatMap((pattern) => {
    const [match] = pattern.exec(own) ?? [];
    return match === undefined ? [] : [`“${match}” puts Russia before Japan (rule 5)`];
  });
};

/** One name, one form: where two were in use here, one is left. */
export const writesOneForm: Rule = (text) =>
  Object.entries(words.oneForm)
    .filter(([other]) => text.includes(other))
    .map(([other, form]) => `“${other}” is written “${form}” here`);

/** What is drawn without a fill counts as no island; that it is no land would be a statement of law, and a wrong one. */
export const leavesLandToTheLaw: Rule = (text) =>
  [
    /(?<!\p{L})(?:is|are|and|,) no land(?!\p{L})/u,
    /陸地ではない|土地ではない/u,
    /суш[её]й не является|не является суш/iu,
  ]
    .filter((pattern) => pattern.test(withoutQuotations(text)))
    .map(() => `“${text}” says what is land in law (rule 9)`);

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
