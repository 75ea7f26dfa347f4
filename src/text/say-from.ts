import type { Language } from '../model/types.ts';

/** A text with every `{name}` in it replaced by the value given for it; a name without a value stays. */
function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The texts of one part of the interface, by language and key. */
export type Tables<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** What says a text of `tables`, with `{name}` replaced by the value given for it. */
export function sayFrom<Key extends string>(
  tables: Tables<Key>,
): (language: Language, key: Key, values?: Readonly<Record<string, string>>) => string {
  return (language, key, values = {}) => fillIn(tables[language][key], values);
}
