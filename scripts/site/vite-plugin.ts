/** Makes the files that are derived from `geo/`, and prints the first picture into the pages. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bundle } from 'lightningcss';
import type { Plugin, ResolvedConfig } from 'vite';
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { firstSetIn } from '../../src/lettering/fonts/font-subsets.ts';
import {
  anyCodePoint,
  type FontFile,
  fontFamilies,
  fontsOfPictures,
  localSource,
  type StandIn,
  standInFamily,
  standIns,
} from '../../src/lettering/fonts/fonts.ts';
import { packShapes } from '../../src/model/data/shapes.ts';
import type { Timeline } from '../../src/model/story/timeline.ts';
import { type Language, languages } from '../../src/model/types.ts';
import { faceProperties, frameStyleSheet } from '../../src/shell/css/frame-styles.ts';
import { paletteProperties } from '../../src/style/theme/theme.ts';
import { plateHeights, plateName } from '../../src/text/pictures/plate-file.ts';
import { buildSurroundingLand, naturalEarthGrid } from '../drawing/surrounding-land.ts';
import { DataFaults } from '../geo/data-faults.ts';
import { geoPath } from '../geo/geo-files.ts';
import { readGeo } from '../geo/read-geo.ts';
import { printFeatures } from '../geo/tidy-features.ts';
import { projectPath } from '../machine/node-files.ts';
import { isSpareWorker } from '../maplibre/share-maplibre.ts';
import { keptFolder, parseReleaseKind, version } from '../package/release-kind.ts';
import { advancesOf, charactersOf, cutFonts, type FontCut } from '../pictures/fonts.ts';
import { insetPicture } from '../pictures/inset-picture.ts';
import { pictureTasks, pictureTexts, renderPictures } from '../pictures/picture-files.ts';
import { standsModule } from '../pictures/picture-stands.ts';
import { compressFiles } from './compress-files.ts';
import { printNotices, usedPackages } from './licences.ts';
import { buildServiceWorker, type KeptFile, keptByContent, manifestPath, webManifest } from './offline.ts';
import {
  contentSecurityPolicy,
  type Drawn,
  fillIn,
  forPicture,
  iconPicture,
  type Plate,
  pagePicture,
  platePictures,
  printPlate,
  printShadowTree,
  yearPlates,
} from './prerender.ts';
import { headerFiles, headerRules, headersFor, printNginxMaps, printStaticHeaders } from './response-headers.ts';
import { absoluteFiles, absoluteTags, parseSiteUrl, type Site } from './site-address.ts';
import {
  adaptTemplate,
  documentAt,
  documentHead,
  languageLinks,
  languageLinksStyle,
  pages,
  type SiteDocument,
  siteDocuments,
  timelinePages,
} from './site-documents.ts';
import { printTimelinePage } from './timeline-pages.ts';

/** What the scripts ask the build for; declared in `src/virtual.d.ts`. */
const filesModules: readonly string[] = [
  'files',
  'advances',
  'stands',
  'plates',
  'data',
  'fonts',
  'worker',
  'early-worker',
].map((name) => `virtual:four-islands/${name}`);

/** Where MapLibre is not compiled here, it starts its worker itself. */
export const lateWorker = 'export const startWorker = () => () => {};';

export interface Derived {
  /** The drawing as the first picture needs it. */
  readonly picture: Drawn;
  /** The same as it was drawn. */
  readonly whole: Drawn;
  readonly timeline: Timeline;
  /** Path in the site, from its root, to content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Key in `virtual:four-islands/data` to path in the site: of what the map is made of, and of what can be taken away. */
  readonly paths: Readonly<Record<string, string>>;
  readonly downloads: Readonly<Record<string, string>>;
  /** Path in the site to the globe. */
  readonly insetPath: string;
  readonly fonts: readonly (FontCut & { readonly path: string })[];
}

