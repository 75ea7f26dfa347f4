/**
 * The naming rule, once: convention × language × kind of place → one or two equal names and, under them, the same in
 * their own script.
 * Style, picture, popup and list only look up what this file gives.
 */

import { type Convention, type Language, type Party, type Place, type PlaceKind, parties } from '../types.ts';
import { type Generic, type GenericScript, generics, type PartedName, partName } from './generics.ts';

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

const islandKinds: ReadonlySet<PlaceKind> = new Set(['group', 'island', 'islet', 'islet_group', 'rock']);

/** The label of a place under a convention, read in a language. */
export function labelOf(place: Place, convention: Convention, language: Language): Label {
  const order = shown(place, convention);
  const primary =
    place.names.en === null
      ? composed(distinct(order.map((party) => readerName(place, party, language))))
      : [commonRun(place, place.names.en, language)];
  return {
    primary,
    secondary: nativeRuns(place, order, primary, language),
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

/**
 * The parties that have a name for the place, in the order of the rule: alphabetical by Latin form, a tie as in
 * `parties`.
 */
export function partiesOf(place: Place): readonly Party[] {
  return parties
    .filter((party) => place.names[party] !== null)
    .sort((first, second) => compareLatin(latinOf(place, first), latinOf(place, second)));
}

/**
 * The Latin form of a party's proper name: without the generic word, and without BGN/PCGN's signs and diaeresis, as
 * atlases letter it.
 */
export function latinOf(place: Place, party: Party): string {
  return partLatin(place, party).proper;
}

/** What a link may call the place: its id and its Latin names in lower case without marks. */
export function slugsOf(place: Place): readonly string[] {
  // The generic word stays in: a bay, a strait and a settlement often share the proper name. Islands are called
  // without.
  const latin = partiesOf(place).map((party) =>
    slug(islandKinds.has(place.kind) ? latinOf(place, party) : atlasSpelling(place.names[party]?.latin ?? '')),
  );
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

/** One party's name for a reader, its generic word still apart. */
interface ReaderName extends PartedName {
  readonly lang: string;
  readonly party: Party;
}

function readerName(place: Place, party: Party, language: Language): ReaderName {
  const { ja, ru } = place.names;
  const whole = (proper: string, lang: string): ReaderName => ({ proper, generic: null, lang, party });
  if (language === 'en')
    return { ...withGeneric(place.kind, 'en', partLatin(place, party)), lang: `${party}-Latn`, party };
  if (language === 'ja') {
    if (party === 'ja') return whole(ja?.native ?? '', 'ja');
    // Where no katakana can be given the name stands in its own script.
    return ru?.kana == null ? whole(ru?.native ?? '', 'ru') : whole(ru.kana, 'ru-Kana');
  }
  if (party === 'ru') return { ...nativeRussian(place.kind, ru?.native ?? ''), lang: 'ru', party };
  if (ja?.cyrillic == null) return whole(ja?.native ?? '', 'ja');
  const name = withGeneric(place.kind, 'ru', partName(place.kind, 'ja-Cyrl', ja.cyrillic));
  // Russian has several words for some kinds (залив, бухта): both names take the one that the Russian name has.
  const russian = ru === null ? null : partName(place.kind, 'ru', ru.native).generic;
  const generic = name.generic === null || russian === null ? name.generic : { ...name.generic, word: russian.word };
  return { proper: name.proper, generic, lang: 'ja-Cyrl', party };
}

/** A transcribed name with the reader's word in place of its own. */
function withGeneric(kind: PlaceKind, language: 'en' | 'ru', name: PartedName): PartedName {
  const { [language]: generic, onlyIfNamed } = generics[kind];
  return { proper: name.proper, generic: onlyIfNamed && name.generic === null ? null : generic };
}

/**
 * A Russian name for a Russian reader keeps its own word, «Кунаширский пролив»; an island goes without, as in every
 * language.
 */
function nativeRussian(kind: PlaceKind, native: string): PartedName {
  const name = partName(kind, 'ru', native);
  return generics[kind].ru === null ? { proper: name.proper, generic: null } : name;
}

function partLatin(place: Place, party: Party): PartedName {
  const script: GenericScript = `${party}-Latn`;
  const { proper, generic } = partName(place.kind, script, place.names[party]?.latin ?? '');
  return { proper: atlasSpelling(proper), generic };
}

function atlasSpelling(latin: string): string {
  return latin.replace(/[’”]/gu, '').replaceAll('ë', 'e').replaceAll('Ë', 'E');
}

/**
 * Two names that carry the same word on the same side share it: “Cape Atoiya / Lovtsova”, “Hitokappu / Kasatka Bay”.
 */
function composed(names: readonly ReaderName[]): readonly NameRun[] {
  return names.map(({ proper, generic, lang, party }, index) => {
    const other = names[1 - index];
    const isShared = names.length === 2 && other !== undefined && sameGeneric(generic, other.generic);
    const text =
      generic?.side === 'before' && !(isShared && index === 1)
        ? `${generic.word} ${proper}`
        : generic?.side === 'after' && !(isShared && index === 0)
          ? `${proper} ${generic.word}`
          : proper;
    return { text, lang, party };
  });
}

function sameGeneric(first: Generic | null, second: Generic | null): boolean {
  return first?.word === second?.word && first?.side === second?.side;
}

/** The same names in the parties' own scripts; not the one that the reader has already read in it. */
function nativeRuns(
  place: Place,
  order: readonly Party[],
  primary: readonly NameRun[],
  language: Language,
): readonly NameRun[] {
  const written = new Set(primary.map((run) => run.text));
  return order.flatMap((party) => {
    const text = place.names[party]?.native;
    return text === undefined || party === language || written.has(text) ? [] : [{ text, lang: party, party }];
  });
}

function distinct(names: readonly ReaderName[]): readonly ReaderName[] {
  return names.filter(
    (name, index) =>
      names.findIndex((other) => other.proper === name.proper && sameGeneric(other.generic, name.generic)) === index,
  );
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
