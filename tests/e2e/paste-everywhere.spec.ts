/**
 * Every form of the code, pasted where it belongs, in columns of every width; and every code that the documents and
 * examples hold.
 */
import { readPlateHeights } from '../../scripts/pictures/read-plates.ts';
import { defaultState, type ViewState } from '../../src/model/view-state.ts';
import { embedSizes } from '../../src/text/embed/embed-markup.ts';
import { type EmbedChoice, embedSnippets, type SnippetKind } from '../../src/text/embed/embed-snippets.ts';
import { documentSnippets } from '../document-snippets.ts';
import { columns, hosts, layoutFaults, openArticle, throughMdx } from './pasting.ts';
import { expectReadable } from './readable.ts';
import { expect, test } from './site.ts';

const everything: Partial<ViewState> = {
  names: 'ru',
  lang: 'ja',
  view: { zoom: 8, lat: 44.5, lng: 147 },
  year: '1905',
  theme: 'dark',
};

/** Each shows its picture: that the map comes after it is seen elsewhere. */
const choices: Readonly<Record<string, Partial<ViewState>>> = {
  'what the builder begins with': { load: 'click' },
  'another choice': { ...everything, load: 'click' },
};
const sizes = { column: embedSizes.column, large: embedSizes.large };

const places: readonly (readonly [kind: SnippetKind, host: string, put: (code: string) => string | Promise<string>])[] =
  [
    ['frame', 'an article', hosts.article],
    ['jsx', 'MDX', (code) => throughMdx(code)],
    ['element', 'an article', hosts.article],
    ['picture', 'an article', hosts.article],
    ['picture', 'a letter', hosts.letter],
    ['newsletter', 'a letter', hosts.letter],
    ['newsletter', 'an article', hosts.article],
  ];

for (const [kind, host, put] of places)
  for (const [name, change] of Object.entries(choices))
    test(`${name} as ${kind} in ${host}`, async ({ page, baseURL }) => {
      test.slow();
      for (const [sizeName, size] of Object.entries(sizes))
        for (const width of columns) {
          const choice: EmbedChoice = {
            ...defaultState,
            ...change,
            site: baseURL ?? '',
            size,
            heights: readPlateHeights(),
          };
          await openArticle(page, await put(embedSnippets(choice)[kind]), width);
          const where = `${sizeName} in ${width}`;
          expect(await layoutFaults(page), where).toEqual([]);
          const wide = size.width === '100%' ? width : Math.min(size.width, width);
          if (kind === 'frame' || kind === 'jsx') {
            expect(await page.locator('iframe').boundingBox(), where).toMatchObject({
              width: wide,
              height: size.height,
            });
            await expect(page.frameLocator('iframe').locator('.picture, canvas').first(), where).toBeVisible();
            await expectReadable(page, page.frameLocator('iframe').locator('.disclaimer'), where);
          } else if (kind === 'element')
            expect((await page.locator('four-islands-map').boundingBox())?.width, where).toBe(wide);
        }
    });

test('a frame whose tag is stripped leaves a picture that keeps to its column', async ({ page, baseURL }) => {
  const choice: EmbedChoice = {
    ...defaultState,
    site: baseURL ?? '',
    size: embedSizes.column,
    heights: readPlateHeights(),
  };
  for (const width of columns) {
    await openArticle(page, hosts.article(embedSnippets(choice).frame.replaceAll(/<\/?iframe[^>]*>/g, '')), width);
    expect(await layoutFaults(page)).toEqual([]);
    await expect(page.getByRole('link').getByRole('img', { name: /^Map of Etorofu/ })).toBeVisible();
  }
});

/** The component that the documents tell to import. */
const component = documentSnippets.find(({ where }) => where === 'examples/next/app/map.js')?.code ?? '';

/**
 * A code of the documents with the addresses of this build, as HTML: what a host's own tool does to it is done by hand.
 */
async function asHtml(code: string, syntax: 'html' | 'jsx', site: string): Promise<string> {
  const local = code
    .replaceAll('https://maps.example.org/', site)
    .replaceAll('https://…/', site)
    .replaceAll(
      /(?::src="picture"|src=\{picture\}|src="\/?map\.both\.en\.svg")/g,
      `src="${site}static/map.both.en.svg"`,
    )
    .replaceAll(/<script[^>]*>[\s\S]*?<\/script>\n*/g, '');
  const script =
    /<four-islands-map/.test(code) || /<Map/.test(code)
      ? `<script type="module" src="${site}four-islands.js"></script>`
      : '';
  if (syntax === 'html') return hosts.article(local) + script;
  const written = local.replace(/^import \{ Map \}.*$/m, '');
  const whole = /<Map/.test(written)
    ? `${component.replaceAll('src="/map', `src="${site}static/map`)}\n\n${written}`
    : /export function Map/.test(written)
      ? `${written}\n\n<Map />`
      : written;
  return (await throughMdx(whole)) + script;
}

test('there are codes in the documents and in each of the examples', () => {
  const where = documentSnippets.map((snippet) => snippet.where).join('\n');
  for (const path of ['README.md', 'docs/embedding.md', 'plain', 'eleventy', 'vitepress', 'astro', 'next'])
    expect(where).toContain(path);
  expect(documentSnippets.length).toBeGreaterThanOrEqual(24);
});

for (const { where, code, syntax } of documentSnippets)
  test(`what ${where} tells to paste`, async ({ page, baseURL }) => {
    const html = await asHtml(code, syntax, baseURL ?? '');
    for (const width of columns) {
      await openArticle(page, html, width);
      expect(await layoutFaults(page), `${width}`).toEqual([]);
      if (/<iframe/.test(html)) await expect(page.frameLocator('iframe').locator('.picture')).toBeVisible();
      else if (/<four-islands-map/.test(html))
        await expect(page.locator('four-islands-map')).toHaveAttribute('data-state', /picture|loading|interactive/);
      else await expect(page.getByRole('link').getByRole('img')).toBeVisible();
    }
  });
