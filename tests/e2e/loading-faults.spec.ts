/**
 * What can go wrong while the page loads, on the built page; `faults.spec.ts` has the rest. Each time the reader has
 * picture or map, one sentence, and nothing is lost.
 */
import type { Locator, Page } from '@playwright/test';
import { choose, expect, holdBack, listed, mapElement, popup, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: |Worker failed to load|Failed to load module script/ });

// A fault takes its time to be noticed, and a busy machine takes more.
test.describe.configure({ timeout: 180_000 });

async function interactive(page: Page): Promise<Locator> {
  const element = mapElement(page);
  await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 100_000 });
  return element;
}

async function openPage(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await interactive(page);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { reasons: [] });
    document.addEventListener('four-islands-error', (event) => {
      if (event instanceof CustomEvent) Reflect.get(window, 'reasons').push(event.detail.reason);
    });
  });
});

/** The picture stands, one sentence says so, state and event tell why. */
async function failed(page: Page, ...reasons: readonly string[]): Promise<void> {
  await expect(mapElement(page)).toHaveAttribute('data-state', 'failed', { timeout: 50_000 });
  await expect(page.getByRole('img', { name: /Map of Etorofu/ })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveText(/^[A-Z][^.]+\.$/);
  expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual(reasons);
}

/** The map is there without what is read on it, and the reader and the page are told. */
async function unread(page: Page): Promise<void> {
  await expect(page.getByRole('alert')).toHaveText('This part of the page did not load. Try again.', {
    timeout: 50_000,
  });
  await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 50_000 });
  expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual(['data']);
  expect(await page.evaluate(() => document.querySelector('four-islands-map')?.toSVG().length)).toBeGreaterThan(5000);
}

/** The naming control and the list work on what is there. */
async function usable(page: Page): Promise<void> {
  await choose(page, 'Russian');
  await expect(listed(page, 'etorofu')).toHaveAccessibleName(/^Iturup Итуруп/);
  await choose(page, 'Both');
}

const loseContext = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('four-islands-map')?.shadowRoot?.querySelector('canvas');
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    // The browser may give it back at any time, to a canvas that nobody needs any more.
    setTimeout(() => {
      try {
        extension?.restoreContext();
      } catch {}
    }, 50);
  });

test('WebGL lost and given back, twice: picture, sentence, and the map again', async ({ page }) => {
  await openPage(page, '?place=shikotan&names=ru');
  for (const reasons of [['context-lost'], ['context-lost', 'context-lost']]) {
    await loseContext(page);
    await failed(page, ...reasons);
    await page.getByRole('button', { name: 'Try again' }).click();
    await interactive(page);
    await expect(page.locator('four-islands-map canvas')).toHaveCount(1);
    await expect(popup(page)).toBeVisible();
    await expect(mapElement(page)).toHaveAttribute('names', 'ru');
  }
});

test('there is one worker for the map, and none where MapLibre does not come', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name = ''] = /\/(maplibre-gl-worker|map-view)-[^/]*\.js$/.exec(request.url()) ?? [];
    if (name !== '') asked.push(name);
  });
  await page.goto('./?load=click');
  await page.waitForLoadState('load');
  asked.length = 0;
  await page.getByRole('button', { name: 'Open the interactive map' }).click();
  await interactive(page);
  expect(asked.filter((name) => name === 'maplibre-gl-worker')).toHaveLength(1);
  expect(page.workers()).toHaveLength(1);
  await page.route('**/map-view-*.js', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: 'Open the interactive map' }).click();
  await failed(page, 'module');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a worker that cannot be had leaves the picture', async ({ page }) => {
  await page.route('**/maplibre-gl-worker-*.js', (route) => route.abort());
  await page.goto('./');
  await failed(page, 'worker');
  await usable(page);
});

for (const [what, answer] of [
  ['is not there', { status: 404, body: 'gone' }],
  ['is cut off', { status: 200, contentType: 'text/javascript', body: 'import{a}from"./x.js";const b={c:' }],
  ['is a page', { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }],
] as const)
  test(`a map script that ${what} leaves the picture, and can be asked for again`, async ({ page }) => {
    let broken = true;
    await page.route('**/map-view-*.js', (route) => (broken ? route.fulfill(answer) : route.fallback()));
    await page.goto('./');
    await failed(page, 'module');
    await usable(page);
    broken = false;
    // A browser remembers a module that failed under its address; a reload forgets it.
    await page.reload();
    await interactive(page);
  });

