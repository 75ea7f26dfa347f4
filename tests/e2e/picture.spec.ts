import { choose, expect, listed, mapElement, names, test } from './site.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the picture stands in the page and carries the labels', async ({ page }) => {
    await page.goto('./');
    const picture = page.getByRole('img', { name: /Map of Etorofu/ });
    await expect(picture).toBeVisible();
    await expect(picture.locator('g.names-both').getByText('Etorofu / Iturup')).toBeVisible();
  });

  test('the naming control works on picture, list and legend', async ({ page }) => {
    await page.goto('./');
    const picture = page.getByRole('img', { name: /Map of/ });
    const list = page.getByRole('navigation', { name: 'Places' });
    await expect(names(page).getByRole('radio')).toHaveCount(3);
    await choose(page, 'Russian');
    await expect(picture.locator('g.names-ru').getByText('Iturup')).toBeVisible();
    await expect(picture.locator('g.names-both')).toBeHidden();
    await expect(list.getByRole('link', { name: /^Iturup Итуруп\s+island$/ })).toBeVisible();
    await expect(page.getByText('Names as used in Russia.')).toBeVisible();
    await choose(page, 'Japanese');
    await expect(list.getByRole('link', { name: /^Etorofu 択捉島\s+island$/ })).toBeVisible();
  });

  test('the passages can be read', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('blockquote')).toHaveCount(3);
    await expect(page.locator('cite').first()).toContainText('Kyodo News');
  });
});

test('the picture is there before the script, and the list and the popup work while it stands', async ({ page }) => {
  await page.route('**/map-view-*.js', (route) => route.abort());
  await page.goto('./?load=click');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
  await listed(page, 'shikotan').click();
  await expect(page.getByRole('dialog', { name: /Shikotan/ })).toBeVisible();
});

test('picture and map agree about where the islands are', async ({ page }) => {
  await page.goto('./?load=click&theme=light&place=');
  const stage = page.locator('.stage');
  const box = await stage.boundingBox();
  if (box === null) throw new Error('the stage has no box');
  const hide = () =>
    page.evaluate(() => {
      const root = document.querySelector('four-islands-map')?.shadowRoot;
      for (const part of root?.querySelectorAll('.picture text, .naming, .camera, .open, .disclaimer') ?? [])
        part.remove();
    });
  await hide();
  const before = await stage.screenshot();
  // The map without its lettering: every label stands where no camera goes.
  await page.route(/geo\/(islands|places)\.geojson/, async (route) => {
    const response = await route.fetch();
    const collection = await response.json();
    for (const feature of collection.features) {
      if (feature.properties.label === undefined) feature.geometry.coordinates = [10, 10];
      else feature.properties.label = [10, 10];
    }
    await route.fulfill({ response, json: collection });
  });
  await page.goto('./?load=eager&theme=light');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await hide();
  await page.waitForTimeout(500);
  const after = await stage.screenshot();
  // Of the pixels that are land in either, how many are land in both.
  const share = await page.evaluate(
    async ([first, second]) => {
      const pixels: (base64: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
      const [one, two] = [await pixels(first), await pixels(second)];
      let both = 0;
      let either = 0;
      for (let at = 0; at < one.length; at += 4) {
        // Land is warmer than sea: its red is above its blue.
        const [a, b] = [one, two].map((data) => (data[at] ?? 0) > (data[at + 2] ?? 0));
        if (a || b) either++;
        if (a && b) both++;
      }
      return both / either;
    },
    [before.toString('base64'), after.toString('base64')] as const,
  );
  expect(share).toBeGreaterThan(0.98);
});
