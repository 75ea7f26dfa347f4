import { expect, it } from 'vitest';
import { advancesOf, charactersOf } from '../../../scripts/fonts.ts';
import { readDataset, readHokkaido, readTimeline } from '../../../scripts/read-geo.ts';
import { buildSurroundingLand } from '../../../scripts/surrounding-land.ts';
import { homeView, toPixels } from '../../../src/model/camera.ts';
import { openLines } from '../../../src/model/lines.ts';
import { languages } from '../../../src/model/types.ts';
import { createLetterer } from '../../../src/shell/letterer.ts';
import { contains, outlinesOf, overlaps } from '../../../src/style/land-mask.ts';
import { letterFrame } from '../../../src/style/letter-frame.ts';
import { measureLabels } from '../../../src/style/place-labels.ts';
import { letterPlate, marginOf } from '../../../src/svg/place-on-plate.ts';
import { homePlate, plates } from '../../../src/svg/units.ts';

const dataset = readDataset();
const lines = openLines(readTimeline().lines, 'both');
const advances = advancesOf(charactersOf(dataset, lines));
const outlines = outlinesOf(dataset, buildSurroundingLand(readHokkaido()));
const letters = (language: (typeof languages)[number]) => ({
  labels: measureLabels(dataset, language, advances),
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
  const { placed, lineLabels } = letterFrame({
    ...letters(language),
    frame,
    covered: [],
    selected: null,
    previous: [],
  });
  expect(placed.length).toBeGreaterThan(4);
  expect(lineLabels).toHaveLength(lines.length);
  const vertices = lines.flatMap(({ coordinates }) => coordinates.map((position) => toPixels(frame, position)));
  for (const { place, boxes } of placed)
    for (const box of boxes) {
      for (const [x, y] of vertices) expect(contains(box, x, y), place.id).toBe(false);
      for (const owner of lineLabels) expect(overlaps(box, owner.box), place.id).toBe(false);
    }
});

it.each(plates)('the map of a $name begins with every name where the picture has it', ({ width }) => {
  const plate = homePlate(width);
  // A stage of whole pixels, which the plate fits into.
  const frame = { ...plate, height: Math.ceil(plate.height) };
  const land = buildSurroundingLand(readHokkaido());
  const map = createLetterer({ dataset, land, lines }, advances).letter({
    frame,
    language: 'en',
    selected: null,
    covered: marginOf(plate),
    lines,
  });
  const picture = letterPlate(letters('en'), width);
  expect(map.placed.map(({ place }) => place.id)).toEqual(picture.placed.map(({ place }) => place.id));
  for (const [index, { place, at }] of picture.placed.entries()) {
    const [from, to] = [at, map.placed[index]?.at ?? at].map((position) => toPixels(plate, position));
    // Less than the pixel by which the stage is higher.
    expect(Math.hypot((to?.[0] ?? 0) - (from?.[0] ?? 0), (to?.[1] ?? 0) - (from?.[1] ?? 0)), place.id).toBeLessThan(1);
  }
});
