import { expect, test } from './site.ts';

/** A host page on another path of the same server, as plain as an article can be. */
const host = (attributes: string) =>
  `<!doctype html><title>Host</title><body><h1>An article</h1><iframe title="Map" src="./embed.html?lang=en&names=both" width="600" height="450" ${attributes}></iframe>`;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { got: [] });
    window.addEventListener('message', (event) => Reflect.get(window, 'got').push(event.data));
  });
});

for (const [what, attributes] of [
  ['plain', ''],
  ['in a sandbox without an origin', 'sandbox="allow-scripts"'],
] as const)
  test(`the frame works ${what}, tells its height and takes its parent’s messages`, async ({ page }) => {
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: host(attributes) }));
    await page.goto('./host.html');
    const frame = page.frameLocator('iframe');
    const element = frame.locator('four-islands-map');
    await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
    await page.evaluate(() =>
      document
        .querySelector('iframe')
        ?.contentWindow?.postMessage({ type: 'four-islands:set', names: 'ru', place: 'shikotan' }, '*'),
    );
    await expect(element).toHaveAttribute('names', 'ru');
    await expect(frame.getByRole('dialog', { name: /Shikotan/ })).toBeVisible();
    const got = await page.evaluate(() => Reflect.get(window, 'got'));
    expect(got).toEqual(
      expect.arrayContaining([
        { type: 'four-islands:height', height: expect.any(Number) },
        { type: 'four-islands:names', names: 'ru' },
        { type: 'four-islands:select', place: 'shikotan' },
      ]),
    );
  });

test('messages of another shape or with wrong values change nothing', async ({ page }) => {
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: host('') }));
  await page.goto('./host.html');
  const element = page.frameLocator('iframe').locator('four-islands-map');
  await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await page.evaluate(() => {
    const target = document.querySelector('iframe')?.contentWindow;
    for (const message of [
      'names=ru',
      null,
      { type: 'four-islands:set', names: 7 },
      { type: 'other', names: 'ru' },
      { type: 'four-islands:set', names: 'xx', place: '<b>' },
    ])
      target?.postMessage(message, '*');
  });
  await page.waitForTimeout(500);
  await expect(element).not.toHaveAttribute('names', /ru|xx/);
  await expect(page.frameLocator('iframe').getByRole('dialog')).toBeHidden();
});

test('the wheel over the frame scrolls the article, not the map', { tag: '@long' }, async ({ page }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `${host('')}<div style="height:3000px"></div>` }),
  );
  await page.goto('./host.html');
  await expect(page.frameLocator('iframe').locator('four-islands-map')).toHaveAttribute('data-state', 'interactive', {
    timeout: 45_000,
  });
  await page.locator('iframe').hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
});

test('a map that has gone out of sight is freed, with all that it held', async ({ page }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `${host('')}<div style="height:5000px"></div>` }),
  );
  await page.goto('./host.html');
  const element = page.frameLocator('iframe').locator('four-islands-map');
  await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await element.evaluate((map) => Object.assign(window, { seen: new WeakRef(Reflect.get(map, 'maplibre')) }));
  await page.evaluate(() => window.scrollTo(0, 4000));
  await expect(element).toHaveAttribute('data-state', 'picture');
  const session = await page.context().newCDPSession(page);
  await expect
    .poll(
      async () => {
        await session.send('HeapProfiler.collectGarbage');
        return element.evaluate(() => Reflect.get(window, 'seen').deref() === undefined);
      },
      { timeout: 20_000 },
    )
    .toBe(true);
});
