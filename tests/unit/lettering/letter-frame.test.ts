import { stands } from 'virtual:four-islands/stands';
import { expect, it } from 'vitest';
import { readDataset, readHokkaido, readTimeline } from '../../../scripts/geo/read-geo.ts';
import { buildSurroundingLand } from '../../../scripts/geo/surrounding-land.ts';
import { advancesOf, charactersOf } from '../../../scripts/pictures/fonts.ts';
import { type Box, contains, overlaps } from '../../../src/kernel/box.ts';
import { finish } from '../../../src/kernel/steps.ts';
import { measureLabels } from '../../../src/lettering/labels/measure-labels.ts';
import { landMask, rasterLand } from '../../../src/lettering/land/land-mask.ts';
import { projectOutlines } from '../../../src/lettering/land/outlines.ts';
import { letterFrame, positionsOf } from '../../../src/lettering/letter-frame.ts';
import { type Frame, homeView, toPixels } from '../../../src/model/camera.ts';
import { openLines } from '../../../src/model/story/lines.ts';
import { extentOf, linesAt } from '../../../src/model/story/timeline.ts';
import { type LngLat, languages } from '../../../src/model/types.ts';
import { createLetterer } from '../../../src/shell/map/letterer.ts';
import { letterPlate, marginOf } from '../../../src/svg/place-on-plate.ts';
import { plateFor, plateFrame, plates } from '../../../src/svg/units.ts';

const dataset = readDataset();
const timeline = readTimeline();
const lines = openLines(timeline.lines, 'both');
const advances = advancesOf(charactersOf(dataset, lines));
const land = buildSurroundingLand(readHokkaido());
const outlines = finish(projectOutlines({ dataset, land }));
/** It remembers where names stood: each case has its own. */
const newLetterer = () => createLetterer({ dataset, land, lines }, advances);
const letters = (language: (typeof languages)[number]) => ({
  labels: finish(measureLabels(dataset, language, advances)),
  outlines,
  lines,
  language,
  advances,
});

it.each(
  [
    [360, 410],
    [930, 740],
    [1400, 1000],
  ].flatMap(([width = 0, height = 0]) => languages.map((language) => ({ width, height, language }))),
)('no name lies across a line or over its owner’s at $width × $height in $language', ({ width, height, language }) => {
  const frame = { view: homeView(width, height), width, height };
  const { placed, lineLabels } = finish(
    letterFrame({
      ...letters(language),
      frame,
      covered: [],
      selected: null,
      previous: new Map(),
    }),
  );
  expect(placed.length).toBeGreaterThan(4);
  expect(lineLabels).toHaveLength(lines.length);
  const vertices = lines.flatMap(({ coordinates }) => coordinates.map((position) => toPixels(frame, position)));
  for (const { place, boxes } of placed)
    for (const box of boxes) {
      for (const vertex of vertices) expect(contains(box, vertex), place.id).toBe(false);
      for (const owner of lineLabels) expect(overlaps(box, owner.box), place.id).toBe(false);
    }
});

/** CSS pixels; no position is infinitely far. */
function pixelsBetween(frame: Frame, one: LngLat | undefined, other: LngLat | undefined): number {
  if (one === undefined || other === undefined) return Number.POSITIVE_INFINITY;
  const [[x1, y1], [x2, y2]] = [toPixels(frame, one), toPixels(frame, other)];
  return Math.hypot(x2 - x1, y2 - y1);
}

it.each(plates.filter(({ secondRows }) => secondRows))(
  'the map of a $name begins with every name where the picture has it',
  (plate) => {
    const frame = plateFrame(plate);
    const map = finish(
      newLetterer().letter({
        frame,
        language: 'en',
        selected: null,
        covered: marginOf(frame, 'en'),
        lines,
        day: null,
      }),
    );
    // As it was printed, over land that is simplified.
    const picture = Object.entries(stands.en[plate.name] ?? {});
    const now = positionsOf(map);
    expect([...now.keys()].sort()).toEqual(picture.map(([id]) => id).sort());
    for (const [id, at] of picture) expect(pixelsBetween(frame, at, now.get(id)), id).toBeLessThan(1);
  },
);

