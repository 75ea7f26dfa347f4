import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expectReadable } from './readable.ts';
import { expect, popup, test } from './site.ts';

/** The popup needs the data, not the map: the picture stays, and the test does not wait for WebGL. */
async function openPlace(page: Page, place: string, query = ''): Promise<Locator> {
  await page.goto(`./?place=${place}&load=click${query}`);
  const dialog = popup(page);
  await expect(dialog).toBeVisible();
  return dialog;
}

/** What the popup says under a heading of its table of facts. */
function factsUnder(dialog: Locator, heading: string): Locator {
  return dialog.locator('dl.facts > div').filter({ has: dialog.page().getByText(heading, { exact: true }) });
}

const status = 'Administered since 1945 by Russia (until 1991 by the Soviet Union). Claimed by Japan.';

test('an island tells its names, derivations, highest point, areas, distances, people and both units', async ({
  page,
}) => {
  const dialog = await openPlace(page, 'kunashiri');
  await expect(dialog.getByRole('heading', { name: 'Kunashir / Kunashiri Кунашир / 国後島' })).toBeVisible();
  await expect(dialog.locator('h2 rt')).toHaveText('くなしりとう');
  await expect(dialog.locator('.kind')).toHaveText('island, one of the four disputed groups');
  await expect(dialog).toContainText(status);
  await expect(dialog.locator('blockquote')).toHaveCount(3);
  await expect(factsUnder(dialog, 'From Ainu').locator('dd')).toHaveCount(2);
  await expect(factsUnder(dialog, 'Highest point').getByRole('button', { name: /Chachadake/ })).toBeVisible();
  await expect(factsUnder(dialog, 'Area')).toContainText(/1,489\.27 km² main island only.*1,490 km² with islets/);
  await expect(factsUnder(dialog, 'Distance')).toContainText('16 km from the Notsuke Peninsula');
  await expect(factsUnder(dialog, 'Population')).toContainText(/7,364 15 August 1945.*8,681 1 January 2021/);
  await expect(factsUnder(dialog, 'Administrative unit (Japanese system)')).toContainText('Kunashiri District');
  await expect(factsUnder(dialog, 'Administrative unit (Russian system)')).toContainText('Sakhalin Oblast');
});

test('a transcription made by rule says so beside its name, and a published one does not', async ({ page }) => {
  const made = await openPlace(page, 'etorofu', '&lang=ja');
  const note = made.locator('dl.names dd', { hasText: 'Итуруп' }).locator('.by-rule');
  await expect(note).toHaveText('「イトゥルップ島」は規則に基づく転写。');
  // The popup is filled anew while the data come.
  await expect(() => note.scrollIntoViewIfNeeded({ timeout: 2000 })).toPass();
  await expectReadable(page, note);
  await expect(made.locator('.by-rule')).toHaveCount(1);
  const published = await openPlace(page, 'kunashiri', '&lang=ja');
  await expect(published.locator('dl.names')).toContainText('Кунашир');
  await expect(published.locator('.by-rule')).toHaveCount(0);
});

test('a peak gives heights that disagree side by side, and leads to its group', { tag: '@long' }, async ({ page }) => {
  const dialog = await openPlace(page, 'chachadake');
  const heights = factsUnder(dialog, 'Height').locator('.value');
  await expect(heights).toHaveText(['1,772 m', '1,822 m', '1,822 m', '1,819 m', '1,822 m']);
  const looks = await heights.evaluateAll((values) =>
    values.map((value) =>
      [getComputedStyle(value).fontSize, getComputedStyle(value).fontWeight, getComputedStyle(value).color].join(),
    ),
  );
  expect(new Set(looks).size).toBe(1);
  await dialog.locator('.kind').getByRole('button').click();
  await expect(dialog.getByRole('heading', { name: /Kunashir \/ Kunashiri/ })).toBeVisible();
  await expect(page).toHaveURL(/place=kunashiri/);
  await expect(dialog).toBeFocused();
});