test('a map script that takes a minute: the picture can be used, then the map comes', async ({ page }) => {
  await page.route('**/map-view-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    await route.fallback();
  });
  await page.goto('./');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'loading');
  await usable(page);
  await listed(page, 'shikotan').click();
  await expect(popup(page).locator('blockquote')).toHaveCount(3);
  await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 100_000 });
  await expect(popup(page)).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual([]);
});

for (const file of ['map', 'readings'])
  for (const [what, answer] of [
    ['missing', { status: 404, body: 'gone' }],
    [
      'a page of another kind',
      { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' },
    ],
    ['hostile', { status: 200, contentType: 'application/json', body: '{"type":"FeatureCollection","__proto__":[]}' }],
  ] as const)
    test(`geo/${file} ${what}: the ${file === 'map' ? 'picture stays' : 'map comes all the same'}`, async ({
      page,
    }) => {
      await page.route(new RegExp(`/geo/${file}\\.`), (route) => route.fulfill(answer));
      await page.goto('./');
      await (file === 'map' ? failed(page, 'data') : unread(page));
      await usable(page);
    });

for (const [part, file] of [
  ['islands', 'map'],
  ['land', 'map'],
  ['places', 'map'],
  ['lettering', 'map'],
  ['lines', 'map'],
  ['article', 'readings'],
  ['sources', 'readings'],
  ['facts', 'readings'],
] as const)
  for (const [what, damaged] of [
    ['missing', undefined],
    [
      'of another shape',
      {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[['<b>', null]]] } }],
      },
    ],
  ] as const)
    test(`${part} ${what} in geo/${file}.json: refused, not shown`, async ({ page }) => {
      await page.route(new RegExp(`/geo/${file}\\.`), async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), [part]: damaged } });
      });
      await page.goto('./');
      await (file === 'map' ? failed(page, 'data') : unread(page));
      await usable(page);
    });

test('what is read comes when it is asked for, if it could not come before', async ({ page }) => {
  let broken = true;
  await page.route(/\/geo\/readings\./, (route) => (broken ? route.abort() : route.fallback()));
  await page.goto('./');
  await unread(page);
  broken = false;
  await listed(page, 'shikotan').click();
  await expect(popup(page).locator('blockquote')).toHaveCount(3);
});

test.describe('the connection breaks', () => {
  for (const [stage, pattern, reason] of [
    ['before the data', /\/geo\/map/, 'data'],
    ['before the map script', /\/map-view-/, 'module'],
    ['before the worker', /\/maplibre-gl-worker-/, 'worker'],
  ] as const)
    test(`${stage}: the picture stays, and the map comes when the line is back`, async ({ page }) => {
      let broken = false;
      await page.route('**/*', (route) => {
        broken ||= pattern.test(route.request().url());
        return broken ? route.abort('internetdisconnected') : route.fallback();
      });
      await page.goto('./');
      await failed(page, reason);
      await usable(page);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.reload();
      await interactive(page);
    });

  test('after all is there: names, places and the map go on', async ({ page, context }) => {
    const read = Promise.all([page.waitForResponse(/\/geo\/readings\./), page.waitForResponse(/\/assets\/reader-/)]);
    await openPage(page);
    // It comes while the reader looks at the map.
    await Promise.all((await read).map((response) => response.finished()));
    await context.setOffline(true);
    await usable(page);
    await listed(page, 'etorofu').click();
    await expect(popup(page).locator('blockquote')).toHaveCount(3);
    await page.evaluate(() => document.querySelector('four-islands-map')?.setAttribute('lang', 'ja'));
    await expect(page.getByRole('radiogroup', { name: '地名' }).or(page.getByRole('radiogroup'))).toBeVisible();
    await interactive(page);
    expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual([]);
  });
});

test('storage of every kind refused: all works', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(window, name, refuse);
    Object.defineProperty(Document.prototype, 'cookie', { ...refuse, set: refuse.get });
    Object.defineProperty(Navigator.prototype, 'storage', refuse);
    Object.defineProperty(ServiceWorkerContainer.prototype, 'register', {
      value: () => Promise.reject(new DOMException('denied', 'SecurityError')),
    });
  });
  await openPage(page);
  await usable(page);
  await listed(page, 'habomai').click();
  await expect(popup(page)).toBeVisible();
});

/** Holds the map's script back until it is let go. */
const holdMap = (page: Page) => holdBack(page, '**/map-view-*.js');

test('printed while it loads: the print has the picture, and the map comes', async ({ page }) => {
  const go = await holdMap(page);
  await page.goto('./');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'loading');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /Map of Etorofu/ })).toBeVisible();
  expect((await page.pdf()).length).toBeGreaterThan(20_000);
  await page.emulateMedia({ media: 'screen' });
  go();
  await interactive(page);
});

