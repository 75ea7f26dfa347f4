/** Builds `lib/`, the npm package, and `four-islands.js` for a script tag, which also lies beside the site in `dist/`. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { build, type InlineConfig, type Plugin } from 'vite';
import { runOnData } from '../geo/data-faults.ts';
import { projectPath, readJson, readText } from '../machine/node-files.ts';
import { derive, draw } from '../site/vite-plugin.ts';
import { elementsManifest } from './elements-manifest.ts';
import { embedFiles } from './library-plugin.ts';
import { callLaterParts, offerParts, partsEntry } from './script-tag-plugin.ts';

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

async function buildModules(embed: Plugin): Promise<void> {
  await build(
    settings([embed], {
      input: { index: projectPath('src/index.ts'), define: projectPath('src/define.ts') },
      // The host's own bundler takes these once for the whole page.
      external: ['maplibre-gl', 'd3-geo', 'valibot'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' },
    }),
  );
}

async function buildScripts(embed: Plugin): Promise<void> {
  const parts = new Map<string, string>();
  const script = (name: string) => ({ format: 'iife', entryFileNames: name, codeSplitting: false });
  // A plain script has no address of its own as modules have; only MapLibre asks, for a worker that it is given anyway.
  const transform = { define: { 'import.meta.url': 'document.baseURI' } };
  await build(
    settings([callLaterParts(parts), embed, escapeLetters()], {
      input: projectPath('src/define.ts'),
      output: script('four-islands.js'),
    }),
  );
  await build(
    settings([offerParts(parts), embed, escapeLetters()], {
      input: partsEntry,
      output: script('four-islands-map.js'),
      transform,
    }),
  );
}

/** A plain script is read in the encoding of the page that it stands in, whatever that is: letters beyond ASCII are written as escapes. */
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

/** Types as the compiler tells them, with the names that the built files have. */
function writeTypes(): void {
  const { config } = ts.readConfigFile(projectPath('tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, projectPath('.'));
  const program = ts.createProgram(
    ['index.ts', 'define.ts', 'virtual.d.ts'].map((name) => projectPath(`src/${name}`)),
    {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: projectPath('src'),
      outDir: `${library}/types`,
    },
  );
  const emitted = program.emit(undefined, (path, text) => {
    const named = text
      .replace(/((?:from|import\()\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2')
      .replace(/((?:from|import\()\s*['"])(\.[^'"]*)\.json(['"])/g, (_whole, before, name, after) => {
        // Types of JSON need a setting that not every project has.
        const keys = Object.keys(
          readJson(`src/${relative(`${library}/types`, join(dirname(path), name))}.json`) as object,
        );
        const type = keys.map((key) => `${JSON.stringify(key)}: string;`).join('\n  ');
        write(
          relative(library, join(dirname(path), `${name}.d.ts`)),
          `declare const text: {\n  ${type}\n};\nexport default text;\n`,
        );
        return `${before}${name}.js${after}`;
      });
    const frameworks = path.endsWith('/types/define.d.ts') ? '/// <reference path="./frameworks.d.ts" />\n' : '';
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, frameworks + named);
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
  if (problems.length > 0)
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => projectPath('.'),
        getNewLine: () => '\n',
      }),
    );
  write('types/frameworks.d.ts', readText('src/frameworks.d.ts').replaceAll(".ts'", ".js'"));
}

await runOnData(async () => {
  const derived = await derive();
  rmSync(library, { recursive: true, force: true });
  const embed = embedFiles(derived);
  await buildModules(embed);
  await buildScripts(embed);
  writeTypes();
  write('custom-elements.json', `${JSON.stringify(elementsManifest(), null, 2)}\n`);
  for (const [path, content] of derived.files) if (path.startsWith('geo/')) write(path, content);
  for (const [path, content] of draw(derived).files) write(path, content);
  mkdirSync(projectPath('dist'), { recursive: true });
  for (const name of ['four-islands.js', 'four-islands-map.js'])
    cpSync(`${library}/${name}`, projectPath(`dist/${name}`));
});
