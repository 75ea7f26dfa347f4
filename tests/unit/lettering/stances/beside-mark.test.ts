import { expect, it } from 'vitest';
import { box, labelOf, placed, placedFor } from '../light-table.ts';

const town = labelOf({ kind: 'settlement', at: [200, 150], group: 'etorofu' });
const cape = labelOf({ kind: 'cape', at: [200, 150], group: 'etorofu' });
const right = box(204, 100, 400, 200);
const left = box(0, 100, 196, 200);

it.each([
  ['to the right of its mark', [], 'left'],
  ['to the left where the right is taken', [right], 'right'],
  ['above where both sides are taken', [right, left, box(0, 154, 400, 300)], null],
] as const)('a name stands %s', (_, taken, anchor) => {
  expect(placed(town, { taken })?.anchor ?? null).toBe(anchor);
});

it('a name stands above or below where only that is free', () => {
  expect(placedFor(town, { taken: [box(0, 140, 160, 160), box(240, 140, 400, 160)] }).anchor).toMatch(/^(top|bottom)/);
});

it('a cape is named on the water, a town anywhere on its land', () => {
  const land = { etorofu: box(200, 0, 400, 300) };
  const east = labelOf({ kind: 'island', at: [300, 150], id: 'etorofu', group: 'etorofu', drawn: true });
  expect(placedFor(cape, { land, others: [east] }).anchor).toMatch(/right$/);
  expect(placedFor(town, { land, others: [east] }).anchor).toBe('left');
});

it('a name covers no other mark where it need not', () => {
  expect(placedFor(town, { marks: [{ id: 'other', box: box(225, 145, 235, 155) }] }).anchor).not.toBe('left');
});
