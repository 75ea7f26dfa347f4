/** What lies under each small square of a frame: sea, the land of one place, or other land. */
import type { Box } from '../../kernel/box.ts';
import type { Steps } from '../../kernel/steps.ts';
import { type Frame, project, toPixels, worldSize } from '../../model/camera.ts';
import type { Ground, Outline, Outlines } from './outlines.ts';
import { clamp, type Grid, type Region, regionOf } from './region.ts';

/**
 * CSS pixels: the least side of a square. It is larger in a large frame, so that no frame has many more than
 * `mostCells`.
 */
const leastCellSize = 4;
const mostCells = 50_000;

/** The land of one frame in squares, whatever covers it. */
export interface LandRaster extends Grid {
  readonly grounds: readonly Ground[];
  /** Row by row: 0 for the sea, else one more than the index of the ground. */
  readonly cells: Uint8Array;
}

export interface LandMask {
  /** The grounds that the frame shows. */
  readonly visible: readonly Ground[];
  region(grounds: readonly Ground[]): Region;
}

/** Draws the outlines into the squares of a frame. Pauses after every outline. */
export function* rasterLand({ grounds, polygons }: Outlines, frame: Frame): Steps<LandRaster> {
  const { width, height } = frame;
  const cellSize = Math.max(leastCellSize, Math.sqrt((width * height) / mostCells));
  const columns = Math.max(1, Math.ceil(width / cellSize));
  const rows = Math.max(1, Math.ceil(height / cellSize));
  const raster = { grounds, columns, rows, cellSize, cells: new Uint8Array(columns * rows) };
  const [x0, y0] = toPixels(frame, [0, 0]);
  const [originX, originY] = project([0, 0]);
  const scale = (worldSize * 2 ** frame.view.zoom) / cellSize;
  const toColumn = (x: number) => (x - originX) * scale + x0 / cellSize;
  const toRow = (y: number) => (y - originY) * scale + y0 / cellSize;
  for (const outline of polygons) {
    if (toColumn(outline.east) < 0 || toColumn(outline.west) > columns) continue;
    if (toRow(outline.south) < 0 || toRow(outline.north) > rows) continue;
    fill(outline, raster, toColumn, toRow);
    yield;
  }
  return raster;
}

/** The land that is seen: under what is covered there is none. */
export function landMask(land: LandRaster, covered: readonly Box[] = []): LandMask {
  const { grounds, columns, rows, cellSize } = land;
  const cells = land.cells.slice();
  for (const box of covered) {
    const left = clamp(Math.floor(box.left / cellSize), columns);
    const right = clamp(Math.ceil(box.right / cellSize), columns);
    const bottom = clamp(Math.ceil(box.bottom / cellSize), rows);
    for (let row = clamp(Math.floor(box.top / cellSize), rows); row < bottom; row++)
      cells.fill(0, row * columns + left, row * columns + right);
  }
  const present = new Uint8Array(grounds.length + 1);
  for (const value of cells) present[value] = 1;
  const visible = grounds.filter((_, index) => present[index + 1] === 1);
  const regions = new Map<string, Region>();
  return {
    visible,
    region(wanted) {
      const key = wanted.join();
      const known = regions.get(key);
      if (known !== undefined) return known;
      const chosen = new Uint8Array(grounds.length + 1);
      for (const ground of wanted) chosen[grounds.indexOf(ground) + 1] = 1;
      chosen[0] = 0;
      // Tens of thousands of squares: a call for each would be a long task in a script that has just begun.
      const member = new Uint8Array(cells.length);
      for (let at = 0; at < cells.length; at++) member[at] = chosen[cells[at] ?? 0] ?? 0;
      const made = regionOf(member, land);
      regions.set(key, made);
      return made;
    },
  };
}

/** Even–odd scan lines through the middle of each row; vertices too, so that a rock smaller than a square is land. */
function fill(
  { rings, ground }: Outline,
  { grounds, cells, columns, rows }: LandRaster,
  toColumn: (x: number) => number,
  toRow: (y: number) => number,
): void {
  const value = grounds.indexOf(ground) + 1;
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
