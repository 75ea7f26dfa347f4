import type { Language } from '../model/types.ts';
import { fillIn } from './fill-in.ts';
import en from './strings.en.json' with { type: 'json' };
import ja from './strings.ja.json' with { type: 'json' };
import ru from './strings.ru.json' with { type: 'json' };

export type StringKey = keyof typeof en;

const tables: Readonly<Record<Language, Readonly<Record<StringKey, string>>>> = { en, ja, ru };

/** A string of the interface, with `{name}` replaced by the value given for it. */
export function say(language: Language, key: StringKey, values: Readonly<Record<string, string>> = {}): string {
  return fillIn(tables[language][key], values);
}
