/** What comes onto paper: the present view with a scale that is true, and afterwards all is as it was. */
import { article, expectTrue, home, onPaper, picture, seen, view } from './sheet.ts';
import { expect, interactive, test } from './site.ts';

test('of an element in an article the present view is printed, with its true scale', async ({ page }) => {
  const element = await article(page, `<four-islands-map view="${view.query}">${picture}</four-islands-map>`);
  await interactive(page);
  const before = await seen(element);
  const sheet = await onPaper(page, () => seen(element));
  expectTrue(sheet, view);
  expect(sheet.words).toContain('Shikotan');
  // The map is there again, as large as it was, with its own scale.
  expect((await seen(element)).scale).toEqual(before.scale);
  const canvas = await element.locator('canvas').boundingBox();
  const stage = await element.locator('.stage').boundingBox();
  expect(canvas?.width).toBeCloseTo(stage?.width ?? 0, 0);
});

test('the measure of the scale sees a false one', async ({ page }) => {
  const element = await article(page, `<four-islands-map view="${view.query}"></four-islands-map>`);
  await interactive(page);
  const sheet = await onPaper(page, () => seen(element));
  const { scale } = sheet;
  expect(scale).not.toBeNull();
  if (scale === null) return;
  const longer = { ...sheet, scale: { ...scale, pixels: scale.pixels * 1.1 } };
  expect(() => expectTrue(longer, view)).toThrow();
  expect(() => expectTrue(sheet, home)).toThrow();
});
