/**
 * One plate a language, as committed files: their diff shows every change of lettering and drawing, and they can be
 * looked
 * at. After a change that is meant, renew them with `npx vitest run --project unit tests/unit/svg/plates.test.ts
 * --update`.
 */
import { expect, it } from 'vitest';
import { readDataset, readHokkaido, readTimeline } from '../../../scripts/geo/read-geo.ts';
import { buildSurroundingLand } from '../../../scripts/geo/surrounding-land.ts';
import { forPicture } from '../../../scripts/pictures/drawn.ts';
import { advancesOf, charactersOf } from '../../../scripts/pictures/fonts.ts';
import { platePictures } from '../../../scripts/pictures/plates.ts';
import { printMarkup } from '../../../src/kernel/markup.ts';

const dataset = readDataset();
const { lines } = readTimeline();
const advances = advancesOf(charactersOf(dataset, lines));
const plates = platePictures(forPicture({ dataset, advances, land: buildSurroundingLand(readHokkaido()), lines }));

/** One element a line; no number longer than what can be seen. */
function readable(svg: string): string {
  return svg
    .replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(Math.abs(Number(number)) < 10 ? 2 : 0))))
    .replaceAll('><', '>\n<');
}

it.each([
  ['both', 'en'],
  ['ja', 'ja'],
  ['ru', 'ru'],
] as const)('the plate of %s in %s is as it was', async (names, language) => {
  const plate = plates.find((candidate) => candidate.names === names && candidate.language === language);
  const svg = plate === undefined ? '' : readable(printMarkup(plate.picture, 'xml'));
  await expect(`${svg}\n`).toMatchFileSnapshot(`plates/${names}.${language}.svg`);
});
