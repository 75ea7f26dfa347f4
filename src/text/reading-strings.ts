import type { Language } from '../model/types.ts';
import { fillIn } from './fill-in.ts';
import en from './reading-strings.en.json' with { type: 'json' };
import ja from './reading-strings.ja.json' with { type: 'json' };
import ru from './reading-strings.ru.json' with { type: 'json' };

export type ReadingString = keyof typeof en;

const tables: Readonly<Record<Language, Readonly<Record<ReadingString, string>>>> = { en, ja, ru };

/** A string of what is read beside the map, which comes after it: popups, lists, passages. `{name}` is replaced by the value given for it. */
export function sayOfReadings(
  language: Language,
  key: ReadingString,
  values: Readonly<Record<string, string>> = {},
): string {
  return fillIn(tables[language][key], values);
}
