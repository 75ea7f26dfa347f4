/** The element in other people's pages, in the few rows that decide; `hostile-hosts.spec.ts` has them all. */
import {
  article,
  expectWholePicture,
  imageRules,
  mapWith,
  noRules,
  openHost,
  openPictured,
  openWords,
  parts,
  pictures,
  setting,
  strange,
  test,
  textRules,
  wordsOf,
} from './hosts.ts';
import { expectReadable } from './readable.ts';
import { expect, mapElement } from './site.ts';

test('the linked picture in the element is seen whole, and has the words of the element beside it', async ({
  page,
  site,
}) => {
  const linked = pictures['a linked image']?.(site) ?? '';
  for (const rules of ['no rules', 'Tailwind’s typography']) {
    const map = await openPictured(page, site, linked, imageRules[rules] ?? '');
    await expectWholePicture(page, map, rules);
  }
  const words = await wordsOf(await openWords(page, site, noRules));
  await openHost(page, { body: article(noRules, mapWith(site, linked, 'load="visible"')) });
  await expect.poll(() => wordsOf(mapElement(page)), { timeout: 45_000 }).toEqual(words);
  expect(words.join()).toContain('択捉島');
});

test('the element is as wide as it can be, and set as in a plain page', async ({ page, site }) => {
  await openWords(page, site, noRules);
  const plain = await setting(mapElement(page));
  expect(plain.length).toBeGreaterThan(20);
  for (const what of ['letters far apart and large', 'a root of 10 px', 'right to left']) {
    const map = await openWords(page, site, textRules[what] ?? '');
    await expect.poll(() => strange(page, plain), { message: what }).toEqual([]);
    for (const part of parts) await expectReadable(page, map.locator(part), `${part}, ${what}`);
  }
  const column = '<div style="display:flex;flex-direction:column;align-items:center">';
  await openHost(page, { body: article(noRules, `${column}${mapWith(site, '')}</div>`) });
  await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
  expect((await mapElement(page).boundingBox())?.width).toBe(700);
});
