import { sayFrom, type Tables } from './say-from.ts';
import en from './strings.en.json' with { type: 'json' };
import ja from './strings.ja.json' with { type: 'json' };
import ru from './strings.ru.json' with { type: 'json' };

export type StringKey = keyof typeof en;

export const tables: Tables<StringKey> = { en, ja, ru };

/** A string of the interface, with `{name}` replaced by the value given for it. */
export const say = sayFrom(tables);
