import { expect, it } from 'vitest';
import { hatchTile } from '../../../../src/style/theme/hatch.ts';

it.each([1, 2, 2.5])('a tile of the hatch joins itself on every side at %s device pixels a CSS pixel', (ratio) => {
  const { width, height, data } = hatchTile('#8a7440', ratio);
  const cover = (x: number, y: number) => data[((y % height) * width + (x % width)) * 4 + 3];
  expect(width).toBe(height);
  // A diagonal: what leaves one pixel to the left comes in one row below.
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) expect(cover(x + 1, y)).toBe(cover(x, y + 1));
  expect([...data.subarray(0, 3)]).toEqual([0x8a, 0x74, 0x40]);
});
