/** Pages of others, on another origin than the map's, and what a person sees of the element in them. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './site.ts';

export interface HostPage {
  /** Of the map's own server. */
  readonly site: string;
  readonly head?: string;
  readonly body: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a page on `localhost`, while the map is on `127.0.0.1`. */
export async function openHost(
  page: Page,
  { site, head = '', body, html = '', headers = {} }: HostPage,
): Promise<void> {
  const address = new URL('host.html', site.replace('127.0.0.1', 'localhost')).href;
  await page.unroute(address);
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><html lang="en" ${html}><meta name="viewport" content="width=device-width"><title>Host</title>${head}<body>${body}</body></html>`,
    }),
  );
  await page.goto(address);
}

/** The element as editors paste it; `picture` is what stands in it. */
export const mapWith = (site: string, picture: string, attributes = 'load="click"') =>
  `<four-islands-map ${attributes}>${picture}</four-islands-map><script async src="${site}four-islands.js"></script>`;

export interface SeenPicture {
  readonly address: string;
  /** What is painted of it, in CSS pixels from the stage's left and top edge. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly stage: { readonly width: number; readonly height: number };
  readonly ratio: number;
}

/** The picture that a person meets in the middle of the stage; `null` where there is none. */
export function seenPicture(map: Locator): Promise<SeenPicture | null> {
  return map.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const stage = element.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
    if (stage === undefined) return null;
    // Beside the buttons, and over all pictures: the middle of the lower half.
    let found = document.elementFromPoint(stage.left + stage.width / 2, stage.top + stage.height * 0.6);
    while (found?.shadowRoot != null) {
      const inner: Element | null = found.shadowRoot.elementFromPoint(
        stage.left + stage.width / 2,
        stage.top + stage.height * 0.6,
      );
      if (inner === null || inner === found) break;
      found = inner;
    }
    if (!(found instanceof HTMLImageElement) || !found.complete || found.naturalWidth === 0) return null;
    const box = found.getBoundingClientRect();
    const ratio = found.naturalWidth / found.naturalHeight;
    const fit = getComputedStyle(found).objectFit;
    const scale = Math.min(box.width / found.naturalWidth, box.height / found.naturalHeight);
    const [width, height] =
      fit === 'contain' ? [found.naturalWidth * scale, found.naturalHeight * scale] : [box.width, box.height];
    return {
      address: found.currentSrc,
      box: {
        x: box.left + (box.width - width) / 2 - stage.left,
        y: box.top + (box.height - height) / 2 - stage.top,
        width,
        height,
      },
      stage: { width: stage.width, height: stage.height },
      ratio,
    };
  });
}

/**
 * The whole picture is seen, in its own ratio and large: by its box, and by its pixels, which are compared with the same picture drawn alone.
 * What lies over it by right, as the naming control does, is left out.
 */
export async function expectWholePicture(page: Page, map: Locator, message: string): Promise<void> {
  await expect.poll(() => seenPicture(map), { message: `${message}: a picture is seen` }).not.toBeNull();
  const seen = await seenPicture(map);
  if (seen === null) throw new Error(`${message}: no picture`);
  const { box, stage } = seen;
  const told = `${message}: ${JSON.stringify(seen)}`;
  expect(Math.min(box.x, box.y), told).toBeGreaterThan(-1);
  expect(box.x + box.width, told).toBeLessThan(stage.width + 1);
  expect(box.y + box.height, told).toBeLessThan(stage.height + 1);
  expect(Math.abs(box.width / box.height / seen.ratio - 1), told).toBeLessThan(0.02);
  expect(Math.max(box.width / stage.width, box.height / stage.height), told).toBeGreaterThan(0.85);
  await expect
    .poll(() => otherPixels(page, map, seen), { message: `${message}: share of other pixels` })
    .toBeLessThan(0.03);
}

/** The share of pixels, where a person meets the picture, that are not those of the picture drawn alone in its box. */
export async function otherPixels(page: Page, map: Locator, { address, box }: SeenPicture): Promise<number> {
  const stage = await map.locator('.stage').boundingBox();
  if (stage === null) throw new Error('there is no stage');
  const shot = await page.screenshot({ clip: stage, animations: 'disabled' });
  return map.evaluate(
    async (element, [base64, source, drawn]) => {
      const stage = element.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
      if (stage === undefined) return 1;
      const image = new Image();
      image.crossOrigin = 'anonymous';
      image.src = source;
      await image.decode();
      const [width, height] = [Math.floor(stage.width), Math.floor(stage.height)];
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) return 1;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, drawn.x, drawn.y, drawn.width, drawn.height);
      const expected = context.getImageData(0, 0, width, height).data;
      const pixelsOf: (png: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
      const actual = await pixelsOf(base64);
      const row = Math.round(actual.length / 4 / Math.round(stage.height));
      let [compared, other] = [0, 0];
      const cell = 8;
      for (let y = Math.ceil(drawn.y) + 2; y + cell < drawn.y + drawn.height - 2; y += cell)
        for (let x = Math.ceil(drawn.x) + 2; x + cell < drawn.x + drawn.width - 2; x += cell) {
          const meets = (right: number, down: number) =>
            element.shadowRoot?.elementFromPoint(stage.left + x + right, stage.top + y + down) instanceof
            HTMLImageElement;
          if (!meets(0, 0) || !meets(cell, cell)) continue;
          for (let down = 0; down < cell; down += 1)
            for (let right = 0; right < cell; right += 1) {
              const [at, from] = [((y + down) * width + x + right) * 4, ((y + down) * row + x + right) * 4];
              const far = [0, 1, 2].some(
                (channel) => Math.abs((expected[at + channel] ?? 0) - (actual[from + channel] ?? 0)) > 96,
              );
              compared += 1;
              if (far) other += 1;
            }
        }
      return compared === 0 ? 1 : other / compared;
    },
    [shot.toString('base64'), address, box] as const,
  );
}

/** Every word that stands in the element with its place and size, in CSS pixels from the element's corner. */
export function setting(map: Locator): Promise<readonly string[]> {
  return map.evaluate((element) => {
    const root = element.shadowRoot;
    const from = element.getBoundingClientRect();
    if (root === null) return [];
    const lines: string[] = [];
    for (const frame of root.querySelectorAll('.frame')) {
      const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || parent.closest('svg') !== null || node.textContent?.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.width < 1) continue;
          const place = [box.left - from.left, box.top - from.top, box.width, box.height].map(Math.round);
          lines.push(`${node.textContent}: ${place.join(' ')}, ${getComputedStyle(parent).color}`);
        }
      }
    }
    return lines;
  });
}
