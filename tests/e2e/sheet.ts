/** What the tests of the print share: what is to be seen on the sheet, and whether its scale is true. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, mapElement } from './site.ts';

interface Sheet {
  /** What the scale says and how long its bar is in CSS pixels; `null` where there is none. */
  readonly scale: { readonly kilometres: number; readonly pixels: number } | null;
  /**
   * A line on the printed picture: where it begins and ends, in CSS pixels from the middle of the stage; `null` where
   * no picture of ours stands.
   */
  readonly line: { readonly id: string; readonly from: number; readonly to: number } | null;
  /** Words that can be seen on the picture. */
  readonly words: string;
}

/** Run in the page: what is to be seen of a map as it stands. */
function readSheet(element: Element): Sheet {
  const root = element.shadowRoot;
  const stage = root?.querySelector('.stage');
  if (root == null || stage == null) throw new Error('there is no stage');
  const seen = (part: Element) => part.checkVisibility({ visibilityProperty: true });
  const bar = root.querySelector('.scale .bar');
  const text = root.querySelector('[data-part="kilometres"]')?.textContent ?? '';
  const box = stage.getBoundingClientRect();
  const line = [...root.querySelectorAll<SVGPathElement>('.sheet path[data-line]')].find(seen);
  const matrix = line?.getScreenCTM();
  const xAt = (length: number) =>
    (line?.getPointAtLength(length).matrixTransform(matrix ?? undefined).x ?? 0) - box.left - box.width / 2;
  return {
    scale:
      bar !== null && seen(bar)
        ? { kilometres: Number.parseFloat(text.replace(',', '.')), pixels: bar.getBoundingClientRect().width }
        : null,
    line: line === undefined ? null : { id: line.dataset['line'] ?? '', from: xAt(0), to: xAt(line.getTotalLength()) },
    words: [...root.querySelectorAll('.sheet text')]
      .filter(seen)
      .map((word) => word.textContent)
      .join('\n'),
  };
}

interface LineFeature {
  readonly properties: { readonly id: string };
  readonly geometry: { readonly coordinates: readonly (readonly [lng: number, lat: number])[] };
}
const lines: readonly LineFeature[] = JSON.parse(readFileSync('dist/geo/lines.geojson', 'utf8')).features;

/** Fails unless the printed picture lies at this place and its scale is that of its land. */
export function expectTrue(sheet: Sheet, { lat, lng }: { readonly lat: number; readonly lng: number }): void {
  expect(sheet.line, 'a picture of ours is printed').not.toBeNull();
  expect(sheet.scale, 'with a scale').not.toBeNull();
  if (sheet.line === null || sheet.scale === null) return;
  const { id, from, to } = sheet.line;
  const coordinates = lines.find(({ properties }) => properties.id === id)?.geometry.coordinates ?? [];
  const [first, last] = [coordinates[0]?.[0] ?? 0, coordinates[coordinates.length - 1]?.[0] ?? 0];
  const perDegree = (to - from) / (last - first);
  const kilometresOfDegree = (40_075.0167 / 360) * Math.cos((lat * Math.PI) / 180);
  const measured = (sheet.scale.pixels / perDegree) * kilometresOfDegree;
  expect(Math.abs(measured / sheet.scale.kilometres - 1), `the bar is ${measured} km long`).toBeLessThan(0.03);
  expect(Math.abs(first + -from / perDegree - lng), 'degrees from the middle of the view').toBeLessThan(0.02);
}

/** Lets the page be as it is on paper, for as long as `look` takes. */
export async function onPaper<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  try {
    // What watches sizes is told of them with the next frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return await look();
  } finally {
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  }
}

export const view = { query: '9/43.8/146.2', lat: 43.8, lng: 146.2 } as const;
export const home = { lat: 44.44, lng: 147.1 } as const;
export const picture = '<img src="./static/map.both.en.svg" alt="Map" width="1000" height="928">';

/** An article with elements in it, which take their scripts from a tag. */
export async function article(page: Page, body: string): Promise<Locator> {
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>An article</title><body style="max-width:640px;margin:2rem auto"><p>Words.</p>${body}<script src="./four-islands.js"></script>`,
    }),
  );
  await page.goto('./article.html');
  return mapElement(page);
}

export function seen(element: Locator): Promise<Sheet> {
  return element.evaluate(readSheet);
}
