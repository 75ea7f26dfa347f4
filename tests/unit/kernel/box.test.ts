import { expect, it } from 'vitest';
import { around, boxDistance, contains, grown, overlaps } from '../../../src/kernel/box.ts';

const box = around([10, 20], 4, 2);

it('a box around a point has it in the middle', () => {
  expect(box).toEqual({ left: 6, top: 18, right: 14, bottom: 22 });
  expect(contains(box, [10, 20])).toBe(true);
});

it('boxes that only touch do not overlap', () => {
  expect(overlaps(box, around([18, 20], 4, 2))).toBe(false);
  expect(overlaps(grown(box, 1), around([18, 20], 4, 2))).toBe(true);
});

it('the distance to a box is that to its nearest side or corner, and nothing inside', () => {
  expect(boxDistance(box, [10, 20])).toBe(0);
  expect(boxDistance(box, [10, 30])).toBe(8);
  expect(boxDistance(box, [17, 26])).toBe(5);
});