it.each(
  [
    [360, 410],
    [360, 476],
    [412, 468],
    [768, 552],
    [768, 655],
    [928, 764],
    [1402, 1044],
    [1800, 1100],
  ].flatMap(([width = 0, height = 0]) => languages.map((language) => ({ width, height, language }))),
)(
  'no name of a group and no line’s owner jumps when the map takes over from the picture at $width × $height in $language',
  ({ width, height, language }) => {
    const frame = { view: homeView(width, height), width, height };
    const { placed, lineLabels } = finish(
      newLetterer().letter({
        frame,
        language,
        selected: null,
        covered: marginOf(frame, language),
        lines,
        day: null,
      }),
    );
    const picture = stands[language][plateFor(width, height).name] ?? {};
    const groups = placed.filter(({ lettering }) => lettering.rank === 0);
    expect(groups).toHaveLength(4);
    expect(lineLabels).toHaveLength(lines.length);
    // A line of words at most: out of the way of the naming control, which does not grow with the stage.
    for (const [id, at] of positionsOf({ placed: groups, lineLabels }))
      expect(pixelsBetween(frame, picture[id], at), id).toBeLessThan(12);
  },
);

it.each(plates.flatMap((plate) => languages.map((language) => ({ plate, name: plate.name, language }))))(
  'the $name picture names all four groups in $language, each nearer to its own land than to another’s',
  ({ plate, language }) => {
    const frame = plateFrame(plate);
    const { placed } = finish(letterPlate(letters(language), plate));
    const mask = landMask(finish(rasterLand(outlines, frame)));
    const groups = placed.filter(({ lettering }) => lettering.rank === 0);
    const ids = groups.map(({ place }) => place.id);
    expect([...ids].sort()).toEqual(['etorofu', 'habomai', 'kunashiri', 'shikotan']);
    const regions = ids.map((id) =>
      mask.region(dataset.places.flatMap((place) => (place.group === id && place.geometry ? [place.id] : []))),
    );
    for (const [index, { boxes, place }] of groups.entries()) {
      const distances = regions.map((region) =>
        Math.min(...boxes.flatMap(edgeOf).map(([x, y]) => region.distance(x, y))),
      );
      expect(Math.min(...distances), place.id).toBe(distances[index]);
      expect(distances[index], place.id).toBeLessThan(60);
    }
  },
);

it.each(
  (['1875', '1905'] as const).flatMap((year) =>
    [
      [360, 400],
      [768, 570],
    ].flatMap(([width = 0, height = 0]) => languages.map((language) => ({ year, width, height, language }))),
  ),
)(
  'the wide view of $year names each group and each island beyond within reach of its land at $width × $height in $language',
  ({ year, width, height, language }) => {
    const frame = { view: homeView(width, height, extentOf(timeline, year)), width, height };
    const { placed } = finish(
      letterFrame({
        ...letters(language),
        lines: linesAt(timeline, year),
        frame,
        covered: marginOf(frame, language),
        selected: null,
        previous: new Map(),
      }),
    );
    const mask = landMask(finish(rasterLand(outlines, frame)));
    const groups = placed.filter(({ lettering }) => lettering.rank === 0);
    expect(groups).toHaveLength(4);
    for (const { boxes, place } of groups) {
      const own = mask.region(
        dataset.places.flatMap(({ id, group, geometry }) => (group === place.id && geometry ? [id] : [])),
      );
      expect(Math.min(...boxes.flatMap(edgeOf).map(([x, y]) => own.distance(x, y))), place.id).toBeLessThan(60);
    }
    const beyond = placed.filter(({ place }) => place.kind === 'island' && place.group === null);
    expect(beyond.length).toBeGreaterThan(0);
    for (const { boxes, place } of beyond) {
      const [x, y] = toPixels(frame, place.position);
      const away = boxes.map(({ left, top, right, bottom }) =>
        Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)),
      );
      expect(Math.min(...away), place.id).toBeLessThan(33);
    }
  },
);

/** Points round a box, in CSS pixels. */
function edgeOf({ left, top, right, bottom }: Box): readonly (readonly [number, number])[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
    [left + part * (right - left), top] as const,
    [left + part * (right - left), bottom] as const,
  ]);
}