test('a settlement names the units of its island; one that ended in 1945 says so', { tag: '@long' }, async ({
  page,
}) => {
  const living = await openPlace(page, 'yuzhno-kurilsk');
  await expect(living.locator('.kind')).toContainText('settlement');
  await expect(living).not.toContainText('until 1945');
  await expect(factsUnder(living, 'Administrative unit (Russian system)')).toBeVisible();
  const ended = await openPlace(page, 'rubetsu');
  await expect(ended).toContainText('A settlement until 1945.');
});

test('a strait between the coasts has widths, and neither a status nor a unit', { tag: '@long' }, async ({ page }) => {
  const dialog = await openPlace(page, 'nemuro-strait');
  await expect(factsUnder(dialog, 'Width').locator('.value')).toHaveText([
    'about 70 km',
    'about 16 km',
    'about 35 km',
    'about 38 km',
  ]);
  await expect(dialog).not.toContainText('Administered');
  await expect(dialog).not.toContainText('Administrative unit');
});

test('Kaigara is told to be a low-tide elevation and no island', { tag: '@long' }, async ({ page }) => {
  const dialog = await openPlace(page, 'kaigara');
  await expect(dialog).toContainText(
    'A low-tide elevation: it is under water at high tide and does not count as an island.',
  );
  await expect(factsUnder(dialog, 'Area')).toHaveCount(0);
});

test('a sea and a lake and a cape have their kind and their names', { tag: '@long' }, async ({ page }) => {
  for (const [place, kind] of [
    ['sea-okhotsk', 'sea'],
    ['tofutsu-lake', 'lake'],
    ['atoiya', 'cape'],
  ] as const) {
    const dialog = await openPlace(page, place);
    await expect(dialog.locator('.kind')).toContainText(kind);
    await expect(dialog.locator('dl.names dt').first()).toBeVisible();
  }
});

test('names and units of both sides stay under one side’s convention', { tag: '@long' }, async ({ page }) => {
  const dialog = await openPlace(page, 'etorofu', '&names=ru');
  await expect(dialog.locator('dl.names dt')).toHaveText(['Japanese name', 'Russian name']);
  await expect(factsUnder(dialog, 'Administrative unit (Japanese system)')).toBeVisible();
  await expect(dialog.locator('h2 rt')).toHaveCount(0);
});

test('a note opens the list of sources at its source', { tag: '@long' }, async ({ page }) => {
  const dialog = await openPlace(page, 'etorofu');
  const note = factsUnder(dialog, 'Area')
    .getByRole('button', { name: /^Source \d+: / })
    .first();
  const name = (await note.getAttribute('aria-label'))?.replace(/^Source \d+: /, '') ?? '';
  await note.click();
  const link = dialog.getByRole('link', { name }).first();
  await expect(link).toBeFocused();
  await expect(link).toHaveAttribute('href', /^https?:/);
  await expect(page).not.toHaveURL(/#/);
});

for (const [language, area, system] of [
  ['ja', '3,166.64 km²', '行政区画（ロシアの制度）'],
  ['ru', '3 166,64 км²', 'Адм. единица (японская система)'],
] as const)
  test(`the facts are told in ${language}, and foreign runs carry their language`, {
    tag: language === 'ja' ? [] : '@long',
  }, async ({ page }) => {
    const dialog = await openPlace(page, 'etorofu', `&lang=${language}`);
    await expect(dialog).toContainText(area);
    await expect(dialog).toContainText(system);
    await expect(dialog.locator('[lang^="ain"]').first()).toBeVisible();
    const untagged = await dialog.evaluate((root, own) => {
      const foreign = own === 'ja' ? /\p{Script=Cyrillic}/u : /[\p{Script=Han}\p{Script=Hiragana}]/u;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (foreign.test(node.nodeValue ?? '') && !node.parentElement?.closest('[lang]:not(.frame)'))
          found.push(node.nodeValue ?? '');
      return found;
    }, language);
    expect(untagged).toEqual([]);
  });

for (const width of [360, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the popup has no accessibility fault and no overflow at ${width} pixels, ${colorScheme}`, {
      tag: (width === 360) === (colorScheme === 'dark') ? [] : '@long',
    }, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const dialog = await openPlace(page, 'etorofu');
      await dialog.locator('.sources > summary').click();
      const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).include('four-islands-map').analyze();
      expect(violations).toEqual([]);
    });
