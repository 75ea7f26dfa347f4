/** The frame on pages of hosts: each with the listener that the host itself runs, where that is to be had. */
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { readText } from '../../scripts/machine/node-files.ts';
import { consoleLines, expect, test } from './site.ts';

const frameTag = (attributes: string, query = 'load=click') =>
  `<iframe title="Map" src="./embed.both.en.html?${query}" width="600" height="300" ${attributes}></iframe>`;

async function openHost(page: Page, body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Host</title><body>${body}`, headers }),
  );
  await page.goto('./host.html');
}

const heightOf = (page: Page) => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);
const map = (page: Page) => page.frameLocator('iframe').locator('four-islands-map');

/** The map in its ratio with all that stands under it, and nothing that scrolls beside it. */
async function expectGrown(page: Page): Promise<void> {
  await expect.poll(() => heightOf(page)).toBeGreaterThan(460);
  const side = page.frameLocator('iframe').locator('.side');
  await expect.poll(() => side.evaluate((part) => part.scrollHeight - part.clientHeight)).toBeLessThanOrEqual(1);
  const before = await heightOf(page);
  await page.waitForTimeout(400);
  expect(await heightOf(page)).toBe(before);
}

async function expectGrowingOn(page: Page): Promise<void> {
  const before = await heightOf(page);
  await page.frameLocator('iframe').getByText('Legend and sources').click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 40);
}

const listeners = {
  // Its listener as WordPress prints it, reduced to what concerns heights: the same tests of secret and window, the
  // same limits.
  WordPress: `
    addEventListener('message', ({ data, source }) => {
      if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
      for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
        if (source !== frame.contentWindow || data.message !== 'height') continue;
        frame.removeAttribute('style');
        frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
      }
    });`,
  AMP: `
    addEventListener('message', ({ data, source }) => {
      const frame = document.querySelector('iframe');
      if (data && data.sentinel === 'amp' && data.type === 'embed-size' && source === frame.contentWindow)
        frame.height = data.height;
    });`,
  Datawrapper: `
    addEventListener('message', ({ data, source }) => {
      if (data['datawrapper-height'] === undefined) return;
      for (const name in data['datawrapper-height'])
        for (const frame of document.querySelectorAll('iframe'))
          if (frame.contentWindow === source) frame.style.height = data['datawrapper-height'][name] + 'px';
    });`,
} as const;

test('WordPress: the frame grows in its sandbox, told by the secret that the host gave it', async ({ page }) => {
  const frame =
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="Map" data-secret="a1B2c3D4e5" src="./embed.both.en.html?load=click#?secret=a1B2c3D4e5" width="600" height="300"></iframe>';
  await openHost(page, `<script>${listeners.WordPress}</script>${frame}`);
  await expectGrown(page);
  await expectGrowingOn(page);
});

test('WordPress: a secret told by message is as good', async ({ page }) => {
  await openHost(
    page,
    `<script>${listeners.WordPress}</script>${frameTag('data-secret="Zz9" sandbox="allow-scripts"')}`,
  );
  await expect(map(page)).toHaveAttribute('data-state', 'picture');
  await expect
    .poll(async () => {
      await page.locator('iframe').evaluate((frame) => {
        if (frame instanceof HTMLIFrameElement)
          frame.contentWindow?.postMessage({ message: 'ready', secret: 'Zz9' }, '*');
      });
      return heightOf(page);
    })
    .toBeGreaterThan(460);
});

for (const host of ['AMP', 'Datawrapper'] as const)
  test(`${host}: the frame grows, and on with what is opened in it`, async ({ page }) => {
    await openHost(page, `<script>${listeners[host]}</script>${frameTag('sandbox="allow-scripts"')}`);
    await expectGrown(page);
    await expectGrowingOn(page);
  });

test('pym.js itself: the frame grows', async ({ page }) => {
  await page.route('**/pym.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: readText('node_modules/pym.js/dist/pym.v1.min.js') }),
  );
  await openHost(
    page,
    '<div id="map" style="width:600px" data-pym-src="./embed.both.en.html?load=click"></div><script src="./pym.js"></script>',
  );
  await expectGrown(page);
  await expectGrowingOn(page);
});

for (const [dialect, legacy] of [
  ['its own words', false],
  ['the words of iframe-resizer', true],
] as const)
  test(`open-iframe-resizer itself, in ${dialect}: the frame grows`, async ({ page }) => {
    await page.route('**/resizer.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: readText('node_modules/@open-iframe-resizer/core/dist/index.js'),
      }),
    );
    await openHost(
      page,
      `${frameTag('sandbox="allow-scripts"')}<script type="module">import { initialize } from './resizer.js'; initialize({ enableLegacyLibSupport: ${legacy} }, 'iframe');</script>`,
    );
    await expectGrown(page);
    await expectGrowingOn(page);
  });

test('no script on the host: the frame keeps the ratio that the host gives it, with the map in it', async ({
  page,
}) => {
  await openHost(
    page,
    '<iframe title="Map" src="./embed.both.en.html" width="400" height="300" style="width:400px;height:auto;aspect-ratio:4/3;border:0" loading="lazy"></iframe>',
  );
  await expect(map(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  expect(await heightOf(page)).toBe(300);
  const stage = await page.frameLocator('iframe').locator('.stage').boundingBox();
  expect(stage?.height).toBeGreaterThan(160);
});

test('a host with a policy of its own that allows nothing but the frame: the map works', async ({ page }) => {
  await openHost(page, frameTag('', 'load=eager'), {
    'Content-Security-Policy': "default-src 'none'; frame-src 'self'; style-src 'none'; script-src 'none'",
  });
  await expect(map(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
});

test('a story steers names, place and view, and hears what it said wrong', async ({ page }) => {
  const warnings = consoleLines(page, /is not understood/);
  await openHost(page, frameTag('sandbox="allow-scripts"', 'load=eager'));
  await expect(map(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  const say = (message: unknown) =>
    page.locator('iframe').evaluate((frame, data) => {
      if (frame instanceof HTMLIFrameElement) frame.contentWindow?.postMessage(data, '*');
    }, message);
  await say({ type: 'four-islands:set', view: '9/43.8/146.7', place: 'shikotan', names: 'ja' });
  await expect(map(page)).toHaveAttribute('view', '9/43.8/146.7');
  await expect(map(page)).toHaveAttribute('names', 'ja');
  const shown = () =>
    map(page).evaluate((element) => {
      const library: unknown = Reflect.get(element, 'maplibre');
      return typeof library === 'object' &&
        library !== null &&
        'getZoom' in library &&
        typeof library.getZoom === 'function'
        ? Number(library.getZoom())
        : 0;
    });
  await expect.poll(shown).toBeCloseTo(9, 1);
  await say({ type: 'four-islands:set', view: 'far away', names: 7 });
  await expect.poll(() => warnings.length).toBe(2);
  expect(warnings.join()).toContain('view=“far away”');
  expect(warnings.join()).toContain('names=“7”');
  await expect(map(page)).toHaveAttribute('view', '9/43.8/146.7');
  await say({ type: 'four-islands:set', place: null, view: null });
  await expect(map(page)).not.toHaveAttribute('view', /./);
  await expect.poll(shown).toBeLessThan(8);
});

test('the hint comes when the reader tries the wheel, and in the language that the frame speaks by then', async ({
  page,
}) => {
  await openHost(page, frameTag('', 'load=eager'));
  await expect(map(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  const hint = page.frameLocator('iframe').locator('.maplibregl-cooperative-gesture-screen');
  await expect(hint).toHaveCSS('opacity', '0');
  await map(page).evaluate((element) => element.setAttribute('lang', 'ja'));
  await expect(hint).toContainText('スクロールすると拡大・縮小できます');
  await page.locator('iframe').hover();
  // It stands for a moment only, which a busy machine may miss: the frame itself looks at every picture of it.
  await hint.evaluate((part) => {
    const look = () => {
      const seen = Math.max(Number(part.getAttribute('data-seen')), Number(getComputedStyle(part).opacity));
      part.setAttribute('data-seen', String(seen));
      requestAnimationFrame(look);
    };
    look();
  });
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => Number(await hint.getAttribute('data-seen'))).toBeGreaterThan(0.2);
  await expect(hint).toHaveCSS('opacity', '0');
});

test('the tools offer the full screen where the host allows it, and nothing that a sandbox forbids', async ({
  page,
}) => {
  for (const [attributes, offered] of [
    ['allow="fullscreen"', 1],
    ['sandbox="allow-scripts"', 0],
  ] as const) {
    await page.unroute('**/host.html');
    await openHost(page, frameTag(attributes));
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Tools', exact: true }).click();
    await expect(frame.getByRole('button', { name: 'Measure a distance' })).toBeVisible();
    for (const name of ['Full screen on or off', 'Print'])
      await expect(frame.getByRole('button', { name })).toHaveCount(offered);
    await expect(frame.getByRole('button', { name: /Embed/ })).toHaveCount(0);
  }
});

test.describe('a server that does not open its files to sandboxes', () => {
  test.use({ expectedErrors: /has been blocked by CORS policy/ });
  test('the picture stays, and one sentence says so', async ({ page, baseURL }) => {
    // The same files from a server of their own, because the check is made before a test could take the header away.
    const host =
      '<!doctype html><title>Host</title><body><iframe title="Map" sandbox="allow-scripts" src="./embed.both.en.html" width="600" height="480"></iframe>';
    const server = createServer(async (request, response) => {
      const isHost = request.url === '/host.html';
      const answer = isHost ? null : await fetch(new URL(request.url ?? '/', baseURL));
      response.setHeader('Content-Type', answer?.headers.get('Content-Type') ?? 'text/html');
      response.end(answer === null ? host : Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    await page.unrouteAll();
    await page.goto(`http://127.0.0.1:${address.port}/host.html`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('img', { name: /Map of Etorofu/ })).toBeVisible();
    await expect(frame.getByText('The interactive map did not load, so the picture stays.')).toBeHidden();
    await expect(frame.getByText('The interactive map did not load, so the picture stays.')).toBeVisible({
      timeout: 15_000,
    });
    await expect(map(page)).not.toHaveAttribute('data-state', /./);
    await new Promise((resolve) => server.close(resolve));
  });
});
