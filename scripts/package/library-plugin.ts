/**
 * Answers the modules of `src/virtual.d.ts` for the package and the script for a tag, which carry all files inside. The address of a file may
 * work under one bundler and fail under the next, in its development server, from another origin or from a disk.
 */
import type { Plugin } from 'vite';
import type { Derived } from '../derived/derive.ts';
import { fontEntry } from '../derived/face-rules.ts';
import { commonModules, dataModule, virtualModules } from '../derived/virtual-modules.ts';
import { projectPath, readText } from '../machine/node-files.ts';

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
      files: () => dataModule({ siteUrl: process.env['SITE_URL'] ?? null, siteRoot: null, release: null, inset: null }),
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
