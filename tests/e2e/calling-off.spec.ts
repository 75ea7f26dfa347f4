/** What is on its way can be called off, and something says that it is on its way. */
import type { Locator, Page } from '@playwright/test';
import { say } from '../../src/text/strings.ts';
import { expectReadable } from './readable.ts';
import { expect, holdBack, listed, mapElement, openPage, popup, test } from './site.ts';

const sign = (page: Page): Locator => mapElement(page).locator('.on-its-way');

/** Says that it is on its way, to see and to hear; Escape calls it off. */
async function callOff(page: Page): Promise<void> {
  await expectReadable(page, sign(page));
  await expect(sign(page)).toContainText(say('en', 'loading'));
  await expect(mapElement(page).locator('.frame')).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByRole('status').first()).toHaveText(say('en', 'loading'));
  await page.keyboard.press('Escape');
  await expect(sign(page)).toHaveCount(0);
  await expect(mapElement(page).locator('.frame')).not.toHaveAttribute('aria-busy', 'true');
}

/** Lets a part come and waits until it is there and what follows from it has had its turn. */
async function letCome(page: Page, go: () => void, pattern: RegExp): Promise<void> {
  const come = page.waitForResponse((response) => pattern.test(response.url()));
  go();
  await (await come).finished();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
}

const focused = (page: Page) =>
  mapElement(page).evaluate((map) => {
    const active = map.shadowRoot?.activeElement;
    return active instanceof HTMLElement
      ? (active.dataset['place'] ?? active.dataset['action'] ?? active.className)
      : null;
  });

for (const how of ['Escape', 'Cancel'])
  test(`a place that is still opening is called off with ${how}: nothing opens, the focus stays`, async ({ page }) => {
    const go = await holdBack(page, '**/assets/reader-*.js');
    await page.goto('./');
    await listed(page, 'shikotan').focus();
    await page.keyboard.press('Enter');
    if (how === 'Escape') await callOff(page);
    else {
      await sign(page).getByRole('button', { name: 'Cancel' }).click();
      await expect(sign(page)).toHaveCount(0);
    }
    await letCome(page, go, /\/assets\/reader-/);
    // Who asks again is answered: all is there by then, and the first place is not opened after all.
    await expect(popup(page)).toBeHidden();
    expect(await focused(page)).toBe('shikotan');
    await expect(mapElement(page)).not.toHaveAttribute('place', /./);
    await listed(page, 'habomai').click();
    await expect(
      popup(page)
        .getByRole('heading', { name: /Habomai/ })
        .first(),
    ).toBeVisible();
  });

test('a place of the address is called off', { tag: '@long' }, async ({ page }) => {
  const go = await holdBack(page, '**/geo/readings.json*');
  await page.goto('./?place=shikotan');
  await listed(page, 'etorofu').focus();
  await callOff(page);
  await letCome(page, go, /\/geo\/readings/);
  await expect(popup(page)).toBeHidden();
  await expect(page).not.toHaveURL(/place=/);
});

test('a search that was sent early is called off', { tag: '@long' }, async ({ page }) => {
  const go = await holdBack(page, '**/assets/reader-*.js');
  await page.goto('./');
  const field = page.getByRole('searchbox');
  await field.fill('Shikotan');
  await field.press('Enter');
  await callOff(page);
  await letCome(page, go, /\/assets\/reader-/);
  await expect(popup(page)).toBeHidden();
  await expect(field).toBeFocused();
});

test('a year of the timeline is called off', async ({ page }) => {
  const go = await holdBack(page, '**/assets/timeline-view-*.js');
  await openPage(page);
  await page.getByRole('link', { name: '1905', exact: true }).focus();
  await page.keyboard.press('Enter');
  await callOff(page);
  await letCome(page, go, /\/assets\/timeline-view-/);
  await expect(mapElement(page)).not.toHaveAttribute('year', /./);
  await expect(mapElement(page).locator('[data-part="history"]')).toBeHidden();
});

test('the help is called off', { tag: '@long' }, async ({ page }) => {
  const go = await holdBack(page, '**/assets/tools-*.js');
  await openPage(page);
  await page.getByRole('button', { name: 'Help' }).focus();
  await page.keyboard.press('Enter');
  await callOff(page);
  await letCome(page, go, /\/assets\/tools-/);
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await focused(page)).toBe('help');
});

for (const [what, file] of [
  ['Measure', 'measure-view'],
  ['Embed', 'embed-builder'],
] as const)
  test(`the tool “${what}” is called off`, { tag: '@long' }, async ({ page }) => {
    const go = await holdBack(page, `**/assets/${file}-*.js`);
    await openPage(page);
    await page.getByRole('button', { name: 'Tools' }).click();
    await page.getByRole('button', { name: new RegExp(`^${what}`) }).click();
    await callOff(page);
    await letCome(page, go, new RegExp(`/assets/${file}-`));
    await expect(mapElement(page).locator('.measure, dialog[open]')).toHaveCount(0);
  });

test('a passage is called off', { tag: '@long' }, async ({ page }) => {
  const go = await holdBack(page, '**/assets/reader-*.js');
  await page.goto('./');
  await page.locator('[data-action="light"]').first().focus();
  await page.keyboard.press('Enter');
  await callOff(page);
  await letCome(page, go, /\/assets\/reader-/);
  await expect(page.locator('[data-action="light"][aria-pressed="true"]')).toHaveCount(0);
});

test('what comes at once needs no word', { tag: '@long' }, async ({ page }) => {
  await openPage(page);
  await listed(page, 'shikotan').click();
  await expect(popup(page)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await mapElement(page).evaluate((map) => {
    const signs: Node[] = [];
    Object.assign(window, { signs });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof Element && node.matches('.on-its-way')) signs.push(node);
    }).observe(map.shadowRoot ?? map, { childList: true });
  });
  // All is there by now.
  await listed(page, 'etorofu').click();
  await expect(popup(page)).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'signs').length)).toBe(0);
});
