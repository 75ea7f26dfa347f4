import { palettes } from '../../src/style/theme/theme.ts';
import { choose, expect, interactive, listed, mapElement, names, openPage, popup, test } from './site.ts';

test('the map becomes interactive on WebGL, and its pixels are not flat', async ({ page }) => {
  await openPage(page);
  const canvas = page.getByRole('region', { name: 'Interactive map' });
  await expect(canvas).toBeVisible();
  const shot = await canvas.screenshot();
  const colours = await page.evaluate(async (base64) => {
    const data: Uint8ClampedArray = await Reflect.get(window, 'pixelsOf')(base64);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4)
      seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    return seen.size;
  }, shot.toString('base64'));
  expect(colours).toBeGreaterThan(200);
});

test('the element tells that it is ready, once, and its promise settles', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { told: [] });
    for (const name of ['four-islands-ready', 'four-islands-select', 'four-islands-names'])
      document.addEventListener(name, (event) => {
        Reflect.get(window, 'told').push([name, event instanceof CustomEvent ? event.detail : null]);
      });
  });
  await openPage(page);
  await page.evaluate(() => document.querySelector('four-islands-map')?.ready);
  await choose(page, 'Japanese');
  await listed(page, 'etorofu').click();
  await popup(page).getByRole('button', { name: 'Close' }).click();
  const told = await page.evaluate(() => Reflect.get(window, 'told'));
  expect(told).toEqual([
    ['four-islands-ready', null],
    ['four-islands-names', { names: 'ja' }],
    ['four-islands-select', { place: 'etorofu', passages: ['paragraph-5', 'paragraph-8', 'paragraph-9'] }],
    ['four-islands-select', { place: null, passages: [] }],
  ]);
});

test('the naming control changes map, picture, list and popup at once', async ({ page }) => {
  const element = await openPage(page, '?place=etorofu');
  await expect(popup(page).getByRole('heading', { name: /Etorofu \/ Iturup/ })).toBeVisible();
  await choose(page, 'Russian');
  await expect(popup(page).getByRole('heading', { name: 'Iturup Итуруп' })).toBeVisible();
  await expect(listed(page, 'etorofu')).toHaveAccessibleName(/^Iturup Итуруп/);
  await expect(element.locator('.home .names-both').filter({ visible: true })).toHaveCount(0);
  await expect(element).toHaveAttribute('names', 'ru');
  await expect(page).toHaveURL(/names=ru/);
  const svg = await page.evaluate(() => document.querySelector('four-islands-map')?.toSVG() ?? '');
  const lettered = (svg.match(/<text[^>]*>[\s\S]*?<\/text>/g) ?? []).join('\n');
  expect(lettered).toContain('Iturup');
  expect(lettered).not.toContain('Etorofu');
});

