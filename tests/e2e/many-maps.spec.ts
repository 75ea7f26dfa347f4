/** One long article with thirty maps, and an element that is moved about in a page. */
import { expect, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

type Page = import('@playwright/test').Page;

const count = 30;
/** What a page may hold at a time; a browser gives sixteen. */
const most = 4;

const article = (map: (index: number) => string, head = '') =>
  `<!doctype html><html lang="en"><title>An article</title>${head}<body style="max-width:640px"><div style="height:1600px"></div>${Array.from(
    { length: count },
    (_item, index) => `<p>${'Words of the article. '.repeat(40)}</p>${map(index)}`,
  ).join('')}`;

const elements = article(
  () =>
    '<four-islands-map><img src="./static/map.both.en.svg" alt="Map" width="1000" height="776" loading="lazy"></four-islands-map>',
  '<script src="./four-islands.js" defer></script>',
);
const frames = article(
  () => '<iframe title="Map" src="./embed.html?lang=en" width="600" height="450" loading="lazy"></iframe>',
);

/** Run in every document: keeps the WebGL contexts that were made. */
function keepContexts(): void {
  const made: WebGL2RenderingContext[] = [];
  Object.assign(window, { contexts: made });
  const original = HTMLCanvasElement.prototype.getContext;
  Reflect.set(HTMLCanvasElement.prototype, 'getContext', function (this: HTMLCanvasElement, ...given: [string]) {
    const context = Reflect.apply(original, this, given);
    if (context instanceof WebGL2RenderingContext && !made.includes(context)) made.push(context);
    return context;
  });
}

async function liveContexts(page: Page): Promise<number> {
  const counts = await Promise.all(
    page
      .frames()
      // One that the browser has not begun to load has no document to ask, and the question would wait for one.
      .filter((frame) => frame.url() !== '')
      .map((frame) =>
        frame
          .evaluate(() => {
            const contexts: readonly WebGL2RenderingContext[] = Reflect.get(window, 'contexts') ?? [];
            return contexts.filter((context) => !context.isContextLost()).length;
          })
          // One that is being loaded again has none.
          .catch(() => 0),
      ),
  );
  return counts.reduce((sum, each) => sum + each, 0);
}

/** Distinct colours among sampled pixels of what is seen there: a blank box has one or two. */
async function colours(page: Page, selector: string, index: number): Promise<number> {
  const box = await page.locator(selector).nth(index).boundingBox();
  if (box === null) throw new Error('nothing is there');
  const top = Math.max(0, box.y);
  const clip = { x: box.x, y: top, width: box.width, height: Math.min(800, box.y + box.height) - top };
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const pixels: Uint8ClampedArray = await Reflect.get(window, 'pixelsOf')(base64);
    const seen = new Set<number>();
    for (let at = 0; at < pixels.length; at += 44)
      seen.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
    return seen.size;
  }, picture);
}

async function open(page: Page, body: string): Promise<void> {
  await page.addInitScript(keepContexts);
  await page.route('**/article.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('./article.html');
}

for (const [what, body, selector] of [
  ['elements', elements, 'four-islands-map'],
  ['frames', frames, 'iframe'],
] as const)
  test(`thirty ${what} in one article: none is ever blank, and few are live`, async ({ page }) => {
    test.setTimeout(420_000);
    await open(page, body);
    for (let index = 0; index < count; index += 1) {
      const map = page.locator(selector).nth(index);
      await map.evaluate((node) => node.scrollIntoView({ block: 'center' }));
      await expect.poll(() => colours(page, selector, index), { message: `map ${index}` }).toBeGreaterThan(20);
      expect(await liveContexts(page), `at map ${index}`).toBeLessThanOrEqual(most);
      // Every sixth stop the reader stays until the map can be moved.
      if (index % 6 !== 5) continue;
      const element = what === 'frames' ? map.contentFrame().locator('four-islands-map') : map;
      await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
      expect(await liveContexts(page)).toBeLessThanOrEqual(most);
      expect(await colours(page, selector, index)).toBeGreaterThan(20);
    }
  });

test('a frame among many that nobody has touched lets go of its library when its map sleeps, and wakes again', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await open(page, frames);
  const frame = (index: number) => page.locator('iframe').nth(index);
  const element = (index: number) => frame(index).contentFrame().locator('four-islands-map');
  const see = (index: number) => frame(index).evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const holdsLibrary = (index: number) =>
    element(index).evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/maplibre-')),
    );
  for (const index of [0, 1]) {
    await see(index);
    await expect(element(index)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  }
  await element(1).evaluate((map) => map.setAttribute('names', 'ru'));
  await see(12);
  await expect.poll(() => holdsLibrary(0), { timeout: 20_000 }).toBe(false);
  await expect(element(0)).toHaveAttribute('data-state', 'picture');
  // The other one was touched: it keeps what it shows.
  expect(await holdsLibrary(1)).toBe(true);
  await expect(element(1)).toHaveAttribute('names', 'ru');
  await see(0);
  await expect(element(0)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
});

test('a frame stays as it is while the server does not answer', async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, frames);
  const first = page.locator('iframe').first();
  const element = first.contentFrame().locator('four-islands-map');
  await first.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await element.evaluate(() => Object.assign(window, { same: true }));
  let asked = 0;
  await page.route('**/embed.html*', (route) => {
    if (route.request().method() === 'HEAD') asked += 1;
    return route.abort('internetdisconnected');
  });
  await page
    .locator('iframe')
    .nth(12)
    .evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(0);
  await page.waitForTimeout(1000);
  await expect(element).toHaveAttribute('data-state', 'picture');
  expect(await element.evaluate(() => Reflect.get(window, 'same'))).toBe(true);
});

