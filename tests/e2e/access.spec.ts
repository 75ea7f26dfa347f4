import { accessFaults, expect, openPage, popup, test } from './site.ts';

const states = [
  ['at rest', ''],
  ['with a popup', '?place=etorofu'],
  ['in Japanese', '?lang=ja&place=shikotan'],
  ['in Russian', '?lang=ru&names=ru'],
  ['in the dark', '?theme=dark&place=habomai'],
] as const;

for (const [what, query] of states)
  test(`axe finds nothing ${what}`, { tag: what === 'at rest' || what === 'in the dark' ? [] : '@long' }, async ({
    page,
  }) => {
    await openPage(page, query);
    expect(await accessFaults(page)).toEqual([]);
  });

test('axe is asked for the size of targets: it finds two that lie over each other', { tag: '@long' }, async ({
  page,
}) => {
  await page.goto('./?load=click');
  await page.evaluate(() => {
    const root = document.querySelector('four-islands-map')?.shadowRoot;
    for (const left of [100, 108]) {
      const link = document.createElement('button');
      link.textContent = 'x';
      link.style.cssText = `position:absolute;left:${left}px;top:200px;width:10px;height:10px;padding:0`;
      root?.querySelector('.stage')?.append(link);
    }
  });
  expect((await accessFaults(page)).join()).toMatch(/^target-size/);
});

test.describe('on a phone, in Russian and Japanese', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  for (const query of ['lang=ja', 'lang=ru&names=ru&place=habomai&year=1905'])
    test(`axe finds nothing at ${query}, below the window either`, {
      tag: query.includes('ru') ? [] : '@long',
    }, async ({ page }) => {
      await openPage(page, `?${query}`);
      if (query.includes('place')) await expect(popup(page)).toBeVisible();
      expect(await accessFaults(page)).toEqual([]);
    });

  test('what is scrolled to stands in the window', async ({ page }) => {
    await openPage(page, 'ru/');
    const headings = page.locator('.side :is(h1, h2, h3, summary)');
    for (const heading of (await headings.all()).reverse()) {
      if (!(await heading.isVisible())) continue;
      await heading.evaluate((part) => part.scrollIntoView());
      await expect(heading).toBeInViewport({ ratio: 0.9 });
    }
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('axe finds nothing, and nothing is wider than the window', { tag: '@long' }, async ({ page }) => {
    await openPage(page, '?place=kunashiri');
    expect(await accessFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
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
