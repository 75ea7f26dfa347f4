import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../../scripts/machine/browser.ts';
import { consoleLines, expect, interactive, listed, mapElement, openPage, popup, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

const failing = async (page: import('@playwright/test').Page, reason: string) => {
  const element = mapElement(page);
  await expect(element).toHaveAttribute('data-state', 'failed', { timeout: 45_000 });
  await expect(page.getByRole('img', { name: /Map of Etorofu/ })).toBeVisible();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual([reason]);
};

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { reasons: [] });
    document.addEventListener('four-islands-error', (event) => {
      if (event instanceof CustomEvent) Reflect.get(window, 'reasons').push(event.detail.reason);
    });
  });
});

test.describe('a damaged map.json', () => {
  const bodies = [
    ['missing', { status: 404, body: 'gone' }],
    ['cut off', { status: 200, body: '{"islands":{"type":"FeatureCollection","features":[{"type":"Fea' }],
    ['something else', { status: 200, body: '{"type":"FeatureCollection","features":[]}' }],
    [
      'hostile',
      {
        status: 200,
        body: JSON.stringify({
          type: 'FeatureCollection',
          features: [
            { type: 'Feature', properties: { id: '<img src=x onerror=alert(1)>', kind: 'island' }, geometry: null },
          ],
        }),
      },
    ],
  ] as const;
  for (const [what, response] of bodies)
    test(`${what}: the picture stays and the console names the file`, {
      tag: what === 'missing' || what === 'hostile' ? [] : '@long',
    }, async ({ page }) => {
      const lines = consoleLines(page, /four-islands: data/);
      await page.route('**/geo/map.json*', (route) => route.fulfill({ ...response, contentType: 'application/json' }));
      await page.goto('./');
      await failing(page, 'data');
      expect(lines.join()).toContain('geo/map.json');
    });
});

test('an unknown value in the address gives one warning each and the default', async ({ page }) => {
  const lines = consoleLines(page, /is not understood/);
  const element = await openPage(page, '?names=xx&theme=sepia');
  await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
  await expect(element).not.toHaveAttribute('names', 'xx');
  expect(lines).toEqual([
    'four-islands: names=“xx” is not understood; allowed: both, ja, ru.',
    'four-islands: theme=“sepia” is not understood; allowed: auto, light, dark.',
  ]);
});

test('an unknown place gives one warning and no popup', { tag: '@long' }, async ({ page }) => {
  const lines = consoleLines(page, /is not understood/);
  await openPage(page, '?place=atlantis');
  await expect(popup(page)).toBeHidden();
  expect(lines).toHaveLength(1);
  await expect(page).not.toHaveURL(/atlantis/);
});

test('a later wrong attribute leaves what was there', { tag: '@long' }, async ({ page }) => {
  const lines = consoleLines(page, /is not understood/);
  const element = await openPage(page, '?names=ja');
  await page.evaluate(() => document.querySelector('four-islands-map')?.setAttribute('names', 'klingon'));
  await expect(element).toHaveAttribute('names', 'ja');
  expect(lines).toHaveLength(1);
});

test('a blocked map script leaves the picture, the list and the popup', async ({ page }) => {
  await page.route('**/map-view-*.js', (route) => route.abort());
  await page.goto('./');
  await failing(page, 'module');
  await listed(page, 'shikotan').click();
  await expect(popup(page).locator('blockquote')).toHaveCount(3);
});

test('the map can be opened again after a failure that has passed', { tag: '@long' }, async ({ page }) => {
  let blocked = true;
  await page.route('**/geo/map.json*', (route) => (blocked ? route.abort() : route.fallback()));
  await page.goto('./');
  await failing(page, 'data');
  blocked = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await interactive(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('all scripts blocked: the picture and the naming control work', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('./');
  await page.getByRole('radio', { name: 'Russian' }).check();
  await expect(page.locator('.home .names-ru').getByText('Iturup').filter({ visible: true })).toHaveCount(1);
});

test('a lost WebGL context gives the picture back, and the map can be opened again', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    const canvas = document.querySelector('four-islands-map')?.shadowRoot?.querySelector('canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await failing(page, 'context-lost');
  await page.getByRole('button', { name: 'Try again' }).click();
  await interactive(page);
});

test('without WebGL the picture stays and a sentence says why', { tag: '@long' }, async ({ baseURL }) => {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no browser');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...browserFlags.filter((flag) => flag !== '--enable-unsafe-swiftshader'),
      '--disable-gpu',
      '--disable-software-rasterizer',
      '--disable-3d-apis',
    ],
  });
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(baseURL ?? '');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'failed', { timeout: 45_000 });
  await expect(page.getByRole('alert')).toContainText('This browser cannot draw the interactive map');
  await listed(page, 'etorofu').click();
  await expect(popup(page).locator('blockquote')).toHaveCount(3);
  await browser.close();
});
