import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath, readText } from '../../scripts/machine/node-files.ts';
import { bytesSent } from '../../scripts/site/compress-files.ts';
import { siteDocuments } from '../../scripts/site/site-documents.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { htmlFaults } from './valid-html.ts';

const documents = siteDocuments.map(({ path }) => path);
const compressed = (path: string) => bytesSent(projectPath(path));
const asset = (prefix: string) => {
  const name = readdirSync(projectPath('dist/assets')).find((file) => file.startsWith(`${prefix}-`));
  if (name === undefined) throw new Error(`dist/assets has no ${prefix}`);
  return `dist/assets/${name}`;
};

/** A script with all that it imports before it can run, but for what `loaded` brings with it. */
const scripts = (prefix: string, loaded: readonly string[] = []): readonly string[] => {
  const reached = new Set<string>(loaded);
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const [, name = ''] of readText(path).matchAll(/(?:from|import)"\.\/([^"]+)"/g)) visit(`dist/assets/${name}`);
  };
  visit(asset(prefix));
  return [...reached].filter((path) => !loaded.includes(path));
};
/** MapLibre without its worker, which is small and lies beside the published one. */
const maplibre = readdirSync(projectPath('dist/assets'))
  .filter((file) => /^maplibre-(?!gl).*\.js$/.test(file))
  .map((file) => `dist/assets/${file}`);
const sum = (paths: readonly string[]) => paths.reduce((bytes, path) => bytes + compressed(path), 0);

const fonts = (...keys: readonly string[]) => keys.reduce((sum, key) => sum + compressed(asset(key)), 0);

describe('the built site', () => {
  it('has what the contract promises', () => {
    for (const path of ['index.html', 'embed.html', 'geo/islands.geojson', 'geo/places.geojson'])
      expect(existsSync(projectPath(`dist/${path}`)), path).toBe(true);
    for (const names of conventions)
      for (const language of languages)
        expect(existsSync(projectPath(`dist/static/map.${names}.${language}.svg`))).toBe(true);
  });

  it.each(documents)('%s holds the picture before any script, and is valid HTML', async (page) => {
    const html = readText(`dist/${page}`);
    expect(html).toContain('<template shadowrootmode="open">');
    expect(html).toMatch(/<div[^>]*class="picture"[^>]*role="img"/);
    // The element's own tree is a template, where ids and labels are scoped as these rules do not know.
    const unknowing = ['no-inline-style', 'svg-focusable', 'prefer-native-element', 'no-redundant-role'];
    const styles = ['element-permitted-content', 'attribute-boolean-style', 'attribute-empty-style'];
    expect(await htmlFaults(html, ...unknowing, ...styles)).toEqual([]);
  });

  it.each(documents)('%s allows no inline script, and its inline styles by their hash', (page) => {
    const html = readText(`dist/${page}`);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    for (const [, style = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g)) {
      const hash = createHash('sha256').update(style).digest('base64');
      expect(policy).toContain(`'sha256-${hash}'`);
    }
    expect(html).not.toMatch(/ style="|<script>|\son[a-z]+="/);
  });

  it('uses relative addresses only, so that it works from any folder', () => {
    for (const page of documents)
      for (const [, address = ''] of readText(`dist/${page}`).matchAll(/(?:src|href)="([^"#?][^"]*)"/g))
        expect(address).toMatch(/^\.\.?\//);
  });

  it('publishes the drawing vertex by vertex, a feature a line, with the transcriptions filled in', () => {
    const shapes = (path: string) => readText(path).match(/"geometry":.*/g);
    expect(shapes('geo/islands.geojson')?.length).toBeGreaterThan(10);
    expect(shapes('dist/geo/islands.geojson')).toEqual(shapes('geo/islands.geojson'));
    expect(readText('dist/geo/islands.geojson')).toContain('"transcribed":["name:ru-Kana"]');
  });
});

/** Bytes after Brotli. A growth of more than a kilobyte wants a reason, and then a new number here. */
describe('the sizes', () => {
  it.each(documents)(
    'of %s, with its picture and its rules, stays within what is read before the first picture',
    (page) => {
      expect(compressed(`dist/${page}`)).toBeLessThanOrEqual(20_480);
    },
  );

  it.each([
    ['our own script before the map', () => sum(scripts('index')), 28_000],
    [
      'what reads the data: pictures, placing of names, lines, popups, lists, search, with their words',
      () => sum(scripts('reader', scripts('index'))),
      42_000,
    ],
    ['MapLibre, with what its worker shares', () => sum(maplibre), 253_000],
    ['the tools, when first opened', () => sum(scripts('tools', scripts('index'))), 9_000],
    ['the surrounding land', () => compressed('dist/geo/land.geojson'), 70_000],
    ['the fonts of the first view', () => fonts('regular', 'italic', 'mincho-first'), 40_000],
    [
      'all fonts',
      () =>
        fonts(
          'regular',
          'italic',
          'mincho-first',
          'mincho-list',
          'mincho-japanese',
          'mincho-names',
          'mincho-text',
          'mincho-running',
        ),
      // Japanese of timeline, facts and sources, fetched when it is read.
      216_000,
    ],
  ])('of %s stays in its budget', (_what, size, budget) => {
    expect(size()).toBeLessThanOrEqual(budget);
  });
});
