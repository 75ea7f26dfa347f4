/** The lines that somebody holds, and which of them a view shows. */
import { type Convention, type LngLat, type Localised, type Party, parties } from '../types.ts';

/** A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the source is. Gregorian, where nothing else is said. */
export type PartialDate = string;

/** `parallel`: the text gives the degree; `strait`: it names the shores only, and the vertices are an illustration. */
export const linePrecisions = ['parallel', 'strait'] as const;
export type LinePrecision = (typeof linePrecisions)[number];

/** A line that somebody holds. It has no other standing. */
export interface Line {
  readonly id: string;
  readonly start: PartialDate;
  /** `null` while the line is open. */
  readonly end: PartialDate | null;
  /** Who holds it: a party, or the event whose instrument draws it. */
  readonly owner: string;
  readonly name: Localised;
  readonly basis: Localised;
  readonly precision: LinePrecision;
  /** Sides whose official maps draw it today, though no side is its owner. */
  readonly officialMaps: readonly Party[];
  readonly sources: readonly string[];
  readonly coordinates: readonly LngLat[];
}

/**
 * How a line is drawn: `treaty` where both sides had agreed on it; else by the party that holds it. All are of one
 * weight and one colour;
 * what one side holds is dashed, and the dash tells the two apart.
 */
export type LineRole = 'treaty' | Party;

export function roleOf({ owner }: Line): LineRole {
  return parties.find((party) => party === owner) ?? 'treaty';
}

/** The lines that are open today: of both sides, or all that official maps of one side draw. */
export function openLines(lines: readonly Line[], whose: Convention): readonly Line[] {
  return lines.filter((line) =>
    whose === 'both'
      ? line.end === null
      : (line.end === null && line.owner === whose) || line.officialMaps.includes(whose),
  );
}

/**
 * The first part of a line, `share` of its length from 0 to 1: what is there while it is being drawn. Lengths are in
 * degrees, as good as any for that.
 */
export function partOf(coordinates: readonly LngLat[], share: number): readonly LngLat[] {
  if (share >= 1) return coordinates;
  const lengths = coordinates.slice(1).map(([lng, lat], index) => {
    const [fromLng = lng, fromLat = lat] = coordinates[index] ?? [];
    return Math.hypot(lng - fromLng, lat - fromLat);
  });
  let rest = share * lengths.reduce((sum, length) => sum + length, 0);
  const part: LngLat[] = coordinates.slice(0, 1);
  for (const [index, length] of lengths.entries()) {
    const from = coordinates[index];
    const to = coordinates[index + 1];
    if (from === undefined || to === undefined || rest <= 0) break;
    const along = Math.min(1, rest / length);
    part.push([from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along]);
    rest -= length;
  }
  return part;
}
