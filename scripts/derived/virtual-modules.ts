/**
 * The modules of `src/virtual.d.ts`: what the build knows and the scripts need. Site and package answer them
 * differently.
 */
import type { Plugin } from 'vite';
import { pictureStands } from '../pictures/picture-stands.ts';
import type { Derived } from './derive.ts';

const prefix = 'virtual:four-islands/';

/** The last part of a module's name to its text. `built` tells the built site from the development server. */
export type ModuleTexts = Readonly<Record<string, (built: boolean) => string | Promise<string>>>;

export function virtualModules(name: string, texts: ModuleTexts): Plugin {
  return {
    name,
    resolveId: (id) => (id.startsWith(prefix) && id.slice(prefix.length) in texts ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      return texts[id.slice(prefix.length + 1)]?.(this.environment.mode === 'build') ?? null;
    },
  };
}

/** A module that exports data by these names. */
export function dataModule(exports: Readonly<Record<string, unknown>>): string {
  return Object.entries(exports)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/** The modules that are the same everywhere. */
export function commonModules(derived: () => Promise<Derived>): ModuleTexts {
  return {
    advances: async () => dataModule({ advances: (await derived()).picture.advances }),
    stands: async () => dataModule({ stands: pictureStands((await derived()).whole) }),
  };
}
