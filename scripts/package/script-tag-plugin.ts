/**
 * Splits the element for a script tag into two plain scripts: what shows the picture, and all that is imported later.
 */
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { projectPath } from '../machine/node-files.ts';

const loader = JSON.stringify(projectPath('src/shell/host/load-parts.ts'));
const laterImport = /\bimport\(\s*(['"])(\.{1,2}\/[\w/-]+\.ts)\1\s*\)/g;

/** Puts `loadPart` where our sources say `import()`, and remembers in `parts` what was asked for, by path. */
export function callLaterParts(parts: Map<string, string>): Plugin {
  return {
    name: 'four-islands-later-parts',
    async transform(code, id) {
      if (!id.includes('/src/shell/')) return null;
      const names = [...code.matchAll(laterImport)].map((match) => match[2] ?? '');
      if (names.length === 0) return null;
      for (const name of names) {
        const resolved = await this.resolve(name, id);
        if (resolved === null) throw new Error(`${basename(id)}: ${name} is not found`);
        parts.set(basename(name), resolved.id);
      }
      const called = code.replace(
        laterImport,
        (_whole, _quote, name: string) => `loadPart(${JSON.stringify(basename(name))})`,
      );
      return { code: `import { loadPart } from ${loader};\n${called}`, map: null };
    },
  };
}

const entry = 'virtual:four-islands/parts';

/** The entry of the second script: hands the parts to the first one, which has put the script into the page. */
export function offerParts(parts: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'four-islands-offer-parts',
    resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : null),
    load(id) {
      if (id !== `\0${entry}`) return null;
      const all = [...parts].map(([name, path], index) => ({ name, path, local: `part${index}` }));
      const imports = all.map(({ path, local }) => `import * as ${local} from ${JSON.stringify(path)};`);
      const entries = all.map(({ name, local }) => `${JSON.stringify(name)}: ${local}`);
      return `${imports.join('')}document.currentScript.fourIslandsParts = {${entries.join(',')}};`;
    },
  };
}

export { entry as partsEntry };
