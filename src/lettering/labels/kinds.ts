/** How each kind of place is lettered: one table for the map and for the picture. */
import { areaOf } from '../../model/measures.ts';
import type { Place, PlaceKind } from '../../model/types.ts';

/**
 * How a label stands to what it names: `shore` beside the land of a group that the frame shows; `beside` its mark;
 * `course` along the line of a strait; `waters` anywhere within a sea; `within` near its point on the water, `area`
 * near it on the land.
 */
export type Stance = 'shore' | 'beside' | 'course' | 'waters' | 'within' | 'area';

export interface Lettering {
  /** Names the way of lettering; part of the layer id. */
  readonly key: string;
  readonly face: 'regular' | 'italic';
  /** Size of the first line in CSS pixels; the second line is `secondaryScale` of it. */
  readonly size: number;
  /** The same where the four groups fill a phone's width. */
  readonly phoneSize: number;
  /** Letter-spacing in em. */
  readonly spacing: number;
  /** The zoom from which it is shown. */
  readonly fromZoom: number;
  /** Lower is placed first where there is not room for all. */
  readonly rank: number;
  readonly water: boolean;
  readonly stance: Stance;
}

/** The second line's size against the first, and the height of a line against its size. */
export const secondaryScale = 0.78;
export const lineHeight = 1.2;

/** The zooms between which lettering grows from `phoneSize` to `size`: the four groups fill 320 and 700 pixels. */
export const sizeZooms = { phone: 5.5, full: 6.6 } as const;

/** Distance of a label from the middle of its mark, in em of its first line. */
export const markDistance = 0.75;

const land = { face: 'regular', spacing: 0, water: false } as const;
const water = { face: 'italic', water: true } as const;
const beside = { ...land, stance: 'beside' } as const;
const group = { ...land, fromZoom: 3, rank: 0, stance: 'shore' } as const;
const one = (size: number) => ({ size, phoneSize: size });

/** Islands are lettered larger and wider by their area in km². */
const smallest = { size: 14, phoneSize: 11, spacing: 0.03 } as const;
const islandSizes = [
  { above: 2000, size: 17, phoneSize: 12, spacing: 0.09 },
  { above: 1000, size: 15.5, phoneSize: 11.5, spacing: 0.06 },
  { above: 0, ...smallest },
] as const;

const letterings: Readonly<Record<Exclude<PlaceKind, 'island'>, Omit<Lettering, 'key'>>> = {
  group: { ...group, ...smallest },
  sea: { ...water, size: 18, phoneSize: 13, spacing: 0.12, fromZoom: 3, rank: 2, stance: 'waters' },
  region: { ...land, ...one(13), spacing: 0.1, fromZoom: 7.5, rank: 4, stance: 'area' },
  strait: { ...water, ...one(12.5), spacing: 0.03, fromZoom: 7, rank: 5, stance: 'course' },
  islet: { ...land, ...one(12.5), fromZoom: 8, rank: 6, stance: 'shore' },
  islet_group: { ...land, ...one(12.5), fromZoom: 8, rank: 6, stance: 'shore' },
  settlement: { ...beside, ...one(12), fromZoom: 8, rank: 7 },
  peak: { ...beside, ...one(11.5), fromZoom: 8.5, rank: 8 },
  rock: { ...beside, ...one(11.5), fromZoom: 9, rank: 9 },
  cape: { ...beside, ...one(11.5), fromZoom: 8.5, rank: 10 },
  bay: { ...water, ...one(11.5), spacing: 0.02, fromZoom: 8.5, rank: 11, stance: 'within' },
  lake: { ...water, ...one(11), spacing: 0, fromZoom: 9.5, rank: 12, stance: 'beside' },
  airport: { ...beside, ...one(11), fromZoom: 9.5, rank: 13 },
};

/** Rocks are marked before they are named: a dot where otherwise open sea would be drawn. */
export const rockMarkZoom = 7;

/** The zoom from which marks of a kind of place are shown. */
export function markZoom(kind: Exclude<PlaceKind, 'island'>): number {
  return letterings[kind].fromZoom;
}

/** The lettering of a place. Land that is not disputed stands back behind the four groups. */
export function letteringOf(place: Place): Lettering {
  if (place.kind !== 'island') {
    const course = place.kind === 'strait' && place.course === null;
    return { ...letterings[place.kind], key: place.kind, ...(course ? { stance: 'within' as const } : {}) };
  }
  if (place.group === null)
    return { ...letterings.region, key: 'surrounding-island', size: 14, phoneSize: 11, fromZoom: 4, rank: 3 };
  const area = place.geometry === null ? 0 : areaOf(place.geometry);
  const index = islandSizes.findIndex(({ above }) => area > above);
  return { ...group, ...(islandSizes[index] ?? smallest), key: `island-${index + 1}` };
}

/** The size of a lettering's first line at a zoom, in CSS pixels. */
export function sizeAt({ size, phoneSize }: Pick<Lettering, 'size' | 'phoneSize'>, zoom: number): number {
  const share = Math.min(1, Math.max(0, (zoom - sizeZooms.phone) / (sizeZooms.full - sizeZooms.phone)));
  return phoneSize + (size - phoneSize) * share;
}
