import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, listed, mapElement, openPage, popup, test } from './site.ts';

const title = 'Putin says no talks with Japan unless it alters stance on Ukraine';
const inCapitals = 'Putin Says No Talks with Japan Unless It Alters Stance on Ukraine';

/** The list of passages needs the data, not the map. */
async function openPassages(page: Page, query = ''): Promise<Locator> {
  await page.goto(`./?load=click${query}`);
  const passages = page.locator('.passages');
  await expect(passages.locator('figure .cite').first()).toBeVisible();
  return passages;
}

const openMenu = (figure: Locator) => figure.locator('.cite > summary').click();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

const forms = [
  ['APA', `${title}. (2024, June 6). Kyodo News.\n(“${inCapitals},” 2024, para. 9)`],
  ['Chicago', `“${inCapitals},” Kyodo News, June 6, 2024, para. 9.`],
  ['Harvard', `Kyodo News (2024) ‘${title}’, 6 June.\n(Kyodo News, 2024, para. 9)`],
] as const;

test('a passage is copied in each style, and each copy is told', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./?place=etorofu&load=click');
  const figure = popup(page).locator('figure').last();
  await openMenu(figure);
  for (const [name, text] of forms) {
    await figure.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('status')).toHaveText(`Copied: ${name}.`);
    expect(await clipboard(page)).toBe(text);
    await expect(figure.locator('[data-copied]')).toHaveText(name);
  }
});

test('the data are copied as CSL-JSON, and the link leads to this very view', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./?place=shikotan&names=ru&load=click');
  const figure = popup(page).locator('figure').first();
  await openMenu(figure);
  await figure.getByRole('button', { name: 'CSL-JSON' }).click();
  await expect(page.getByRole('status')).toHaveText('Copied: CSL-JSON.');
  const [item]: readonly Readonly<Record<string, unknown>>[] = JSON.parse(await clipboard(page));
  expect(item).toMatchObject({ type: 'article-newspaper', title, 'container-title': 'Kyodo News' });
  expect(item?.['note']).toContain('paragraph 5');
  await figure.getByRole('button', { name: 'Link to this view' }).click();
  await expect(page.getByRole('status')).toHaveText('Copied: Link to this view.');
  const link = await clipboard(page);
  expect(new URL(link).search).toBe('?place=shikotan&names=ru&lang=en');
  await page.goto(link);
  await expect(popup(page).getByRole('heading', { name: /Шикотан/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Russian' })).toBeChecked();
});

test('where the clipboard is closed the text itself is shown, ready to be copied', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  const figure = (await openPassages(page)).locator('figure').last();
  await openMenu(figure);
  await figure.getByRole('button', { name: 'Chicago' }).click();
  await expect(figure.getByLabel('Text to copy')).toBeFocused();
  await expect(figure.getByLabel('Text to copy')).toHaveValue(forms[1][1]);
  await expect(page.getByRole('status')).toContainText('Copying failed. Here is the text: “Putin Says');
});

test('the passages stand in the order of the article, each with the groups it concerns', async ({ page }) => {
  const figures = (await openPassages(page)).locator('figure');
  await expect(figures.locator('cite')).toContainText([/paragraph 5$/, /paragraph 8$/, /paragraph 9$/]);
  for (const figure of await figures.all())
    expect(
      await figure.locator('.concerns a').evaluateAll((links) => links.map((link) => link.getAttribute('data-place'))),
    ).toEqual(['etorofu', 'kunashiri', 'shikotan', 'habomai']);
  await figures.first().locator('.concerns [data-place=habomai]').click();
  await expect(popup(page)).toBeVisible();
  await expect(page).toHaveURL(/place=habomai/);
});

test('a passage lights its places on the map and in the list, one passage at a time, and not in the address', async ({
  page,
}) => {
  await openPage(page);
  const before = page.url();
  const figures = page.locator('.passages figure');
  const [first, second] = [0, 1].map((at) => figures.nth(at).getByRole('button', { name: 'Show on the map' }));
  if (first === undefined || second === undefined) throw new Error('there are not two passages');
  const lit = () => mapElement(page).evaluate((map) => Reflect.get(map, 'maplibre').getGlobalState().lit);
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status')).toHaveText(/^Shown on the map: Etorofu \/ Iturup, .* and Habomai/);
  expect(await lit()).toEqual(['etorofu', 'kunashiri', 'shikotan', 'habomai']);
  for (const id of ['etorofu', 'kunashiri', 'shikotan', 'habomai'])
    await expect(listed(page, id)).toHaveClass(/\blit\b/);
  await second.click();
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await expect(second).toHaveAttribute('aria-pressed', 'true');
  await second.click();
  await expect(second).toHaveAttribute('aria-pressed', 'false');
  expect(await lit()).toEqual([]);
  await expect(listed(page, 'etorofu')).not.toHaveClass(/\blit\b/);
  expect(page.url()).toBe(before);
});

test('on a phone a lit passage brings the map into view', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const passages = await openPassages(page);
  const light = passages.getByRole('button', { name: 'Show on the map' }).last();
  await light.scrollIntoViewIfNeeded();
  await expect(page.locator('.stage')).not.toBeInViewport();
  await light.click();
  await expect(page.locator('.stage')).toBeInViewport({ ratio: 0.95 });
});

