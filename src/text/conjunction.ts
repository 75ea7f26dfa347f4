import type { Language } from '../model/types.ts';

const signs = {
  en: { between: ', ', last: ' and ' },
  ja: { between: '、', last: '、' },
  ru: { between: ', ', last: ' и ' },
} as const satisfies Readonly<Record<Language, unknown>>;

/**
 * Words in a row, as a sentence has them. What it says is what `Intl.ListFormat` says, whose data a browser reads for
 * tens of milliseconds when it is first asked: before the first picture, that is a long task.
 */
export function conjunction(language: Language, words: readonly string[]): string {
  const { between, last } = signs[language];
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(between)}${last}${words.slice(-1).join('')}`;
}
