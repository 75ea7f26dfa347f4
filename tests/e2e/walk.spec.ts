import AxeBuilder from '@axe-core/playwright';
import { expect, interactive, mapElement, openPage, popup, test } from './site.ts';

test('who cannot see finds Shikotan by keys alone, hears its names and passages, and comes back', async ({ page }) => {
  await openPage(page);
  const search = page.getByRole('searchbox', { name: 'Find a place by any of its names' });
  for (let presses = 0; presses < 30; presses++) {
    if (await search.evaluate((field) => field.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await expect(search).toBeFocused();
  await page.keyboard.type('しこたん');
  await expect(page.locator('[data-part="announcement"]')).toHaveText(/^\d+ places?$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(popup(page)).toBeFocused();
  await expect(popup(page)).toMatchAriaSnapshot({ name: 'shikotan.aria.yml' });
  await page.keyboard.press('Escape');
  await expect(popup(page)).toBeHidden();
  await expect(page.locator('.places [data-place="shikotan"]:focus')).toHaveCount(1);
});

test('the focus passes through the whole page and is never lost or hidden on the way', async ({ page }) => {
  await openPage(page, '?place=habomai');
  const seen = new Set<string>();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      if (focused === null || focused === document.body) return null;
      const { top, left, width, height } = focused.getBoundingClientRect();
      const inWindow = top < innerHeight && left < innerWidth && top + height > 0 && left + width > 0;
      const outline = getComputedStyle(focused).outlineStyle;
      return {
        name: focused.outerHTML.slice(0, 80),
        inWindow,
        marked: outline !== 'none' || focused.matches('input[type="radio"]'),
      };
    });
    if (at === null) break;
    expect(at, at.name).toMatchObject({ inWindow: true, marked: true });
    seen.add(at.name);
  }
  expect(seen.size).toBeGreaterThan(20);
});

const states: readonly (readonly [
  what: string,
  query: string,
  deed: (page: import('@playwright/test').Page) => Promise<void>,
])[] = [
  [
    'with the list filtered',
    '',
    async (page) => {
      await page.getByRole('searchbox').fill('kuril');
      await expect(page.locator('[data-part="results"] li').first()).toBeVisible();
    },
  ],
  ['with the help open', '', (page) => page.getByRole('button', { name: 'Help' }).click()],
  ['with the list of sources open', '', (page) => page.locator('.all-sources summary').click()],
  ['with passages lit', '', (page) => page.locator('[data-action="light"]').first().click()],
];
for (const [what, query, deed] of states)
  test(`axe finds nothing ${what}`, async ({ page }) => {
    await openPage(page, query);
    await deed(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 568 } });
  for (const lang of ['en', 'ja', 'ru'])
    test(`nothing is wider than the window, and axe finds nothing in ${lang}`, async ({ page }) => {
      await openPage(page, `?lang=${lang}&place=kunashiri`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    });
});

test.describe('with forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  test('the chosen convention and the chosen place are still told apart, and axe finds nothing', async ({ page }) => {
    await openPage(page, '?place=shikotan');
    const chosen = await page
      .locator('.naming input:checked + span')
      .evaluate((span) => getComputedStyle(span).backgroundColor);
    const other = await page
      .locator('.naming input:not(:checked) + span')
      .first()
      .evaluate((span) => getComputedStyle(span).backgroundColor);
    expect(chosen).not.toBe(other);
    const current = page.locator('.places [aria-current="true"]').first();
    expect(await current.evaluate((item) => getComputedStyle(item).outlineStyle)).toBe('solid');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

test('every target is 24 pixels large, or stands far enough from its neighbours', async ({ page }) => {
  await openPage(page, '?place=etorofu');
  await interactive(page);
  const small = await mapElement(page).evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('button, summary, .naming label, input[type="search"]') ?? [])].flatMap(
      (target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24) ? [`${target.outerHTML.slice(0, 90)} ${width}×${height}`] : [];
      },
    ),
  );
  expect(small).toEqual([]);
});
