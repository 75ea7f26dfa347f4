/** The same in every form and state of the map. */
import { article, expectTrue, home, onPaper, picture, seen, view } from './sheet.ts';
import { expect, interactive, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

for (const path of ['./', './embed.html'])
  test(`${path} prints the view of its address, in each language`, async ({ page }) => {
    for (const lang of ['en', 'ja', 'ru']) {
      await page.goto(`${path}?lang=${lang}&view=${view.query}&theme=dark`);
      const element = await interactive(page);
      expectTrue(await onPaper(page, () => seen(element)), view);
    }
  });

test('a past year is printed as that year, with its own lines', async ({ page }) => {
  const element = await article(page, '<four-islands-map year="1875" view="6/48/151"></four-islands-map>');
  await interactive(page);
  const sheet = await onPaper(page, () => seen(element));
  expectTrue(sheet, { lat: 48, lng: 151 });
  expect(sheet.line?.id).toContain('1875');
});

test('before a map was opened the home view is printed, or the picture of the article without a scale', async ({
  page,
}) => {
  const element = await article(
    page,
    `<four-islands-map load="click"></four-islands-map><four-islands-map load="click">${picture}</four-islands-map>`,
  );
  await expect(element.first().locator('.picture')).toBeVisible();
  const [own, linked] = await onPaper(page, () => Promise.all([seen(element.first()), seen(element.last())]));
  expectTrue(own, home);
  expect(linked).toMatchObject({ scale: null, line: null });
});

test('where the map failed no scale of another view is printed', async ({ page }) => {
  await page.route('**/four-islands-map.js', (route) => route.abort());
  const element = await article(
    page,
    `<four-islands-map view="${view.query}" load="eager"></four-islands-map><four-islands-map load="eager">${picture}</four-islands-map>`,
  );
  for (const map of await element.all()) await expect(map).toHaveAttribute('data-state', 'failed');
  for (const map of await element.all()) {
    const sheet = await onPaper(page, () => seen(map));
    if (sheet.line === null) expect(sheet.scale).toBeNull();
    else expectTrue(sheet, home);
  }
});

test('of many maps each prints what it shows, living or asleep', async ({ page }) => {
  test.slow();
  const views = [146, 146.4, 146.8, 147.2, 147.6, 148].map((lng) => ({ lat: 44, lng, query: `8/44/${lng}` }));
  const element = await article(
    page,
    views
      .map(({ query }) => `<p style="height:900px">Words.</p><four-islands-map view="${query}"></four-islands-map>`)
      .join(''),
  );
  for (const map of await element.all()) {
    await map.scrollIntoViewIfNeeded();
    await expect(map).toHaveAttribute('data-lettered', '', { timeout: 45_000 });
  }
  await expect(element.first()).toHaveAttribute('data-state', 'picture');
  const sheets = await onPaper(page, () => Promise.all(views.map((_view, index) => seen(element.nth(index)))));
  for (const [index, at] of views.entries()) {
    const sheet = sheets[index];
    if (sheet !== undefined) expectTrue(sheet, at);
  }
});

test('on paper the dark theme is black on white', async ({ page }) => {
  const element = await article(page, `<four-islands-map theme="dark" view="${view.query}"></four-islands-map>`);
  await interactive(page);
  const shot = await onPaper(page, () => element.locator('.stage').screenshot());
  const dark = await page.evaluate(async (base64) => {
    const pixels: Uint8ClampedArray = await Reflect.get(window, 'pixelsOf')(base64);
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 0) < 128) count += 1;
    return count / (pixels.length / 4);
  }, shot.toString('base64'));
  expect(dark).toBeGreaterThan(0.005);
  expect(dark).toBeLessThan(0.25);
});
