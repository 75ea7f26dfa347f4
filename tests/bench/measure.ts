/** One visit with a cold cache, and what it cost. */
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { browserFlags, findBrowser, howToInstall } from '../../scripts/machine/browser.ts';

/** Who rasters a page: the processor, or the graphics interface, as in most readers' browsers. */
export type Drawing = 'processor' | 'graphics';

export const drawings: readonly Drawing[] = ['processor', 'graphics'];

/** Starts a browser. There is no graphics card: the processor stands in for one, which is slow for all pages alike. */
export function launch(drawing: Drawing): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(howToInstall);
  return chromium.launch({
    executablePath,
    args: drawing === 'graphics' ? [...browserFlags, '--use-angle=swiftshader'] : browserFlags,
  });
}

export interface Visit {
  /** Bytes over the line, headers included, until all is drawn. */
  readonly bytes: number;
  /** Milliseconds from the start of the navigation. */
  readonly picture: number;
  readonly interactive: number;
  /** Until all is drawn: with us, after the picture has shown some of it over a map that answers. */
  readonly complete: number;
  /** Milliseconds by which tasks of the main thread were longer than 50, and the longest of them. */
  readonly blocking: number;
  readonly longest: number;
  /**
   * The longest stretch in which our own scripts ran at once, MapLibre's and the browser's work left out; those under
   * five are not told.
   */
  readonly own: number;
  /** Sum of layout shifts that no input of the reader explains. */
  readonly shift: number;
  /** Megabytes of script memory after a collection. */
  readonly memory: number;
}

/** 1.6 Mbit/s down, 150 ms each way together. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** The first paint, or a mark that the page or `watch` sets. */
type Moment = 'first-contentful-paint' | 'interactive' | 'complete';

export interface OpenOptions {
  readonly drawing: Drawing;
  readonly slow?: boolean;
  /** Runs in the page before its own scripts. */
  readonly prepare?: string;
  /** Bytes that the server has sent since it began. */
  readonly sent: () => number;
  /** Click what opens the map, and count from there. */
  readonly click?: boolean;
  /** The moment that ends the visit. */
  readonly until: Moment;
}

function watch(): void {
  const told = { tasks: [] as number[], own: [0], shift: 0 };
  Object.assign(window, { told });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) told.tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  // Every script that ran in a frame of fifty milliseconds or more, with the file in which it began.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      for (const { sourceURL, duration, forcedStyleAndLayoutDuration } of Reflect.get(entry, 'scripts'))
        if (/\/(index|embed|element|data|reader|map-view)-[^/]*\.js$/.test(sourceURL))
          told.own.push(duration - forcedStyleAndLayoutDuration);
  }).observe({ type: 'long-animation-frame', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Reflect.get(entry, 'hadRecentInput') === false) told.shift += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) Reflect.get(window, 'tellBench')(name);
  }).observe({ type: 'mark', buffered: true });
  // When the hand came down, and not when what drives the browser began to move it.
  document.addEventListener('click', ({ timeStamp }) => performance.mark('clicked', { startTime: timeStamp }), {
    capture: true,
    once: true,
  });
  document.addEventListener('four-islands-ready', () =>
    requestAnimationFrame(() => setTimeout(() => performance.mark('interactive'))),
  );
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('four-islands-map[data-lettered]') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('complete')));
  }).observe(document, { subtree: true, attributeFilter: ['data-lettered'] });
}

/** Megabytes of script memory that are in use after a collection. */
export async function memoryOf(session: CDPSession): Promise<number> {
  for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}

/** A reader with a cold cache. */
export function newProfile(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', serviceWorkers: 'block' });
}

/** Milliseconds that a new window is left to itself. */
export const settling = 1500;

/**
 * Settles at a moment of the page that `watch` looks at. The browser tells of it: to ask the page would take it time at
 * every frame.
 */
type Reached = (moment: Moment) => Promise<void>;

async function listen(session: CDPSession): Promise<Reached> {
  const seen = new Set<string>();
  const waiting = new Map<string, () => void>();
  const tell = (moment: string) => {
    seen.add(moment);
    waiting.get(moment)?.();
  };
  session.on('Page.lifecycleEvent', ({ name }) => {
    if (name === 'firstContentfulPaint') tell('first-contentful-paint');
  });
  session.on('Runtime.bindingCalled', ({ payload }) => tell(payload));
  await session.send('Page.enable');
  await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'tellBench' });
  return (moment) =>
    new Promise((resolve, reject) => {
      if (seen.has(moment)) {
        resolve();
        return;
      }
      const timer = setTimeout(() => reject(new Error(`${moment} was not reached`)), 180_000);
      waiting.set(moment, () => {
        clearTimeout(timer);
        resolve();
      });
    });
}

