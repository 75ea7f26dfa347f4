/**
 * The generic words of place names (island, cape, strait …): how a name carries them in each script, and what an
 * English or a Russian reader gets instead.
 * Islands drop theirs, because the map itself shows that they are islands; so does a rock.
 */
import type { PlaceKind } from '../types.ts';

/** Scripts in which a generic word is told apart from the proper name. Names in Japanese script keep theirs: 択捉島. */
export type GenericScript = 'ja-Latn' | 'ja-Cyrl' | 'ru-Latn' | 'ru';

/** A generic word as a reader's language has it, and on which side of the proper name it stands. */
export interface Generic {
  readonly word: string;
  readonly side: 'before' | 'after';
}

interface KindGenerics {
  /** What English writes with a name of this kind; `null` where the name stands alone. */
  readonly en: Generic | null;
  /** The same in Russian, for a Japanese name in Cyrillic. A Russian name keeps the word it has. */
  readonly ru: Generic | null;
  /** The words are written only with a name that carries one itself: not every region is a peninsula. */
  readonly onlyIfNamed: boolean;
  /** The words that names of this kind carry, for a regular expression. */
  readonly words: Readonly<Record<GenericScript, string>>;
}

const before = (word: string): Generic => ({ word, side: 'before' });
const after = (word: string): Generic => ({ word, side: 'after' });
const bare = { en: null, ru: null, onlyIfNamed: false } as const;

const islands: KindGenerics = {
  ...bare,
  words: {
    'ja-Latn': 'tō|jima|shima|guntō|shotō|rettō|iwa',
    'ja-Cyrl': 'то|дзима|сима|гунто|сёто|рэтто|ива',
    'ru-Latn': 'ostrova?|skal[ay]',
    ru: 'острова?|скал[аы]',
  },
};

const without: KindGenerics = { ...bare, words: { 'ja-Latn': '', 'ja-Cyrl': '', 'ru-Latn': '', ru: '' } };

export const generics: Readonly<Record<PlaceKind, KindGenerics>> = {
  group: islands,
  island: islands,
  islet: islands,
  islet_group: islands,
  rock: islands,
  settlement: without,
  sea: without,
  region: {
    en: after('Peninsula'),
    ru: before('полуостров'),
    onlyIfNamed: true,
    words: { 'ja-Latn': 'hantō', 'ja-Cyrl': 'ханто', 'ru-Latn': 'poluostrov', ru: 'полуостров' },
  },
  peak: {
    en: before('Mount'),
    ru: before('гора'),
    onlyIfNamed: false,
    words: {
      'ja-Latn': 'san|zan|yama|dake|take',
      'ja-Cyrl': 'сан|дзан|яма|дакэ|такэ',
      'ru-Latn': 'vulkan|gora',
      ru: 'вулкан|гора',
    },
  },
  cape: {
    en: before('Cape'),
    ru: before('мыс'),
    onlyIfNamed: false,
    words: {
      'ja-Latn': 'misaki|saki|zaki|hana|bana',
      'ja-Cyrl': 'мисаки|саки|дзаки|хана|бана',
      'ru-Latn': 'mys',
      ru: 'мыс',
    },
  },
  bay: {
    en: after('Bay'),
    ru: before('залив'),
    onlyIfNamed: false,
    words: { 'ja-Latn': 'wan', 'ja-Cyrl': 'ван', 'ru-Latn': 'zaliv|bukhta', ru: 'залив|бухта' },
  },
  strait: {
    en: after('Strait'),
    ru: before('пролив'),
    onlyIfNamed: false,
    words: { 'ja-Latn': 'kaikyō|suidō', 'ja-Cyrl': 'кайкё|суйдо', 'ru-Latn': 'proliv', ru: 'пролив' },
  },
  lake: {
    en: before('Lake'),
    ru: before('озеро'),
    onlyIfNamed: false,
    words: { 'ja-Latn': 'ko|numa', 'ja-Cyrl': 'ко|нума', 'ru-Latn': 'ozero', ru: 'озеро' },
  },
  airport: {
    en: after('Airport'),
    ru: before('аэропорт'),
    onlyIfNamed: false,
    words: { 'ja-Latn': 'kūkō', 'ja-Cyrl': 'куко', 'ru-Latn': 'aeroport', ru: 'аэропорт' },
  },
};

/** A name taken apart: the proper name with a capital, and the generic word it carried, if any. */
export interface PartedName {
  readonly proper: string;
  readonly generic: Generic | null;
}

/**
 * Takes the generic word off a name. In Japanese names it comes last, joined by a hyphen or a space; in Russian ones it
 * stands first or last.
 */
export function partName(kind: PlaceKind, script: GenericScript, name: string): PartedName {
  const words = generics[kind].words[script];
  if (words === '') return { proper: name, generic: null };
  const isRussian = script === 'ru' || script === 'ru-Latn';
  const first = isRussian ? new RegExp(`^(${words})\\s+`, 'iu').exec(name) : null;
  if (first !== null) return { proper: capitalised(name.slice(first[0].length)), generic: before(first[1] ?? '') };
  const last = new RegExp(`${isRussian ? '\\s+' : '[-\\s]'}(${words})$`, 'iu').exec(name);
  return last === null
    ? { proper: name, generic: null }
    : { proper: name.slice(0, last.index), generic: after(last[1] ?? '') };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
