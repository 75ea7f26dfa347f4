import en from './reading-strings.en.json' with { type: 'json' };
import ja from './reading-strings.ja.json' with { type: 'json' };
import ru from './reading-strings.ru.json' with { type: 'json' };
import { sayFrom, type Tables } from './say-from.ts';

export type ReadingString = keyof typeof en;

export const readingTables: Tables<ReadingString> = { en, ja, ru };

/**
 * A string of what is read beside the map, which comes after it: popups, lists, passages. `{name}` is replaced by the
 * value given for it.
 */
export const sayOfReadings = sayFrom(readingTables);