test('the naming control is a radio group that arrow keys move through', async ({ page }) => {
  await openPage(page);
  await names(page).getByRole('radio', { name: 'Both' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(names(page).getByRole('radio', { name: 'Japanese' })).toBeChecked();
  await expect(mapElement(page)).toHaveAttribute('names', 'ja');
});

test.describe('a place opens', () => {
  test('by a click on its land', async ({ page }) => {
    await openPage(page, '?view=8/43.8/146.75');
    const canvas = page.getByRole('region', { name: 'Interactive map' });
    const box = await canvas.boundingBox();
    if (box === null) throw new Error('the map has no box');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(popup(page).getByRole('heading', { name: /Shikotan/ })).toBeVisible();
    await expect(page).toHaveURL(/place=shikotan/);
  });

  test('by Enter on the list, and Escape gives the focus back', async ({ page }) => {
    await openPage(page);
    const link = listed(page, 'kunashiri');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(popup(page)).toBeFocused();
    await expect(link).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Escape');
    await expect(popup(page)).toBeHidden();
    await expect(link).toBeFocused();
    await expect(page).not.toHaveURL(/place=/);
  });

  test('by the address, under any of its Latin names', async ({ page }) => {
    await openPage(page, '?place=iturup');
    await expect(popup(page).getByRole('heading', { name: /Etorofu \/ Iturup/ })).toBeVisible();
    await expect(mapElement(page)).toHaveAttribute('place', 'etorofu');
  });

  test('by the attribute, and closes when it is taken away', { tag: '@long' }, async ({ page }) => {
    await openPage(page);
    await page.evaluate(() => document.querySelector('four-islands-map')?.setAttribute('place', 'habomai'));
    await expect(popup(page).getByRole('heading', { name: /Habomai/ })).toBeVisible();
    await page.evaluate(() => document.querySelector('four-islands-map')?.removeAttribute('place'));
    await expect(popup(page)).toBeHidden();
  });
});

for (const [language, heading] of [
  ['ja', '色丹島 / シコタン島 Шикотан'],
  ['ru', 'Сикотан / Шикотан 色丹島'],
] as const)
  test(`a link opens its place in ${language} too`, { tag: language === 'ja' ? [] : '@long' }, async ({ page }) => {
    await openPage(page, `?lang=${language}&place=shikotan`);
    await expect(popup(page).getByRole('heading', { name: heading })).toBeVisible();
  });

test('the popup quotes the article with the name marked, the source under it, and tells both halves', async ({
  page,
}) => {
  await openPage(page, '?place=shikotan');
  const dialog = popup(page);
  await expect(dialog).toContainText(
    'Administered since 1945 by Russia (until 1991 by the Soviet Union). Claimed by Japan.',
  );
  await expect(dialog.locator('blockquote')).toHaveCount(3);
  await expect(dialog.locator('blockquote').nth(2)).toContainText(
    'The dispute over Etorofu, Kunashiri and Shikotan islands as well as the Habomai islet group',
  );
  await expect(dialog.locator('blockquote').nth(2).locator('mark')).toHaveText(['Shikotan']);
  await expect(dialog.locator('cite').nth(2)).toContainText('Kyodo News, 6 June 2024, paragraph 9');
  await expect(dialog.locator('[lang=ja]').first()).toContainText('色丹島');
});

test('what changes while the map is being made shows on it', { tag: '@long' }, async ({ page }) => {
  await page.goto('./?load=click');
  await page.getByRole('button', { name: 'Open the interactive map' }).click();
  await choose(page, 'Russian');
  await page.emulateMedia({ colorScheme: 'dark' });
  await interactive(page);
  const canvas = page.getByRole('region', { name: 'Interactive map' });
  // Dark as soon as the theme has reached the map: the mean of all channels is far below the middle.
  await expect
    .poll(async () => {
      const shot = (await canvas.screenshot()).toString('base64');
      return page.evaluate(async (base64) => {
        const data: Uint8ClampedArray = await Reflect.get(window, 'pixelsOf')(base64);
        return data.reduce((sum, value, at) => (at % 4 === 3 ? sum : sum + value), 0) / ((data.length * 3) / 4);
      }, shot);
    })
    .toBeLessThan(90);
});

test('the map follows the system’s theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page);
  const canvas = page.getByRole('region', { name: 'Interactive map' });
  /** The share of the map's pixels that have the sea's colour of a theme. */
  const sea = async (theme: 'light' | 'dark') => {
    const shot = (await canvas.screenshot()).toString('base64');
    return page.evaluate(
      async ([base64, colour]) => {
        const pixels: Uint8ClampedArray = await Reflect.get(window, 'pixelsOf')(base64);
        const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
        let found = 0;
        for (let at = 0; at < pixels.length; at += 4)
          if (wanted.every((value, index) => Math.abs((pixels[at + index] ?? 0) - value) < 4)) found++;
        return (4 * found) / pixels.length;
      },
      [shot, palettes[theme].sea] as const,
    );
  };
  expect(await sea('light')).toBeGreaterThan(0.2);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => sea('dark')).toBeGreaterThan(0.2);
});

test('a link reproduces the view, and moving the map writes it', async ({ page }) => {
  await openPage(page, '?view=8.5/44.1/146.2');
  await expect(mapElement(page)).toHaveAttribute('view', '8.5/44.1/146.2');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/view=9\.5\/44\.1\/146\.2/);
  await page.getByRole('button', { name: 'Show all four groups' }).click();
  await expect(page).not.toHaveURL(/view=/);
});

test('the keyboard pans and zooms the map', async ({ page }) => {
  await openPage(page, '?view=8/44/146');
  await page.getByRole('region', { name: 'Interactive map' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/view=8\/44\/146\.\d+/);
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/view=9\/44\/146\.\d+/);
});

test('a language changes interface, list and labels without a reload', async ({ page }) => {
  await openPage(page, '?place=kunashiri');
  await page.evaluate(() => document.querySelector('four-islands-map')?.setAttribute('lang', 'ru'));
  await expect(page.getByRole('radiogroup', { name: 'Названия' })).toBeVisible();
  await expect(popup(page).getByRole('heading', { name: /Кунашир \/ Кунасири/ })).toBeVisible();
  await expect(popup(page)).toContainText('С 1945 года — под управлением России');
  await expect(page.locator('.picture')).toHaveAccessibleName(/^Карта: Эторофу/);
  await interactive(page);
});

test('connect, disconnect, connect: one map, and it works', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    const element = document.querySelector('four-islands-map');
    const parent = element?.parentElement;
    element?.remove();
    if (element !== null && element !== undefined) parent?.append(element);
  });
  await interactive(page);
  await expect(page.locator('four-islands-map canvas')).toHaveCount(1);
});