export async function derive(): Promise<Derived> {
  const { raw, rawTimeline, dataset, timeline, islands, hokkaido, texts } = readGeo();
  const land = buildSurroundingLand(hokkaido);
  const { lines } = timeline;
  const characters = charactersOf(dataset, lines, timeline);
  const advances = advancesOf(characters);
  const picture = forPicture({ dataset, land, advances, lines });
  const fonts = await cutFonts(characters);
  const fontPath = ({ key, woff2 }: FontCut) =>
    `assets/${key}-${createHash('sha256').update(woff2).digest('base64url').slice(0, 8)}.woff2`;
  const published = {
    islands: ['geo/islands.geojson', printFeatures(islands)],
    places: ['geo/places.geojson', JSON.stringify(raw.places)],
    table: ['geo/places.csv', texts.get('places.csv') ?? ''],
  } as const;
  const data = {
    map: [
      'geo/map.json',
      JSON.stringify({
        islands: packShapes(islands),
        land: packShapes(land, naturalEarthGrid()),
        places: raw.places,
        lettering: raw.lettering,
        lines: rawTimeline.lines,
      }),
    ],
    readings: ['geo/readings.json', JSON.stringify({ article: raw.article, sources: raw.sources, facts: raw.facts })],
    timeline: ['geo/timeline.json', JSON.stringify(rawTimeline.timeline)],
  } as const;
  const inset = ['static/inset.svg', printMarkup(insetPicture(), 'xml')] as const;
  const addressOf = ([path, text]: readonly [string, string]) => `${path}?${keptByContent(path, text).revision}`;
  const addressesOf = (files: Readonly<Record<string, readonly [string, string]>>) =>
    Object.fromEntries(Object.entries(files).map(([key, file]) => [key, addressOf(file)]));
  return {
    picture,
    whole: { dataset, land, advances, lines },
    timeline,
    files: new Map<string, string | Uint8Array>([
      ...Object.values(data),
      ...Object.values(published),
      inset,
      // Not asked for by the map, but there for whoever works with the data.
      ['geo/land.geojson', JSON.stringify(land)],
      ['geo/article.json', JSON.stringify(raw.article)],
      ...[...texts].map(([name, text]): [string, string] => [`geo/${name}`, text]),
      ['icon.svg', printMarkup(iconPicture(), 'xml')],
      ...fonts.map((font): [string, Uint8Array] => [fontPath(font), font.woff2]),
    ]),
    // The content stands in the address, so that scripts and data of two builds cannot meet in a cache.
    paths: addressesOf(data),
    downloads: addressesOf(published),
    insetPath: addressOf(inset),
    fonts: fonts.map((font) => ({ ...font, path: fontPath(font) })),
  };
}

/** The drawing in every language, which only documents and files of pictures need. */
export interface Drawings {
  readonly pagePictures: ReadonlyMap<Language, Markup>;
  readonly plates: readonly Plate[];
  /** Path in the site to the plates as SVG. */
  readonly files: ReadonlyMap<string, string>;
}

export function draw({ picture, whole, timeline, fonts }: Derived): Drawings {
  const ofPictures = fontsOfPictures(fonts);
  const faces = (picture: Markup) => {
    const text = textOf(picture);
    return fontFaceRules(
      ofPictures.filter((font) => firstSetIn(font, ofPictures, text) !== undefined),
      ({ woff2 }) => `data:font/woff2;base64,${woff2.toString('base64')}`,
    );
  };
  const plates = platePictures(picture);
  return {
    pagePictures: new Map(languages.map((language) => [language, pagePicture(picture, whole, language)])),
    plates,
    files: new Map(
      [...plates, ...yearPlates(whole, timeline)].map((plate) => [
        `static/${plateName({ ...plate, lang: plate.language })}`,
        printPlate(plate, faces(plate.picture)),
      ]),
    ),
  };
}

