/**
 * What stands on the page stays as the reader left it: lists, focus, the year's picture, what was scrolled to, a map
 * that is hidden for a while.
 */
import type { Page } from '@playwright/test';
import { say } from '../../src/text/strings.ts';
import { expect, holdBack, interactive, listed, mapElement, openPage, popup, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

const picture = (page: Page) => mapElement(page).locator('.sheet .picture');
const pictureTitle = (page: Page) => mapElement(page).locator('#picture-title');
const light = (page: Page) => page.locator('.passages').getByRole('button', { name: 'Show on the map' }).first();

test('a map that its page hides while a place is open is as before when it is seen again', async ({ page }) => {
  await openPage(page, '?place=etorofu');
  await expect(popup(page)).toBeVisible();
  const view = () => mapElement(page).evaluate((map) => JSON.stringify(Reflect.get(map, 'maplibre').getCenter()));
  const scale = mapElement(page).locator('[data-part="kilometres"]');
  const [before, said] = [await view(), await scale.textContent()];
  const display = (value: string) =>
    page.evaluate((shown) => {
      document.body.style.display = shown;
    }, value);
  const size = () => mapElement(page).evaluate((map) => Reflect.get(map, 'maplibre').getCanvas().clientWidth);
  await display('none');
  await expect.poll(size).toBe(0);
  await display('');
  await expect.poll(size).toBeGreaterThan(0);
  await interactive(page);
  await expect.poll(view).toBe(before);
  await expect(scale).toHaveText(said ?? '');
});

test('the picture of the year that an address asks for stands, in a language that the document is not in', async ({
  page,
}) => {
  await page.goto('./?year=1905&lang=ru&load=click');
  await expect(pictureTitle(page)).toContainText('1905');
  // Whatever was begun before the year was known has ended by then.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)));
  await expect(pictureTitle(page)).toContainText('1905');
  await expect(picture(page).locator('text').filter({ hasText: '1905' }).first()).toBeVisible();
  // The wide view of that year has a scale of its own: a degree of latitude is 111 kilometres.
  const measured = await mapElement(page).evaluate((map) => {
    const parts = (selector: string) => [...(map.shadowRoot?.querySelectorAll(selector) ?? [])];
    const heights = parts('.figure.left').map((figure) => ({
      degrees: Number.parseInt(figure.textContent ?? '', 10),
      at: figure.getBoundingClientRect().top,
    }));
    const [lowest, next] = heights.sort((one, other) => other.at - one.at);
    if (lowest === undefined || next === undefined) throw new Error('there are not two parallels');
    const pixels = (lowest.at - next.at) / (next.degrees - lowest.degrees);
    const bar = parts('.bar')[0]?.getBoundingClientRect().width ?? 0;
    return {
      said: Number.parseInt(parts('[data-part="kilometres"]')[0]?.textContent ?? '', 10),
      seen: (bar / pixels) * 111.2,
    };
  });
  expect(Math.abs(measured.seen / measured.said - 1)).toBeLessThan(0.1);
});

test('what was printed of places and passages stays where other lines are asked for, and the readings are late', async ({
  page,
}) => {
  const go = await holdBack(page, '**/geo/readings.json*');
  await page.goto('./?lines=ja&load=click');
  await expect(mapElement(page).locator('[data-part="whose"]')).not.toBeEmpty();
  await expect(mapElement(page).locator('.sheet')).not.toHaveClass(/other/);
  await expect(listed(page, 'shikotan')).toBeVisible();
  await expect(page.locator('.passages figure').first()).toBeAttached();
  go();
});

test('the focus stays on the steps where the year of today is chosen again and no map lives', async ({ page }) => {
  await page.goto('./?load=click&year=1855');
  await expect(pictureTitle(page)).toContainText('1855');
  const now = mapElement(page).locator('.years [data-year="now"]');
  await now.focus();
  await page.keyboard.press('Enter');
  await expect(pictureTitle(page)).toHaveText(say('en', 'pictureTitle'));
  await expect(now).toBeFocused();
});

for (const [width, height] of [
  [1280, 900],
  [800, 600],
  [390, 844],
] as const)
  test(`a passage that is scrolled to at ${width} × ${height} stays in the window`, {
    tag: width === 390 ? [] : '@long',
  }, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./?load=click');
    await light(page).evaluate((button) => button.scrollIntoView({ block: 'center' }));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expect(light(page)).toBeInViewport({ timeout: 1000 });
    await light(page).click();
    await expect(light(page)).toHaveAttribute('aria-pressed', 'true');
  });

test('pressed twice while it is on its way, a passage is lit once, and the tools are open', async ({ page }) => {
  const goReader = await holdBack(page, '**/assets/reader-*.js');
  const goTools = await holdBack(page, '**/assets/tools-*.js');
  await page.goto('./?load=click');
  for (let press = 0; press < 2; press += 1) await light(page).click();
  const tools = page.getByRole('button', { name: 'Tools', exact: true });
  for (let press = 0; press < 2; press += 1) await tools.click();
  goReader();
  goTools();
  await expect(light(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(tools).toHaveAttribute('aria-expanded', 'true');
});

test('where the timeline does not come today is marked, because today is drawn', async ({ page }) => {
  await page.route('**/geo/timeline.json*', (route) => route.abort());
  await page.goto('./?year=1905&load=click');
  await expect(mapElement(page).locator('.notice p')).not.toBeEmpty();
  await expect(mapElement(page).locator('.years [data-year="now"]')).toHaveAttribute('aria-current', 'true');
  await expect(mapElement(page).locator('.years [data-year="1905"]')).not.toHaveAttribute('aria-current', 'true');
  await expect(picture(page)).toBeVisible();
});

test('the row of languages says which one is read', async ({ page }) => {
  await page.goto('./?lang=ja&load=click');
  await expect(page.locator('.languages [aria-current="page"]')).toHaveText('日本語');
});

for (const height of [240, 480])
  test(`a Russian frame of 320 × ${height} without WebGL has its picture and its whole disclaimer`, {
    tag: height === 240 ? [] : '@long',
  }, async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.setViewportSize({ width: 320, height });
    await page.goto('./ru/embed.html');
    await expect(mapElement(page)).toHaveAttribute('data-state', 'failed');
    const box = await mapElement(page).locator('.stage').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(170);
    const bar = await mapElement(page).locator('.bar').boundingBox();
    expect(bar?.width).toBeGreaterThan(40);
    const words = await mapElement(page).locator('.disclaimer').boundingBox();
    expect(words?.y).toBeGreaterThanOrEqual(box?.y ?? 0);
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1);
    const naming = mapElement(page).locator('.naming');
    await naming.scrollIntoViewIfNeeded();
    await expect(naming).toBeInViewport({ ratio: 0.9 });
  });