test('hidden while it loads, longer than it would wait for a picture: the map comes when the tab is seen', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // A hidden tab gets no frames.
    const draw = window.requestAnimationFrame.bind(window);
    const waiting: FrameRequestCallback[] = [];
    let hidden = false;
    Object.defineProperty(Document.prototype, 'hidden', { get: () => hidden });
    Object.defineProperty(Document.prototype, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
    window.requestAnimationFrame = (callback) => (hidden ? waiting.push(callback) : draw(callback));
    Object.assign(window, {
      hide: (value: boolean) => {
        hidden = value;
        document.dispatchEvent(new Event('visibilitychange'));
        if (!hidden) for (const callback of waiting.splice(0)) draw(callback);
      },
    });
  });
  const go = await holdMap(page);
  await page.goto('./');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'loading');
  await page.evaluate(() => Reflect.get(window, 'hide')(true));
  go();
  await page.waitForTimeout(33_000);
  await expect(mapElement(page)).toHaveAttribute('data-state', 'loading');
  await page.evaluate(() => Reflect.get(window, 'hide')(false));
  await interactive(page);
  expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual([]);
});

for (const when of ['while it loads', 'when the map is there'])
  test(`two hundred quick switches of names, language, year and place ${when}: the last ones stand`, async ({
    page,
  }) => {
    if (when === 'while it loads') await page.goto('./', { waitUntil: 'commit' });
    else await openPage(page);
    await page.evaluate(async () => {
      await customElements.whenDefined('four-islands-map');
      const element = document.querySelector('four-islands-map');
      const turn = <T>(list: readonly T[], at: number) => list[at % list.length];
      for (let at = 0; at < 200; at++) {
        element?.setAttribute('names', turn(['ja', 'ru', 'both'], at) ?? '');
        element?.setAttribute('lang', turn(['ja', 'en', 'ru'], at) ?? '');
        element?.setAttribute('year', turn(['1855', 'now', '1905'], at) ?? '');
        element?.setAttribute('place', turn(['etorofu', '', 'iturup', 'shikotan', 'habomai'], at) ?? '');
        if (at % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      element?.setAttribute('lang', 'en');
      element?.setAttribute('names', 'ru');
      element?.setAttribute('year', 'now');
      element?.setAttribute('place', 'kunashiri');
    });
    const element = await interactive(page);
    await expect(
      popup(page)
        .getByRole('heading', { name: /^Kunashir/ })
        .first(),
    ).toBeVisible();
    await expect(listed(page, 'etorofu')).toHaveAccessibleName(/^Iturup Итуруп/);
    await expect(element).toHaveAttribute('place', 'kunashiri');
    await expect(page.locator('four-islands-map canvas')).toHaveCount(1);
    expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual([]);
  });

test('moved to another place of the document while it loads: the map comes there', async ({ page }) => {
  const go = await holdMap(page);
  await page.goto('./?place=shikotan');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'loading');
  const move = () =>
    page.evaluate(() => {
      const element = document.querySelector('four-islands-map');
      const section = document.createElement('section');
      document.querySelector('main')?.append(section);
      if (element !== null) section.append(element);
    });
  await move();
  await move();
  go();
  await interactive(page);
  await expect(page.locator('section section four-islands-map, section ~ section four-islands-map')).toHaveCount(1);
  await expect(page.locator('four-islands-map canvas')).toHaveCount(1);
  await expect(popup(page)).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'reasons'))).toEqual([]);
});

test('ten times connected and disconnected: no listener, no node and little memory is left behind', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openPage(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const cycle = async () => {
    await page.evaluate(() => {
      const element = document.querySelector('four-islands-map');
      element?.remove();
      if (element !== null) document.querySelector('main')?.append(element);
    });
    await interactive(page);
  };
  const measure = async () => {
    await page.evaluate(() => document.querySelector('four-islands-map')?.remove());
    for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const measured = { listeners: of('JSEventListeners'), nodes: of('Nodes'), heap: of('JSHeapUsedSize') / 1e6 };
    return measured;
  };
  // The element is kept by the test, so that it is the same one every time.
  await page.evaluate(() => Object.assign(window, { kept: document.querySelector('four-islands-map') }));
  const attach = async () => {
    await page.evaluate(() => document.querySelector('main')?.append(Reflect.get(window, 'kept')));
    await interactive(page);
  };
  await cycle();
  await cycle();
  const before = await measure();
  await attach();
  for (let times = 0; times < 9; times++) await cycle();
  const after = await measure();
  console.log(`ten cycles: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.05 + 50);
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.1 + 1);
});
