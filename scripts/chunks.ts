/**
 * How the site's scripts are cut into files: one for each thing that a reader waits for. Left alone, the bundler makes a file of whatever two
 * parts share, and each file is a request more on the way to the map.
 */
import type { Rolldown } from 'vite';
import { projectPath } from './node-files.ts';

type Groups = NonNullable<Rolldown.CodeSplittingOptions['groups']>;
/** What the bundler knows of a module. */
type Known = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

/** A module with all that it imports, and what that imports, but for what is imported later. */
function closure(id: string, known: Known, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of known.getModuleInfo(id)?.importedIds ?? []) closure(imported, known, found);
  return found;
}

const source = (name: string) => projectPath(`src/${name}.ts`);

/** The module belongs to all of these, and is no part of MapLibre, which is shared with its worker. */
function isIn(id: string, names: readonly string[], known: Known): boolean {
  return !id.includes('maplibre') && names.every((name) => closure(source(name), known).has(id));
}

/** In order: what a module belongs to first is where it goes. All else is left to the bundler. */
export const chunkGroups: Groups = [
  {
    name: (id, context) =>
      isIn(id, ['define'], context) || isIn(id, ['shell/script-policy'], context) ? 'element' : null,
  },
  {
    name: (id, context) =>
      isIn(id, ['shell/load-data'], context) ||
      isIn(id, ['shell/map-view', 'shell/reader'], context) ||
      id.endsWith('virtual:four-islands/fonts')
        ? 'data'
        : null,
  },
  { name: (id, context) => (isIn(id, ['shell/reader'], context) ? 'reader' : null) },
];
