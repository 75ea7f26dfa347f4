import { expect, it } from 'vitest';
import { otherLand } from '../../../../src/lettering/land/outlines.ts';
import { box, labelOf, placed, placedFor } from '../light-table.ts';

const region = labelOf({ kind: 'region', at: [200, 150], width: 4 });

it('a region is named at its position where that lies wholly on land', () => {
  expect(placedFor(region, { land: { [otherLand]: box(100, 100, 300, 200) } }).at.map(Math.round)).toEqual([200, 150]);
});

it('a region is not named across its coast where it can lie wholly on land', () => {
  const land = box(180, 100, 300, 200);
  const { box: room } = placedFor(region, { land: { [otherLand]: land } });
  expect(room.left).toBeGreaterThanOrEqual(land.left - 4);
});

it('a region is never named on disputed land, nor farther off than its position can be told', () => {
  expect(placed(region, { land: { etorofu: box(100, 80, 300, 220) } })).toBeNull();
  expect(placed(region, { taken: [box(100, 80, 300, 220)] })).toBeNull();
});
