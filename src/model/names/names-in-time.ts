/**
 * What each side called a place in a year: the names that a source dates at or before it. A name whose beginning is
 * not known attests nothing for the past.
 */
import type { PartialDate } from '../story/lines.ts';
import type { DatedName, Gazetteer, Place } from '../types.ts';

/** A date in the Extended Date/Time Format, level 1, as far as `geo/names.csv` uses it: `1855-02-07`, `1738~`, `18XX`. */
export const edtfPattern = /^\d{4}(-\d{2}(-\d{2})?)?[~?%]?$|^\d{3}X$|^\d{2}XX$/;
/** The end of a name that is in use today. */
export const openEnd = '..';

/** The earliest that a date can mean, as a partial date: 1800 for `18XX`. */
export function earliestOf(date: string): PartialDate {
  return date.replace(/[~?%]$/, '').replaceAll('X', '0');
}

/** The latest that it can mean: 1899. */
export function latestOf(date: string): PartialDate {
  return date.replace(/[~?%]$/, '').replaceAll('X', '9');
}

/** For sorting: the older first, by the latest that each can mean. */
export function compareDates(one: string, other: string): number {
  const [first, second] = [latestOf(one), latestOf(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Whether a name held on a day. A date without month and day holds for the whole of its year. */
export function heldOn({ from, to }: Pick<DatedName, 'from' | 'to'>, day: PartialDate): boolean {
  if (latestOf(from) > day) return false;
  return to === null || to === openEnd || day.startsWith(latestOf(to)) || day < latestOf(to);
}

/** From then on they count as ended. */
const endOfSettlements = '1946';

/** The place with the names of a day, `null` for today: of each side the one that began last among those that held. */
export function placeOn(place: Place, day: PartialDate | null): Place {
  if (day === null) return place;
  const held = place.datedNames
    .filter((name) => heldOn(name, day))
    .sort((one, other) => compareDates(one.from, other.from))
    .reverse();
  const ja = held.find((name) => name.party === 'ja');
  const ru = held.find((name) => name.party === 'ru');
  const common = held.find((name) => name.party === null);
  return {
    ...place,
    names: { ja: ja?.name ?? null, ru: ru?.name ?? null, en: common?.name ?? null },
    transcribed: [...(ja?.transcribed ?? []), ...(ru?.transcribed ?? [])],
    // A settlement that ended with the war was there before.
    endedIn1945: place.endedIn1945 && day > endOfSettlements,
  };
}

/** Whether anything is known that the place was called. */
export function isNamed({ names }: Place): boolean {
  return names.ja !== null || names.ru !== null || names.en !== null;
}

/**
 * What the map shows of a day: land, with the names of that day, and points that had one. A point that is asked for
 * is there too, without a name.
 */
export function gazetteerOn<G extends Gazetteer>(
  gazetteer: G,
  day: PartialDate | null,
  asked: string | null = null,
): G {
  if (day === null) return gazetteer;
  const places = gazetteer.places
    .map((place) => placeOn(place, day))
    .filter((place) => place.geometry !== null || place.id === asked || isNamed(place));
  return { ...gazetteer, places };
}

/** The day from which any side is known to have had a name for the place; `null` where nobody dates one. */
export function namedSince({ datedNames }: Place): PartialDate | null {
  return datedNames.map(({ from }) => from).sort(compareDates)[0] ?? null;
}
