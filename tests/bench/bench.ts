/**
 * `npm run bench`: our page, frame and element beside an empty page, a bare MapLibre page, Leaflet, OpenLayers and a static SVG, on the same data in one
 * run. Prints every target and whether it is met, and writes `docs/performance.md`, its chart and the figures as JSON.
 * `--runs 3` for a quick look: medians of fewer than seven are marked as such.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, findBrowser, howToInstall } from '../../scripts/machine/browser.ts';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { type Growth, grownMap, growTo } from './growth.ts';
import { type Acts, act, memoryOf, newProfile, type OpenOptions, type Visit, visit } from './measure.ts';
import { preparePages, servePages } from './prepare.ts';
import { type Figures, printChart, printReport, printTable, type Row, targetsOf } from './report.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1)
  throw new Error(`--runs=${values.runs} is not understood; allowed: a whole number from 1`);

const pages: readonly (readonly [name: string, path: string, options: Omit<OpenOptions, 'sent'>])[] = [
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
    // Before the frames are asked anything: what asks leaves a script of its own in each, heavier than a frame of ours that sleeps.
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

const executablePath = findBrowser();
if (executablePath === null) throw new Error(howToInstall);
console.log('building the pages');
await preparePages();
const frame = await import('node:fs').then(({ readFileSync }) => readFileSync(projectPath('dist/embed.html'), 'utf8'));
const served = await servePages(
  new Map([
    ['/element/index.html', elementPage(frame)],
    ...[1, 10, 30].flatMap((count): readonly (readonly [string, string])[] => [
      [`/frames/${count}.html`, embeds(count)],
      [`/elements/${count}.html`, elementPage(frame, '450px', count)],
    ]),
  ]),
);
const browser = await chromium.launch({ executablePath, args: browserFlags });

const visits = new Map<string, { fast: Visit[]; slow: Visit[] }>(pages.map(([name]) => [name, { fast: [], slow: [] }]));
const acts = new Map<string, Acts[]>();
for (let run = 0; run < runs; run++)
  // Page after page inside each run, so that a busy minute of the machine hits all alike.
  for (const [name, path, options] of pages)
    for (const slow of [false, true]) {
      const acting = !slow && (name === 'ours: page' || name === 'bare MapLibre');
      try {
        await visit(browser, `${served.url}${path}`, { ...options, slow, sent: served.sent }, async (page, cost) => {
          visits.get(name)?.[slow ? 'slow' : 'fast'].push(cost);
          if (acting) acts.set(name, [...(acts.get(name) ?? []), await act(page)]);
        });
      } catch (error) {
        console.error(`${name}, run ${run + 1}, ${slow ? 'slow' : 'unthrottled'}: ${String(error).split('\n')[0]}`);
      }
      console.log(`run ${run + 1} of ${runs}: ${name}${slow ? ', slow' : ''}`);
    }

const many: Record<Form, Record<string, { blank: number; memory: number }>> = { frame: {}, element: {} };
for (const form of ['frame', 'element'] as const)
  for (const count of [1, 10, 30]) {
    console.log(`${count} of the ${form} on one page`);
    many[form][count] = await manyEmbeds(browser, served.url, form, count);
  }
console.log('a dataset ten times as large');
growTo(1);
const growth: readonly Growth[] = [1, 3, 10].map(growTo);
const opened = [await openGrown(browser, served.url, 1), await openGrown(browser, served.url, 10)] as const;
await browser.close();
served.close();

const rows: readonly Row[] = [...visits]
  .filter(([, { fast, slow }]) => fast.length > 0 && slow.length > 0)
  .map(([name, { fast, slow }]) => ({ name, fast: medians(fast), slow: medians(slow) }));
const figures: Figures = {
  runs,
  machine: `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Chromium with software rendering`,
  rows,
  acts: Object.fromEntries([...acts].map(([name, list]) => [name, medians(list)])),
  embeds: many,
  growth,
  opened: { once: opened[0], tenfold: opened[1] },
};
const targets = targetsOf(figures);
console.log(printTable(figures, targets));
writeFileSync(projectPath('tests/bench/figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
writeFileSync(projectPath('docs/performance.svg'), printChart(figures));
writeFileSync(projectPath('docs/performance.md'), printReport(figures, targets));
