/** A place that is opened stands whole beside its popup, and closing it leads back to what the reader saw before. */
import { cameraOf, type Form, openForm, openPlace, standingOf } from './place-view.ts';
import { expect, listed, mapElement, openPage, popup, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

/** The least of the stage’s free width or height that the place takes. */
const cases: readonly (readonly [Form, readonly [number, number], string, number])[] = [
  ['element', [884, 736], 'etorofu', 400],
  ['page', [360, 640], 'shikotan', 240],
];

for (const [form, size, place, least] of cases)
  test(`${place} stands clear and large in the ${form} of ${size.join(' × ')}, and closing goes back`, {
    tag: form === 'page' ? [] : '@long',
  }, async ({ page }) => {
    const element = await openForm(page, form, size);
    const before = await cameraOf(element);
    await openPlace(page, place);
    await cameraOf(element);
    const { over, box } = await element.evaluate(standingOf, place);
    expect(over).toEqual([]);
    expect(Math.max(box.right - box.left, box.bottom - box.top)).toBeGreaterThan(least);
    await element.evaluate((node) => node.removeAttribute('place'));
    await expect(popup(page)).toBeHidden();
    expect(await cameraOf(element)).toBe(before);
  });

test.describe('closing goes back to the view before', () => {
  test('by Escape, by the button and by the browser', async ({ page }) => {
    // Six journeys of the map.
    test.setTimeout(120_000);
    const element = await openPage(page, '?lang=en&view=7.5/44/146.5');
    const before = await cameraOf(element);
    const close = [
      () => page.keyboard.press('Escape'),
      () => popup(page).getByRole('button', { name: 'Close' }).click(),
      () => page.goBack(),
    ];
    for (const act of close) {
      await listed(page, 'shikotan').click();
      await expect(popup(page)).toBeVisible();
      expect(await cameraOf(element)).not.toBe(before);
      await act();
      await expect(popup(page)).toBeHidden();
      expect(await cameraOf(element)).toBe(before);
      await expect(page).toHaveURL(/view=7\.5\/44\/146\.5/);
    }
  });

  test('also from a second place, and to the four groups from a link', async ({ page }) => {
    const element = await openPage(page, '?lang=en&place=chachadake');
    await cameraOf(element);
    await popup(page).locator('.kind').getByRole('button').click();
    await expect(popup(page).getByRole('heading', { name: /Kunashir/ })).toBeVisible();
    await cameraOf(element);
    await page.keyboard.press('Escape');
    await expect(popup(page)).toBeHidden();
    const closed = await cameraOf(element);
    await page.getByRole('button', { name: 'Show all four groups' }).click();
    expect(await cameraOf(element)).toBe(closed);
  });

  test('unless the reader has moved the map meanwhile, even before it had come to the place', { tag: '@long' }, async ({
    page,
  }) => {
    const element = await openPage(page, '?lang=en');
    const before = await cameraOf(element);
    await element.evaluate((node) => {
      const map = Reflect.get(node, 'maplibre');
      const button = node.shadowRoot?.querySelector<HTMLElement>('[data-action="zoom-out"]');
      map.once('move', () => setTimeout(() => button?.click()));
    });
    await listed(page, 'shikotan').click();
    await expect(page).toHaveURL(/view=/);
    const moved = await cameraOf(element);
    expect(moved).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect(popup(page)).toBeHidden();
    expect(await cameraOf(element)).toBe(moved);
  });
});

test('a click on a group that is whole and large leaves the map under the hand', async ({ page }) => {
  const element = await openPage(page, '?lang=en');
  const before = await cameraOf(element);
  const at = await element.evaluate((node) => {
    const { x, y } = Reflect.get(node, 'maplibre').project([147.85, 45.05]);
    return { x, y };
  });
  await mapElement(page).getByRole('region', { name: 'Interactive map' }).click({ position: at });
  await expect(popup(page).getByRole('heading', { name: /Etorofu/ })).toBeVisible();
  expect(await cameraOf(element)).toBe(before);
});

test('a view that comes with a place wins, in either order, and closing stays there', { tag: '@long' }, async ({
  page,
}) => {
  // Two maps.
  test.setTimeout(120_000);
  for (const keys of [
    ['view', 'place'],
    ['place', 'view'],
  ]) {
    const element = await openPage(page, '?lang=en');
    await element.evaluate((node, order) => {
      for (const key of order) node.setAttribute(key, key === 'view' ? '8/44.5/147' : 'shikotan');
    }, keys);
    await expect(popup(page)).toBeVisible();
    await expect.poll(() => cameraOf(element)).toBe('8.00/44.500/147.000');
    await element.evaluate((node) => node.removeAttribute('place'));
    await expect(popup(page)).toBeHidden();
    expect(await cameraOf(element)).toBe('8.00/44.500/147.000');
  }
});

test('a place that a link opens is clear of a popup that comes after the map, and when the window is turned', {
  tag: '@long',
}, async ({ page }) => {
  const element = await openForm(page, 'page', [360, 640], 'place=shikotan');
  await expect(popup(page)).toBeVisible();
  const clear = async () => {
    await cameraOf(element);
    return (await element.evaluate(standingOf, 'shikotan')).over;
  };
  await expect.poll(clear).toEqual([]);
  await page.setViewportSize({ width: 800, height: 600 });
  await expect.poll(clear).toEqual([]);
});

test('where there is no map the picture goes to the place, and back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('./?lang=en&load=click&place=habomai');
  await expect(popup(page)).toBeVisible();
  // The islets that have room for a name: from the north-eastern end of the group to its south.
  for (const islet of ['Taraku', 'Shibotsu', 'Demina']) {
    const name = page.locator('.view text', { hasText: islet });
    await expect(name).toBeVisible();
    const [own, sheet] = [await name.boundingBox(), await popup(page).boundingBox()];
    expect((own?.y ?? 0) + (own?.height ?? 640), islet).toBeLessThan(sheet?.y ?? 0);
  }
  await expect(page.locator('.view text', { hasText: 'Etorofu' })).toHaveCount(0);
  await popup(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.view')).toHaveCount(0);
});
