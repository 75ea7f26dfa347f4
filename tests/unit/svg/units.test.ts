import { expect, it } from 'vitest';
import { homeBounds } from '../../../src/model/camera.ts';
import { groundUnits, groundUnitsHigh, plateFor, plateRules, plates, toHomeGround } from '../../../src/svg/units.ts';

it('the corners of the home bounds are the corners of the ground', () => {
  const [left, top] = toHomeGround([homeBounds.west, homeBounds.north]);
  const [right, bottom] = toHomeGround([homeBounds.east, homeBounds.south]);
  expect([left, top]).toEqual([0, 0]);
  expect(right).toBeCloseTo(groundUnits);
  expect(bottom).toBeCloseTo(groundUnitsHigh, 1);
});

it('a stage has the last plate that fits it, and the first where none does', () => {
  expect(plateFor(100, 100).name).toBe('small');
  expect(plateFor(2000, 2000).name).toBe('wide');
  for (const { name, width, height } of plates) expect(plateFor(width, height).name).toBe(name);
});

it('the style sheet chooses among the same plates', () => {
  for (const { name } of plates) expect(plateRules()).toContain(`.plate-${name}{display:inline}`);
});
