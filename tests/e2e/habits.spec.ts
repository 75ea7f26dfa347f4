import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { expect, listed, mapElement, openPage, popup, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

const tools = (page: Page) => page.getByRole('button', { name: 'Tools', exact: true });
const help = (page: Page) => page.getByRole('dialog', { name: 'Help' });
const canvas = (page: Page) => page.getByRole('region', { name: 'Interactive map' });

async function useTool(page: Page, name: string): Promise<void> {
  await tools(page).click();
  await page.getByRole('group', { name: 'Tools' }).getByRole('button', { name, exact: true }).click();
}

async function save(page: Page, name: string): Promise<Download> {
  const saved = page.waitForEvent('download');
  await useTool(page, name);
  return saved;
}

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test.describe('the history', () => {
  test('walks back and forward through what was selected', async ({ page }) => {
    await openPage(page);
    await listed(page, 'etorofu').click();
    await expect(page).toHaveURL(/place=etorofu/);
    await listed(page, 'shikotan').click();
    await expect(popup(page).getByRole('heading', { name: /Shikotan/ })).toBeVisible();
    await page.goBack();
    await expect(popup(page).getByRole('heading', { name: /Etorofu/ })).toBeVisible();
    await page.goBack();
    await expect(popup(page)).toBeHidden();
    await expect(page).not.toHaveURL(/place=/);
    await page.goForward();
    await expect(popup(page).getByRole('heading', { name: /Etorofu/ })).toBeVisible();
    await page.goForward();
    await expect(popup(page).getByRole('heading', { name: /Shikotan/ })).toBeVisible();
  });

  test('has no step for a move of the map or for other names', async ({ page }) => {
    await openPage(page);
    const steps = () => page.evaluate(() => window.history.length);
    const before = await steps();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect(page).toHaveURL(/view=/);
    await page.getByRole('radio', { name: 'Russian' }).check();
    await expect(page).toHaveURL(/names=ru/);
    expect(await steps()).toBe(before);
  });

  test('is left alone by the frame', async ({ page }) => {
    await page.goto('./embed.html?lang=en');
    await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
    const before = await page.evaluate(() => [window.history.length, window.location.href]);
    await page.evaluate(() => {
      const element = document.querySelector('four-islands-map');
      if (element !== null) element.names = 'ja';
      element?.shadowRoot?.querySelector<HTMLElement>('.places [data-place="shikotan"]')?.click();
    });
    await expect(popup(page)).toBeVisible();
    expect(await page.evaluate(() => [window.history.length, window.location.href])).toEqual(before);
  });
});

test.describe('the keys', () => {
  test('move and zoom the map while it has the focus, and never turn it', async ({ page }) => {
    const element = await openPage(page, '?lang=en&view=8/44/146.5');
    await canvas(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(element).not.toHaveAttribute('view', '8/44/146.5');
    await page.keyboard.press('+');
    await expect(element).toHaveAttribute('view', /^9\//);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await page.waitForTimeout(600);
    const turned = await page.evaluate(() => {
      const map = document.querySelector('four-islands-map')?.maplibre;
      return [map?.getBearing(), map?.getPitch()];
    });
    expect(turned).toEqual([0, 0]);
  });

  test('go to the search field and open the help, but not while somebody writes', async ({ page }) => {
    await openPage(page);
    const field = page.getByRole('searchbox');
    await canvas(page).focus();
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await page.keyboard.type('a/?');
    await expect(field).toHaveValue('a/?');
    await expect(help(page)).toBeHidden();
    await canvas(page).focus();
    await page.keyboard.press('?');
    await expect(help(page)).toBeVisible();
  });

  test('do nothing while the focus is elsewhere on the page', async ({ page }) => {
    await openPage(page);
    await page.keyboard.press('?');
    await page.waitForTimeout(500);
    await expect(help(page)).toBeHidden();
  });

  test('can be switched off, and on again', async ({ page }) => {
    const element = await openPage(page, '?lang=en&view=8/44/146.5');
    const helpButton = page.getByRole('button', { name: 'Help' });
    const onOff = help(page).getByRole('checkbox', { name: 'Keyboard shortcuts on' });
    await helpButton.click();
    await onOff.uncheck();
    await page.keyboard.press('Escape');
    await canvas(page).focus();
    for (const key of ['/', '?', '+']) await page.keyboard.press(key);
    await page.waitForTimeout(600);
    await expect(canvas(page)).toBeFocused();
    await expect(help(page)).toBeHidden();
    await expect(element).toHaveAttribute('view', '8/44/146.5');
    await helpButton.click();
    await onOff.check();
    await page.keyboard.press('Escape');
    await canvas(page).focus();
    await page.keyboard.press('+');
    await expect(element).toHaveAttribute('view', /^9\//);
  });
});

test('Escape closes the help alone, and the focus goes back to the button', async ({ page }) => {
  await openPage(page, '?lang=en&place=shikotan');
  await expect(popup(page)).toBeVisible();
  const button = page.getByRole('button', { name: 'Help' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(help(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await expect(button).toBeFocused();
  await expect(popup(page)).toBeVisible();
});

test('the map can be moved by buttons alone', async ({ page }) => {
  const element = await openPage(page, '?lang=en&view=8/44/146.5');
  await page.locator('summary[aria-label="Move the map"]').click();
  await page.getByRole('button', { name: 'Move north' }).click();
  await expect(element).toHaveAttribute('view', /^8\/44\.[1-9]\d*\/146\.5$/);
});

test.describe('the menu of tools', () => {
  test('opens and closes by its button, and axe finds nothing', async ({ page }) => {
    await openPage(page);
    const menu = page.getByRole('group', { name: 'Tools' });
    await tools(page).click();
    await expect(menu).toBeVisible();
    await expect(tools(page)).toHaveAttribute('aria-expanded', 'true');
    expect(await violations(page)).toEqual([]);
    await tools(page).click();
    await expect(menu).toBeHidden();
    await tools(page).click();
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(tools(page)).toBeFocused();
  });

  test('copies a link that shows the same to somebody else', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPage(page, '?lang=ru&names=ja&theme=dark&view=8.5/44.1/146.2');
    await page.locator('[data-action="tools"]').click();
    await page.locator('[data-action="copy-link"]').click();
    await expect(page.locator('.told')).toHaveText('Ссылка скопирована.');
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(Object.fromEntries(link.searchParams)).toEqual({
      names: 'ja',
      lang: 'ru',
      view: '8.5/44.1/146.2',
      theme: 'dark',
    });
  });

  test('offers no link in a frame that knows of no page', async ({ page }) => {
    await page.goto('./embed.html?lang=en');
    await tools(page).click();
    await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
    await expect(page.getByRole('button', { name: /link/ })).toHaveCount(0);
  });

  test('opens in the words of a new language', async ({ page }) => {
    const element = await openPage(page);
    await tools(page).click();
    await expect(page.getByRole('group', { name: 'Tools' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('group', { name: 'Tools' })).toBeHidden();
    await element.evaluate((map) => map.setAttribute('lang', 'ja'));
    await page.locator('[data-action="tools"]').click();
    await expect(page.getByRole('button', { name: '距離を測る' })).toBeVisible();
  });
});

test.describe('a distance', () => {
  const told = (page: Page) => page.locator('.measure output');

  test('is measured by the keyboard alone, between two places', async ({ page }) => {
    await openPage(page);
    await tools(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Measure a distance' }).focus();
    await page.keyboard.press('Enter');
    const from = page.getByRole('combobox', { name: 'From' });
    await expect(from).toBeFocused();
    await from.selectOption('etorofu');
    await page.keyboard.press('Tab');
    const to = page.getByRole('combobox', { name: 'To' });
    await expect(to).toBeFocused();
    await to.selectOption('kunashiri');
    await expect(told(page)).toHaveText(/Etorofu \/ Iturup – Kunashir \/ Kunashiri: 2[1-3]\.\d km, 1[12]\.\d nautical/);
    await expect(page.locator('.measure [data-part="method"]')).toContainText(
      '6371.0088 km, between the nearest coast',
    );
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(told(page)).toHaveCount(0);
  });

  test('begins at the place of the popup, ends at one of the list, and is said aloud', async ({ page }) => {
    await openPage(page, '?lang=en&place=shikotan');
    await popup(page).getByRole('button', { name: 'Measure from here' }).click();
    await expect(told(page)).toHaveText('Start: Shikotan.');
    await listed(page, 'kunashiri').click();
    await expect(told(page)).toContainText('Shikotan – Kunashir / Kunashiri');
    await expect(popup(page)).toBeHidden();
    await expect(page.locator('[data-part="announcement"]')).toContainText('nautical miles');
  });

  test('is measured between points: a click, and Enter at the middle of the map', async ({ page }) => {
    await openPage(page, '?lang=en&view=8/44.6/149.5');
    await useTool(page, 'Measure a distance');
    // Measuring begins when its panel is there: until then a click chooses a place.
    await expect(page.locator('.measure')).toBeVisible();
    const box = await canvas(page).boundingBox();
    if (box === null) throw new Error('the map has no box');
    await page.mouse.click(box.x + 200, box.y + 300);
    await expect(told(page)).toHaveText(/Start: 4\d\.\d\d° N/);
    await canvas(page).focus();
    await page.keyboard.press('Enter');
    await expect(told(page)).toContainText('44.60° N, 149.50° E');
    const drawn = await page.evaluate(() => {
      const map = document.querySelector('four-islands-map')?.maplibre;
      return map?.querySourceFeatures('measure').length ?? 0;
    });
    expect(drawn).toBeGreaterThan(0);
  });
});

test.describe('what can be saved', () => {
  test('is the present view as SVG, with names, colours, faces and source line in it', async ({ page }) => {
    await openPage(page, '?lang=en&names=ru&theme=dark&view=10/43.45/146.05');
    const file = await save(page, 'SVG');
    expect(file.suggestedFilename()).toBe('four-islands.ru.en.svg');
    const svg = readFileSync(await file.path(), 'utf8');
    expect(svg).toContain('Zelenyy');
    expect(svg).not.toContain('>Iturup<');
    expect(svg).toContain('#17242b');
    expect(svg).toContain('url(data:font/woff2;base64,');
    expect(svg).toContain('Names as used in Russia.');
    expect(svg).toContain('National Land');
    // On a page without our policy, which lets no text become markup.
    const blank = await page.context().newPage();
    const parsed = await blank.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [read.documentElement.nodeName, read.querySelector('parsererror') === null];
    }, svg);
    expect(parsed).toEqual(['svg', true]);
  });

  test('is a PNG at twice the size, lettered in the faces of the map', async ({ page }) => {
    await openPage(page, '?lang=ja&names=ja&theme=light');
    const stage = await page.locator('.stage').boundingBox();
    const saved = page.waitForEvent('download');
    await page.locator('[data-action="tools"]').click();
    await page.locator('[data-action="save"][data-picture="png2"]').click();
    const png = readFileSync(await (await saved).path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * Math.round(stage?.width ?? 0));
    // The same picture without the faces in it must differ: else the text fell back to others, or is not there.
    const differs = await page.evaluate(async (base64) => {
      const element = document.querySelector('four-islands-map');
      const pixels: (image: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
      const lettered = await pixels(base64);
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(element?.toSVG() ?? '')}`;
      await image.decode();
      const drawing = new OffscreenCanvas(image.naturalWidth * 2, image.naturalHeight * 2);
      const context = drawing.getContext('2d');
      if (context === null) throw new Error('no 2d context');
      context.drawImage(image, 0, 0, drawing.width, drawing.height);
      const plain = context.getImageData(0, 0, drawing.width, drawing.height).data;
      let count = 0;
      for (let at = 0; at < lettered.length; at += 4)
        if (Math.abs((lettered[at] ?? 0) - (plain[at] ?? 0)) > 60) count++;
      return count;
    }, png.toString('base64'));
    expect(differs).toBeGreaterThan(500);
  });

  test('is the data, with the table of places', async ({ page }) => {
    await openPage(page);
    await tools(page).click();
    await expect(page.getByText(/Licence: CC BY 4\.0/)).toBeVisible();
    const address = await page.getByRole('link', { name: 'Places, CSV' }).getAttribute('href');
    const table = await page.request.get(address ?? '');
    expect(table.ok()).toBe(true);
    expect(await table.text()).toMatch(/^id,kind,group,lng,lat/);
  });
});

test('the print has picture, legend, passages and sources, black on white, and no controls', async ({ page }) => {
  await openPage(page, '?lang=en&theme=dark');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /Map of Etorofu/ })).toBeVisible();
  await expect(page.locator('blockquote').first()).toBeVisible();
  await expect(page.getByText('Names of both sides.')).toBeVisible();
  await expect(page.getByText(/no opinion on sovereignty/)).toBeVisible();
  await expect(page.getByText(/National Land Numerical Information/)).toBeVisible();
  for (const part of ['.corner', '.naming', '.places', '.map']) await expect(page.locator(part)).toBeHidden();
  const colours = await page.evaluate(() => {
    const element = document.querySelector('four-islands-map');
    if (element === null) return [];
    const style = getComputedStyle(element);
    return [style.color, style.getPropertyValue('--disputed'), style.getPropertyValue('--hatch')];
  });
  expect(colours).toEqual(['rgb(0, 0, 0)', '#fff', '#000']);
});

test('on paper stands what the reader sees, lettered for the sheet, and afterwards the map is as it was', async ({
  page,
}) => {
  await openPage(page, '?lang=en&view=9/43.6/146');
  const view = page.locator('.sheet .view');
  const figures = () => page.locator('.marginalia').innerText();
  const before = await figures();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(view.getByText('Nemuro Peninsula')).toHaveCount(1);
  await expect(view.locator('text', { hasText: 'Okhotsk' })).toHaveCount(0);
  await expect(page.locator('.sheet .picture')).toHaveCSS('visibility', 'hidden');
  expect(await figures()).not.toBe(before);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(view).toHaveCount(0);
  expect(await figures()).toBe(before);
});

for (const [format, lang] of [
  ['A4', 'en'],
  ['A4', 'ja'],
  ['Letter', 'ru'],
] as const)
  test(`the print in ${lang} fits one sheet of ${format}`, async ({ page }) => {
    await openPage(page, `?lang=${lang}&names=both`);
    const file = (await page.pdf({ format })).toString('latin1');
    expect(file.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  });