test('many elements share one library and one download of the data, and ask for neither before a map is near', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, elements);
  await expect(page.locator('four-islands-map').first()).toHaveAttribute('data-state', 'picture');
  expect(asked.filter((path) => path.endsWith('.js'))).toEqual(['/four-islands.js']);
  for (const index of [0, 8, 16]) {
    const map = page.locator('four-islands-map').nth(index);
    await map.scrollIntoViewIfNeeded();
    await expect(map).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  }
  expect(asked.filter((path) => path.endsWith('.js'))).toEqual(['/four-islands.js', '/four-islands-map.js']);
  expect(asked.filter((path) => path.includes('/geo/'))).toEqual([]);
});

test('a map that went back to its picture shows what it had shown, and wakes there', async ({ page }) => {
  test.setTimeout(420_000);
  await open(page, elements);
  const first = page.locator('four-islands-map').first();
  await first.scrollIntoViewIfNeeded();
  await expect(first).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await first.evaluate((map) => map.setAttribute('view', '8.5/43.85/146.75'));
  await first.evaluate((map) => map.setAttribute('names', 'ru'));
  for (const index of [6, 12, 18, 24]) {
    const map = page.locator('four-islands-map').nth(index);
    await map.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await expect(map).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  }
  await expect(first).toHaveAttribute('data-state', 'picture');
  await expect(first.locator('.view text', { hasText: 'Shikotan' })).toHaveCount(1);
  await expect(first.locator('.view text', { hasText: 'Urup' })).toHaveCount(0);
  await first.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await expect(first).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await expect(first).toHaveAttribute('names', 'ru');
  await expect(first.locator('.view')).toHaveCount(0);
  const zoom = await first.evaluate((map) => Reflect.get(map, 'maplibre').getZoom());
  expect(zoom).toBeCloseTo(8.5, 2);
});

test('a lost context gives the picture back, and the map comes back when the reader does', async ({ page }) => {
  await open(page, elements);
  const first = page.locator('four-islands-map').first();
  await first.scrollIntoViewIfNeeded();
  await expect(first).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await first.evaluate((map) =>
    map.shadowRoot?.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
  );
  await expect(first).toHaveAttribute('data-state', 'failed');
  expect(await colours(page, 'four-islands-map', 0)).toBeGreaterThan(20);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(300);
  await first.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await expect(first).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
});

test('ten times connected and disconnected leave no listener, no observer and no context', async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    const held = { listeners: 0, observers: 0 };
    Object.assign(window, { held });
    const targets = [window, document];
    for (const target of targets) {
      const { addEventListener, removeEventListener } = target;
      // What is there: adding it twice or taking away what is not there changes nothing.
      const there = new Map<string, Set<EventListener>>();
      const drop = (type: string, listener: EventListener) => {
        if (there.get(type)?.delete(listener) === true) held.listeners -= 1;
      };
      target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
        const same = there.get(type) ?? new Set();
        there.set(type, same);
        if (!same.has(listener)) held.listeners += 1;
        same.add(listener);
        if (typeof options === 'object') options.signal?.addEventListener('abort', () => drop(type, listener));
        Reflect.apply(addEventListener, target, [type, listener, options]);
      };
      target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
        drop(type, listener);
        Reflect.apply(removeEventListener, target, [type, listener, options]);
      };
    }
    for (const name of ['IntersectionObserver', 'ResizeObserver'] as const) {
      const Original = window[name];
      const { observe, disconnect } = Original.prototype;
      const active = new WeakSet<object>();
      Original.prototype.observe = function (this: object, ...given: []) {
        if (!active.has(this)) held.observers += 1;
        active.add(this);
        Reflect.apply(observe, this, given);
      };
      Original.prototype.disconnect = function (this: object) {
        if (active.delete(this)) held.observers -= 1;
        Reflect.apply(disconnect, this, []);
      };
    }
  });
  await open(page, '<!doctype html><title>Host</title><script src="./four-islands.js"></script><main></main>');
  const held = () => page.evaluate(() => ({ ...Reflect.get(window, 'held') }));
  const cycle = async (wait: 'interactive' | null) => {
    await page.evaluate(() => {
      const map: Element = Reflect.get(window, 'map') ?? document.createElement('four-islands-map');
      Object.assign(window, { map });
      document.querySelector('main')?.append(map);
    });
    if (wait !== null)
      await expect(page.locator('four-islands-map')).toHaveAttribute('data-state', wait, { timeout: 45_000 });
    await page.evaluate(() => Reflect.get(window, 'map').remove());
    await expect.poll(() => liveContexts(page)).toBe(0);
  };
  await cycle('interactive');
  // MapLibre keeps a few of its own for the page's life, from its first map on.
  const after = await held();
  for (let turn = 0; turn < 10; turn += 1) await cycle(turn % 5 === 4 ? 'interactive' : null);
  expect(await held()).toEqual(after);
});