/** Opens an address in a browser of its own and hands the living page to `use`. */
export async function visit<Result>(
  url: string,
  { drawing, slow = false, prepare = '', click = false, until, sent }: OpenOptions,
  use: (page: Page, visit: Visit) => Promise<Result>,
): Promise<Result> {
  const browser = await launch(drawing);
  try {
    const context = await newProfile(browser);
    const page = await context.newPage();
    await page.addInitScript(prepare);
    // What runs these files names its functions by a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (made) => made');
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Performance.enable');
    if (slow) await session.send('Network.emulateNetworkConditions', slowLine);
    const reached = await listen(session);
    // A new window has things of its own to do; a reader's is long open.
    await page.waitForTimeout(settling);
    const before = sent();
    await page.goto(url, { waitUntil: 'commit', timeout: 120_000 });
    await reached('first-contentful-paint');
    if (click) {
      await page.waitForLoadState('load');
      const button = page.getByRole('button', { name: 'Open the interactive map' });
      await button.waitFor();
      await button.click();
    }
    await reached(until);
    await page.waitForLoadState('load');
    const bytes = sent() - before;
    const seen = await page.evaluate(() => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
      const told: { tasks: readonly number[]; own: readonly number[]; shift: number } = Reflect.get(window, 'told');
      return {
        picture: at('picture') ?? at('first-contentful-paint') ?? Number.NaN,
        interactive: (at('interactive') ?? Number.NaN) - (at('clicked') ?? 0),
        complete: (at('complete') ?? at('interactive') ?? Number.NaN) - (at('clicked') ?? 0),
        blocking: told.tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0),
        longest: Math.max(0, ...told.tasks),
        own: Math.max(...told.own),
        shift: told.shift,
      };
    });
    const memory = await memoryOf(session);
    return await use(page, { ...seen, bytes, memory });
  } finally {
    await browser.close();
  }
}

export interface Acts {
  /** Milliseconds of script, and until what changed is drawn. */
  readonly switchScript: number;
  readonly switchSettled: number;
  /** The same switch on the same map by `setLayoutProperty` on every layer that it concerns, as is usual. */
  readonly usualScript: number;
  readonly usualSettled: number;
  readonly select: number;
  /** Milliseconds between frames while the map zooms by two steps: the median, and one in twenty is longer than. */
  readonly frame: number;
  readonly slowFrame: number;
}

/** A switch of names, a selection and a zoom on a living page: ours, or the bare MapLibre page. */
export async function act(page: Page): Promise<Acts> {
  return page.evaluate(async () => {
    const element = document.querySelector('four-islands-map');
    const map = element === null ? Reflect.get(window, 'benchMap') : Reflect.get(element, 'maplibre');
    const idle = () => new Promise<void>((resolve) => map.once('idle', () => resolve()));
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const started = performance.now();
    const settled = idle();
    if (element === null) Reflect.get(window, 'switchNames')('ru');
    else element.setAttribute('names', 'ru');
    const switchScript = performance.now() - started;
    await settled;
    const switchSettled = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    // Back to the names of before in the usual way, on the same map and in the same view.
    const asked = '["global-state","names"]';
    const texts: readonly (readonly [id: string, text: unknown])[] = map
      .getStyle()
      .layers.map(({ id, layout }: { readonly id: string; readonly layout?: Readonly<Record<string, unknown>> }) => [
        id,
        layout?.['text-field'],
      ]);
    const concerned = texts.filter(([, text]) => JSON.stringify(text ?? null).includes(asked));
    const usual = concerned.map(([id, text]) => [id, JSON.parse(JSON.stringify(text).replaceAll(asked, '"both"'))]);
    const usualStarted = performance.now();
    const usuallySettled = idle();
    for (const [id, text] of usual) map.setLayoutProperty(id, 'text-field', text);
    const usualScript = performance.now() - usualStarted;
    if (usual.length > 0) await usuallySettled;
    const usualTime = performance.now() - usualStarted;
    if (usual.length > 0) {
      const back = idle();
      for (const [id, text] of concerned) map.setLayoutProperty(id, 'text-field', text);
      await back;
    }
    const selecting = performance.now();
    element?.setAttribute('place', 'shikotan');
    const popup = element?.shadowRoot?.querySelector<HTMLElement>('[data-part="popup"]');
    while (element !== null && popup?.hidden !== false) await frame();
    await frame();
    const select = performance.now() - selecting;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const times: number[] = [];
    let zooming = true;
    map.easeTo({ zoom: map.getZoom() + 2, duration: 1500 });
    map.once('moveend', () => {
      zooming = false;
    });
    let last = await frame();
    while (zooming) {
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    times.sort((one, other) => one - other);
    return {
      switchScript,
      switchSettled,
      usualScript: usual.length > 0 ? usualScript : Number.NaN,
      usualSettled: usual.length > 0 ? usualTime : Number.NaN,
      select: element === null ? Number.NaN : select,
      frame: times[Math.floor(times.length / 2)] ?? Number.NaN,
      slowFrame: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
    };
  });
}
