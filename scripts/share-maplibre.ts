/**
 * Compiles MapLibre from its source, so that map and worker share what both need: the files that it publishes hold it twice, a quarter of
 * all that a reader downloads. `MAPLIBRE=published` builds the site with those files instead, should a new version not compile.
 */
import type { Plugin } from 'vite';
import { projectPath } from './node-files.ts';

const source = (path: string) => projectPath(`node_modules/maplibre-gl/src/${path}`);
const worker = 'virtual:four-islands/worker';
/** Decodes tiles in a format that no map of ours has. */
const tileDecoder = '@maplibre/mlt';

/** Whether a file of the build is MapLibre's worker as it is published, for frames without an origin, where another serves the page. */
export function isSpareWorker(
  path: string,
  bundle: Readonly<Record<string, { readonly type: 'asset' | 'chunk' }>>,
): boolean {
  const isWorker = (other: string) => other.startsWith('assets/maplibre-gl-worker-');
  const compiled = Object.entries(bundle).some(([other, { type }]) => isWorker(other) && type === 'chunk');
  return compiled && isWorker(path) && bundle[path]?.type === 'asset';
}

export function shareMapLibre(): Plugin {
  let reference = '';
  return {
    name: 'four-islands-share-maplibre',
    apply: (_config, { command }) => command === 'build' && process.env['MAPLIBRE'] !== 'published',
    enforce: 'pre',
    // As the library's own build has it: a field that is only declared must not wipe what a parent's constructor has set.
    config: () => ({
      oxc: {
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      },
    }),
    buildStart() {
      reference = this.emitFile({ type: 'chunk', id: source('source/worker.ts'), name: 'maplibre-gl-worker' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return source('index.ts');
      return id === worker || id === tileDecoder ? `\0${id}` : null;
    },
    load(id) {
      if (id === `\0${tileDecoder}`)
        return `export const GEOMETRY_TYPE = {}; export const decodeTile = () => { throw new Error('four-islands: this build reads no vector tiles'); };`;
      // In a sandbox without an origin the library hands its worker over as text, in which no address of another file would hold.
      return id === `\0${worker}`
        ? `import alone from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
           const shared = import.meta.ROLLUP_FILE_URL_${reference};
           export const workerAddress = () => (globalThis.origin === 'null' ? alone : shared);`
        : null;
    },
  };
}
