/** The pictures that are shared as files show what the drawing shows, and all their words. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const conventions = ['both', 'ja', 'ru'] as const;
const languages = ['en', 'ja', 'ru'] as const;
const read = (name: string) => readFileSync(`dist/static/${name}`);
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

/** Share of the pixels of two pictures of one size that differ by more than 32 of 255 in a colour. */
async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map((base64): Promise<Uint8ClampedArray> => Reflect.get(window, 'pixelsOf')(base64)),
      );
      if (first === undefined || second === undefined || first.length !== second.length)
        throw new Error('the pictures have not one size');
      let different = 0;
      for (let at = 0; at < first.length; at += 4)
        if ([0, 1, 2].some((colour) => Math.abs((first[at + colour] ?? 0) - (second[at + colour] ?? 0)) > 32))
          different += 1;
      return different / (first.length / 4);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

/** The SVG file as the browser draws it in a box of this size, with the faces that are in it. */
async function drawn(page: Page, name: string, size: { readonly width: number; readonly height: number }): Promise<Buffer> {
  await page.setViewportSize(size);
  await page.goto(`./static/${name}`);
  await page.evaluate(async ({ width, height }) => {
    document.documentElement.setAttribute('width', String(width));
    document.documentElement.setAttribute('height', String(height));
    await Promise.all([...document.fonts].map((face) => face.load()));
    await document.fonts.ready;
  }, size);
  return page.screenshot();
}

async function compare(page: Page, png: string, svg: string): Promise<number> {
  const file = read(png);
  const picture = await drawn(page, svg, sizeOf(file));
  await page.goto('./static/alt.en.txt');
  return differing(page, file, picture);
}

test.describe('a picture of pixels is the drawing as a browser draws it', () => {
  for (const [names, language] of [
    ['both', 'en'],
    ['both', 'ja'],
  ] as const)
    test(`map.${names}.${language}.png`, async ({ page }) => {
      expect(await compare(page, `map.${names}.${language}.png`, `map.${names}.${language}.svg`)).toBeLessThan(0.01);
    });

  test('and one of other words or other lines is told from it', async ({ page }) => {
    expect(await compare(page, 'map.ru.en.png', 'map.both.en.svg')).toBeGreaterThan(0.01);
  });
});

test.describe('@long every picture of pixels is the drawing', () => {
  for (const names of conventions)
    for (const language of languages)
      for (const scale of ['', '@2x'])
        test(`map.${names}.${language}${scale}.png`, async ({ page }) => {
          expect(await compare(page, `map.${names}.${language}${scale}.png`, `map.${names}.${language}.svg`)).toBeLessThan(
            0.01,
          );
        });
});