/** All words of a picture. */
function textOf(node: Markup | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** A style sheet of the shell as it is printed. */
function minified(filename: string): string {
  return bundle({ filename: projectPath(`src/shell/css/${filename}`), minify: true }).code.toString();
}

/** The faces of a first picture, which a browser asks for before it knows that it needs them: it is laid out once instead of twice. */
const isFirstFace = ({ key }: FontCut, language: Language) =>
  key === 'regular' ||
  key === 'italic' ||
  (language === 'ja' && (key === 'mincho-first' || key === 'mincho-list' || key === 'mincho-japanese'));

function fontFaceRules<Font extends FontCut>(
  fonts: readonly Font[],
  address: (font: Font) => string,
  display: (font: Font) => 'swap' | null = () => 'swap',
): string {
  return fonts
    .map((font) => {
      const shown = display(font);
      return `@font-face{font-family:"${font.family}";font-style:${font.style};${shown === null ? '' : `font-display:${shown};`}unicode-range:${font.range.join()};src:url(${address(font)})}`;
    })
    .join('');
}

function standInRule(standIn: StandIn): string {
  const { style, range, size, ascent, descent } = standIn;
  const own = `${style === 'normal' ? '' : `font-style:${style};`}${range === anyCodePoint ? '' : `unicode-range:${range};`}`;
  return `@font-face{font-family:"${standInFamily}";src:${localSource(standIn)};${own}size-adjust:${size};ascent-override:${ascent};descent-override:${descent};line-gap-override:0%}`;
}

/** The rules of the document round the element: the fonts, which a shadow tree cannot declare, and the ground it stands on. */
function documentStyle(fonts: Derived['fonts'], toRoot: string, language: Language): string {
  return [
    fontFaceRules(
      fonts,
      ({ path }) => `${toRoot}${path}`,
      // Where kanji only stand beside names in other letters they are waited for, as browsers do unless they are told otherwise: a machine's
      // own face for them takes long to open.
      ({ family }) => (family !== fontFamilies.serif && language !== 'ja' ? null : 'swap'),
    ),
    ...standIns.map(standInRule),
    `:root{color-scheme:light dark;${paletteProperties('light')}}`,
    `@media (prefers-color-scheme:dark){:root{${paletteProperties('dark')}}}`,
    'body{margin:0;background:var(--page)}',
    // A shadow tree cannot set the margins of the paper.
    '@page{margin:10mm}',
  ].join('');
}

const outerStyle = (fonts: Derived['fonts'], { layout, language, toRoot }: SiteDocument) =>
  documentStyle(fonts, toRoot, language) + (layout === 'page' ? languageLinksStyle : '');

/** What the development server shows while something is wrong with the data. */
function faultsPage(faults: string): string {
  const lines = element('pre', { style: 'white-space:pre-wrap' }, [faults]);
  return `<!doctype html><meta charset="utf-8"><script type="module" src="/@vite/client"></script>${printMarkup(lines)}`;
}

/** A font as the map is told of it, all but its address. */
export function fontEntry({ family, style, range }: FontCut): Omit<FontFile, 'url'> {
  return { family, style, range };
}

export interface FourIslandsOptions {
  /** The absolute address of the built site, as `SITE_URL` gives it. */
  readonly siteUrl?: string | undefined;
  /** Which part of a release this build is, as `RELEASE` gives it: the latest page beside a kept version, or that version itself. */
  readonly release?: string | undefined;
}

export function fourIslands({ siteUrl, release }: FourIslandsOptions = {}): Plugin {
  const kind = parseReleaseKind(release);
  let config: ResolvedConfig;
  let derived: Promise<Derived> | null = null;
  /** The documents as Vite left them, before anything is printed into them. */
  const templates = new Map<string, string>();
  let drawn: Promise<Drawings> | null = null;
  const get = () => {
    derived ??= derive();
    return derived;
  };
  const drawings = () => {
    drawn ??= get().then(draw);
    return drawn;
  };

  const frameStyles = () => frameStyleSheet(minified('frame.css'));

  /** Where this build is published; its own folder where it is a kept version. */
  const published = () => {
    const url = parseSiteUrl(siteUrl);
    return url === null ? null : `${url.href}${kind === 'kept' ? keptFolder : ''}`;
  };

  const site = async (): Promise<Site | null> => {
    const url = parseSiteUrl(siteUrl);
    return url === null
      ? null
      : { url, folder: kind === 'kept' ? keptFolder : '', dataset: (await get()).picture.dataset };
  };

  const print = async (template: string, document: SiteDocument): Promise<string> => {
    const { picture: data, fonts } = await get();
    const { language, names, layout, toRoot } = document;
    const built = config.command === 'build';
    const address = built ? await site() : null;
    const styleSheet = frameStyles();
    const outer = outerStyle(fonts, document);
    const policy = built
      ? `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy([styleSheet, outer])}">`
      : '';
    const head = [
      policy,
      documentHead(document, built && kind !== 'kept'),
      address === null ? '' : absoluteTags(address, document),
      `<style>${outer}</style>`,
    ].join('');
    // In the head they would hold back the first picture, which does well with the stand-ins.
    const faces = fonts
      .filter((font) => isFirstFace(font, language))
      .map(({ path }) => `<link rel="preload" as="font" crossorigin href="${toRoot}${path}">`)
      .join('');
    const picture = (await drawings()).pagePictures.get(language);
    if (picture === undefined) throw new Error(`there is no picture in “${language}”`);
    const tree = printShadowTree({ drawn: data, picture, language, names, layout, styleSheet, toRoot });
    const html = fillIn(
      fillIn(fillIn(adaptTemplate(template, document), 'head', head), 'faces', faces),
      'four-islands',
      tree,
    );
    return layout === 'page' ? fillIn(html, 'languages', printMarkup(languageLinks(document))) : html;
  };

  const applicationFiles = async (kept: readonly KeptFile[]): Promise<readonly [string, string][]> => [
    [manifestPath, webManifest()],
    [
      'service-worker.js',
      await buildServiceWorker(
        [...pages, ...timelinePages].map(({ path }) => path),
        kept,
      ),
    ],
  ];

  const timelineDocuments = async (): Promise<ReadonlyMap<string, string>> => {
    const { whole, timeline, fonts } = await get();
    return new Map(
      timelinePages.map((page) => [
        page.path,
        printTimelinePage(page, {
          timeline,
          sources: whole.dataset.sources,
          outerStyle: documentStyle(fonts, page.toRoot, page.language) + faceProperties,
          styleSheet: minified('timeline.css'),
          siteUrl: parseSiteUrl(siteUrl),
          built: config.command === 'build',
        }),
      ]),
    );
  };

  return {
    name: 'four-islands',
    async configResolved(resolved) {
      config = resolved;
      if (config.command !== 'build') return;
      parseSiteUrl(siteUrl);
      // Before anything is built: later, every module that asks for the data would tell its faults once more.
      await get();
    },
    resolveId: (id) => (filesModules.includes(id) ? `\0${id}` : null),
    async load(id) {
      if (!filesModules.some((name) => id === `\0${name}`)) return null;
      const { paths, downloads, insetPath, picture, whole, fonts } = await get();
      // Built scripts lie in `assets/`; the development server knows the site's own paths.
      const address = (path: string) =>
        `new URL(${JSON.stringify(config.command === 'build' ? `../${path}` : `/${path}`)}, here).href`;
      // Vite must not take these for assets of its own: `geo/` keeps its public names.
      const here = 'const here = import.meta.url;';
      if (id.endsWith('/worker'))
        return `import address from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'; export const workerAddress = () => address;`;
      if (id.endsWith('/early-worker')) return lateWorker;
      if (id.endsWith('/advances')) return `export const advances = ${JSON.stringify(picture.advances)};`;
      if (id.endsWith('/stands')) return standsModule(whole);
      if (id.endsWith('/plates')) {
        const plates = [...(await drawings()).files].map(([path, svg]) => [basename(path), svg] as const);
        return `export const heights = ${JSON.stringify(plateHeights(plates))};`;
      }
      if (id.endsWith('/data')) {
        const entries = (of: Derived['paths']) =>
          Object.entries(of)
            .map(([key, path]) => `${key}: ${address(path)}`)
            .join(',');
        return `${here} export const files = {${entries(paths)}}; export const downloads = {${entries(downloads)}};`;
      }
      if (id.endsWith('/fonts')) {
        const faces = fonts.map((font) => `{...${JSON.stringify(fontEntry(font))}, url: ${address(font.path)}}`);
        return `${here} export const fonts = [${faces.join(',')}];`;
      }
      return `${here} export const siteRoot = ${address('')}; export const inset = ${address(insetPath)}; export const release = ${JSON.stringify(kind === 'latest' ? { version, path: keptFolder } : null)}; export const siteUrl = ${JSON.stringify(published())};`;
    },
    transformIndexHtml: {
      // After Vite's own work, so that the inline styles reach the page as they were hashed.
      order: 'post',
      handler(html, { filename, originalUrl }) {
        const template = basename(filename);
        templates.set(template, html);
        const asked = documentAt(new URL(originalUrl ?? template, 'http://localhost').pathname.slice(1));
        const document = asked?.template === template ? asked : documentAt(template);
        if (document === undefined) throw new Error(`${template} is no document of the site`);
        return print(html, document);
      },
    },
    configureServer(server) {
      server.watcher.add(geoPath('.'));
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(geoPath('.'))) return;
        derived = null;
        drawn = null;
        server.ws.send({ type: 'full-reload' });
      });
      /** Says once what is wrong with the data, however many files are asked for. */
      let told: string | null = null;
      const faultsNow = async (): Promise<string | null> => {
        const faults = await get().then(
          () => null,
          (error: unknown) => {
            if (!(error instanceof DataFaults)) throw error;
            return error.message;
          },
        );
        if (faults !== null && faults !== told) server.config.logger.error(faults);
        told = faults;
        return faults;
      };
      server.middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        // Vite's own script goes on, so that the page comes back when the data is mended.
        if (path.startsWith('@vite/') || path.startsWith('node_modules/vite/')) return next();
        const faults = await faultsNow();
        if (faults !== null) {
          response.statusCode = 500;
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(faultsPage(faults));
          return;
        }
        const { files } = await get();
        const content =
          files.get(path) ??
          (path.endsWith('timeline.html') ? (await timelineDocuments()).get(path) : undefined) ??
          (path.startsWith('static/') ? (await drawings()).files.get(path) : undefined);
        if (content === undefined) {
          // Vite knows the two templates; which document was asked for it tells as the original address.
          const document = documentAt(path);
          if (document !== undefined) request.url = `/${document.template}`;
          return next();
        }
        response.setHeader(
          'Content-Type',
          path.endsWith('.html')
            ? 'text/html'
            : path.endsWith('.woff2')
              ? 'font/woff2'
              : path.endsWith('.svg')
                ? 'image/svg+xml'
                : path.endsWith('.csv')
                  ? 'text/csv'
                  : 'application/json',
        );
        response.end(content);
      });
    },
    configurePreviewServer(server) {
      const folder = resolve(config.root, config.build.outDir);
      const built = siteDocuments.filter(({ path }) => existsSync(join(folder, path)));
      const rules = headerRules(new Map(built.map(({ path }) => [path, readFileSync(join(folder, path), 'utf8')])));
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        for (const [header, value] of headersFor(rules, pathname)) response.setHeader(header, value);
        next();
      });
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir !== undefined) await compressFiles(dir);
      },
    },
    generateBundle: {
      // After Vite's own work, when every script has its name.
      order: 'post',
      async handler(_options, bundle) {
        const { files, paths, downloads, insetPath, fonts, picture } = await get();
        const { plates, files: plateFiles } = await drawings();
        const address = await site();
        if (address === null)
          config.logger.info(
            'four-islands: SITE_URL is not given, so canonical and hreflang links, cards, structured data, oEmbed, robots.txt and sitemap.xml are left out',
          );
        const documents = new Map<string, string>();
        for (const document of siteDocuments) {
          const template = templates.get(document.template);
          if (template === undefined) throw new Error(`${document.template} was not built`);
          documents.set(document.path, await print(template, document));
        }
        const headers = headerRules(documents);
        const timelines = await timelineDocuments();
        const kept: readonly KeptFile[] = [
          ...pages.map(({ path }) => keptByContent(path, documents.get(path) ?? '')),
          ...[...timelines].map(([path, text]) => keptByContent(path, text)),
          keptByContent('icon.svg', files.get('icon.svg') ?? ''),
          ...[
            ...Object.keys(bundle).filter((path) => path.startsWith('assets/') && !isSpareWorker(path, bundle)),
            ...Object.values(paths),
            ...Object.values(downloads),
            insetPath,
            ...fonts.map(({ path }) => path),
          ].map((url) => ({ url, revision: null })),
        ];
        const all = new Map<string, string | Uint8Array>([
          ...files,
          ...plateFiles,
          ...[...documents].filter(([path]) => !templates.has(path)),
          ...timelines,
          ...(await renderPictures(pictureTasks(picture, plates))),
          ['licences.txt', printNotices(usedPackages())],
          ...pictureTexts(),
          // A kept version is no application, and its headers are those of the site that it lies in.
          ...(kind === 'kept'
            ? []
            : [
                ...(await applicationFiles(kept)),
                [headerFiles.staticHosts, printStaticHeaders(headers)] as const,
                [headerFiles.nginx, printNginxMaps(headers)] as const,
              ]),
          ...(address === null ? [] : absoluteFiles(address)),
        ]);
        for (const [fileName, source] of all) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}
