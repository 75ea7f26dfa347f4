/** What the tests of the picture files share: a file against its drawing as the browser draws it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export const read = (name: string) => readFileSync(`dist/static/${name}`);
export const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

/** A box in pixels of a picture. */
interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Share of the pixels of two pictures of one size that differ by more than 32 of 255 in a colour. What lies in one of
 * the `ignored` boxes does not count.
 */
export async function differing(
  page: Page,
  one: Buffer,
  other: Buffer,
  ignored: readonly PixelBox[] = [],
): Promise<number> {
  return page.evaluate(
    async ({ pictures, width, boxes }) => {
      const [first, second] = await Promise.all(
        pictures.map((base64): Promise<Uint8ClampedArray> => Reflect.get(window, 'pixelsOf')(base64)),
      );
      if (first === undefined || second === undefined || first.length !== second.length)
        throw new Error('the pictures have not one size');
      let different = 0;
      let counted = 0;
      for (let at = 0; at < first.length; at += 4) {
        const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
        if (boxes.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom)) continue;
        counted += 1;
        if ([0, 1, 2].some((colour) => Math.abs((first[at + colour] ?? 0) - (second[at + colour] ?? 0)) > 32))
          different += 1;
      }
      return different / counted;
    },
    { pictures: [one.toString('base64'), other.toString('base64')], width: sizeOf(one).width, boxes: [...ignored] },
  );
}

/** The faces that are in the files. */
const faces = (
  read('map.both.en.svg')
    .toString()
    .match(/@font-face\{[^}]*\}/g) ?? []
).join('');

/** A drawing that lies in no file of its own, with the faces. */
export async function offerDrawing(page: Page, name: string, svg: string): Promise<void> {
  await page.route(`**/static/${name}`, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: svg.replace('<style>', `<style>${faces}`) }),
  );
}

/** The SVG file as the browser draws it in a box of this size, with the faces that are in it. */
export async function drawn(
  page: Page,
  name: string,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
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

export async function compare(
  page: Page,
  png: string,
  svg: string,
  ignored: readonly PixelBox[] = [],
): Promise<number> {
  const file = read(png);
  const picture = await drawn(page, svg, sizeOf(file));
  await page.goto('./static/alt.en.txt');
  return differing(page, file, picture, ignored);
}
