/**
 * How the site's scripts are cut into files: one for each thing that a reader waits for. Left alone, the bundler makes
 * a file of whatever two parts share, and each file is a request more on the way to the map.
 */
import type { Rolldown } from 'vite';
import { projectPath } from '../machine/node-files.ts';
import { workerSource } from '../maplibre/share-maplibre.ts';

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

/** The module belongs to all of these, and is no part of MapLibre. */
function isIn(id: string, names: readonly string[], known: Known): boolean {
  const isMapLibre = /\/node_modules\/@?maplibre/.test(id);
  return !isMapLibre && names.every((name) => closure(source(name), known).has(id));
}

/** For a module that came with MapLibre: whether its worker needs it too. `null` for all others. */
function isShared(id: string, known: Known): boolean | null {
  if (!id.includes('node_modules') || !closure(source('shell/map/map-view'), known).has(id)) return null;
  return closure(workerSource, known).has(id);
}

const isInOneOf = (id: string, names: readonly string[], known: Known) => names.some((name) => isIn(id, [name], known));

/** What comes with what is read. */
const reader = ['shell/data/reader', 'shell/panels/passages-view', 'shell/panels/place-search'];

/** In order: what a module belongs to first is where it goes. All else is left to the bundler. */
export const chunkGroups: Groups = [
  {
    name: (id, context) =>
      isInOneOf(id, ['shell/element/map-element', 'shell/element/register', 'shell/host/script-policy'], context) ||
      // The tools are opened without data or map; the little that they share with those comes with the element.
      (isIn(id, ['shell/tools/tools'], context) &&
        isInOneOf(id, ['shell/data/load-data', 'shell/map/map-view', ...reader], context))
        ? 'element'
        : null,
  },
  {
    name: (id, context) =>
      isInOneOf(id, ['shell/data/load-data', 'shell/data/stage-pictures'], context) ||
      isIn(id, ['shell/map/map-view', 'shell/data/reader'], context)
        ? 'data'
        : null,
  },
  { name: (id, context) => (isInOneOf(id, reader, context) ? 'reader' : null) },
  // Apart from our own part of the map, so that of what takes long one can tell whose it is.
  { name: (id, context) => (isShared(id, context) === true ? 'maplibre-shared' : null) },
  { name: (id, context) => (isShared(id, context) === false ? 'maplibre' : null) },
];
