import { expect, it } from 'vitest';
import { letteringOf, sizeAt, sizeZooms } from '../../../../src/lettering/labels/kinds.ts';
import { placeCalled } from '../../dataset.ts';

it('letters grow from a phone’s size to the full one, and no further', () => {
  const sizes = { size: 18, phoneSize: 12 };
  expect(sizeAt(sizes, sizeZooms.phone - 1)).toBe(12);
  expect(sizeAt(sizes, (sizeZooms.phone + sizeZooms.full) / 2)).toBeCloseTo(15);
  expect(sizeAt(sizes, sizeZooms.full + 3)).toBe(18);
});

it('the groups are placed first, whatever their size', () => {
  for (const id of ['etorofu', 'kunashiri', 'shikotan', 'habomai'])
    expect(letteringOf(placeCalled(id)).rank, id).toBe(0);
  expect(letteringOf(placeCalled('stokap')).rank).toBeGreaterThan(0);
});

it('land that is not disputed stands back behind the groups', () => {
  const beyond = letteringOf({ ...placeCalled('etorofu'), group: null });
  const own = letteringOf(placeCalled('etorofu'));
  expect(beyond.size).toBeLessThan(own.size);
  expect(beyond.rank).toBeGreaterThan(own.rank);
});

it('a strait without a course is lettered near its point', () => {
  const strait = { ...placeCalled('etorofu'), kind: 'strait' as const, geometry: null };
  expect(letteringOf({ ...strait, course: null }).stance).toBe('within');
  expect(
    letteringOf({
      ...strait,
      course: [
        [146, 44],
        [147, 44],
      ],
    }).stance,
  ).toBe('course');
});
