/** The dates of `geo/names.csv` as the timespans of the Linked Places Format. */
import { earliestOf, latestOf, openEnd } from '../../src/model/names/names-in-time.ts';
import type { Attestation } from '../../src/model/types.ts';
import { readThrough } from './edition.ts';

/** A moment: exactly, or between two; each as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Moment {
  readonly in?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

type Certainty = 'less-certain' | 'uncertain';

export interface When {
  /** Where there is no end, the span is the interval that its start describes. */
  readonly timespans: readonly { readonly start: Moment; readonly end?: Moment }[];
  readonly certainty?: Certainty;
}

const thisYear = readThrough.slice(0, 4);

/** What is here now, whenever it began. */
export const present: When = { timespans: [{ start: { latest: thisYear }, end: { earliest: thisYear } }] };

/** What ended in a year, whenever it began. */
export function endedIn(year: string): When {
  return { timespans: [{ start: { latest: year }, end: { in: year } }] };
}

/**
 * When a name held, as far as its source says; `null` where it says nothing. An official name begins on its date. Of
 * one that is in use the date is that of the earliest source, and it may be older.
 */
export function whenOf({ from, to, kind }: Pick<Attestation, 'from' | 'to' | 'kind'>): When | null {
  if (from === null) return to === openEnd ? present : to === null ? null : endedIn(yearsOf(to).latest);
  const began = yearsOf(from);
  const isExact = began.earliest === began.latest;
  const attested: Moment = isExact ? { in: began.earliest } : began;
  const start: Moment = kind === 'official' ? attested : { latest: began.latest };
  const certainty = certaintyOf([from, to ?? '']);
  return {
    timespans: [
      to === null
        ? { start: attested }
        : { start, end: to === openEnd ? { earliest: thisYear } : { in: yearsOf(to).latest } },
    ],
    ...(certainty === null ? {} : { certainty }),
  };
}

/** The bounds of a date in the Extended Date/Time Format: 1800 and 1899 for `18XX`. */
function yearsOf(date: string): { readonly earliest: string; readonly latest: string } {
  return { earliest: earliestOf(date), latest: latestOf(date) };
}

/** `~` is approximate, `?` uncertain, `%` both. */
function certaintyOf(dates: readonly string[]): Certainty | null {
  if (dates.some((date) => /[?%]$/.test(date))) return 'uncertain';
  return dates.some((date) => date.endsWith('~')) ? 'less-certain' : null;
}
