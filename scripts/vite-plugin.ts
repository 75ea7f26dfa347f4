/** Makes the files that are derived from `geo/`, and prints the first picture into the pages. */
import { createHash } from 'node:crypto';
import { transform } from 'lightningcss';
import type { Plugin, ResolvedConfig } from 'vite';
import { type Convention, conventions, type Language, languages } from '../src/model/types.ts';
import { frameStyleSheet } from '../src/shell/frame-styles.ts';
import { paletteProperties } from '../src/style/theme.ts';
import type { Layout } from '../src/text/frame-markup.ts';
import { say } from '../src/text/strings.ts';
import { advancesOf, charactersOf, cutFonts, type FontCut } from './fonts.ts';
import { projectPath, readText } from './node-files.ts';
import {
  contentSecurityPolicy,
  type Drawn,
  fillIn,
  forPicture,
  printIcon,
  printPlate,
  printShadowTree,
} from './prerender.ts';
import { printFeatures, readDataset, readHokkaido, readIslands, readRawDataset } from './read-geo.ts';
import { buildSurroundingLand } from './surrounding-land.ts';

const filesModule = 'virtual:four-islands/files';

interface Derived {
  /** The drawing as the first picture needs it. */
  readonly picture: Drawn;
  /** Path in the site, from its root, to content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Key in `virtual:four-islands/files` to path in the site. */
  readonly paths: Readonly<Record<string, string>>;
  readonly fonts: readonly (FontCut & { readonly path: string })[];
}

async function derive(): Promise<Derived> {
  const raw = readRawDataset();
  const dataset = readDataset(raw);
  const land = buildSurroundingLand(readHokkaido());
  const characters = charactersOf(dataset);
  const advances = advancesOf(characters);
  const picture = forPicture({ dataset, land, advances });
  const fonts = await cutFonts(characters);
  const fontPath = ({ key, woff2 }: FontCut) =>
    `assets/${key}-${createHash('sha256').update(woff2).digest('base64url').slice(0, 8)}.woff2`;
  const data = {
    islands: ['geo/islands.geojson', printFeatures(readIslands())],
    places: ['geo/places.geojson', JSON.stringify(raw.places)],
    lettering: ['geo/lettering.geojson', readText('geo/lettering.geojson')],
    article: ['geo/article.json', readText('geo/article.json')],
    sources: ['geo/sources.json', readText('geo/sources.json')],
    facts: ['geo/facts.json', JSON.stringify(raw.facts)],
    table: ['geo/places.csv', readText('geo/places.csv')],
    land: ['geo/land.geojson', JSON.stringify(land)],
  } as const;
  return {
    picture,
    files: new Map<string, string | Uint8Array>([
      ...Object.values(data),
      ['geo/hokkaido.geojson', readText('geo/hokkaido.geojson')],
      ['icon.svg', printIcon()],
      ...fonts.map((font): [string, Uint8Array] => [fontPath(font), font.woff2]),
      ...plates(picture, fonts),
    ]),
    paths: Object.fromEntries(Object.entries(data).map(([key, [path]]) => [key, path])),
    fonts: fonts.map((font) => ({ ...font, path: fontPath(font) })),
  };
}

function* plates(picture: Drawn, fonts: readonly FontCut[]): Generator<[string, string]> {
  const faces = fontFaceRules(fonts, ({ woff2 }) => `data:font/woff2;base64,${woff2.toString('base64')}`);
  for (const names of conventions)
    for (const language of languages)
      yield [`static/map.${names}.${language}.svg`, printPlate(picture, names, language, faces)];
}

function fontFaceRules<Font extends FontCut>(fonts: readonly Font[], address: (font: Font) => string): string {
  return fonts
    .map(
      (font) =>
        `@font-face{font-family:"${font.family}";font-style:${font.style};font-display:swap;unicode-range:${font.range.join()};src:url(${address(font)}) format("woff2")}`,
    )
    .join('');
}

/** The rules of the document round the element: the fonts, which a shadow tree cannot declare, and the ground it stands on. */
function documentStyle(fonts: Derived['fonts'], toRoot: string): string {
  return [
    fontFaceRules(fonts, ({ path }) => `${toRoot}${path}`),
    `:root{color-scheme:light dark;${paletteProperties('light')}}`,
    `@media (prefers-color-scheme:dark){:root{${paletteProperties('dark')}}}`,
    'body{margin:0;background:var(--page)}',
    // A shadow tree cannot set the margins of the paper.
    '@page{margin:10mm}',
  ].join('');
}

export function fourIslands(): Plugin {
  let config: ResolvedConfig;
  let derived: Promise<Derived> | null = null;
  const get = () => {
    derived ??= derive();
    return derived;
  };

  const print = async (
    html: string,
    layout: Layout,
    language: Language,
    names: Convention,
    toRoot: string,
  ): Promise<string> => {
    const { picture, fonts } = await get();
    const rules = transform({
      filename: 'frame.css',
      code: Buffer.from(readText('src/shell/frame.css')),
      minify: true,
    });
    const styleSheetText = frameStyleSheet(rules.code.toString());
    const outer = documentStyle(fonts, toRoot);
    const policy =
      config.command === 'build'
        ? `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy([styleSheetText, outer])}">`
        : '';
    const head = [
      policy,
      `<title>${say(language, 'title')}</title>`,
      `<meta name="description" content="${say(language, 'pictureDescription')}">`,
      '<link rel="icon" type="image/svg+xml" href="./icon.svg">',
      `<style>${outer}</style>`,
    ].join('');
    const tree = printShadowTree({ drawn: picture, language, names, layout, styleSheet: styleSheetText });
    return fillIn(fillIn(html, 'head', head), 'four-islands', tree);
  };

  return {
    name: 'four-islands',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId: (id) => (id === filesModule ? `\0${filesModule}` : null),
    async load(id) {
      if (id !== `\0${filesModule}`) return null;
      const { paths, picture, fonts } = await get();
      // Built scripts lie in `assets/`; the development server knows the site's own paths.
      const address = (path: string) =>
        `new URL(${JSON.stringify(config.command === 'build' ? `../${path}` : `/${path}`)}, here).href`;
      const entries = Object.entries(paths).map(([key, path]) => `${key}: ${address(path)}`);
      const faces = fonts.map(
        ({ family, style, range, path }) =>
          `{family: ${JSON.stringify(style === 'italic' ? `${family} Italic` : family)}, range: ${JSON.stringify(range)}, url: ${address(path)}}`,
      );
      // Vite must not take these for assets of its own: `geo/` keeps its public names.
      return `const here = import.meta.url; export const files = {${entries.join(',')}}; export const fonts = [${faces.join(',')}]; export const siteUrl = ${JSON.stringify(process.env['SITE_URL'] ?? null)}; export const advances = ${JSON.stringify(picture.advances)};`;
    },
    transformIndexHtml: {
      // After Vite's own work, so that the inline styles reach the page as they were hashed.
      order: 'post',
      handler: (html, context) =>
        print(html, context.filename.endsWith('embed.html') ? 'frame' : 'page', 'en', 'both', './'),
    },
    configureServer(server) {
      server.watcher.add(projectPath('geo'));
      server.watcher.on('change', (path) => {
        if (!path.includes('/geo/')) return;
        derived = null;
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        const { files } = await get();
        const content = files.get(path);
        if (content === undefined) return next();
        response.setHeader(
          'Content-Type',
          path.endsWith('.woff2')
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
    async generateBundle() {
      const { files } = await get();
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
