/** The timeline: steps under the map, the lines on it, the words beside it, and the document that needs no script. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readTimeline } from '../../scripts/geo/read-geo.ts';
import { consoleLines, expect, mapElement, openPage, test } from './site.ts';

const { events } = readTimeline();

const steps = (page: Page) => page.getByRole('navigation', { name: 'How the lines moved' });
const step = (page: Page, name: string) => steps(page).getByRole('link', { name, exact: true });
const panel = (page: Page): Locator => page.locator('[data-part="history"]');

/** Ids of the lines that the map has drawn into its frame, sorted. */
const linesOnMap = (page: Page): Promise<readonly string[]> =>
  mapElement(page).evaluate((host) => {
    const map = (
      host as HTMLElement & {
        maplibre: {
          isMoving(): boolean;
          queryRenderedFeatures(options: object): { properties: Record<string, unknown> }[];
        } | null;
      }
    ).maplibre;
    if (map === null || map.isMoving()) return [];
    const layers = ['lines-treaty', 'lines-ja', 'lines-ru'];
    return [
      ...new Set(map.queryRenderedFeatures({ layers }).map(({ properties }) => String(properties['line']))),
    ].sort();
  });

const current = (page: Page) => steps(page).locator('[aria-current]');

test('today’s two lines are drawn on picture and map, with their owners', async ({ page }) => {
  await openPage(page, '?lang=en');
  await expect.poll(() => linesOnMap(page)).toEqual(['claimed-by-japan', 'in-effect-1945']);
  const drawn = page.locator('.picture .line');
  await expect(drawn).toHaveCount(2);
  const look = await drawn.evaluateAll((paths) =>
    paths.map((path) => [getComputedStyle(path).stroke, path.getAttribute('stroke-width')].join()),
  );
  expect(new Set(look).size).toBe(1);
  await expect(page.locator('.legend')).toContainText('Claimed by Japan (1855 line)');
  await expect(page.locator('.legend')).toContainText('In effect since 1945');
});

test('a step is chosen by click, stands in the address, and is left by going back', async ({ page }) => {
  await openPage(page, '?lang=en');
  await step(page, '1875').click();
  await expect(page).toHaveURL(/year=1875/);
  await expect(current(page)).toHaveText('1875');
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('1875: St Petersburg');
  await expect.poll(() => linesOnMap(page), { timeout: 20_000 }).toEqual(['la-perouse-1875', 'shumshu-lopatka-1875']);
  await expect(page.locator('.picture')).toHaveAccessibleName(/1875: St Petersburg/);
  await page.goBack();
  await expect(page).not.toHaveURL(/year=/);
  await expect(current(page)).toHaveText('now');
  await expect.poll(() => linesOnMap(page), { timeout: 20_000 }).toEqual(['claimed-by-japan', 'in-effect-1945']);
});

test('arrow keys go from step to step', async ({ page }) => {
  await openPage(page, '?lang=en');
  await step(page, 'now').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/year=1855/);
  await expect(step(page, '1855')).toBeFocused();
  await expect.poll(() => linesOnMap(page), { timeout: 20_000 }).toEqual(['etorofu-urup-1855']);
  await page.keyboard.press('ArrowLeft');
  await expect(current(page)).toHaveText('now');
  await expect(page.locator('[data-part="announcement"]')).toContainText('Now: since the Joint Declaration of 1956');
});

test('an address with a year opens it, and a year that is none is told to the console', async ({ page }) => {
  await openPage(page, '?lang=en&year=1945');
  await expect(panel(page)).toContainText('3–5 September 1945; sources differ');
  await expect.poll(() => linesOnMap(page), { timeout: 20_000 }).toEqual(['in-effect-1945']);
  const warnings = consoleLines(page, /year=“1900”/);
  await mapElement(page).evaluate((host) => host.setAttribute('year', '1900'));
  await expect.poll(() => warnings.length).toBe(1);
  await expect(current(page)).toHaveText('1945');
});

