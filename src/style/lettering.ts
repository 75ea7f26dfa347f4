/** How each kind of place is lettered: one table for the map and for the picture. */
import type { Place, PlaceKind } from '../model/types.ts';

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
  /** The zoom from which the map shows it. */
  readonly fromZoom: number;
  /** The frame in which the first picture shows it (a column is 480 CSS pixels wide); `null` where it never does. */
  readonly fromFrame: 'phone' | 'column' | null;
  /** Lower is placed first where there is not room for all. */
  readonly rank: number;
  readonly water: boolean;
  /** The label stands beside its point, wherever there is room, instead of on it. */
  readonly beside: boolean;
}

/** The second line's size against the first. */
export const secondaryScale = 0.78;

/** The zooms between which lettering grows from `phoneSize` to `size`: the four groups fill 320 and 700 pixels. */
export const sizeZooms = { phone: 5.5, full: 6.6 } as const;

/** The families that the fonts are served under, and what stands in for them until they arrive. */
export const fontFamilies = { serif: 'Four Islands Serif', mincho: 'Four Islands Mincho' } as const;
export const fallbackFamilies = 'Georgia,"Times New Roman","Hiragino Mincho ProN","Yu Mincho",serif';

const land = { face: 'regular', spacing: 0, water: false } as const;
const water = { face: 'italic', water: true } as const;
const small = { ...land, fromFrame: null, beside: true } as const;

const letterings: Readonly<Record<PlaceKind, Omit<Lettering, 'key'>>> = {
  group: { ...land, size: 15, phoneSize: 11, spacing: 0.03, fromZoom: 3, fromFrame: 'phone', rank: 0, beside: false },
  island: { ...land, size: 15, phoneSize: 11, spacing: 0.03, fromZoom: 3, fromFrame: 'phone', rank: 0, beside: false },
  sea: { ...water, size: 18, phoneSize: 13, spacing: 0.12, fromZoom: 3, fromFrame: 'column', rank: 2, beside: false },
  region: { ...land, size: 14, phoneSize: 14, spacing: 0.14, fromZoom: 8.6, fromFrame: null, rank: 4, beside: false },
  strait: {
    ...water,
    size: 12.5,
    phoneSize: 12.5,
    spacing: 0.03,
    fromZoom: 8.2,
    fromFrame: null,
    rank: 5,
    beside: false,
  },
  islet: { ...small, size: 12.5, phoneSize: 12.5, fromZoom: 8, rank: 6 },
  islet_group: { ...small, size: 12.5, phoneSize: 12.5, fromZoom: 8, rank: 6 },
  settlement: { ...small, size: 12, phoneSize: 12, fromZoom: 8, rank: 7 },
  peak: { ...small, size: 11.5, phoneSize: 11.5, fromZoom: 8.5, rank: 8 },
  rock: { ...small, size: 11.5, phoneSize: 11.5, fromZoom: 9, rank: 9 },
  cape: { ...small, size: 11.5, phoneSize: 11.5, fromZoom: 8.5, rank: 10 },
  bay: {
    ...water,
    size: 11.5,
    phoneSize: 11.5,
    spacing: 0.02,
    fromZoom: 8.5,
    fromFrame: null,
    rank: 11,
    beside: false,
  },
  lake: { ...water, size: 11, phoneSize: 11, spacing: 0, fromZoom: 9.5, fromFrame: null, rank: 12, beside: false },
};

/** The zoom from which a position of unknown basis is not shown any more. */
export const unknownPositionZoom = 8;

/** The lettering of a kind of place of the four groups. */
export function letteringOfKind(kind: PlaceKind): Lettering {
  return { ...letterings[kind], key: kind };
}

/** The lettering of a place. Land that is not disputed stands back behind the four groups. */
export function letteringOf(place: Place): Lettering {
  if (place.kind === 'island' && place.group === null)
    return { ...letterings.region, key: 'surrounding-island', fromZoom: 4, rank: 3, fromFrame: 'column' };
  return letteringOfKind(place.kind);
}
