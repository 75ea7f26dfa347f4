/**
 * What the package and the script for a tag need of the build: all files carried inside the scripts. An address of a file holds under one
 * bundler and fails under the next, in its development server, from another origin or from a disk; a script that is loaded has arrived.
 */
import type { Plugin } from 'vite';
import { projectPath, readText } from '../machine/node-files.ts';
import { standsModule } from '../pictures/picture-stands.ts';
import { type Derived, fontEntry, lateWorker } from '../site/vite-plugin.ts';

const prefix = 'virtual:four-islands/';

/** Answers the modules of `src/virtual.d.ts` with the files themselves. */
export function embedFiles(derived: Derived): Plugin {
  const modules: Readonly<Record<string, () => string>> = {
    files: () =>
      `export const siteUrl = ${JSON.stringify(process.env['SITE_URL'] ?? null)}; export const siteRoot = null; export const release = null; export const inset = null;`,
    advances: () => `export const advances = ${JSON.stringify(derived.picture.advances)};`,
    stands: () => standsModule(derived.whole),
    // For the embed builder, which opens on our own page alone.
    plates: () => 'export const heights = {};',
    data: () => dataModule(derived),
    fonts: () => fontsModule(derived),
    worker: workerModule,
    'early-worker': () => lateWorker,
  };
  return {
    name: 'four-islands-embed-files',
    resolveId: (id) => (id.startsWith(prefix) && id.slice(prefix.length) in modules ? `\0${id}` : null),
    load: (id) => (id.startsWith(`\0${prefix}`) ? (modules[id.slice(prefix.length + 1)]?.() ?? null) : null),
  };
}

function dataModule({ paths, files }: Derived): string {
  const text = (path: string) => {
    const content = files.get(path.replace(/\?.*/, ''));
    if (typeof content !== 'string') throw new Error(`${path} is no text`);
    return content;
  };
  const texts = Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, text(path)]));
  // Decoded from text: engines read a string of JSON faster than the same as a literal. What can be taken away is made of it when it is.
  return `import { unpackShapes } from ${JSON.stringify(projectPath('src/model/data/shapes.ts'))};
    const texts = ${JSON.stringify(texts)};
    const table = ${JSON.stringify(text('geo/places.csv'))};
    export const files = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, JSON.parse(text)]));
    const address = (text, type = 'application/geo+json') => URL.createObjectURL(new Blob([text], { type }));
    export const downloads = {
      get islands() { return address(JSON.stringify(unpackShapes(files.map.islands))); },
      get places() { return address(JSON.stringify(files.map.places)); },
      get table() { return address(table, 'text/csv'); },
    };`;
}

/** Fonts as addresses for the map, and in the document's own list for what stands round the map: a shadow tree cannot declare faces. */
function fontsModule({ fonts }: Derived): string {
  const entries = fonts.map((font) => ({
    ...fontEntry(font),
    base64: font.woff2.toString('base64'),
  }));
  return `export const fonts = ${JSON.stringify(entries)}.map(({ family, style, range, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      document.fonts.add(new FontFace(family, bytes, { style, unicodeRange: range.join() }));
      return { family, style, range, url: URL.createObjectURL(new Blob([bytes], { type: 'font/woff2' })) };
    });`;
}

/** A worker that the page has set for MapLibre itself is kept, for policies that allow no \`blob:\`. */
function workerModule(): string {
  const source = readText('node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs').replace(
    /^\/\/# sourceMappingURL=.*$/m,
    '',
  );
  // The file imports an empty one beside it, which a blob could not.
  const alone = source.replace(/import\s*["']\.\/maplibre-gl-shared\.mjs["'];?/, '');
  if (/\bfrom\s*["']\.|\bimport\s*["']\./.test(alone))
    throw new Error('MapLibre’s worker imports other files; it cannot be carried alone');
  return `import { getWorkerUrl } from 'maplibre-gl';
    import { passScript } from ${JSON.stringify(projectPath('src/shell/host/own-policy.ts'))};
    const source = ${JSON.stringify(alone)};
    const made = new Map();
    export function workerAddress() {
      const given = getWorkerUrl();
      if (given) return given;
      if (!made.has('worker')) {
        const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
        const passed = passScript(address);
        // MapLibre looks at the address before it hands it on: what has been passed answers as its text does.
        if (passed !== address)
          for (const name of ['endsWith', 'split']) passed[name] = (...given) => address[name](...given);
        made.set('worker', passed);
      }
      return made.get('worker');
    }`;
}
