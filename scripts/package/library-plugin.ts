/**
 * Answers the modules of `src/virtual.d.ts` for the package and the script for a tag, which carry all files inside. The
 * address of a file may work under one bundler and fail under the next, in its development server, from another origin
 * or from a disk.
 */
import { build, type Plugin } from 'vite';
import type { Derived } from '../derived/derive.ts';
import { fontEntry } from '../derived/face-rules.ts';
import { parseReportForm } from '../derived/report-form.ts';
import { commonModules, dataModule, virtualModules } from '../derived/virtual-modules.ts';
import { projectPath } from '../machine/node-files.ts';

export function embedFiles(derived: Derived): readonly Plugin[] {
  const text = (path: string) => {
    const content = derived.files.get(path.replace(/\?.*/, ''));
    if (typeof content !== 'string') throw new Error(`${path} is no text`);
    return content;
  };
  return [
    {
      name: 'four-islands-embedded-files',
      resolveId: (id) =>
        id === 'virtual:four-islands/data' || id === 'virtual:four-islands/fonts'
          ? projectPath(`scripts/package/embedded/${id.replace(/.*\//, '')}.ts`)
          : null,
    },
    virtualModules('four-islands-embedded-data', {
      ...commonModules(async () => derived),
      files: () =>
        dataModule({
          siteUrl: process.env['SITE_URL'] ?? null,
          siteRoot: null,
          release: null,
          inset: null,
          reportForm: parseReportForm(process.env['REPORT_URL']),
        }),
      // For the embed builder, which opens on our own page alone.
      plates: () => dataModule({ heights: {} }),
      'embedded-data': () =>
        dataModule({
          texts: Object.fromEntries(Object.entries(derived.paths).map(([key, path]) => [key, text(path)])),
          table: text('geo/places.csv'),
        }),
      'embedded-fonts': () =>
        dataModule({
          faces: derived.fonts.map((font) => ({ ...fontEntry(font), base64: font.woff2.toString('base64') })),
        }),
      worker: workerModule,
    }),
  ];
}

/** MapLibre's worker as one text, which a blob can hold. A worker that the page has set for MapLibre itself is kept. */
async function workerModule(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      rolldownOptions: { input: projectPath('node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs') },
    },
  });
  const [chunk, ...others] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk' || others.length > 0) throw new Error('MapLibre’s worker is not one file');
  return `import { getWorkerUrl } from 'maplibre-gl';
    import { trustedWorker } from ${JSON.stringify(projectPath('src/shell/map/workarounds/trusted-worker.ts'))};
    const source = ${JSON.stringify(chunk.code)};
    let made = null;
    const make = () => trustedWorker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    export const workerAddress = () => getWorkerUrl() || (made ??= make());`;
}
