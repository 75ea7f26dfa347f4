/**
 * Every document of the built site, and what stands beside them for crawlers, hosts and readers without a connection.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath, readJson, readText } from '../../scripts/machine/node-files.ts';
import { frames, pages, type SiteDocument, siteDocuments, timelinePages } from '../../scripts/site/site-documents.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { languageNames } from '../../src/text/language-names.ts';
import { say } from '../../src/text/strings.ts';

const built = (path: string) => readText(`dist/${path}`);
const every = siteDocuments.map((document): [string, SiteDocument] => [document.path, document]);

/** The file that a relative address means when it stands in `document`. */
function fileAt(address: string, document: string): string {
  const path = new URL(address, `https://site.example/${document}`).pathname.slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Width and height that a PNG file states. */
function pngSize(path: string): readonly [width: number, height: number] {
  const file = readFileSync(path);
  expect(file.subarray(1, 4).toString(), path).toBe('PNG');
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}

describe.each(every)('%s', (path, { language, names, layout, settled }) => {
  const html = built(path);

  it('speaks its language in root, title, description and picture', () => {
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<title>${say(language, 'title')}</title>`);
    expect(html).toContain(`<meta name="description" content="${say(language, 'pictureDescription')}">`);
    expect(html).toContain(`<title id="picture-title">${say(language, 'pictureTitle')}</title>`);
    expect(html).toMatch(new RegExp(`<div class="frame frame-${layout}" lang="${language}">`));
  });

  it('shows its convention first, and tells the element what the address has settled', () => {
    expect(html).toMatch(new RegExp(`<input[^>]*value="${names}"[^>]* checked="">`));
    expect(html.match(/ checked=""/g)).toHaveLength(1);
    const [, attributes = ''] = /<four-islands-map ([^>]*)>/.exec(html) ?? [];
    const expected = Object.entries(settled).map(([key, value]) => `${key}="${value}" `);
    expect(attributes).toBe(`${expected.join('')}data-layout="${layout}"`);
  });

  it('names only files that exist, by relative addresses', () => {
    const addresses = [...html.matchAll(/(?:src|href)="([^"#?][^"]*)"|url\(([^)]+)\)/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses.filter((text) => !text.startsWith('#'))) {
      expect(address).toMatch(/^\.\.?\//);
      expect(existsSync(projectPath(`dist/${fileAt(address, path)}`)), address).toBe(true);
    }
  });

  it('has no absolute address of a site that it does not know', () => {
    expect(html).not.toMatch(/canonical|hreflang="x-default"|og:|twitter:|ld\+json|oembed/);
  });

  if (layout === 'page')
    it('links to the other languages, each named in itself', () => {
      for (const other of pages)
        expect(html).toContain(
          `lang="${other.language}" hreflang="${other.language}"${other.language === language ? ' aria-current="page"' : ''}>${languageNames[other.language]}</a>`,
        );
    });
  else
    it('is not for an index, is not to be installed, and does not run the page’s script', () => {
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).not.toMatch(/rel="manifest"|\/assets\/index-/);
    });
});

describe('the pictures beside the documents', () => {
  it.each(conventions.flatMap((names) => languages.map((language) => `${names}.${language}`)))(
    '%s: for screens, for print and for cards, with the shape of the plate',
    (variant) => {
      const [, wide = 0, high = 1] =
        /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(built(`static/map.${variant}.svg`))?.map(Number) ?? [];
      for (const [file, width] of [
        ['', 1200],
        ['@2x', 2400],
      ] as const)
        expect(pngSize(projectPath(`dist/static/map.${variant}${file}.png`))).toEqual([
          width,
          Math.round((width * high) / wide),
        ]);
      expect(pngSize(projectPath(`dist/static/card.${variant}.png`))).toEqual([1200, 630]);
    },
  );
});

const manifestSchema = v.object({
  name: v.string(),
  start_url: v.string(),
  scope: v.literal('./'),
  display: v.picklist(['standalone', 'minimal-ui']),
  icons: v.array(v.object({ src: v.string(), sizes: v.string(), type: v.string() })),
});

describe('what keeps the page', () => {
  const manifest = v.parse(manifestSchema, readJson('dist/site.webmanifest'));
  const worker = built('service-worker.js');
  const kept = [...worker.matchAll(/url:[`'"]([^`'"]+)[`'"],revision/g)].map((match) => match[1] ?? '');

  it('is a manifest that browsers offer to install: a name, a start, icons of both sizes', () => {
    expect(manifest.name).toBe(say('en', 'title'));
    expect(existsSync(projectPath(`dist/${fileAt(manifest.start_url, 'site.webmanifest')}`))).toBe(true);
    for (const { src, sizes, type } of manifest.icons) {
      const file = projectPath(`dist/${fileAt(src, 'site.webmanifest')}`);
      if (type === 'image/png') expect(pngSize(file).join('x')).toBe(sizes);
      else expect(existsSync(file)).toBe(true);
    }
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  });

  it('is a worker that keeps the page in three languages with all it needs, and no frame', () => {
    for (const { path } of [...pages, ...timelinePages]) expect(kept).toContain(path);
    for (const { path } of frames) expect(kept).not.toContain(path);
    for (const pattern of [/^assets\/map-view-/, /^assets\/maplibre-gl-worker-/, /^assets\/mincho-/, /^geo\/islands/])
      expect(
        kept.some((url) => pattern.test(url)),
        String(pattern),
      ).toBe(true);
    for (const url of kept) expect(existsSync(projectPath(`dist/${url.replace(/\?.*/, '')}`)), url).toBe(true);
  });

  it('knows every kept file by its content', () => {
    // Either the name of a file changes with its content, or its revision does.
    for (const [, url = '', revision = ''] of worker.matchAll(/url:[`'"]([^`'"]+)[`'"],revision:([^}]+)}/g))
      expect(/-[\w-]{8}\.\w+$|\?[0-9a-f]{16}$/.test(url), url).toBe(revision === 'null');
  });
});

describe('the site built for https://maps.example.org/four/', () => {
  const folder = mkdtempSync(join(tmpdir(), 'four-islands-'));
  const address = 'https://maps.example.org/four/';
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  beforeAll(() => {
    const { NODE_ENV: _test, ...environment } = process.env;
    execFileSync(
      process.execPath,
      [
        projectPath('node_modules/vite/bin/vite.js'),
        'build',
        '--outDir',
        folder,
        '--emptyOutDir',
        '--logLevel',
        'warn',
      ],
      {
        cwd: projectPath('.'),
        env: {
          ...environment,
          SITE_URL: 'https://maps.example.org/four',
          REPORT_URL: 'https://errors.example.org/?p={place}&i={id}',
        },
      },
    );
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has no absolute address but its own, and each of them is a file', () => {
    const texts = [
      ...siteDocuments.map(({ path }) => path),
      'sitemap.xml',
      'robots.txt',
      'oembed.json',
      'ja/oembed.json',
      'oembed.ru.ja.json',
    ];
    for (const path of texts) {
      const addresses = [...read(path).matchAll(/https?:\/\/[^"'\s<>\\]+/g)].map((match) => match[0]);
      const own = addresses.filter((text) => text.startsWith(address));
      const foreign = new Set(
        addresses.filter((text) => !text.startsWith(address)).map((text) => new URL(text).hostname),
      );
      expect(own.length, path).toBeGreaterThan(0);
      for (const host of foreign)
        expect(
          ['schema.org', 'creativecommons.org', 'www.sitemaps.org', 'www.w3.org', 'errors.example.org'],
          path,
        ).toContain(host);
      for (const text of own) {
        const file = text.slice(address.length).replace(/[?#].*/, '');
        expect(existsSync(join(folder, file === '' || file.endsWith('/') ? `${file}index.html` : file)), text).toBe(
          true,
        );
      }
    }
  });

  it.each(pages)('$path: names itself, its translations and its card', ({ path, language }) => {
    const html = read(path);
    const folderOf = (other: string) => `${address}${other === 'en' ? '' : `${other}/`}`;
    expect(html).toContain(`<link rel="canonical" href="${folderOf(language)}">`);
    for (const other of languages)
      expect(html).toContain(`<link rel="alternate" hreflang="${other}" href="${folderOf(other)}">`);
    expect(html).toContain(`<link rel="alternate" hreflang="x-default" href="${address}">`);
    expect(html).toContain(`<meta property="og:image" content="${address}static/card.both.${language}.png">`);
    expect(html).toContain(
      '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">',
    );
    expect(html).toMatch(/<meta name="twitter:image:alt" content="[^"]+">/);
    const data: unknown = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    expect(data).toMatchObject({
      '@graph': [
        {
          '@type': 'Map',
          name: languages.map((other) => ({ '@language': other, '@value': say(other, 'title') })),
          license: 'https://creativecommons.org/licenses/by/4.0/',
          spatialCoverage: { geo: { box: expect.stringMatching(/^\d/) } },
          isBasedOn: { '@id': `${address}sources.html#data` },
        },
        { '@type': 'Dataset', '@id': `${address}sources.html#data` },
      ],
    });
  });

  it.each(frames)('$path: leads hosts to its own oEmbed answer', ({ path, names, language }) => {
    const discovery =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(read(path))?.[1] ?? '';
    const answer = v.parse(
      v.object({ html: v.string(), thumbnail_url: v.string() }),
      JSON.parse(read(discovery.slice(address.length))),
    );
    expect(answer.html).toContain(`src="${address}${path}"`);
    expect(answer.thumbnail_url).toBe(`${address}static/card.${names}.${language}.png`);
  });

  it('has a page for each place at the address by which the gazetteer knows it, and keeps none of them offline', () => {
    const { features } = JSON.parse(read('geo/linked-places.json')) as { features: { '@id': string }[] };
    expect(features.length).toBeGreaterThan(100);
    for (const { '@id': id } of features)
      expect(existsSync(join(folder, id.slice(address.length), 'index.html'))).toBe(true);
    const html = read('ja/place/etorofu/index.html');
    const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? [];
    expect(existsSync(join(folder, 'ja/place/etorofu', sheet))).toBe(true);
    expect(html).toContain('href="https://errors.example.org/?p=etorofu&amp;i=place"');
    expect(read('sources.html')).toContain('geo/linked-places.json');
    expect(read('service-worker.js')).not.toMatch(/place\/etorofu|linked-places/);
  });

  it('keeps robots and crawlers to one sitemap of the pages', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${address}sitemap.xml`);
    const listed = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, text = '']) => text);
    expect(listed.filter((text) => !text.includes('/place/'))).toEqual([
      address,
      `${address}ja/`,
      `${address}ru/`,
      `${address}timeline.html`,
      `${address}ja/timeline.html`,
      `${address}ru/timeline.html`,
      `${address}sources.html`,
      `${address}ja/sources.html`,
      `${address}ru/sources.html`,
    ]);
    expect(existsSync(projectPath('dist/sitemap.xml'))).toBe(false);
  });
});
