import { expect, it } from 'vitest';
import { boxDistance, overlaps } from '../../../../src/kernel/box.ts';
import { toPosition } from '../../../../src/model/camera.ts';
import { box, frame, labelOf, placed, placedFor } from '../light-table.ts';

const islet = labelOf({ kind: 'islet', at: [200, 150], group: 'habomai', drawn: true });
const group = labelOf({ kind: 'island', at: [200, 150], id: 'shikotan', group: 'shikotan', drawn: true });
const shore = box(180, 132, 220, 168);

it('a name stands off its shore, outside the waterlines and within reach', () => {
  const { box: room } = placedFor(islet, { land: { own: shore } });
  expect(overlaps(room, shore)).toBe(false);
  const away = Math.min(
    ...[room.left, room.right].flatMap((x) => [room.top, room.bottom].map((y) => boxDistance(shore, [x, y]))),
  );
  expect(away).toBeGreaterThan(8);
  expect(away).toBeLessThan(45);
});

it('a name lies on its land where that fills the frame', () => {
  const whole = box(0, 0, 400, 300);
  expect(placedFor(islet, { land: { own: whole } }).cost).toBeLessThan(20);
});

it('a name never lies on other land', () => {
  const others = { east: box(224, 0, 400, 300), west: box(0, 0, 176, 300) };
  const found = placed(islet, { land: { own: shore, ...others } });
  for (const room of found?.boxes ?? [])
    for (const land of Object.values(others)) expect(overlaps(room, land)).toBe(false);
});

it('an islet is unnamed rather than misnamed: not nearer to the land of another', () => {
  // Sea is free only beside the other.
  const land = { own: shore, rival: box(180, 232, 220, 264) };
  expect(placed(islet, { land, taken: [box(0, 0, 400, 200)] })).toBeNull();
});

it('a group is named a little farther off rather than not at all', () => {
  expect(placed(islet, { land: { own: shore }, taken: [box(0, 0, 400, 250)] })).toBeNull();
  expect(placed(group, { land: { shikotan: shore }, taken: [box(0, 0, 400, 250)] })).not.toBeNull();
});

it('there is no name of what the frame does not show', () => {
  expect(placed(group, { land: { rival: shore } })).toBeNull();
});

it('a name stays where it stood while that is a good position', () => {
  const before = toPosition(frame, [262, 112]);
  const { at } = placedFor(group, { land: { shikotan: shore }, previous: new Map([['shikotan', before]]) });
  expect(at[0]).toBeCloseTo(262, 5);
  expect(at[1]).toBeCloseTo(112, 5);
});
