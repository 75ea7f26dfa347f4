import { expect, it } from 'vitest';
import { overlaps } from '../../../../src/kernel/box.ts';
import { box, labelOf, placed, placedFor } from '../light-table.ts';

const sea = (right: number) =>
  labelOf({
    kind: 'sea',
    at: [100, 100],
    waters: [
      [20, 20],
      [right, 20],
      [right, 280],
      [20, 280],
    ],
  });

it('a sea is named at its position where that is free', () => {
  expect(placedFor(sea(380)).at.map(Math.round)).toEqual([100, 100]);
});

it('a sea is named within its waters and clear of every coast', () => {
  const coast = box(40, 60, 160, 140);
  const { box: room } = placedFor(sea(240), { land: { other: coast } });
  expect(overlaps(room, coast)).toBe(false);
  expect(room.left).toBeGreaterThanOrEqual(20);
  expect(room.right).toBeLessThanOrEqual(240);
});

it('a sea whose waters are too narrow is not named', () => {
  expect(placed(sea(60))).toBeNull();
});
