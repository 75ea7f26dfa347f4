import type { Localised } from '../types.ts';
import type { PartialDate } from './lines.ts';

/** What stood in the data and was wrong, and what stands there since. */
export interface Correction {
  /** The day of the correction. */
  readonly date: PartialDate;
  /** The place that it concerns; `null` where it concerns none, or several. */
  readonly place: string | null;
  readonly wrong: Localised;
  readonly right: Localised;
  /** Ids of the sources that show what is right, at least one. */
  readonly sources: readonly string[];
}

/** The latest first; those of one day in the order of the file. */
export function latestFirst(corrections: readonly Correction[]): readonly Correction[] {
  return [...corrections].sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
}
