import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { choose, expect, mapElement, openPage, popup, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

const field = (page: Page) => page.getByRole('searchbox');
const list = (page: Page) => page.getByRole('navigation', { name: /Places|場所|Места/ });
const said = (page: Page) => mapElement(page).locator('[data-part="announcement"]');

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no search field, and every place is listed', async ({ page }) => {
    await page.goto('./');
    await expect(list(page).getByRole('link', { name: /Etorofu \/ Iturup/ })).toBeVisible();
    await expect(field(page)).toHaveCount(0);
    await expect(page.getByText('Find a place by any of its names')).toBeHidden();
  });
});

test.describe('with the picture', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./?load=click');
  });

  test('the list is filtered as one types, under the groups', async ({ page }) => {
    await field(page).pressSequentially('tomari');
    await expect(list(page).getByRole('link')).toHaveCount(4);
    await expect(list(page).getByRole('heading', { name: 'Kunashir / Kunashiri' })).toBeVisible();
    await expect(list(page).getByRole('heading', { name: 'Shikotan' })).toBeVisible();
    await expect(list(page).getByRole('heading', { name: 'Etorofu / Iturup' })).toBeHidden();
    await expect(list(page).getByRole('link', { name: /Golovnino \/ Tomari.*settlement/ })).toBeVisible();
    await expect(list(page).getByRole('link', { name: /Tomariyama.*peak/ })).toBeVisible();
  });

  test('an empty field shows the whole list again', { tag: '@long' }, async ({ page }) => {
    const whole = await list(page).getByRole('link').count();
    await field(page).fill('тятя');
    await expect(list(page).getByRole('link')).toHaveCount(1);
    await field(page).fill('');
    await expect(list(page).getByRole('link')).toHaveCount(whole);
  });

  test('the results follow the naming control, and show the name that fits where it is not shown', {
    tag: '@long',
  }, async ({ page }) => {
    await field(page).fill('iturup');
    // The airport has the island's name.
    await expect(list(page).getByRole('link')).toHaveCount(2);
    const found = list(page).getByRole('link').first();
    await expect(found.getByText('Russian name: Iturup')).toBeHidden();
    await choose(page, 'Japanese');
    await expect(found).toHaveAccessibleName(/^Etorofu 択捉島 island Russian name: Iturup$/);
    await expect(found.locator('.found-by [lang="ru-Latn"]')).toBeVisible();
  });

  test('arrows walk through the results and back to the field', { tag: '@long' }, async ({ page }) => {
    await field(page).fill('tomari');
    await expect(list(page).getByRole('link')).toHaveCount(4);
    await page.keyboard.press('ArrowDown');
    await expect(list(page).getByRole('link').nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(list(page).getByRole('link').nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowDown');
    await expect(list(page).getByRole('link').nth(3)).toBeFocused();
  });

  test('Enter in the field selects the best result, and closing it gives the focus back to the field', async ({
    page,
  }) => {
    await field(page).fill('тятя');
    await expect(list(page).getByRole('link')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(popup(page)).toBeVisible();
    await expect(mapElement(page)).toHaveAttribute('place', 'chachadake');
    await expect(list(page).getByRole('link')).toHaveAttribute('aria-current', 'true');
    await expect(list(page).getByRole('link')).toHaveAttribute('data-place', 'chachadake');
    await page.keyboard.press('Escape');
    await expect(popup(page)).toBeHidden();
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('тятя');
  });

  test('Enter on a result selects it', { tag: '@long' }, async ({ page }) => {
    await field(page).fill('tomari');
    await expect(list(page).getByRole('link')).toHaveCount(4);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(mapElement(page)).toHaveAttribute('place', 'tomari-bay');
  });

  test('Escape clears the field first and closes the popup only then', async ({ page }) => {
    await field(page).fill('итуруп');
    await page.keyboard.press('Enter');
    await expect(popup(page)).toBeVisible();
    await field(page).focus();
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveValue('');
    await expect(popup(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(popup(page)).toBeHidden();
  });

  test('Escape on a result clears the field and goes back to it', { tag: '@long' }, async ({ page }) => {
    await field(page).fill('tomari');
    await expect(list(page).getByRole('link')).toHaveCount(4);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('');
  });

  test('axe finds nothing in a filtered list, nor in one without results', { tag: '@long' }, async ({ page }) => {
    for (const query of ['えとろふ', 'xyzzy']) {
      await field(page).fill(query);
      await expect(said(page)).not.toBeEmpty();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    }
  });
});

for (const [language, label, one, several, none] of [
  ['en', 'Find a place by any of its names', '1 place', '4 places', 'No place on this map has that name.'],
  ['ja', '地名で探す（どの表記でも可）', '1か所', '4か所', 'この地図に、その名称に一致する場所はありません。'],
  ['ru', 'Найти место по любому из названий', '1 место', '4 места', 'На этой карте нет места с таким названием.'],
] as const)
  test(`the number of results is said, in ${language}`, { tag: language === 'ru' ? [] : '@long' }, async ({ page }) => {
    await page.goto(`./?load=click&lang=${language}`);
    const search = page.getByRole('searchbox', { name: label });
    await search.fill('тятя');
    await expect(said(page)).toHaveText(one);
    await search.fill('トマリ');
    await expect(said(page)).toHaveText(several);
    await search.fill('xyzzy');
    await expect(said(page)).toHaveText(none);
    await expect(list(page).getByText(none)).toBeVisible();
    await search.fill('');
    await expect(said(page)).toBeEmpty();
  });

test('a query stays through a change of language', { tag: '@long' }, async ({ page }) => {
  await page.goto('./?load=click');
  await field(page).fill('тятя');
  await expect(list(page).getByRole('link')).toHaveCount(1);
  await mapElement(page).evaluate((element) => element.setAttribute('lang', 'ru'));
  await expect(page.getByRole('searchbox', { name: 'Найти место по любому из названий' })).toHaveValue('тятя');
  await expect(list(page).getByRole('link')).toHaveCount(1);
});

test('the map goes to the place that was searched for', { tag: '@long' }, async ({ page }) => {
  await openPage(page);
  await field(page).fill('古釜布');
  // The town, and the bay after it.
  await expect(list(page).getByRole('link')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(popup(page)).toHaveAccessibleName(/Furukamappu \/ Yuzhno-Kurilsk/);
});

test('in the frame the groups fold, and what is folded away is found', async ({ page }) => {
  await page.goto('./embed.html?load=click');
  await page.getByText('Places', { exact: true }).click();
  const etorofu = list(page).locator('[data-part="all-places"] [data-place="etorofu"]');
  await expect(etorofu).toBeVisible();
  await list(page).locator('summary').filter({ hasText: 'Etorofu / Iturup' }).click();
  await expect(etorofu).toBeHidden();
  await field(page).fill('etorofu');
  await expect(list(page).locator('[data-part="results"] [data-place="etorofu"]')).toBeVisible();
});

test('without the data there is no search field', { tag: '@long' }, async ({ page }) => {
  await page.route(/geo\/map\.json/, (route) => route.abort());
  await page.goto('./?load=click');
  await field(page).focus();
  await expect(mapElement(page)).toHaveAttribute('data-state', 'failed');
  await expect(field(page)).toHaveCount(0);
});

test.describe('on a narrow phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('field and results are as wide as the window, and targets at least 24 pixels high', { tag: '@long' }, async ({
    page,
  }) => {
    await page.goto('./?load=click');
    await field(page).fill('tomari');
    await expect(list(page).getByRole('link')).toHaveCount(4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    for (const target of [field(page), ...(await list(page).getByRole('link').all())])
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  });
});
