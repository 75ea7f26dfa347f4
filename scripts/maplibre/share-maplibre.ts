/**
 * Builds MapLibre from the source in its package, so that the map and its worker share one chunk. The published files
 * hold the common part twice: 110 kB. Nothing in the source is changed.
 *
 * MapLibre published a shared chunk from https://github.com/maplibre/maplibre-gl-js/pull/7745 until 6.11; since 6.13
 * its `dist/maplibre-gl-shared.mjs` is empty. This file can go when that file is full again.
 *
 * The development server and the package use the published files. `MAPLIBRE=published npm run build` builds the site
 * with them too, should the source of a new version not compile.
 */
import type { Plugin } from 'vite';
import { projectPath } from '../machine/node-files.ts';

const source = (path: string) => projectPath(`node_modules/maplibre-gl/src/${path}`);
const worker = 'virtual:four-islands/worker';

/** Where MapLibre's worker begins. */
export const workerSource = source('source/worker.ts');

/** Whether a built file is the published worker, which only frames without an origin need. */
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
    // As MapLibre's own build has it: a field that is only declared must not overwrite what the parent class has set.
    config: () => ({
      oxc: {
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      },
    }),
    buildStart() {
      reference = this.emitFile({ type: 'chunk', id: workerSource, name: 'maplibre-gl-worker' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return source('index.ts');
      return id === worker ? `\0${worker}` : null;
    },
    load(id) {
      // In a sandbox without an origin MapLibre hands its worker over as text, in which no address of another file
      // holds.
      return id === `\0${worker}`
        ? `import alone from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
           const shared = import.meta.ROLLUP_FILE_URL_${reference};
           export const workerAddress = () => (globalThis.origin === 'null' ? alone : shared);`
        : null;
    },
  };
}
