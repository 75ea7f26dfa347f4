import en from './reading-strings.en.json' with { type: 'json' };
import ja from './reading-strings.ja.json' with { type: 'json' };
import ru from './reading-strings.ru.json' with { type: 'json' };
import { sayFrom } from './say-from.ts';

export type ReadingString = keyof typeof en;

/** A string of what is read beside the map, which comes after it: popups, lists, passages. `{name}` is replaced by the value given for it. */
export const sayOfReadings = sayFrom<ReadingString>({ en, ja, ru });
