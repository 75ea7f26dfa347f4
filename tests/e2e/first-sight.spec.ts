/** What is seen from the moment the script runs: nothing of another choice, whichever part comes late. */
import type { Page } from '@playwright/test';
import { expect, holdBack, interactive, mapElement, test } from './site.ts';

/**
 * Run in every document: notes in every frame which words, lines, language and theme can be seen, from when the element
 * has a state.
 */
function noteWhatIsSeen(): void {
  const seen = new Set<string>();
  Object.assign(window, { seen });
  const look = () => {
    requestAnimationFrame(look);
    const element = document.querySelector<HTMLElement>('four-islands-map');
    const root = element?.shadowRoot;
    if (element?.dataset['state'] === undefined || root == null) return;
    seen.add(`state ${element.dataset['state']}`);
    const stage = root.querySelector('.stage');
    if (stage !== null) seen.add(`sea ${getComputedStyle(stage).backgroundColor}`);
    seen.add(`language ${root.querySelector('.frame')?.getAttribute('lang')}`);
    const isVisible = (part: Element) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    for (const text of root.querySelectorAll(
      '.picture text, .view text, .disclaimer, .naming legend, .places .primary',
    ))
      if (isVisible(text)) seen.add(`words ${text.textContent?.trim()}`);
    const map = Reflect.get(element, 'maplibre');
    if (map == null || element.dataset['state'] !== 'interactive') return;
    const layers = ['lines-ja', 'lines-ru', 'lines-treaty', 'line-labels'].filter(
      (id) => map.getLayer(id) !== undefined,
    );
    if (layers.length === 0) return;
    for (const { properties } of map.queryRenderedFeatures({ layers }))
      seen.add(`line ${properties.line ?? properties.text}`);
  };
  requestAnimationFrame(look);
}

const seenSoFar = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(Reflect.get(window, 'seen') as Set<string>)]);

/** What comes after the document, each of which may be the last. */
const late = {
  'what is drawn': '**/geo/map.json*',
  'what is read': '**/geo/readings.json*',
  'the timeline': '**/geo/timeline.json*',
  'the code of the data': '**/assets/data-*.js',
  'the code of what is read': '**/assets/reader-*.js',
  'the code of the timeline': '**/assets/timeline-view-*.js',
  'the code of the map': '**/assets/map-view-*.js',
  'the worker': '**/maplibre-gl-worker-*.js',
  'the faces': '**/assets/*.woff2',
} as const;

/** A choice in the address, what of another must never be seen, and what must be in the end. */
const choices = [
  ['lines=ja', /in-effect-1945|In effect since 1945/, /claimed-by-japan|Claimed by Japan/],
  ['lines=ru', /claimed-by-japan|Claimed by Japan/, /in-effect-1945|In effect since 1945/],
  ['year=1905', /in-effect-1945|claimed-by-japan|In effect since|Claimed by Japan/, /line sakhalin-1905/],
  ['names=ja', /words (Iturup|Kunashir|Khabomai)$|Names of both/, /words Etorofu/],
  ['lang=ru', /language (en|ja)|words (Names|Etorofu|Sea of Okhotsk)/, /language ru/],
  ['theme=dark', /sea rgb\((1[5-9]\d|2\d\d), /, /sea rgb\(\d\d?, /],
] as const;

async function sees(page: Page, query: string, part: keyof typeof late): Promise<readonly string[]> {
  await page.addInitScript(noteWhatIsSeen);
  const go = await holdBack(page, late[part]);
  const asked = page.waitForRequest(late[part], { timeout: 15_000 }).catch(() => null);
  await page.goto(`./?${query}`, { waitUntil: 'commit' });
  await expect(mapElement(page)).toHaveAttribute('data-state', /loading|interactive/);
  await asked;
  // All else that can be there comes before the part that is held back.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
  await expect.poll(async () => (await seenSoFar(page)).length).toBeGreaterThan(2);
  go();
  await interactive(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return seenSoFar(page);
}

test.describe.configure({ timeout: 120_000 });

const parts = Object.keys(late) as (keyof typeof late)[];

// Today needs no timeline.
for (const [query, others, own] of choices)
  for (const part of parts.filter((name) => query === 'year=1905' || !name.includes('timeline')))
    test(`${query}, ${part} late: nothing of another choice is seen`, async ({ page }) => {
      const seen = await sees(page, query, part);
      expect(seen.filter((line) => others.test(line))).toEqual([]);
      expect(seen.join('\n')).toMatch(own);
    });

test('what would be of another choice is seen where it is the choice', async ({ page }) => {
  const seen = (await sees(page, 'lines=both', 'what is read')).join('\n');
  for (const pattern of [
    /In effect since 1945/,
    /Claimed by Japan/,
    /line in-effect-1945/,
    /words Iturup|Etorofu/,
    /language en/,
  ])
    expect(seen).toMatch(pattern);
  expect(seen).toMatch(/sea rgb\((1[5-9]\d|2\d\d), /);
});
