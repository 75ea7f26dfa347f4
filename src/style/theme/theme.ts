import type { LineRole } from '../../model/story/lines.ts';

/** The only colours and widths. Colours are sRGB hexadecimal; widths are CSS pixels. */
export interface Palette {
  readonly sea: string;
  readonly waterline: string;
  readonly graticule: string;
  readonly land: string;
  readonly disputed: string;
  readonly hatch: string;
  readonly coast: string;
  readonly selected: string;
  readonly landText: string;
  readonly waterText: string;
  readonly halo: string;
  readonly page: string;
  readonly panel: string;
  readonly text: string;
  readonly quiet: string;
  readonly rule: string;
  readonly accent: string;
}

export const palettes = {
  light: {
    sea: '#dbe7ea',
    waterline: '#a9c3cb',
    graticule: '#bccfd5',
    land: '#f6f1e4',
    disputed: '#eadcb4',
    hatch: '#8a7440',
    coast: '#3d4a4f',
    selected: '#1d2a30',
    landText: '#2b2622',
    waterText: '#365c6b',
    halo: '#fbf8f0',
    page: '#fbf9f4',
    panel: '#fffdf8',
    text: '#26231f',
    quiet: '#5d574e',
    rule: '#d8d1c2',
    accent: '#1f5266',
  },
  dark: {
    sea: '#17242b',
    waterline: '#2f4854',
    graticule: '#2a3d47',
    land: '#2d302f',
    disputed: '#4a4330',
    hatch: '#b29a5d',
    coast: '#a9b7ba',
    selected: '#f3efe3',
    landText: '#f0ebdf',
    waterText: '#93bccb',
    halo: '#1b2327',
    page: '#12191d',
    panel: '#1a2327',
    text: '#ece7db',
    quiet: '#b0aa9d',
    rule: '#36434a',
    accent: '#9fcadb',
  },
} as const satisfies Readonly<Record<string, Palette>>;

export type ThemeName = keyof typeof palettes;

/** Distance of the three waterlines from the coast, the outermost first, with their strength from 0 to 1. */
export const waterlines = [
  { distance: 13, strength: 0.35 },
  { distance: 8, strength: 0.6 },
  { distance: 3.5, strength: 1 },
] as const;

/** Width of one waterline. */
export const waterlineWidth = 0.8;

/** Width of the coast at a zoom, between which it grows in a straight line. */
export const coastWidths = [
  { zoom: 4, width: 0.6 },
  { zoom: 8, width: 0.9 },
  { zoom: 12, width: 1.6 },
] as const;

/** The coast's width at a zoom. */
export function coastWidthAt(zoom: number): number {
  const above = coastWidths.findIndex((stop) => stop.zoom > zoom);
  const [from, to] = [coastWidths[above - 1], coastWidths[above]];
  if (above === 0) return coastWidths[0].width;
  if (from === undefined || to === undefined) return coastWidths[coastWidths.length - 1]?.width ?? 0;
  return from.width + ((zoom - from.zoom) / (to.zoom - from.zoom)) * (to.width - from.width);
}

export const graticuleWidth = 0.6;

/** The zoom from which the graticule has a line every half degree. */
export const halfDegreeZoom = 8;

/**
 * Marks of places: radius in CSS pixels of a rock, of a cape or lake, of a settlement with its ring; size of a peak's
 * triangle.
 */
export const markSizes = { rock: 1.8, small: 1.5, settlement: 2.6, settlementRing: 1.2, peak: 9 } as const;

/**
 * The diagonal hatch, the cartographer's sign for a disputed area: distance between its lines along an axis, and their
 * width, in
 * CSS pixels where the zoom is whole; both double until the next.
 */
export const hatch = { spacing: 5, width: 0.7 } as const;

/** The name of the hatch image on the map; the shell makes it in each theme's colour under `<name>-<theme>`. */
export const hatchImage = 'hatch';

/** Lines that somebody holds: one width and one colour for all. */
export const heldLineWidth = 1.5;

/**
 * Their dashes, in CSS pixels of stroke and gap: one that both sides had agreed on is whole; what one side holds is
 * dashed, with as much ink for one side as for the other.
 */
export const heldLineDashes = {
  treaty: null,
  ja: [9, 4.5],
  ru: [12, 4, 4, 4],
} as const satisfies Readonly<Record<LineRole, readonly number[] | null>>;

/** The line of a measured distance, and the light line under it. */
export const measureWidths = { line: 1.6, halo: 4.6 } as const;

/** Mixes two hexadecimal colours; `share` 0 gives the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [from, to] = [channels(first), channels(second)];
  return `#${from
    .map((value, index) =>
      Math.round(value + ((to[index] ?? value) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The palette as CSS custom properties, `--sea: …; --land: …;`. */
export function paletteProperties(theme: ThemeName): string {
  return Object.entries(palettes[theme])
    .map(([name, colour]) => `--${propertyName(name)}:${colour};`)
    .join('');
}

/** The name of a colour in CSS: `waterText` → `water-text`. */
export function propertyName(colour: string): string {
  return colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