test('what a passage lights is drawn: the coast of every group changes', async ({ page }) => {
  await openPage(page, '?theme=light&lang=en');
  const coasts = () =>
    mapElement(page).evaluate((host) => {
      const map = Reflect.get(host, 'maplibre');
      return map.loaded() && map.areTilesLoaded();
    });
  await expect.poll(coasts).toBe(true);
  const canvas = page.locator('.map canvas');
  const before = await canvas.screenshot();
  await page.locator('.passages').getByRole('button', { name: 'Show on the map' }).first().click();
  await expect
    .poll(async () => {
      const after = await canvas.screenshot();
      return page.evaluate(
        async ([one, two]) => {
          const pixels: (base64: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
          const [first, second] = [await pixels(one), await pixels(two)];
          let changed = 0;
          for (let at = 0; at < first.length; at += 4)
            if (Math.abs((first[at] ?? 0) - (second[at] ?? 0)) > 40) changed++;
          return changed;
        },
        [before.toString('base64'), after.toString('base64')] as const,
      );
    })
    .toBeGreaterThan(500);
});

test('a place lights its passages, and puts out what a passage has lit', async ({ page }) => {
  const passages = await openPassages(page);
  const light = passages.getByRole('button', { name: 'Show on the map' }).first();
  await expect(passages.locator('figure[aria-current]')).toHaveCount(0);
  await light.click();
  await expect(light).toHaveAttribute('aria-pressed', 'true');
  await listed(page, 'yuzhno-kurilsk').click();
  await expect(passages.locator('figure[aria-current=true]')).toHaveCount(3);
  await expect(light).toHaveAttribute('aria-pressed', 'false');
  await expect(popup(page).locator('blockquote')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(passages.locator('figure[aria-current]')).toHaveCount(0);
  await listed(page, 'sea-okhotsk').click();
  await expect(popup(page)).toBeVisible();
  await expect(passages.locator('figure[aria-current]')).toHaveCount(0);
});

for (const [language, whose, words] of [
  ['ja', '当サイトの訳', '平和条約'],
  ['ru', 'Наш перевод', 'мирный договор'],
] as const)
  test(`in ${language} the words stay the article’s, and our translation stands under them as ours`, async ({
    page,
  }) => {
    const passages = await openPassages(page, `&lang=${language}&place=kunashiri`);
    for (const figure of [passages.locator('figure').last(), popup(page).locator('figure').last()]) {
      await expect(figure.locator('blockquote')).toHaveAttribute('lang', 'en');
      await expect(figure.locator('blockquote')).toContainText('has prevented the two countries from signing');
      await expect(figure.locator('.translation .whose')).toHaveText(whose);
      await expect(figure.locator(`.translation [lang=${language}]`)).toContainText(words);
    }
  });

test('in English no translation is shown', async ({ page }) => {
  const passages = await openPassages(page, '&place=kunashiri&lang=en');
  await expect(passages.locator('figure')).toHaveCount(3);
  await expect(page.locator('.translation')).toHaveCount(0);
});

test('all sources stand at the end of the column, each with its link', async ({ page }) => {
  await openPassages(page);
  const list = page.locator('.all-sources');
  await list.locator('summary').click();
  const links = list.getByRole('link');
  await expect(list.locator('li').first()).toBeVisible();
  expect(await links.count()).toBeGreaterThan(150);
  for (const link of await links.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('rel'), one.getAttribute('href')]),
  )) {
    expect(link[0]).toBe('noopener');
    expect(link[1]).toMatch(/^https?:/);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the passages have no dead buttons, and the sources are a file that is there', async ({ page, request }) => {
    await page.goto('./');
    await expect(page.locator('.passages').getByRole('button')).toHaveCount(0);
    await page.locator('.all-sources summary').click();
    const link = page.locator('.all-sources').getByRole('link');
    const response = await request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    expect(response.ok()).toBe(true);
    expect(Array.isArray(await response.json())).toBe(true);
  });
});

test('in a frame the passages are folded away like the places, and work', async ({ page }) => {
  await page.goto('./embed.html?lang=en&load=click');
  const passages = page.locator('details.passages');
  await expect(passages.locator('blockquote').first()).toBeHidden();
  await passages.locator('> summary').click();
  const light = passages.getByRole('button', { name: 'Show on the map' }).last();
  await light.click();
  await expect(light).toHaveAttribute('aria-pressed', 'true');
});

for (const width of [360, 1280])
  for (const [language, colorScheme] of [
    ['en', 'light'],
    ['ja', 'dark'],
    ['ru', width === 360 ? 'light' : 'dark'],
  ] as const)
    test(`passages, menus and sources have no accessibility fault and no overflow at ${width} pixels in ${language}, ${colorScheme}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const passages = await openPassages(page, `&lang=${language}`);
      await passages.locator('[data-action=light]').first().click();
      await openMenu(passages.locator('figure').first());
      await page.locator('.all-sources summary').click();
      await expect(page.locator('.all-sources li').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('four-islands-map').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      const overflow = await page
        .locator('.side')
        .evaluate((side) =>
          Math.max(side.scrollWidth - side.clientWidth, document.documentElement.scrollWidth - innerWidth),
        );
      expect(overflow).toBeLessThanOrEqual(0);
    });
