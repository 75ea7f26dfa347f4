import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { projectPath, readJson, readText } from '../machine/node-files.ts';

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/**
 * Writes the declarations into a folder, with imports of the names that the built files have. Throws when the compiler
 * finds an error.
 */
export function writeTypes(folder: string): void {
  const { config } = ts.readConfigFile(projectPath('tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, projectPath('.'));
  const program = ts.createProgram(
    ['index.ts', 'define.ts', 'virtual.d.ts'].map((name) => projectPath(`src/${name}`)),
    {
      ...options,
      noEmit: false,
      // `npm run check` checks the types; here they are only written.
      noCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: projectPath('src'),
      outDir: folder,
    },
  );
  const emitted = program.emit(undefined, (path, text) => {
    const named = text
      .replace(/((?:from|import\()\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2')
      .replace(/((?:from|import\()\s*['"])(\.[^'"]*)\.json(['"])/g, (_whole, before, name, after) => {
        // Types of JSON need a setting that not every project has.
        const keys = Object.keys(readJson(`src/${relative(folder, join(dirname(path), name))}.json`) as object);
        const type = keys.map((key) => `${JSON.stringify(key)}: string;`).join('\n  ');
        write(join(dirname(path), `${name}.d.ts`), `declare const text: {\n  ${type}\n};\nexport default text;\n`);
        return `${before}${name}.js${after}`;
      });
    const frameworks = path.endsWith('/types/define.d.ts') ? '/// <reference path="./frameworks.d.ts" />\n' : '';
    write(path, frameworks + named);
  });
  const problems = emitted.diagnostics;
  if (problems.length > 0)
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => projectPath('.'),
        getNewLine: () => '\n',
      }),
    );
  write(join(folder, 'frameworks.d.ts'), readText('src/frameworks.d.ts').replaceAll(".ts'", ".js'"));
}
