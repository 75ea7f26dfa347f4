/** The modules of `src/virtual.d.ts` for the site: addresses of its files, relative to the script that asks. */
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { plateHeights } from '../../src/text/pictures/plate-file.ts';
import type { Derived } from '../derived/derive.ts';
import { fontEntry } from '../derived/face-rules.ts';
import { commonModules, dataModule, virtualModules } from '../derived/virtual-modules.ts';
import type { SiteBuild } from './print-site.ts';
import { keptFolder, version } from './release-kind.ts';

// Vite must not treat these as its own assets: `geo/` keeps its public names.
const here = 'const here = import.meta.url;';

/**
 * The code of a file's address. Built scripts lie in `assets/`; the development server serves the paths of the site.
 */
const address = (path: string, built: boolean) =>
  `new URL(${JSON.stringify(built ? `../${path}` : `/${path}`)}, here).href`;

export function siteModules({ derivation, url, kind, reportForm }: SiteBuild): Plugin {
  const derived = () => derivation.derived();
  return {
    ...virtualModules('four-islands-site-modules', {
      ...commonModules(derived),
      async files(built) {
        const { insetPath } = await derived();
        return [
          here,
          `export const siteRoot = ${address('', built)};`,
          `export const inset = ${address(insetPath, built)};`,
          dataModule({
            release: kind === 'latest' ? { version, path: keptFolder } : null,
            reportForm,
            siteUrl: url === null ? null : `${url.href}${kind === 'kept' ? keptFolder : ''}`,
          }),
        ].join('\n');
      },
      async plates() {
        const plates = [...(await derivation.drawings()).files].map(([path, svg]) => [basename(path), svg] as const);
        return dataModule({ heights: plateHeights(plates) });
      },
      async data(built) {
        const { paths, downloads } = await derived();
        const entries = (of: Derived['paths']) =>
          Object.entries(of)
            .map(([key, path]) => `${key}: ${address(path, built)}`)
            .join(',');
        return `${here} export const files = {${entries(paths)}}; export const downloads = {${entries(downloads)}};`;
      },
      async fonts(built) {
        const { fonts } = await derived();
        const faces = fonts.map((font) => `{...${JSON.stringify(fontEntry(font))}, url: ${address(font.path, built)}}`);
        return `${here} export const fonts = [${faces.join(',')}];`;
      },
      worker: () =>
        `import address from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'; export const workerAddress = () => address;`,
    }),
    // Faults in the data end a build before it begins. Later, every module that needs the data would report them again.
    async configResolved({ command }) {
      if (command === 'build') await derived();
    },
  };
}
