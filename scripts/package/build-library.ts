/**
 * Builds `lib/`, the npm package, and `four-islands.js` for a script tag, which also lies beside the site in `dist/`.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import type { Derivation } from '../derived/derivation.ts';
import { projectPath } from '../machine/node-files.ts';
import { elementsManifest } from './elements-manifest.ts';
import { embedFiles } from './library-plugin.ts';
import { callLaterParts, offerParts, partsEntry } from './script-tag-plugin.ts';
import { writeTypes } from './write-types.ts';

const library = projectPath('lib');
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(`${library}/${path}`), { recursive: true });
  writeFileSync(`${library}/${path}`, content);
};

/** Settings that all builds of the library share. */
function settings(plugins: readonly Plugin[], rolldownOptions: object): InlineConfig {
  return {
    configFile: false,
    root: projectPath('.'),
    logLevel: 'warn',
    publicDir: false,
    plugins: [...plugins],
    build: {
      target: 'es2022',
      outDir: library,
      emptyOutDir: false,
      minify: true,
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { ...rolldownOptions, preserveEntrySignatures: 'strict' },
    },
  };
}

async function buildModules(embed: readonly Plugin[]): Promise<void> {
  await build(
    settings(embed, {
      input: { index: projectPath('src/index.ts'), define: projectPath('src/define.ts') },
      // The host's own bundler takes these once for the whole page.
      external: ['maplibre-gl', 'd3-geo', 'valibot'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' },
    }),
  );
}

async function buildScripts(embed: readonly Plugin[]): Promise<void> {
  const parts = new Map<string, string>();
  const script = (name: string) => ({ format: 'iife', entryFileNames: name, codeSplitting: false });
  // A plain script has no address of its own as modules have; only MapLibre asks, for a worker that it is given anyway.
  const transform = { define: { 'import.meta.url': 'document.baseURI' } };
  await build(
    settings([callLaterParts(parts), ...embed, escapeLetters()], {
      input: projectPath('src/define.ts'),
      output: script('four-islands.js'),
    }),
  );
  await build(
    settings([offerParts(parts), ...embed, escapeLetters()], {
      input: partsEntry,
      output: script('four-islands-map.js'),
      transform,
    }),
  );
}

/**
 * A plain script is read in the encoding of the page that it stands in, whatever that is: letters beyond ASCII are
 * written as escapes.
 */
function escapeLetters(): Plugin {
  return {
    name: 'four-islands-escape-letters',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk')
          file.code = file.code.replace(
            /[\u0080-\uffff]/g,
            (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
          );
    },
  };
}

/** Writes everything anew. `derivation` is shared with the site where both are built. */
export async function buildLibrary(derivation: Derivation): Promise<void> {
  const derived = await derivation.derived();
  rmSync(library, { recursive: true, force: true });
  const embed = embedFiles(derived);
  await buildModules(embed);
  await buildScripts(embed);
  writeTypes(`${library}/types`);
  write('custom-elements.json', `${JSON.stringify(elementsManifest(), null, 2)}\n`);
  for (const [path, content] of derived.files) if (path.startsWith('geo/')) write(path, content);
  for (const [path, content] of (await derivation.drawings()).files) write(path, content);
  mkdirSync(projectPath('dist'), { recursive: true });
  for (const name of ['four-islands.js', 'four-islands-map.js'])
    cpSync(`${library}/${name}`, projectPath(`dist/${name}`));
}
