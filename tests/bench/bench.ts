/**
 * `npm run bench`: our page, frame and element beside an empty page, a bare MapLibre page, Leaflet, OpenLayers and a
 * static SVG, on the same data in one run, each drawn by the processor and through the graphics interface. Prints every
 * target, those that are missed first, and writes `docs/performance.md`, its chart and the figures as JSON.
 *
 * `--runs 3` for a quick look: medians of fewer than seven are marked as such. `--only maplibre` measures the pages
 * with that in their name, compares them with what was measured, and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { type Growth, grownMap, growTo } from './growth.ts';
import {
  type Acts,
  act,
  type Drawing,
  drawings,
  launch,
  memoryOf,
  newProfile,
  type OpenOptions,
  type Visit,
  visit,
} from './measure.ts';
import { preparePages, servePages } from './prepare.ts';
import { printChart, printReport, printTable } from './report.ts';
import { type Condition, type Figures, targetsOf, type Whole } from './targets.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' }, only: { type: 'string' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1)
  throw new Error(`--runs=${values.runs} is not understood; allowed: a whole number from 1`);

const allPages: readonly (readonly [name: string, path: string, options: Pick<OpenOptions, 'until' | 'click'>])[] = [
  ['empty page', 'empty/', { until: 'first-contentful-paint' }],
  ['ours: page', 'ours/?lang=en', { until: 'complete' }],
  ['ours: frame', 'ours/embed.html?lang=en', { until: 'complete' }],
  ['ours: element', 'element/index.html', { until: 'complete' }],
  ['ours: page, on click', 'ours/?lang=en&load=click', { until: 'complete', click: true }],
  ['bare MapLibre', 'maplibre/', { until: 'interactive' }],
  ['Leaflet', 'leaflet/', { until: 'interactive' }],
  ['OpenLayers', 'openlayers/', { until: 'interactive' }],
  ['static SVG', 'svg/', { until: 'interactive' }],
];
const only = values.only?.toLowerCase();
const pages = allPages.filter(([name]) => only === undefined || name.toLowerCase().includes(only));
if (pages.length === 0)
  throw new Error(`--only=${values.only} is part of no name; the pages: ${allPages.map(([name]) => name).join('; ')}`);

type Form = 'frame' | 'element';

const embeds = (count: number) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Embeds</title>${'<iframe title="Map" src="../ours/embed.html?lang=en" width="600" height="450" loading="lazy"></iframe>'.repeat(count)}`;

/** A page of somebody else with so many elements of this height, and the script that our frame loads. */
function elementPage(html: string, height = '100%', count = 1): string {
  const script = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(html)?.[1];
  if (script === undefined) throw new Error('the built frame has no script');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Element</title><style>html,body{margin:0;height:100%}four-islands-map{display:block;max-width:100%;height:${height}}</style><script type="module" src="../ours/${script}"></script>${'<four-islands-map></four-islands-map>'.repeat(count)}`;
}

const median = (list: readonly number[]): number => {
  const sorted = list.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

function medians<T extends object>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('nothing was measured');
  return Object.fromEntries(
    Object.keys(first).map((key) => [key, median(list.map((item) => Number(Reflect.get(item, key))))]),
  ) as T;
}

/** Many embeds on one page, scrolled through: how many show nothing, and the memory of all. */
async function manyEmbeds(
  browser: Browser,
  url: string,
  form: Form,
  count: number,
): Promise<{ blank: number; memory: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${url}${form}s/${count}.html`, { timeout: 120_000 });
    const frames = page.locator(form === 'frame' ? 'iframe' : 'four-islands-map');
    for (let at = 0; at < count; at++) {
      await frames.nth(at).evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
      await page.waitForTimeout(400);
    }
    // Until all that was passed by has given back what it gives back.
    await page.waitForTimeout(15_000);
    // Before the frames are asked anything: what asks leaves a script of its own in each, heavier than a frame of ours
    // that sleeps.
    const memory = await memoryOf(session);
    let blank = 0;
    for (let at = 0; at < count; at++) {
      const root = form === 'frame' ? frames.nth(at).contentFrame().locator('four-islands-map') : frames.nth(at);
      const shown = await root
        .evaluate((element) => {
          const picture = element.shadowRoot?.querySelector('.picture')?.getBoundingClientRect();
          const canvas = element.shadowRoot?.querySelector('canvas');
          const living = canvas?.getContext('webgl2')?.isContextLost() === false;
          return living || (element.getAttribute('data-state') !== 'interactive' && (picture?.width ?? 0) > 0);
        })
        .catch(() => false);
      if (!shown) blank++;
    }
    return { blank, memory };
  } finally {
    await page.close();
  }
}

