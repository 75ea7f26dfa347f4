import { expect, it } from 'vitest';
import { extended, lengthsAlong, pointAt, sectionOf, shifted, smooth } from '../../../../src/lettering/stances/path.ts';

const path = [
  [0, 0],
  [30, 0],
  [30, 40],
] as const;
const lengths = lengthsAlong(path);

it('lengths are measured along the path', () => {
  expect(lengths).toEqual([0, 30, 70]);
  expect(pointAt(path, lengths, 50)).toEqual([30, 20]);
});

it('a section keeps the corners between its ends', () => {
  expect(sectionOf(path, lengths, 10, 50)).toEqual([
    [10, 0],
    [30, 0],
    [30, 20],
  ]);
});

it('a path is shifted as a whole, across the way from its first to its last point', () => {
  expect(shifted(path, 5)).toEqual([
    [-4, 3],
    [26, 3],
    [26, 43],
  ]);
});

it('a smoothed path keeps its ends and cuts its corners', () => {
  const smoothed = smooth(path);
  expect(smoothed[0]).toEqual([0, 0]);
  expect(smoothed.at(-1)).toEqual([30, 40]);
  expect(smoothed).not.toContainEqual([30, 0]);
});

it('an extended path goes straight on at both ends', () => {
  const long = extended(path, 10);
  expect(long[0]).toEqual([-10, 0]);
  expect(long.at(-1)).toEqual([30, 50]);
});
