/**
 * The naming rule, once: convention × language → one or two equal names and, under them, the same in their own script.
 * Style, picture, popup and list only look up what this file gives.
 */
import { type Convention, type Language, type Party, type Place, type PlaceKind, parties } from './types.ts';

/** A stretch of text in one language: `lang` is a BCP 47 tag. */
export interface NameRun {
  readonly text: string;
  readonly lang: string;
  /** `null` for a name that belongs to neither side. */
  readonly party: Party | null;
}

export interface Label {
  /** In the reader's script: one name, or two equals in alphabetical order of their Latin forms. */
  readonly primary: readonly NameRun[];
  /** In the parties' own scripts, where that says something new. */
  readonly secondary: readonly NameRun[];
  /** Only one side's name is known: the label carries a dagger. */
  readonly oneSided: boolean;
}

export const nameSeparator = ' / ';
export const oneSidedMark = '†';

/** Words that say what a thing is, dropped from the transcribed names of islands, where the map itself says it. */
const islandGenerics: Readonly<Record<'ja-Latn' | 'ja-Cyrl' | 'ru-Latn', RegExp>> = {
  'ja-Latn': /[-\s](?:tō|jima|shima|guntō|rettō)$/iu,
  'ja-Cyrl': /-(?:то|дзима|сима|гунто|рэтто)$/iu,
  'ru-Latn': /^(?:ostrova?|skal[ay])\s+/iu,
};

const islandKinds: ReadonlySet<PlaceKind> = new Set(['group', 'island', 'islet', 'islet_group', 'rock']);

/** The label of a place under a convention, read in a language. */
export function labelOf(place: Place, convention: Convention, language: Language): Label {
  const order = shown(place, convention);
  const primary =
    place.names.en === null
      ? distinct(order.map((party) => readerRun(place, party, language)))
      : [commonRun(place, place.names.en, language)];
  return {
    primary,
    secondary: nativeRuns(place, order, primary),
    oneSided: place.names.en === null && partiesOf(place).length === 1,
  };
}

/** The first line of a label as plain text, as the map letters it. */
export function primaryText(label: Label): string {
  return label.primary.map((run) => run.text).join(nameSeparator) + (label.oneSided ? oneSidedMark : '');
}

/** The second line of a label as plain text; empty where there is none. */
export function secondaryText(label: Label): string {
  return label.secondary.map((run) => run.text).join(nameSeparator);
}

/** The parties that have a name for the place, in the order of the rule: alphabetical by Latin form, a tie as in `parties`. */
export function partiesOf(place: Place): readonly Party[] {
  return parties
    .filter((party) => place.names[party] !== null)
    .sort((first, second) => compareLatin(latinOf(place, first), latinOf(place, second)));
}

/** The short Latin form of a party's name: without the generic word, and without BGN/PCGN's signs and diaeresis, as atlases letter it. */
export function latinOf(place: Place, party: Party): string {
  const { ja, ru } = place.names;
  if (party === 'ja') return ja === null ? '' : shorten(place.kind, 'ja-Latn', ja.latin);
  return ru === null
    ? ''
    : shorten(place.kind, 'ru-Latn', ru.latin).replace(/[’”]/gu, '').replaceAll('ë', 'e').replaceAll('Ë', 'E');
}

/** What a link may call the place: its id and its Latin names in lower case without marks. */
export function slugsOf(place: Place): readonly string[] {
  const latin = partiesOf(place).map((party) => slug(latinOf(place, party)));
  return [...new Set([place.id, ...latin])].filter((name) => name !== '');
}

/** Resolves an id or another Latin name of a place (`iturup`) to the place. */
export function findPlace(places: readonly Place[], name: string): Place | null {
  const wanted = slug(name);
  return places.find((place) => place.id === wanted) ?? places.find((place) => slugsOf(place).includes(wanted)) ?? null;
}

function shown(place: Place, convention: Convention): readonly Party[] {
  const named = partiesOf(place);
  if (convention === 'both') return named;
  return named.includes(convention) ? [convention] : named;
}

/** A name on which the sides do not differ but in language, such as an ocean's: read in the reader's own. */
function commonRun({ names }: Place, english: string, language: Language): NameRun {
  if (language === 'ja' && names.ja !== null) return { text: names.ja.native, lang: 'ja', party: null };
  if (language === 'ru' && names.ru !== null) return { text: names.ru.native, lang: 'ru', party: null };
  return { text: english, lang: 'en', party: null };
}

function readerRun(place: Place, party: Party, language: Language): NameRun {
  const { ja, ru } = place.names;
  if (party === 'ja' && ja !== null) {
    if (language === 'ja') return { text: ja.native, lang: 'ja', party };
    if (language === 'ru' && ja.cyrillic !== null)
      return { text: shorten(place.kind, 'ja-Cyrl', ja.cyrillic), lang: 'ja-Cyrl', party };
  }
  if (party === 'ru' && ru !== null) {
    if (language === 'ru') return { text: ru.native, lang: 'ru', party };
    if (language === 'ja' && ru.kana !== null) return { text: ru.kana, lang: 'ru-Kana', party };
  }
  // A transcription that nobody has published is not made up: the name then stands in its own script.
  const native = place.names[party]?.native;
  if (language !== 'en' && native !== undefined) return { text: native, lang: party, party };
  return { text: latinOf(place, party), lang: `${party}-Latn`, party };
}

function nativeRuns(place: Place, order: readonly Party[], primary: readonly NameRun[]): readonly NameRun[] {
  const written = new Set(primary.map((run) => run.text));
  return order.flatMap((party) => {
    const text = place.names[party]?.native;
    return text === undefined || written.has(text) ? [] : [{ text, lang: party, party }];
  });
}

function distinct(runs: readonly NameRun[]): readonly NameRun[] {
  return runs.filter((run, index) => runs.findIndex((other) => other.text === run.text) === index);
}

function shorten(kind: PlaceKind, script: keyof typeof islandGenerics, name: string): string {
  if (!islandKinds.has(kind)) return name;
  const short = name.replace(islandGenerics[script], '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function compareLatin(first: string, second: string): number {
  const [one, two] = [slug(first), slug(second)];
  return one < two ? -1 : one > two ? 1 : 0;
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
