/** The pictures that are shared as files show what the drawing shows. */
import { compare } from './picture-file.ts';
import { expect, test } from './site.ts';

for (const [names, language] of [
  ['both', 'en'],
  ['both', 'ja'],
] as const)
  test(`map.${names}.${language}.png is the drawing as a browser draws it`, async ({ page }) => {
    expect(await compare(page, `map.${names}.${language}.png`, `map.${names}.${language}.svg`)).toBeLessThan(0.01);
  });

test('a picture with other words is told from the drawing', async ({ page }) => {
  expect(await compare(page, 'map.ru.en.png', 'map.both.en.svg')).toBeGreaterThan(0.01);
});
