import { expect, it } from 'vitest';
import { overlaps } from '../../../../src/kernel/box.ts';
import { box, labelOf, placed, placedFor } from '../light-table.ts';

const bay = labelOf({ kind: 'bay', at: [200, 150], group: 'etorofu' });

it('a bay is named at its point where that is water', () => {
  expect(placedFor(bay).at.map(Math.round)).toEqual([200, 150]);
});

it('the name of a bay gives way to the land', () => {
  const land = box(200, 0, 400, 300);
  const { box: room } = placedFor(bay, { land: { etorofu: land } });
  expect(overlaps(room, land)).toBe(false);
});

it('a bay without enough water is not named', () => {
  expect(placed(bay, { land: { etorofu: box(0, 0, 400, 300) } })).toBeNull();
});
