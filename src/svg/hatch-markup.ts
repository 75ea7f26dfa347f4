/** The hatch of the four groups in the picture, line on line where the map has it. */

import type { Box } from '../kernel/box.ts';
import { element, type Markup } from '../kernel/markup.ts';
import { homeFrame, unproject, worldSize } from '../model/camera.ts';
import type { LngLat } from '../model/types.ts';
import { hatch } from '../style/theme/theme.ts';
import { toHomeGround } from './units.ts';

/** Lines across the ground, in its units. */
export interface GroundHatch {
  /** From line to line, across them. */
  readonly spacing: number;
  readonly width: number;
  /** From the ground's corner to a line, across them. */
  readonly shift: number;
}

/**
 * The hatch that the map has from this whole zoom to the next; the map counts its lines from the corner of the world.
 */
export function hatchOf(toGround: (position: LngLat) => readonly [x: number, y: number], zoom: number): GroundHatch {
  const [left, top] = toGround(unproject(0, 0));
  const [right] = toGround(unproject(1, 0));
  const pixel = (right - left) / (worldSize * 2 ** zoom);
  // `hatch.spacing` is along an axis, which the lines cross at 45°.
  const spacing = (hatch.spacing * pixel) / Math.SQRT2;
  return { spacing, width: hatch.width * pixel, shift: ((left + top) / Math.SQRT2) % spacing };
}

/**
 * The zooms whose hatches the picture in a page has: those of the home view in a stage from 205 × 182 to 1638 × 1453
 * CSS pixels.
 */
const pageZooms = { least: 5, most: 7 } as const;

/** The hatch of the picture in a page, in its smallest stage; `hatchRules` makes it that of the others. */
export const pageHatch = hatchOf(toHomeGround, pageZooms.least);

/** One broad stroke, whose dashes are the lines: a style sheet can make them twice or four times as many. */
export function hatchMarkup(id: string, { spacing, width, shift }: GroundHatch, colour: string): Markup {
  const side = Number(spacing.toFixed(2));
  const { dashes, start } = dashesOf(spacing, width);
  return element(
    'pattern',
    {
      id,
      width: side,
      height: side,
      patternUnits: 'userSpaceOnUse',
      patternTransform: `rotate(45)translate(${Number(shift.toFixed(1))})`,
    },
    [
      element('line', {
        x2: side,
        stroke: colour,
        'stroke-width': Math.ceil(2 * spacing),
        'stroke-dasharray': dashes,
        'stroke-dashoffset': start,
      }),
    ],
  );
}

/**
 * The same lines over a part of the ground, as shapes: who makes pixels of a pattern, on paper or in a file, makes them
 * coarse or lets its lines drift apart.
 */
export function hatchLines(
  { spacing, width, shift }: GroundHatch,
  { left, top, right, bottom }: Box,
  fill: string,
): Markup {
  const [from, to] = [(left + top) / Math.SQRT2, (right + bottom) / Math.SQRT2];
  const [above, below] = [Math.floor((top - right) / Math.SQRT2), Math.ceil((bottom - left) / Math.SQRT2)];
  const first = Math.floor((from - shift) / spacing);
  const lines = Array.from({ length: Math.ceil((to - from) / spacing) + 2 }, (_, index) => {
    const x = shift + (first + index) * spacing - width / 2;
    return `M${x.toFixed(1)} ${above}h${width.toFixed(2)}V${below}h-${width.toFixed(2)}z`;
  });
  return element('path', { transform: 'rotate(45)', fill, d: lines.join('') });
}

/**
 * The rules by which the size of the stage chooses the hatch, as the zoom of its home view does on the map: in the same
 * tile twice as many lines with every zoom.
 */
export function hatchRules(): string {
  const { width, height } = homeFrame();
  const rules: string[] = [];
  for (let zoom = pageZooms.least + 1; zoom <= pageZooms.most; zoom++) {
    const times = 2 ** (zoom - pageZooms.least);
    const { dashes, start } = dashesOf(pageHatch.spacing / times, pageHatch.width / times);
    const [wide, high] = [width, height].map((side) => (side * worldSize * 2 ** zoom).toFixed(1));
    rules.push(
      `@container (width >= ${wide}px) and (height >= ${high}px){.ground line{stroke-dasharray:${dashes};stroke-dashoffset:${start}}}`,
    );
  }
  return rules.join('');
}

/** A line and a gap, begun in the middle of the line. */
function dashesOf(spacing: number, width: number): { readonly dashes: string; readonly start: number } {
  const [line, gap, start] = [width, spacing - width, width / 2].map((length) => Number(length.toFixed(2)));
  return { dashes: `${line} ${gap}`, start: start ?? 0 };
}
