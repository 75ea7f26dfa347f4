import { expect, it } from 'vitest';
import type { Point } from '../../../../src/kernel/box.ts';
import { toPixels } from '../../../../src/model/camera.ts';
import { box, frame, labelOf, placed, placedFor } from '../light-table.ts';

const course: readonly Point[] = [
  [300, 150],
  [100, 150],
];
const strait = labelOf({ kind: 'strait', at: [200, 150], course });

it('the letters of a strait stand in the middle of its course and read from left to right', () => {
  const { at, course: letters } = placedFor(strait);
  expect(at[0]).toBeGreaterThan(190);
  expect(at[0]).toBeLessThan(210);
  expect(letters?.[0]?.[0]).toBeLessThan(letters?.at(-1)?.[0] ?? 0);
});

it('where the middle is taken the letters stand beside it', () => {
  const { at } = placedFor(strait, { taken: [box(90, 148, 310, 152)] });
  expect(Math.abs(at[1] - 150)).toBeGreaterThan(10);
});

it('a strait is named on water alone', () => {
  expect(placed(strait, { land: { etorofu: box(0, 100, 400, 200) } })).toBeNull();
});

it('a strait of which the frame shows too little is not named', () => {
  expect(placed(labelOf({ kind: 'strait', at: [200, 150], course, width: 20 }))).toBeNull();
});

it('a strait without a course is named near its point', () => {
  const level = labelOf({ kind: 'strait', at: [200, 150] });
  expect(level.lettering.stance).toBe('within');
  expect(toPixels(frame, level.place.position).map(Math.round)).toEqual([200, 150]);
});