/** Milliseconds until the page has drawn all of a dataset so many times as large. */
async function openGrown(browser: Browser, url: string, times: number): Promise<number> {
  const context = await newProfile(browser);
  try {
    const page = await context.newPage();
    const map = grownMap(times);
    await page.route(/\/geo\/map\./, (route) => route.fulfill({ json: map }));
    const started = Date.now();
    await page.goto(`${url}ours/?lang=en`);
    await page.locator('four-islands-map[data-lettered]').waitFor({ timeout: 120_000 });
    return Date.now() - started;
  } finally {
    await context.close();
  }
}

/**
 * Visits every page so many times in every way. Page after page inside each run, so that a busy minute hits all alike.
 */
async function measurePages(url: string, sent: () => number): Promise<Readonly<Record<Drawing, Condition>>> {
  const visits = new Map<string, Visit[]>();
  const acts = new Map<string, Acts[]>();
  const add = <Value>(lists: Map<string, Value[]>, key: string, value: Value) =>
    lists.set(key, [...(lists.get(key) ?? []), value]);
  const keyOf = (name: string, drawing: Drawing, line: 'slow' | 'fast') => `${name}, ${drawing}, ${line}`;
  for (let run = 1; run <= runs; run++)
    for (const [name, path, options] of pages)
      for (const drawing of drawings)
        for (const line of ['fast', 'slow'] as const) {
          const key = keyOf(name, drawing, line);
          const acting = line === 'fast' && (name === 'ours: page' || name === 'bare MapLibre');
          try {
            await visit(`${url}${path}`, { ...options, drawing, slow: line === 'slow', sent }, async (page, cost) => {
              add(visits, key, cost);
              if (acting) add(acts, key, await act(page));
            });
          } catch (error) {
            console.error(`${key}, run ${run}: ${String(error).split('\n')[0]}`);
          }
          console.log(`run ${run} of ${runs}: ${key}`);
        }
  const conditionOf = (drawing: Drawing): Condition => ({
    rows: pages.flatMap(([name]) => {
      const [fast = [], slow = []] = [
        visits.get(keyOf(name, drawing, 'fast')),
        visits.get(keyOf(name, drawing, 'slow')),
      ];
      return fast.length > 0 && slow.length > 0 ? [{ name, fast: medians(fast), slow: medians(slow) }] : [];
    }),
    acts: Object.fromEntries(
      pages.flatMap(([name]) => {
        const list = acts.get(keyOf(name, drawing, 'fast'));
        return list === undefined ? [] : [[name, medians(list)]];
      }),
    ),
  });
  return { processor: conditionOf('processor'), graphics: conditionOf('graphics') };
}

async function measureWhole(url: string): Promise<Whole> {
  const browser = await launch('processor');
  try {
    const embeds: Record<Form, Record<string, { blank: number; memory: number }>> = { frame: {}, element: {} };
    for (const form of ['frame', 'element'] as const)
      for (const count of [1, 10, 30]) {
        console.log(`${count} of the ${form} on one page`);
        embeds[form][count] = await manyEmbeds(browser, url, form, count);
      }
    console.log('a dataset ten times as large');
    growTo(1);
    const growth: readonly Growth[] = [1, 3, 10].map(growTo);
    const [once, tenfold] = [await openGrown(browser, url, 1), await openGrown(browser, url, 10)];
    return { embeds, growth, opened: { once, tenfold } };
  } finally {
    await browser.close();
  }
}

console.log('building the pages');
await preparePages();
const frame = readFileSync(projectPath('dist/embed.html'), 'utf8');
const served = await servePages(
  new Map([
    ['/element/index.html', elementPage(frame)],
    ...[1, 10, 30].flatMap((count): readonly (readonly [string, string])[] => [
      [`/frames/${count}.html`, embeds(count)],
      [`/elements/${count}.html`, elementPage(frame, '450px', count)],
    ]),
  ]),
);
const figures: Figures = {
  runs,
  machine: `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Chromium without a graphics card`,
  conditions: await measurePages(served.url, served.sent),
};
const whole = only === undefined ? await measureWhole(served.url) : null;
served.close();
const targets = targetsOf(figures, whole);
console.log(printTable(figures, targets));
if (whole !== null) {
  writeFileSync(projectPath('tests/bench/figures.json'), `${JSON.stringify({ ...figures, ...whole }, null, 2)}\n`);
  writeFileSync(projectPath('docs/performance.svg'), printChart(figures));
  writeFileSync(projectPath('docs/performance.md'), printReport(figures, whole, targets));
}
