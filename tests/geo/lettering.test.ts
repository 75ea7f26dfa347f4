/** The real names in real frames: what the placing of labels promises, held against many cameras. */
import { booleanPointInPolygon, coordAll } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { readDataset, readHokkaido } from '../../scripts/geo/read-geo.ts';
import { buildSurroundingLand } from '../../scripts/geo/surrounding-land.ts';
import { advancesOf, charactersOf } from '../../scripts/pictures/fonts.ts';
import type { Box } from '../../src/kernel/box.ts';
import { finish } from '../../src/kernel/steps.ts';
import type { PlacementInput } from '../../src/lettering/labels/light-table.ts';
import { measureLabels } from '../../src/lettering/labels/measure-labels.ts';
import { rasterLand } from '../../src/lettering/land/land-mask.ts';
import { projectOutlines } from '../../src/lettering/land/outlines.ts';
import { positionsOf } from '../../src/lettering/letter-frame.ts';
import { type PlacedLabel, placeLabels } from '../../src/lettering/place-labels.ts';
import { type Frame, homeView, toPixels } from '../../src/model/camera.ts';
import { groupIds, languages } from '../../src/model/types.ts';
import type { View } from '../../src/model/view-state.ts';

const dataset = readDataset();
const land = buildSurroundingLand(readHokkaido());
const outlines = finish(projectOutlines({ dataset, land }));
const advances = advancesOf(charactersOf(dataset));
const measured = Object.fromEntries(
  languages.map((language) => [language, finish(measureLabels(dataset, language, advances))] as const),
);
const controls: readonly Box[] = [{ left: 10, top: 10, right: 280, bottom: 46 }];

const sizes = [
  [360, 410],
  [930, 775],
] as const;
const centres: readonly (readonly [name: string, lat: number, lng: number])[] = [
  ['between the groups', 44.2, 146.6],
  ['Nemuro Strait', 43.95, 145.35],
  ['Habomai', 43.5, 146.15],
  ['Shikotan', 43.79, 146.76],
  ['northern Etorofu', 45.2, 148],
];
const views: readonly (readonly [string, View])[] = centres.flatMap(([name, lat, lng]) =>
  [5, 7, 8.4, 10].map((zoom): readonly [string, View] => [`${name} at zoom ${zoom}`, { zoom, lat, lng }]),
);

/** Places the labels of a frame under which nothing stood before, if nothing else is said. */
const labelsIn = (frame: Frame, language: string, others: Partial<PlacementInput> = {}) =>
  finish(
    placeLabels({
      labels: measured[language] ?? [],
      land: finish(rasterLand(outlines, frame)),
      frame,
      covered: [],
      selected: null,
      previous: new Map(),
      ...others,
    }),
  );
const place = (view: View, [width, height]: readonly [number, number], language: string) => {
  const frame: Frame = { view, width, height };
  return { frame, placed: labelsIn(frame, language, { covered: controls }) };
};
const overlap = (first: Box, second: Box) =>
  first.left < second.right && second.left < first.right && first.top < second.bottom && second.top < first.bottom;
const boxesOf = (placed: readonly PlacedLabel[]) =>
  placed.flatMap((label) => label.boxes.map((box) => ({ id: label.place.id, box })));

describe.each(views)('%s', (_, view) => {
  it.each(sizes.flatMap((size) => languages.map((language) => ({ size, language }))))(
    'no name is cut, covered or laid over another in $language at $size',
    ({ size, language }) => {
      const { placed } = place(view, size, language);
      const boxes = boxesOf(placed);
      for (const { id, box } of boxes) {
        expect(box.left, id).toBeGreaterThanOrEqual(0);
        expect(box.top, id).toBeGreaterThanOrEqual(0);
        expect(box.right, id).toBeLessThanOrEqual(size[0]);
        expect(box.bottom, id).toBeLessThanOrEqual(size[1]);
        for (const control of controls) expect(overlap(box, control), `${id} under a control`).toBe(false);
      }
      const collisions = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .flatMap((two) => (one.id !== two.id && overlap(one.box, two.box) ? [`${one.id} × ${two.id}`] : [])),
      );
      expect(collisions).toEqual([]);
    },
  );

  it.each(sizes)('every group whose land is well inside a frame of %d × %d is named once', (width, height) => {
    const { frame, placed } = place(view, [width, height], 'en');
    for (const group of groupIds) {
      const inside = dataset.places
        .flatMap(({ group: of, geometry }) => (of !== group || geometry === null ? [] : coordAll(geometry)))
        .map(([lng = 0, lat = 0]) => toPixels(frame, [lng, lat]))
        .some(([x, y]) => x > 20 && y > 60 && x < width - 20 && y < height - 20);
      if (inside)
        expect(
          placed.filter((label) => label.place.id === group),
          group,
        ).toHaveLength(1);
    }
  });
});

it('a name stays where it stands when the map is moved a little', () => {
  const [width, height] = [930, 775];
  const view = homeView(width, height);
  const first = labelsIn({ view, width, height }, 'en');
  const moved = { ...view, lng: view.lng + 0.05 };
  const previous = positionsOf({ placed: first, lineLabels: [] });
  const second = labelsIn({ view: moved, width, height }, 'en', { previous });
  for (const group of groupIds) {
    const [before, after] = [first, second].map(
      (placed) => placed.find((label) => label.place.id === group)?.at ?? [0, 0],
    );
    expect(after?.[0], group).toBeCloseTo(before?.[0] ?? 0, 4);
    expect(after?.[1], group).toBeCloseTo(before?.[1] ?? 0, 4);
  }
});

it('the selected place is named at a zoom at which its kind is not yet', () => {
  const [width, height] = [930, 775];
  const view = { ...homeView(width, height), zoom: 7.5 };
  const placed = labelsIn({ view, width, height }, 'en', { selected: 'kurilsk' });
  expect(placed.map((label) => label.place.id)).toContain('kurilsk');
});

it('the course of every strait runs over water', () => {
  const lands = [...land.features, ...dataset.places.flatMap(({ geometry }) => (geometry === null ? [] : [geometry]))];
  for (const { id, course } of dataset.places)
    for (const position of course ?? [])
      for (const shape of lands)
        expect(booleanPointInPolygon([...position], shape), `${id} at ${position}`).toBe(false);
});
