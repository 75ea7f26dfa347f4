/** Finds places by any of their names, in any script, as a reader may write it. */

import type { Party, Place, PlaceKind } from '../types.ts';
import { foldName, splitGenerics } from './fold-name.ts';
import { latinOf } from './names.ts';

const han = /\p{sc=Han}/u;

/** One name by which a place can be found. */
export interface SearchName {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  readonly origin: Party | 'ain' | 'en' | 'old';
}

export interface FoundPlace {
  readonly place: Place;
  /** How well it fits; smaller is better. */
  readonly rank: number;
  /** The name that fits best; `null` where it was the id alone. */
  readonly name: SearchName | null;
}

/** What a reader wrote, made ready to be compared with many names. */
export interface Query {
  readonly full: string;
  /** Without generic words; empty where there is nothing else. */
  readonly core: string;
  /** The kinds of place that its generic words stand for; empty where it has none. */
  readonly kinds: ReadonlySet<PlaceKind>;
  /** A single letter is too little to be looked for inside words; a single Chinese character is not. */
  readonly inside: boolean;
}

/** `null` where nothing was written that can be looked for. */
export function parseQuery(text: string): Query | null {
  // Half a syllable of an input method that turns Latin letters into kana, as in “えt”.
  const finished = text.normalize('NFKC').replace(/([\p{sc=Hiragana}\p{sc=Katakana}ー])[a-z]+$/u, '$1');
  const words = foldName(finished);
  const full = words.join('');
  if (full === '') return null;
  const { core, kinds } = splitGenerics(words);
  return { full, core: core.join(''), kinds, inside: full.length > 1 || han.test(full) };
}

/** A name made ready to be compared: the rest of it from each of its words on, and the same without generic words. */
interface FoldedName {
  readonly full: readonly string[];
  readonly core: readonly string[];
}

interface IndexedPlace {
  readonly place: Place;
  readonly id: FoldedName;
  readonly names: readonly { readonly name: SearchName; readonly folded: FoldedName }[];
}

/** Every place with its names folded, once for many queries. */
export type SearchIndex = readonly IndexedPlace[];

export function indexPlaces(places: readonly Place[]): SearchIndex {
  return places.map((place) => ({
    place,
    id: folded(place.id),
    names: namesOf(place).map((name) => ({ name, folded: folded(name.text) })),
  }));
}

/**
 * The places that have a fitting name, best first; those that fit alike stay in the order given. Where the query says
 * what kind of place is meant, that kind comes first among them; a query that says nothing else finds the whole kind.
 */
export function searchPlaces(index: SearchIndex, query: Query): readonly FoundPlace[] {
  return index
    .flatMap(({ place, id, names }): FoundPlace[] => {
      const fitting = names
        .flatMap(({ name, folded: words }) => {
          const rank = rankFolded(query, words);
          // An Ainu or an old form is no better than a present name but for its generic word.
          return rank === null ? [] : [{ name, rank: isPresent(name) ? rank : Math.max(rank, 1) }];
        })
        .sort((first, second) => first.rank - second.rank);
      const [best] = fitting;
      const meant = query.kinds.has(place.kind);
      const rank = Math.min(best?.rank ?? Number.POSITIVE_INFINITY, rankFolded(query, id) ?? Number.POSITIVE_INFINITY);
      const otherKind = query.kinds.size > 0 && !meant ? 0.5 : 0;
      if (rank < Number.POSITIVE_INFINITY) return [{ place, rank: rank + otherKind, name: best?.name ?? null }];
      return meant && saysOnlyKind(query) ? [{ place, rank: 5, name: null }] : [];
    })
    .sort((first, second) => first.rank - second.rank);
}

/** Whether a query finds a name. */
export function fits(query: Query, name: string): boolean {
  return rankFolded(query, folded(name)) !== null;
}

/**
 * How well a name fits: 0 it is the name · 1 it is the name but for generic words · 2 the name begins with it · 3 a
 * later word begins with it · 4 it stands somewhere inside · `null` it does not fit.
 */
function rankFolded(query: Query, { full, core }: FoldedName): number | null {
  if (full[0] === query.full) return 0;
  const ranks = [rankTails(query.full, full, query.inside)];
  if (query.core !== '')
    ranks.push(rankTails(query.core, full, query.inside), rankTails(query.core, core, query.inside));
  const best = Math.min(...ranks);
  return best === Number.POSITIVE_INFINITY ? null : best;
}

function rankTails(query: string, tails: readonly string[], inside: boolean): number {
  const [whole = ''] = tails;
  if (whole === query) return 1;
  if (whole.startsWith(query)) return 2;
  if (tails.some((tail) => tail.startsWith(query))) return 3;
  return inside && whole.includes(query) ? 4 : Number.POSITIVE_INFINITY;
}

function folded(name: string): FoldedName {
  const words = foldName(name);
  return { full: tailsOf(words), core: tailsOf(splitGenerics(words).core) };
}

function tailsOf(words: readonly string[]): readonly string[] {
  return words.map((_word, index) => words.slice(index).join(''));
}

function isPresent({ origin }: SearchName): boolean {
  return origin !== 'ain' && origin !== 'old';
}

/** Whether the query is a generic word and no longer the beginning of a name, as “to” is of “Tōfutsu”. */
function saysOnlyKind(query: Query): boolean {
  return query.core === '' && (query.full.length > 2 || han.test(query.full));
}

/** Every name that the data has for a place, in every script. */
function namesOf(place: Place): readonly SearchName[] {
  const { ja, ru, en } = place.names;
  const name = (text: string | null, lang: string, origin: SearchName['origin']) =>
    text === null ? [] : [{ text, lang, origin }];
  return [
    ...(ja === null
      ? []
      : [
          ...name(ja.native, 'ja', 'ja'),
          ...name(latinOf(place, 'ja'), 'ja-Latn', 'ja'),
          ...name(ja.latin, 'ja-Latn', 'ja'),
          ...name(ja.kana, 'ja-Hira', 'ja'),
          ...name(ja.cyrillic, 'ja-Cyrl', 'ja'),
        ]),
    ...(ru === null
      ? []
      : [
          ...name(ru.native, 'ru', 'ru'),
          ...name(latinOf(place, 'ru'), 'ru-Latn', 'ru'),
          ...name(ru.latin, 'ru-Latn', 'ru'),
          ...name(ru.kana, 'ru-Kana', 'ru'),
        ]),
    ...name(en, 'en', 'en'),
    ...name(place.ainuName, 'ain', 'ain'),
    ...place.oldNames.flatMap((old) => name(old, scriptTag(old), 'old')),
  ];
}

/** An old name is written in one script, and that is all that is known of its language. */
function scriptTag(name: string): string {
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name)) return 'ja';
  return /\p{sc=Cyrillic}/u.test(name) ? 'ru' : 'und-Latn';
}
