/** What lies under each small square of a frame: sea, the land of one drawn place, or other land. Label placement asks it. */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { finish, type Steps } from '../kernel/steps.ts';
import { type Frame, project, toPixels, worldSize } from '../model/camera.ts';
import type { Gazetteer } from '../model/types.ts';

/** The id of a place with drawn land; `otherLand` is all that is not disputed. */
export type Ground = string;
export const otherLand: Ground = 'other';

/** CSS pixels: the side of a square of the mask; larger in a large frame, so that no frame has more than about `mostCells`. */
const leastCellSize = 4;
const mostCells = 50_000;

/** Axis-parallel, in CSS pixels from the frame's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A box with so many pixels more on every side. */
export function grown(box: Box, by: number): Box {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

export function overlaps(first: Box, second: Box): boolean {
  return (
    first.left < second.right && second.left < first.right && first.top < second.bottom && second.top < first.bottom
  );
}

/** The box round a point. */
export function around([x, y]: readonly [number, number], halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/** CSS pixels from the edge of a box to a point outside it. */
export function boxDistance({ left, top, right, bottom }: Box, [x, y]: readonly [number, number]): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

export function contains({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** One polygon in the Mercator world, with the box it lies in. */
interface Outline {
  readonly ground: Ground;
  readonly rings: readonly Float64Array[];
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

/** All land, projected once. */
export interface Outlines {
  /** The kinds of ground there are. */
  readonly grounds: readonly Ground[];
  readonly polygons: readonly Outline[];
}

/** All land: the disputed, and what is round it. */
export interface DrawnLand {
  readonly dataset: Gazetteer;
  readonly land: { readonly features: readonly { readonly geometry: Polygon | MultiPolygon }[] };
}

export function outlinesOf(dataset: DrawnLand['dataset'], land: DrawnLand['land']): Outlines {
  return finish(outlinesInSteps({ dataset, land }));
}

/** The same, with a pause after every polygon. */
export function* outlinesInSteps({ dataset, land }: DrawnLand): Steps<Outlines> {
  const polygons: Outline[] = [];
  const drawn = [
    ...dataset.places.flatMap(({ id, geometry }) => (geometry === null ? [] : [[id, geometry] as const])),
    ...land.features.map(({ geometry }) => [otherLand, geometry] as const),
  ];
  for (const [ground, geometry] of drawn)
    for (const rings of polygonsOf(geometry)) {
      polygons.push(outlineOf(ground, rings));
      yield;
    }
  return { grounds: [...new Set(polygons.map(({ ground }) => ground))], polygons };
}

/** What a frame shows of some grounds taken together. */
export interface Region {
  /** The share, 0 to 1, of a box that lies on it. */
  share(box: Box): number;
  /** CSS pixels from a point to the nearest of it. */
  distance(x: number, y: number): number;
  /** The box, in CSS pixels, round all of it; `null` where the frame shows none. */
  readonly extent: Box | null;
}

export interface LandMask {
  /** The grounds that the frame shows. */
  readonly visible: readonly Ground[];
  region(grounds: readonly Ground[]): Region;
}

/** Draws the outlines into the squares of a frame; under what is covered there is nothing to see. */
export function buildLandMask(outlines: Outlines, frame: Frame, covered: readonly Box[] = []): LandMask {
  return finish(landMaskInSteps(outlines, frame, covered));
}

/** The same, with a pause after every outline. */
export function* landMaskInSteps(outlines: Outlines, frame: Frame, covered: readonly Box[]): Steps<LandMask> {
  const grid = gridOf(frame);
  const { columns, rows, cellSize } = grid;
  const known = lastDrawn.get(outlines);
  const drawn = known?.frame === frame ? known.cells : yield* drawCells(outlines, frame, grid);
  lastDrawn.set(outlines, { frame, cells: drawn });
  const cells = drawn.slice();
  for (const box of covered) {
    const left = clamp(Math.floor(box.left / cellSize), columns);
    const right = clamp(Math.ceil(box.right / cellSize), columns);
    const bottom = clamp(Math.ceil(box.bottom / cellSize), rows);
    for (let row = clamp(Math.floor(box.top / cellSize), rows); row < bottom; row++)
      cells.fill(0, row * columns + left, row * columns + right);
  }
  const present = new Uint8Array(outlines.grounds.length + 1);
  for (const value of cells) present[value] = 1;
  const visible = outlines.grounds.filter((_, index) => present[index + 1] === 1);
  const regions = new Map<string, Region>();
  return {
    visible,
    region(grounds) {
      const key = grounds.join();
      const known = regions.get(key);
      if (known !== undefined) return known;
      const chosen = new Uint8Array(outlines.grounds.length + 1);
      for (const ground of grounds) chosen[outlines.grounds.indexOf(ground) + 1] = 1;
      chosen[0] = 0;
      // Tens of thousands of squares: a call for each would be a long task in a script that has just begun.
      const member = new Uint8Array(cells.length);
      for (let at = 0; at < cells.length; at++) member[at] = chosen[cells[at] ?? 0] ?? 0;
      const made = regionOf(member, { columns, rows, cellSize });
      regions.set(key, made);
      return made;
    },
  };
}

/** The land of the last frame that was asked for, without what covers it: a frame is lettered in several passes. */
const lastDrawn = new WeakMap<Outlines, { readonly frame: Frame; readonly cells: Uint8Array }>();

function gridOf({ width, height }: Frame): Grid {
  const cellSize = Math.max(leastCellSize, Math.sqrt((width * height) / mostCells));
  return {
    columns: Math.max(1, Math.ceil(width / cellSize)),
    rows: Math.max(1, Math.ceil(height / cellSize)),
    cellSize,
  };
}

function* drawCells(outlines: Outlines, frame: Frame, { columns, rows, cellSize }: Grid): Steps<Uint8Array> {
  const cells = new Uint8Array(columns * rows);
  const [x0, y0] = toPixels(frame, [0, 0]);
  const [originX, originY] = project([0, 0]);
  const scale = (worldSize * 2 ** frame.view.zoom) / cellSize;
  const toColumn = (x: number) => (x - originX) * scale + x0 / cellSize;
  const toRow = (y: number) => (y - originY) * scale + y0 / cellSize;
  for (const outline of outlines.polygons) {
    if (toColumn(outline.east) < 0 || toColumn(outline.west) > columns) continue;
    if (toRow(outline.south) < 0 || toRow(outline.north) > rows) continue;
    fill(outline, outlines.grounds.indexOf(outline.ground) + 1, { cells, columns, rows }, toColumn, toRow);
    yield;
  }
  return cells;
}

/** `cells` holds 1 where the region is. Its tables are made when they are first asked for. */
function regionOf(cells: Uint8Array, grid: Grid): Region {
  const { columns, rows, cellSize } = grid;
  const wide = columns + 1;
  let sums: Int32Array | null = null;
  let distances: Float32Array | null = null;
  return {
    share(box) {
      sums ??= sumsOf(cells, columns, rows);
      const left = clamp(Math.floor(box.left / cellSize), columns);
      const top = clamp(Math.floor(box.top / cellSize), rows) * wide;
      const right = clamp(Math.ceil(box.right / cellSize), columns);
      const bottom = clamp(Math.ceil(box.bottom / cellSize), rows) * wide;
      const area = ((right - left) * (bottom - top)) / wide;
      if (area <= 0) return 0;
      const sum =
        (sums[bottom + right] ?? 0) - (sums[bottom + left] ?? 0) - (sums[top + right] ?? 0) + (sums[top + left] ?? 0);
      return sum / area;
    },
    distance(x, y) {
      distances ??= distancesTo(cells, grid);
      const column = clamp(Math.floor(x / cellSize), columns - 1);
      return distances[clamp(Math.floor(y / cellSize), rows - 1) * columns + column] ?? 0;
    },
    extent: extentOf(cells, grid),
  };
}

function extentOf(cells: Uint8Array, { columns, cellSize }: Grid): Box | null {
  const first = cells.indexOf(1);
  if (first === -1) return null;
  const [top, bottom] = [Math.floor(first / columns), Math.floor(cells.lastIndexOf(1) / columns) + 1];
  let [left, right] = [columns, 0];
  for (let row = top; row < bottom; row++) {
    const line = cells.subarray(row * columns, (row + 1) * columns);
    const begins = line.indexOf(1);
    if (begins === -1) continue;
    left = Math.min(left, begins);
    right = Math.max(right, line.lastIndexOf(1) + 1);
  }
  return { left: left * cellSize, top: top * cellSize, right: right * cellSize, bottom: bottom * cellSize };
}

function polygonsOf(geometry: Polygon | MultiPolygon): readonly (readonly (readonly Position[])[])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function outlineOf(ground: Ground, rings: readonly (readonly Position[])[]): Outline {
  const projected = rings.map((ring) =>
    Float64Array.from(ring.flatMap(([lng = 0, lat = 0]) => [...project([lng, lat])])),
  );
  const exterior = projected[0] ?? new Float64Array(0);
  const xs = exterior.filter((_, index) => index % 2 === 0);
  const ys = exterior.filter((_, index) => index % 2 === 1);
  return {
    ground,
    rings: projected,
    west: xs.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY),
    east: xs.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY),
    north: ys.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY),
    south: ys.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY),
  };
}

interface Cells {
  readonly cells: Uint8Array;
  readonly columns: number;
  readonly rows: number;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cellSize: number;
}

/** Even–odd scan lines through the middle of each row; vertices too, so that a rock smaller than a square is land. */
function fill(
  { rings }: Outline,
  value: number,
  { cells, columns, rows }: Cells,
  toColumn: (x: number) => number,
  toRow: (y: number) => number,
): void {
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const ring of rings) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x1, y1] = [toColumn(ring[at] ?? 0), toRow(ring[at + 1] ?? 0)];
      const [x2, y2] = [toColumn(ring[at + 2] ?? 0), toRow(ring[at + 3] ?? 0)];
      const [column, row] = [Math.floor(x1), Math.floor(y1)];
      if (column >= 0 && column < columns && row >= 0 && row < rows) cells[row * columns + column] = value;
      const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5));
      const last = Math.min(rows - 1, Math.ceil(Math.max(y1, y2) - 0.5) - 1);
      for (let line = first; line <= last; line++)
        crossings[line]?.push(x1 + ((line + 0.5 - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  for (const [row, line] of crossings.entries()) {
    line.sort((first, second) => first - second);
    for (let pair = 0; pair + 1 < line.length; pair += 2) {
      const from = Math.max(0, Math.round(line[pair] ?? 0));
      const to = Math.min(columns, Math.round(line[pair + 1] ?? 0));
      if (to > from) cells.fill(value, row * columns + from, row * columns + to);
    }
  }
}

/** A summed-area table: how many squares hold 1 above and to the left of each corner. */
function sumsOf(cells: Uint8Array, columns: number, rows: number): Int32Array {
  const wide = columns + 1;
  const sums = new Int32Array(wide * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let line = 0;
    for (let column = 0; column < columns; column++) {
      line += cells[row * columns + column] ?? 0;
      sums[(row + 1) * wide + column + 1] = (sums[row * wide + column + 1] ?? 0) + line;
    }
  }
  return sums;
}

/** Chamfer distances in CSS pixels, exact enough to tell near from far: one sweep down, one up. */
function distancesTo(cells: Uint8Array, { columns, rows, cellSize }: Grid): Float32Array {
  const [straight, slanted, far] = [cellSize, cellSize * Math.SQRT2, (columns + rows) * cellSize];
  // A border of far squares on every side saves asking at each step whether there is a neighbour.
  const wide = columns + 2;
  const field = new Float32Array(wide * (rows + 2)).fill(far);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (cells[row * columns + column] === 1) field[(row + 1) * wide + column + 1] = 0;
  const relax = (from: number, back: 1 | -1) => {
    for (let step = 0; step < columns; step++) {
      const at = from + step * back;
      const above = at - back * wide;
      const beside = Math.min(field[at - back] ?? far, field[above] ?? far) + straight;
      const across = Math.min(field[above - back] ?? far, field[above + back] ?? far) + slanted;
      field[at] = Math.min(field[at] ?? far, beside, across);
    }
  };
  for (let row = 1; row <= rows; row++) relax(row * wide + 1, 1);
  for (let row = rows; row >= 1; row--) relax(row * wide + columns, -1);
  const distances = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    distances.set(field.subarray((row + 1) * wide + 1, (row + 1) * wide + 1 + columns), row * columns);
  return distances;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