test('the lines of one side are a choice of their own, labelled as that side’s, and leave the names alone', async ({
  page,
}) => {
  await openPage(page, '?lang=en&names=ru');
  await step(page, 'now').click();
  for (const [label, address, line, words] of [
    ['As official Japanese maps show it', /lines=ja/, 'claimed-by-japan', 'Lines as shown on official Japanese maps.'],
    ['As official Russian maps show it', /lines=ru/, 'in-effect-1945', 'Lines as shown on official Russian maps.'],
  ] as const) {
    await panel(page).getByRole('radio', { name: label }).check();
    await expect(page).toHaveURL(address);
    await expect(page).toHaveURL(/names=ru/);
    await expect(page.locator('.disclaimer')).toContainText(words);
    await expect.poll(() => linesOnMap(page), { timeout: 20_000 }).toEqual([line]);
  }
  await panel(page).getByRole('radio', { name: 'Of both sides' }).check();
  await expect(page).not.toHaveURL(/lines=/);
});

test('the promise of 1956 is outlined, not drawn as a line', async ({ page }) => {
  await openPage(page, '?lang=en');
  await step(page, 'now').click();
  const button = panel(page).locator('[data-event="joint-declaration-1956"]').getByRole('button');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const lit = await mapElement(page).evaluate((host) =>
    (host as HTMLElement & { maplibre: { getGlobalState(): Record<string, unknown> } }).maplibre.getGlobalState(),
  );
  expect(lit['lit']).toEqual(['shikotan', 'habomai']);
  await expect.poll(() => linesOnMap(page), { timeout: 20_000 }).toEqual(['claimed-by-japan', 'in-effect-1945']);
});

test('the opened timeline has no fault that a machine finds', async ({ page }) => {
  await openPage(page, '?lang=en&year=1855');
  await expect(panel(page)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  for (const box of await steps(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON())))
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
});

test('a popup under a past year says what was administered then, and labels the state of today', async ({ page }) => {
  await openPage(page, '?lang=en&year=1875&place=etorofu');
  await expect(page.getByRole('dialog')).toContainText('By treaty, Japan: the islands from Hokkaido to Shumshu.');
  await expect(page.getByRole('dialog')).toContainText('Now (regardless of the year shown):');
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('a line is there at once', async ({ page }) => {
    await openPage(page, '?lang=en');
    const sizes = await mapElement(page).evaluate(async (host) => {
      type Source = { setData(data: { features: { geometry: { coordinates: unknown[] } }[] }): unknown };
      const map = (host as HTMLElement & { maplibre: { getSource(id: string): Source } }).maplibre;
      const source = map.getSource('lines');
      const seen: number[] = [];
      const original = source.setData.bind(source);
      source.setData = (data) => {
        seen.push(data.features[0]?.geometry.coordinates.length ?? 0);
        return original(data);
      };
      host.setAttribute('year', '1945');
      host.setAttribute('year', '1855');
      // The timeline comes first; then a line that is drawn along would be seen in parts for 600 milliseconds.
      for (let waited = 0; waited < 150 && seen.at(-1) !== 5; waited++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return seen;
    });
    expect(sizes.at(-1)).toBe(5);
    // Never a part of it: nothing, or all of one step’s line.
    expect(sizes.filter((size) => ![0, 5, 16].includes(size))).toEqual([]);
  });
});

test.describe('on a screen 320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 700 } });
  test('nothing runs out of the window', async ({ page }) => {
    await openPage(page, '?lang=en&year=1905');
    await expect(panel(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the timeline reads as an ordered list, in three languages', async ({ page }) => {
    await page.goto('./');
    await steps(page).getByRole('link', { name: 'All events and sources' }).click();
    await expect(page).toHaveURL(/timeline\.html$/);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5);
    await expect(page.locator('.events > li')).toHaveCount(events.length);
    await expect(page.locator('.pair > .reading')).toHaveCount(
      2 * events.filter(({ readings }) => readings.length > 0).length,
    );
    for (const language of ['日本語', 'Русский']) {
      await page.getByRole('navigation').getByRole('link', { name: language }).click();
      await expect(page.locator('.events > li')).toHaveCount(events.length);
    }
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  });
});
