/** How each kind of place is lettered: one table for the map and for the picture. */
import { areaOf } from '../model/measures.ts';
import type { Place, PlaceKind } from '../model/types.ts';

/**
 * How a label stands to what it names: `shore` beside the land of a group that the frame shows; `beside` its mark; `course` along the
 * line of a strait; `waters` anywhere within a sea; `within` near its point on the water, `area` near it on the land.
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

/** The families that the fonts are served under. */
export const fontFamilies = {
  serif: 'Four Islands Serif',
  mincho: 'Four Islands Mincho',
  /** The same face with the characters that no picture needs: a browser asks for it where the other has none. */
  running: 'Four Islands Mincho Text',
} as const;

/**
 * The same as the map's style asks for them. MapLibre draws names with the document's own faces, and knows that an italic is meant by the
 * first family: one that no document has.
 */
export const mapFonts = {
  regular: [fontFamilies.serif, fontFamilies.mincho],
  italic: [`${fontFamilies.serif} Italic`, fontFamilies.serif, fontFamilies.mincho],
} as const;

/** A font file: a cut of a face under the Open Font License, with the code points for which it is fetched. */
export interface FontFile {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** As in the `unicode-range` of CSS. */
  readonly range: readonly string[];
  readonly url: string;
}

/** Those of the fonts that maps and pictures are set in. */
export function fontsOfPictures<Font extends Pick<FontFile, 'family'>>(fonts: readonly Font[]): readonly Font[] {
  return fonts.filter(({ family }) => family !== fontFamilies.running);
}

/**
 * Faces that most machines have, made as wide and as tall as ours, so that nothing moves when ours arrive. Of English and Russian words of the
 * page, ours are so many times as wide: upright small letters 1.21, capitals, figures and dashes 1.04, the space 0.95; italics 1.10.
 */
export const standInFamily = 'Four Islands Stand-in';
const upright = ['Times New Roman', 'Liberation Serif'] as const;
const italic = ['Times New Roman Italic', 'Liberation Serif Italic'] as const;

/** A stand-in, its measures as CSS writes them. */
export interface StandIn {
  /** The machine's faces, of which the first that there is serves. */
  readonly local: readonly string[];
  readonly style: 'normal' | 'italic';
  readonly range: string;
  readonly size: string;
  readonly ascent: string;
  readonly descent: string;
}

/** The range of a face for all that no other is for. */
export const anyCodePoint = 'U+0-10FFFF';
export const standIns: readonly StandIn[] = [
  { local: upright, style: 'normal', range: anyCodePoint, size: '121%', ascent: '85.7%', descent: '27.2%' },
  {
    local: upright,
    style: 'normal',
    range: 'U+2D,U+30-39,U+41-5A,U+401-42F,U+2013,U+201C-2020',
    size: '104%',
    ascent: '99.7%',
    descent: '31.7%',
  },
  { local: upright, style: 'normal', range: 'U+20', size: '95%', ascent: '109.2%', descent: '34.7%' },
  { local: italic, style: 'italic', range: anyCodePoint, size: '110%', ascent: '94.3%', descent: '30%' },
];

/** Where a stand-in is looked for. */
export const localSource = ({ local }: StandIn) => local.map((name) => `local("${name}")`).join();

/** What stands in for our families until they arrive. */
export const fallbackFamilies = `"${standInFamily}",Georgia,"Times New Roman","Hiragino Mincho ProN","Yu Mincho",serif`;

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
