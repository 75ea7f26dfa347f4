/** What a reader has when something fails, in a handful of decisive cases; `failure-sentences.spec.ts` has all. */
import { say } from '../../src/text/strings.ts';
import { fail, failures, openForm } from './failures.ts';
import { expectReadable } from './readable.ts';
import { expect, interactive, mapElement, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: |Worker failed to load|worker-src 'none'/ });

for (const [what, form, language, width] of [
  ['there is no WebGL', 'page', 'ru', 1280],
  ['there is no WebGL', 'frame', 'ja', 320],
  ['the map’s script is missing', 'page', 'en', 360],
  ['the tools do not come', 'page', 'ja', 360],
] as const)
  test(`${what}, ${form}, ${language}, ${width} px: the sentence can be read`, async ({ page }) => {
    const failure = failures[what];
    if (failure === undefined) throw new Error(what);
    await page.setViewportSize({ width, height: 740 });
    const { sentence } = await fail(page, failure, form, language);
    await expectReadable(page, sentence);
  });

test('the sentence is still there, in the new language, when the frame is made anew', async ({ page }) => {
  await page.route('**/maplibre-gl-worker-*.js', (route) => route.abort());
  await page.goto('./');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'failed', { timeout: 25_000 });
  for (const language of ['ru', 'ja', 'en'] as const) {
    await mapElement(page).evaluate((map, lang) => map.setAttribute('lang', lang), language);
    const sentence = page.getByRole('alert');
    await expect(sentence).toHaveText(say(language, 'error.worker'));
    await expectReadable(page, sentence);
  }
});

test('under a policy that refuses workers a frame says so soon', { tag: '@long' }, async ({ page }) => {
  await page.route('**/embed.html*', async (route) => {
    const response = await route.fetch();
    const policy = (response.headers()['content-security-policy'] ?? '').replace(
      /worker-src[^;]*/,
      "worker-src 'none'",
    );
    const body = (await response.text()).replace(/worker-src[^;"]*/g, "worker-src 'none'");
    await route.fulfill({ response, body, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const element = await openForm(page, 'frame', 'en');
  // Half of the time after which a map that draws nothing is given up.
  await expect(element).toHaveAttribute('data-state', 'failed', { timeout: 15_000 });
  await expectReadable(page, element.getByRole('alert').filter({ visible: true }));
});

test('“Try again” tries again: the sentence once more while it fails, then the map', async ({ page }) => {
  let blocked = true;
  await page.route('**/geo/map.json*', (route) => (blocked ? route.abort() : route.fallback()));
  await page.goto('./');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'failed', { timeout: 45_000 });
  const button = page.getByRole('button', { name: 'Try again' });
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  const states = await mapElement(page).evaluateHandle((map) => {
    const seen: (string | undefined)[] = [];
    new MutationObserver(() => seen.push(map.dataset['state'])).observe(map, { attributeFilter: ['data-state'] });
    return seen;
  });
  await button.click();
  await expect.poll(() => states.jsonValue()).toEqual(['loading', 'failed']);
  await expect(page.getByRole('alert')).toHaveText(say('en', 'error.data'));
  await expect(button).toBeFocused();
  blocked = false;
  await button.click();
  await interactive(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('“Try again” after a script that did not come asks for it anew, with the state as it was', async ({ page }) => {
  let blocked = true;
  await page.route('**/map-view-*.js', (route) => (blocked ? route.abort() : route.fallback()));
  await page.goto('./?load=click&names=ru');
  await page.getByRole('button', { name: 'Open the interactive map' }).click();
  await expect(mapElement(page)).toHaveAttribute('data-state', 'failed', { timeout: 45_000 });
  blocked = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await interactive(page);
  await expect(page.getByRole('radio', { name: 'Russian' })).toBeChecked();
});

test('where the map cannot be drawn, the search works and leaves no hole', { tag: '@long' }, async ({ page }) => {
  const failure = failures['there is no WebGL'];
  if (failure === undefined) throw new Error('no such failure');
  await fail(page, failure, 'page', 'en');
  const field = page.getByRole('searchbox');
  await expectReadable(page, page.locator('.search span'));
  await field.fill('Shikotan');
  await field.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
});
