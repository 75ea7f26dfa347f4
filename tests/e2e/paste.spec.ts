/**
 * What a reader of an article sees where an editor has pasted a code: one decisive case of each kind. All of them:
 * `paste-everywhere.spec.ts`.
 */
import { readPlateHeights } from '../../scripts/pictures/read-plates.ts';
import { defaultState } from '../../src/model/view-state.ts';
import { type EmbedChoice, embedSnippets } from '../../src/text/embed/embed-snippets.ts';
import { hosts, layoutFaults, openArticle, throughMdx } from './pasting.ts';
import { expectReadable } from './readable.ts';
import { expect, mapElement, test } from './site.ts';

const choiceAt = (site: string | undefined, change: Partial<EmbedChoice> = {}): EmbedChoice => ({
  ...defaultState,
  site: site ?? '',
  size: { width: '100%', height: 480 },
  heights: readPlateHeights(),
  ...change,
});

test('a frame of a past year in a narrow column is that year, without a border, and read to the last word', async ({
  page,
  baseURL,
}) => {
  const { frame } = embedSnippets(choiceAt(baseURL, { year: '1875', names: 'ja', theme: 'dark' }));
  await openArticle(page, hosts.article(frame), 320);
  expect(await layoutFaults(page)).toEqual([]);
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('four-islands-map')).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await expect(inside.getByRole('link', { name: '1875' })).toHaveAttribute('aria-current', /./);
  await expect(inside.getByRole('radio', { name: 'Japanese' })).toBeChecked();
  await expectReadable(page, inside.locator('.disclaimer'));
});

test('a letter shows the whole picture in a narrow window, and no wider than letters are in a wide one', async ({
  page,
  baseURL,
}) => {
  const { newsletter } = embedSnippets(choiceAt(baseURL));
  for (const width of [320, 1000]) {
    await openArticle(page, hosts.letter(newsletter), width);
    expect(await layoutFaults(page)).toEqual([]);
    expect((await page.locator('img').boundingBox())?.width).toBe(Math.min(600, width));
  }
});

test('MDX takes the frame as it is spelt for it', async ({ page, baseURL }) => {
  const { jsx } = embedSnippets(choiceAt(baseURL, { size: { width: 600, height: 480 } }));
  await openArticle(page, await throughMdx(jsx), 375);
  expect(await layoutFaults(page)).toEqual([]);
  await expect(mapElement(page)).toHaveCount(0);
  await expect(page.frameLocator('iframe').locator('.picture')).toBeVisible();
});

test('the codes that were offered before show the map still, and what was wrong with them is found', async ({
  page,
  baseURL,
}) => {
  const picture = `<a href="${baseURL}"><img src="${baseURL}static/map.both.en.png" alt="Map" width="1200" height="1114"></a>`;
  const frame = `<iframe title="Map" src="${baseURL}embed.both.en.html" width="100%" height="480" loading="lazy" allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin">${picture}</iframe>`;
  await openArticle(page, hosts.article(frame), 320);
  expect(await layoutFaults(page)).toEqual([
    'the article is 324 wide in a window of 320',
    'the frame has a border of 2px',
  ]);
  await expect(page.frameLocator('iframe').locator('.picture')).toBeVisible();
  await openArticle(page, hosts.article(picture), 320);
  expect(await layoutFaults(page)).toEqual(['the article is 1200 wide in a window of 320', 'the picture is cut']);
  const bent = picture.replace('1114', '776');
  await openArticle(page, hosts.article(bent), 1200);
  expect(await layoutFaults(page)).toContain('the picture is shown 1200 × 776');
  await expect(throughMdx(frame)).rejects.toThrow(/img/);
});
