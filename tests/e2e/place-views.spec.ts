/**
 * Every kind of place in every form and size of the map, on the screen: nothing covers it, and it is as large as can
 * be.
 */
import { cameraOf, type Form, openForm, openPlace, standingOf } from './place-view.ts';
import { expect, openPage, popup, test } from './site.ts';

const places = [
  'etorofu',
  'kunashiri',
  'shikotan',
  'habomai',
  'suisho',
  'todo',
  'chachadake',
  'cape-nosappu',
  'krai-sveta',
  'kurilsk',
  'hitokappu-bay',
  'kaigara',
];
const groups = places.slice(0, 4);
const windows: readonly (readonly [Form, readonly [number, number]])[] = [
  ['frame', [320, 240]],
  ['frame', [320, 400]],
  ['frame', [600, 450]],
  ['frame', [1000, 700]],
  ['element', [375, 667]],
  ['element', [664, 736]],
  ['element', [884, 736]],
  ['element', [1400, 900]],
  ['page', [320, 568]],
  ['page', [360, 640]],
  ['page', [768, 1024]],
  ['page', [844, 390]],
  ['page', [1280, 800]],
  ['page', [2560, 1440]],
];

for (const [form, size] of windows)
  test(`the ${form} of ${size.join(' × ')} shows places clear, and goes back`, async ({ page }) => {
    test.setTimeout(240_000);
    const element = await openForm(page, form, size);
    const before = await cameraOf(element);
    const home = await element.evaluate((node) => Reflect.get(node, 'maplibre').getZoom());
    for (const place of places) {
      await openPlace(page, place);
      await expect(element).toHaveAttribute('place', place);
      // On a busy machine the popup is there before the map sets out. A group that the sheet leaves no more room than
      // it has at first stays as it is.
      const least = groups.includes(place) ? home : home + 0.001;
      await expect
        .poll(() => element.evaluate((node) => Reflect.get(node, 'maplibre').getZoom()), { message: place })
        .toBeGreaterThanOrEqual(least);
      await cameraOf(element);
      const { over, box, stage } = await element.evaluate(standingOf, place);
      // A stage of a hundred pixels, of which a sheet and the disclaimer take their part, has no room that is free of
      // all.
      if (size[1] > 240) expect(over, place).toEqual([]);
      else
        expect(
          over.filter((what) => /popup|outside/.test(what)),
          place,
        ).toEqual([]);
      const [wide, high] = [box.right - box.left, box.bottom - box.top];
      const share = Math.max(wide / (stage.right - stage.left), high / (stage.bottom - stage.top));
      if (!groups.includes(place)) expect(share, `${place} of the stage`).toBeLessThan(0.4);
      else if (size[1] > 240) expect(share, `${place} of the stage`).toBeGreaterThan(0.3);
    }
    await element.evaluate((node) => node.removeAttribute('place'));
    await expect(popup(page)).toBeHidden();
    expect(await cameraOf(element)).toBe(before);
  });

test('a place under the controls is seen to be there', async ({ page }) => {
  const element = await openForm(page, 'page', [360, 640], 'view=9.12/43.741/146.7&place=shikotan');
  await expect(popup(page)).toBeVisible();
  await cameraOf(element);
  expect((await element.evaluate(standingOf, 'shikotan')).over).not.toEqual([]);
});

test('who wants less motion sees one jump', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const element = await openPage(page, '?lang=en');
  await element.evaluate((node) => {
    const moves: number[] = [];
    Object.assign(window, { moves });
    Reflect.get(node, 'maplibre').on('move', () => moves.push(1));
  });
  await openPlace(page, 'habomai');
  const there = await cameraOf(element);
  expect((await element.evaluate(standingOf, 'habomai')).over).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'moves').length)).toBe(1);
  expect(await cameraOf(element)).toBe(there);
});
