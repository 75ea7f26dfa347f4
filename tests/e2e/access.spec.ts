import AxeBuilder from '@axe-core/playwright';
import { expect, interactive, openPage, popup, test } from './site.ts';

const states = [
  ['at rest', ''],
  ['with a popup', '?place=etorofu'],
  ['in Japanese', '?lang=ja&place=shikotan'],
  ['in Russian', '?lang=ru&names=ru'],
  ['in the dark', '?theme=dark&place=habomai'],
] as const;

for (const [what, query] of states)
  test(`axe finds nothing ${what}`, async ({ page }) => {
    await openPage(page, query);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('axe finds nothing, and nothing is wider than the window', async ({ page }) => {
    await openPage(page, '?place=kunashiri');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('the sheet does not cover the place it is about', async ({ page }) => {
    await openPage(page, '?place=shikotan');
    await interactive(page);
    await page.waitForTimeout(900);
    const sheet = await popup(page).boundingBox();
    const stage = await page.locator('.stage').boundingBox();
    if (sheet === null || stage === null) throw new Error('nothing is shown');
    const at = await page.evaluate(() => document.querySelector('four-islands-map')?.view);
    expect(at).toBeDefined();
    expect(sheet.y).toBeGreaterThan(stage.y + 100);
  });
});

test('Tab passes through the map and out again, both ways', async ({ page }) => {
  await openPage(page);
  const canvas = page.getByRole('region', { name: 'Interactive map' });
  await canvas.focus();
  await page.keyboard.press('Tab');
  await expect(canvas).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(canvas).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(canvas).not.toBeFocused();
});
