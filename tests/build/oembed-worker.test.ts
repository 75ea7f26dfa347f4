/** The handler for Cloudflare Workers in that platform's own runtime (workerd), with the built files behind it. */
import { existsSync, readFileSync } from 'node:fs';
import { Miniflare, Response } from 'miniflare';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../scripts/machine/node-files.ts';

const site = 'https://maps.example.org/four/';
let runtime: Miniflare;

/**
 * What the platform does with `dist/`: a file by its name, its type by its ending. A link to an answer stands in every
 * document, as with `SITE_URL`.
 */
function file(address: string): Response {
  const path = projectPath(`dist/${new URL(address).pathname.replace(/^\/four\//, '')}`);
  if (!existsSync(path)) return new Response('no such file', { status: 404 });
  if (!path.endsWith('.html')) return new Response(readFileSync(path));
  const html = readFileSync(path, 'utf8').replace(
    '</title>',
    `</title><link rel="alternate" type="application/json+oembed" href="${site}oembed.json">`,
  );
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

beforeAll(async () => {
  const result = await build({
    configFile: false,
    root: projectPath('.'),
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: projectPath('examples/oembed-cloudflare/worker.ts'),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs
    .flatMap((part) => ('output' in part ? part.output : []))
    .filter((part) => part.type === 'chunk');
  const [worker] = chunks;
  if (worker?.type !== 'chunk' || chunks.length !== 1) throw new Error('the handler was not built as one script');
  runtime = new Miniflare({
    modules: true,
    script: worker.code,
    compatibilityDate: '2026-04-01',
    bindings: { SITE_URL: site },
    serviceBindings: { ASSETS: (request: { readonly url: string }) => file(request.url) },
  });
  await runtime.ready;
}, 120_000);
afterAll(() => runtime.dispose());

const ask = (path: string, method = 'GET') => runtime.dispatchFetch(`${site}${path}`, { method });

describe('the handler in workerd', () => {
  it('answers about any view, open to all, as JSON', async () => {
    const view = `${site}embed.ja.ru.html?place=shikotan&view=9/43.8/146.7&year=1875&lines=ja`;
    const response = await ask(`oembed?url=${encodeURIComponent(view)}&maxwidth=500`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Content-Type')).toContain('application/json');
    expect(await response.json()).toMatchObject({
      type: 'rich',
      width: 500,
      html: expect.stringContaining(
        'src="https://maps.example.org/four/embed.ja.ru.html?place=shikotan&amp;view=9/43.8/146.7&amp;year=1875&amp;lines=ja"',
      ),
    });
  });

  it.each([
    ['oembed?url=https%3A%2F%2Fother.example.org%2F', 'GET', 404],
    [`oembed?format=xml&url=${encodeURIComponent(site)}`, 'GET', 501],
    ['oembed', 'GET', 400],
    [`oembed?url=${encodeURIComponent(site)}`, 'POST', 405],
    [`oembed?url=${encodeURIComponent(site)}`, 'OPTIONS', 204],
    [`oembed?url=${encodeURIComponent(site)}`, 'HEAD', 200],
    ['no-such-file', 'GET', 404],
  ])('%s by %s is answered with %i', async (path, method, status) => {
    expect((await ask(path, method)).status).toBe(status);
  });

  it('leads whoever finds oEmbed by the address of a view to the answer about that view', async () => {
    const view = `${site}embed.both.en.html?place=shikotan&names=ru&year=1905`;
    const html = await (await runtime.dispatchFetch(view)).text();
    const href = /type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const answer: unknown = await (await runtime.dispatchFetch(href)).json();
    expect(answer).toMatchObject({ html: expect.stringContaining('embed.ru.en.html?place=shikotan&amp;year=1905"') });
    // The rest of the document is as it was built: its policy knows the styles by their hash.
    expect(html.match(/<style>[\s\S]*?<\/style>/g)).toEqual(
      readFileSync(projectPath('dist/embed.both.en.html'), 'utf8').match(/<style>[\s\S]*?<\/style>/g),
    );
  });

  it('hands out the files untouched otherwise, folders by their index', async () => {
    expect(await (await ask('ja/')).text()).toContain('<html lang="ja">');
    expect(await (await ask('embed.html')).text()).toContain(`href="${site}oembed.json"`);
    expect((await ask('geo/islands.geojson')).status).toBe(200);
  });
});
