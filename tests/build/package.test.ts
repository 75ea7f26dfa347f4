/**
 * The package as `npm` would publish it: what is in it, whether others' tools read it, and whether it compiles under a
 * framework.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import type { Package } from 'custom-elements-manifest';
import { publint } from 'publint';
import ts from 'typescript';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { projectPath, readJson } from '../../scripts/machine/node-files.ts';
import { elementDocument, elementsManifest } from '../../scripts/package/elements-manifest.ts';
import { stateKeys } from '../../src/model/view-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'four-islands-package-'));
const [packed] = v.parse(
  v.tuple([v.object({ filename: v.string(), files: v.array(v.object({ path: v.string(), size: v.number() })) })]),
  JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: projectPath('.'),
      encoding: 'utf8',
    }),
  ),
);
const tarball = join(folder, packed.filename);
execFileSync('tar', ['xzf', tarball, '-C', folder]);
const installed = join(folder, 'package');
// As npm would lay it out: the package among its dependencies.
mkdirSync(join(folder, 'node_modules'));
symlinkSync(installed, join(folder, 'node_modules/four-islands'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('holds exactly what is meant to be published', () => {
    // How the bundler cuts its scripts is its own affair.
    const part = /^lib\/parts\/[\w-]+\.js$/;
    const paths = packed.files
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('lib/types/') && !part.test(path));
    expect(paths.sort()).toMatchInlineSnapshot(`
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "docs/element.md",
        "lib/custom-elements.json",
        "lib/define.js",
        "lib/four-islands-map.js",
        "lib/four-islands.js",
        "lib/geo/article.json",
        "lib/geo/corrections.json",
        "lib/geo/datapackage.json",
        "lib/geo/facts.json",
        "lib/geo/hokkaido.geojson",
        "lib/geo/islands.geojson",
        "lib/geo/land.geojson",
        "lib/geo/lettering.geojson",
        "lib/geo/lines.geojson",
        "lib/geo/map.json",
        "lib/geo/names.csv",
        "lib/geo/places.csv",
        "lib/geo/places.geojson",
        "lib/geo/readings.json",
        "lib/geo/sources.json",
        "lib/geo/timeline.json",
        "lib/index.js",
        "lib/static/map.both.en.1855.svg",
        "lib/static/map.both.en.1875.svg",
        "lib/static/map.both.en.1905.svg",
        "lib/static/map.both.en.1945.svg",
        "lib/static/map.both.en.svg",
        "lib/static/map.both.ja.1855.svg",
        "lib/static/map.both.ja.1875.svg",
        "lib/static/map.both.ja.1905.svg",
        "lib/static/map.both.ja.1945.svg",
        "lib/static/map.both.ja.svg",
        "lib/static/map.both.ru.1855.svg",
        "lib/static/map.both.ru.1875.svg",
        "lib/static/map.both.ru.1905.svg",
        "lib/static/map.both.ru.1945.svg",
        "lib/static/map.both.ru.svg",
        "lib/static/map.ja.en.1855.svg",
        "lib/static/map.ja.en.1875.svg",
        "lib/static/map.ja.en.1905.svg",
        "lib/static/map.ja.en.1945.svg",
        "lib/static/map.ja.en.svg",
        "lib/static/map.ja.ja.1855.svg",
        "lib/static/map.ja.ja.1875.svg",
        "lib/static/map.ja.ja.1905.svg",
        "lib/static/map.ja.ja.1945.svg",
        "lib/static/map.ja.ja.svg",
        "lib/static/map.ja.ru.1855.svg",
        "lib/static/map.ja.ru.1875.svg",
        "lib/static/map.ja.ru.1905.svg",
        "lib/static/map.ja.ru.1945.svg",
        "lib/static/map.ja.ru.svg",
        "lib/static/map.ru.en.1855.svg",
        "lib/static/map.ru.en.1875.svg",
        "lib/static/map.ru.en.1905.svg",
        "lib/static/map.ru.en.1945.svg",
        "lib/static/map.ru.en.svg",
        "lib/static/map.ru.ja.1855.svg",
        "lib/static/map.ru.ja.1875.svg",
        "lib/static/map.ru.ja.1905.svg",
        "lib/static/map.ru.ja.1945.svg",
        "lib/static/map.ru.ja.svg",
        "lib/static/map.ru.ru.1855.svg",
        "lib/static/map.ru.ru.1875.svg",
        "lib/static/map.ru.ru.1905.svg",
        "lib/static/map.ru.ru.1945.svg",
        "lib/static/map.ru.ru.svg",
        "package.json",
      ]
    `);
  });

  it('holds types and nothing else beside its types', () => {
    const types = packed.files.map(({ path }) => path).filter((path) => path.startsWith('lib/types/'));
    expect(types.length).toBeGreaterThan(20);
    for (const path of types) expect(path).toMatch(/\.d\.ts$/);
  });

  it('is as publint wants it', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that every way of importing a module finds', async () => {
    const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    if (result.types === false) throw new Error('the package has no types');
    // As `attw --profile esm-only`: neither `require` nor the resolution before `exports`; files that are no modules
    // have no types.
    const wanted = result.problems.filter(
      (problem) =>
        !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)) &&
        !('entrypoint' in problem && problem.entrypoint === './four-islands.js') &&
        problem.kind !== 'CJSResolvesToESM',
    );
    expect(wanted).toEqual([]);
  });

  it('can be imported in Node as it is published, and registers nothing there', () => {
    const script = `
      const { conventions, ...library } = await import('four-islands');
      await import('four-islands/define');
      console.log(JSON.stringify([typeof library.parseDataset, typeof library.FourIslandsMap, typeof customElements]));`;
    symlinkTo('maplibre-gl', 'd3-geo', 'valibot');
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual(['function', 'function', 'undefined']);
  });

  it('describes the element by the keys of its state', () => {
    const manifest = readJson('lib/custom-elements.json') as Package;
    expect(manifest).toEqual(JSON.parse(JSON.stringify(elementsManifest())));
    const [declaration] = manifest.modules[0]?.declarations ?? [];
    const attributes = declaration !== undefined && 'attributes' in declaration ? declaration.attributes : [];
    expect(attributes?.map(({ name }) => name)).toEqual([...stateKeys]);
  });

  it('tells whoever has it alone of every attribute, property, method and event', () => {
    // `npm run element` writes it anew.
    const document = readFileSync(join(installed, 'docs/element.md'), 'utf8');
    expect(document).toBe(elementDocument());
    for (const name of [...stateKeys, 'ready', 'maplibre', 'toSVG()']) expect(document).toContain(`| \`${name}\` |`);
    for (const event of ['ready', 'select', 'names', 'error'])
      expect(document).toContain(`| \`four-islands-${event}\` |`);
    expect(readFileSync(join(installed, 'README.md'), 'utf8')).toContain('`docs/element.md`');
  });

  it.each([
    ['what a page downloads before its reader reaches the map', 'four-islands.js', 29_500],
    ['the map with all that it carries', 'four-islands-map.js', 655_000],
  ])('%s stays in its budget', (_what, name, budget) => {
    const size = brotliCompressSync(readFileSync(join(installed, 'lib', name))).length;
    expect(size).toBeLessThanOrEqual(budget);
    // Much less would mean that something is missing.
    expect(size).toBeGreaterThan(budget * 0.8);
  });

  it('carries the same MapLibre as the site, with the parts that only pages of others use', () => {
    const text = readFileSync(join(installed, 'lib/four-islands-map.js'), 'utf8');
    const site = readdirSync(projectPath('dist/assets')).filter((name) => /^maplibre.*\.js$/.test(name));
    for (const part of ['DEMData', 'HeatmapBucket', 'FillExtrusionBucket']) {
      expect(text, part).toContain(part);
      expect(site.some((name) => readFileSync(projectPath(`dist/assets/${name}`), 'utf8').includes(part))).toBe(true);
    }
  });
});

function symlinkTo(...names: readonly string[]): void {
  for (const name of names) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(join(target, '..'), { recursive: true });
    rmSync(target, { force: true });
    symlinkSync(projectPath(`node_modules/${name}`), target);
  }
}

describe('its types', () => {
  const compile = (source: string, packages: readonly string[]) => {
    symlinkTo('maplibre-gl', 'valibot', '@types/geojson', '@maplibre/maplibre-gl-style-spec', ...packages);
    const file = join(folder, 'page.tsx');
    writeFileSync(file, source);
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.ReactJSX,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      preserveSymlinks: true,
    });
    return ts
      .getPreEmitDiagnostics(program)
      .filter(({ file: where }) => where?.fileName.includes('maplibre-gl') !== true)
      .map(
        ({ messageText, file: where }) => `${where?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      );
  };

  it('know the element in React’s JSX, with its attributes', () => {
    const page = (attributes: string) =>
      `import 'four-islands/define';\nexport const page = <four-islands-map ${attributes}><img src="map.svg" alt="" /></four-islands-map>;`;
    expect(compile(page('names="ja" place="etorofu" className="wide"'), ['@types/react', 'csstype'])).toEqual([]);
    expect(compile(page('names="klingon"'), ['@types/react', 'csstype']).join()).toContain('klingon');
  });

  it('know in React’s JSX what may be left empty, and what an event carries', () => {
    const page = `import 'four-islands/define';
      export const page = <four-islands-map place={null} names={undefined} lang="ja-JP" year="1855"
        onfour-islands-select={(event) => event.detail.place?.length} onfour-islands-names={({ detail }) => detail.names} />;
      // @ts-expect-error
      export const year = <four-islands-map year="1900" />;
      // @ts-expect-error
      export const lang = <four-islands-map lang="klingon" />;
      // @ts-expect-error
      export const detail = <four-islands-map onfour-islands-select={(event) => event.detail.nothing} />;
      // @ts-expect-error
      export const listener = <four-islands-map onfour-islands-select="place" />;`;
    expect(compile(page, ['@types/react', 'csstype'])).toEqual([]);
  });

  it('know the element in the DOM, in a project without any framework', () => {
    rmSync(join(folder, 'node_modules/@types/react'), { force: true });
    const page = `import 'four-islands/define'; import { parseDataset } from 'four-islands';
      const map = document.createElement('four-islands-map'); map.names = 'ru'; export const ready: Promise<void> = map.ready; parseDataset;`;
    expect(compile(page, [])).toEqual([]);
  });

  it('know the events of the element, wherever they are heard, and what its properties take', () => {
    const page = `import 'four-islands/define'; import type { FourIslandsMap } from 'four-islands';
      declare const map: FourIslandsMap;
      map.addEventListener('four-islands-select', (event) => event.detail.place?.length);
      map.addEventListener('four-islands-ready', ({ detail }) => detail === null);
      map.addEventListener('click', ({ clientX }) => clientX > 0);
      document.addEventListener('four-islands-names', ({ detail }) => detail.names === 'both');
      window.addEventListener('four-islands-error', ({ detail }) => detail.reason === 'webgl');
      document.querySelector('four-islands-map')?.shadowRoot?.addEventListener('four-islands-select', ({ detail }) => detail.passages.length);
      map.place = null; map.names = undefined; map.lang = 'ja-JP'; map.lang = null; map.view = null; map.year = '1855'; map.load = 'click';
      export const lang: 'en' | 'ja' | 'ru' = map.lang; export const year: '1855' | '1875' | '1905' | '1945' | 'now' = map.year;
      // @ts-expect-error
      map.year = '1900';
      // @ts-expect-error
      map.names = 'klingon';
      // @ts-expect-error
      map.theme = 'sepia';
      // @ts-expect-error
      map.addEventListener('four-islands-select', (event) => event.detail.nothing);
      // @ts-expect-error
      document.addEventListener('four-islands-names', ({ detail }) => detail.names === 'klingon');`;
    expect(compile(page, [])).toEqual([]);
  });
});
