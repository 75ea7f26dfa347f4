/**
 * What a frame shows of some grounds taken together, in squares: how much of a box lies on it, and how far a point is
 * from it.
 */
import type { Box } from '../../kernel/box.ts';

export interface Region {
  /** The share, 0 to 1, of a box that lies on it. */
  share(box: Box): number;
  /** CSS pixels from a point to the nearest of it. */
  distance(x: number, y: number): number;
  /** The box, in CSS pixels, round all of it; `null` where the frame shows none. */
  readonly extent: Box | null;
}

/** The squares of a frame, row by row from the top. `cellSize` is their side in CSS pixels. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cellSize: number;
}

/** `cells` holds 1 where the region is. Its tables are made at the first question. */
export function regionOf(cells: Uint8Array, grid: Grid): Region {
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

export function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
