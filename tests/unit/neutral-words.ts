/** The words that neutrality keeps out of our own voice, from the one file that lists them, as patterns. */
import words from '../geo/forbidden-words.json' with { type: 'json' };

/**
 * A phrase at the start of a word, whatever its case; `*` is the rest of a word, so that “return* the island*” finds no
 * fault with “return to the list”.
 * Japanese has no words to start.
 */
export function phrase(text: string): RegExp {
  const pattern = text
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s+'))
    .join('\\p{L}*');
  const end = text.endsWith('*') ? '' : '(?!\\p{L})';
  return /\p{Script=Han}|\p{Script=Katakana}/u.test(text)
    ? new RegExp(pattern, 'iu')
    : new RegExp(`(?<!\\p{L})${pattern}${end}`, 'iu');
}

const anyOf = (list: readonly string[]) => new RegExp(list.map((text) => phrase(text).source).join('|'), 'iu');

/** Words that take a side, by language, and a border without an owner in any. */
export const forbiddenWords: Readonly<Record<string, readonly RegExp[]>> = Object.fromEntries(
  Object.entries(words.forbidden).map(([language, list]) => [language, [...list, ...words.border.words].map(phrase)]),
);

const collective = [anyOf(words.collective.ja), anyOf(words.collective.ru)] as const;

/** The two collective names, which may stand only together. */
export const collectiveNames: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  en: collective,
  ja: collective,
  ru: collective,
};
