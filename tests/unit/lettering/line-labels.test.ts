import { describe, expect, it } from 'vitest';
import { readDataset, readHokkaido, readTimeline } from '../../../scripts/geo/read-geo.ts';
import { buildSurroundingLand } from '../../../scripts/geo/surrounding-land.ts';
import { advancesOf, charactersOf } from '../../../scripts/pictures/fonts.ts';
import { finish } from '../../../src/kernel/steps.ts';
import { rasterLand } from '../../../src/lettering/land/land-mask.ts';
import { projectOutlines } from '../../../src/lettering/land/outlines.ts';
import { placeLineLabels } from '../../../src/lettering/line-labels.ts';
import { toPixels } from '../../../src/model/camera.ts';
import { openLines } from '../../../src/model/story/lines.ts';
import { languages } from '../../../src/model/types.ts';
import { marginOf } from '../../../src/svg/place-on-plate.ts';
import { homePlate, plateFrame, plates } from '../../../src/svg/units.ts';

const dataset = readDataset();
const { lines } = readTimeline();
const advances = advancesOf(charactersOf(dataset, lines));
const outlines = finish(projectOutlines({ dataset, land: buildSurroundingLand(readHokkaido()) }));

describe('the words that say whose a line is', () => {
  it.each(plates.flatMap((plate) => languages.map((language) => ({ plate, name: plate.name, language }))))(
    'stand on the $name plate in $language for both lines, inside the frame, off each other and off the lines',
    ({ plate, language }) => {
      const frame = plateFrame(plate);
      const shown = openLines(lines, 'both');
      const covered = marginOf(frame, language);
      const labels = finish(
        placeLineLabels({
          lines: shown,
          land: finish(rasterLand(outlines, frame)),
          frame,
          covered,
          language,
          advances,
        }),
      );
      expect(labels.map(({ line }) => line.id)).toEqual(shown.map(({ id }) => id));
      for (const { box, rows, line, onLand } of labels) {
        expect(onLand, line.id).toBe(false);
        expect(rows.join('').replaceAll(' ', '')).toBe(line.name[language].replaceAll(' ', ''));
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(frame.width);
        expect(box.bottom).toBeLessThanOrEqual(frame.height);
        for (const { coordinates } of shown)
          for (const [x, y] of coordinates.map((position) => toPixels(frame, position)))
            expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
      }
      const [first, second] = labels.map(({ box }) => box);
      if (first === undefined || second === undefined) throw new Error('a line has no words');
      const apart =
        first.right <= second.left ||
        second.right <= first.left ||
        first.bottom <= second.top ||
        second.bottom <= first.top;
      expect(apart).toBe(true);
    },
  );

  it('are of one size for both', () => {
    const frame = homePlate(860);
    const labels = finish(
      placeLineLabels({
        lines: openLines(lines, 'both'),
        land: finish(rasterLand(outlines, frame)),
        frame,
        covered: [],
        language: 'en',
        advances,
      }),
    );
    expect(new Set(labels.map(({ size }) => size)).size).toBe(1);
  });
});
