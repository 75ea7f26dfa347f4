import { describe, expect, it } from 'vitest';
import { exteriorsOf, isInRing, polygonsOf } from '../../../src/kernel/rings.ts';

const square = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];
/** A U that is open at the top. */
const bay = [
  [0, 0],
  [6, 0],
  [6, 6],
  [4, 6],
  [4, 2],
  [2, 2],
  [2, 6],
  [0, 6],
];

describe('a ring', () => {
  it('holds what it goes around, and not what lies in its bays', () => {
    expect(isInRing([1, 5], bay)).toBe(true);
    expect(isInRing([3, 5], bay)).toBe(false);
    expect(isInRing([3, 1], bay)).toBe(true);
    expect(isInRing([7, 1], bay)).toBe(false);
  });

  it('is the same whether it is closed or open, in either direction', () => {
    for (const ring of [square, [...square, [0, 0]], [...square].reverse()]) {
      expect(isInRing([2, 2], ring)).toBe(true);
      expect(isInRing([5, 2], ring)).toBe(false);
    }
  });
});

it('one polygon is a list of one, and its holes are no exteriors', () => {
  const polygon = { type: 'Polygon' as const, coordinates: [square, bay] };
  expect(polygonsOf(polygon)).toEqual([[square, bay]]);
  expect(exteriorsOf({ type: 'MultiPolygon', coordinates: [[square, bay], [bay]] })).toEqual([square, bay]);
});
