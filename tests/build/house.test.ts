import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagramIn, roomsDiagram } from '../../scripts/commands/rooms.ts';
import { projectPath, readText } from '../../scripts/machine/node-files.ts';

const root = projectPath('.');
const sourcesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path));
const sources = sourcesIn('src');

const importsOf = (path: string) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
const room = (path: string, house = 'src') => relative(join(root, house), path).split('/')[0] ?? '';

/**
 * `kernel ← model ← lettering ← style ← svg ← text ← shell ← define, index`; of the picture the text takes its measures
 * alone.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  model: ['kernel', 'model'],
  lettering: ['kernel', 'model', 'lettering'],
  style: ['kernel', 'model', 'lettering', 'style'],
  svg: ['kernel', 'model', 'lettering', 'style', 'svg'],
  text: ['kernel', 'model', 'svg', 'text'],
  shell: ['kernel', 'model', 'lettering', 'style', 'svg', 'text', 'shell'],
};

/** The rooms of the shell, each of which may import from those before it. */
const shellRooms = [
  'browser',
  'css',
  'host',
  'data',
  'context',
  'notices',
  'map',
  'panels',
  'stage',
  'tools',
  'element',
];

/**
 * The folders of `scripts/`, lowest first. Each imports from those below it alone: site and package do not know each
 * other.
 */
const scriptFloors = [
  ['machine'],
  ['transcription'],
  ['geo'],
  ['sources'],
  ['pictures'],
  ['linked'],
  ['derived'],
  ['maplibre'],
  ['site', 'package'],
  ['commands'],
];

describe('the house', () => {
  it.each(sourcesIn('scripts'))('%s imports only from folders below it', (path) => {
    const own = room(resolve(root, path), 'scripts');
    const floor = scriptFloors.findIndex((folders) => folders.includes(own));
    expect(floor, own).not.toBe(-1);
    const allowed = ['..', own, ...scriptFloors.slice(0, floor).flat()];
    for (const target of importsOf(path).filter((name) => name.startsWith('.')))
      expect(allowed, `${path} imports ${target}`).toContain(room(resolve(root, dirname(path), target), 'scripts'));
  });

  it.each(sources)('%s imports only from rooms below it', (path) => {
    const own = room(resolve(root, path));
    const allowed = mayImport[own];
    if (allowed === undefined) return;
    for (const target of importsOf(path).filter((name) => name.startsWith('.')))
      expect(allowed, `${path} imports ${target}`).toContain(room(resolve(root, dirname(path), target)));
  });

  it.each(sources.filter((path) => path.startsWith('src/shell/')))(
    '%s imports only from shell rooms below its own',
    (path) => {
      const shellRoom = (file: string) => relative(join(root, 'src/shell'), file).split('/')[0] ?? '';
      const own = shellRooms.indexOf(shellRoom(resolve(root, path)));
      expect(own, path).toBeGreaterThanOrEqual(0);
      for (const target of importsOf(path).filter((name) => name.startsWith('.'))) {
        const imported = resolve(root, dirname(path), target);
        if (room(imported) === 'shell')
          expect(shellRooms.slice(0, own + 1), `${path} imports ${target}`).toContain(shellRoom(imported));
      }
    },
  );

  it('has folders whose imports run one way', () => {
    const below = new Map<string, Set<string>>();
    // What works around faults of MapLibre is called by the map and takes its types.
    for (const path of sources.filter((file) => !file.startsWith('src/shell/map/')))
      for (const target of importsOf(path).filter((name) => name.startsWith('.'))) {
        const [own, other] = [dirname(path), dirname(join(dirname(path), target))];
        if (own !== other) below.set(own, (below.get(own) ?? new Set()).add(other));
      }
    const leadsTo = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(below.get(from) ?? [])].some(
        (next) => next === to || (!seen.has(next) && leadsTo(next, to, seen.add(next))),
      );
    expect([...below.keys()].filter((folder) => leadsTo(folder, folder))).toEqual([]);
  });

  it('has one file that imports MapLibre’s values', () => {
    const importers = sources.filter((path) => /^import (?!type)[^;]*from 'maplibre-gl'/m.test(readText(path)));
    expect(importers).toEqual(['src/shell/map/make-map.ts']);
  });

  it('nothing that ships imports what runs at build, as the transcriptions do', () => {
    const importers = sources.filter((path) => importsOf(path).some((target) => target.includes('/scripts/')));
    expect(importers).toEqual([]);
  });

  it('touches the DOM, the clock, the network and storage only in the shell', () => {
    for (const path of sources.filter((file) => !/^src\/(shell|define)/.test(file)))
      expect(readText(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''), path).not.toMatch(
        /\b(document|window|navigator|localStorage|fetch|setTimeout|performance|requestAnimationFrame|matchMedia|customElements)\b[.(]|Date\.now|new Date\(\)/,
      );
  });

  it('never parses text as HTML', () => {
    for (const path of sources)
      expect(readText(path), path).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|setHTML|parseFromString|document\.write/,
      );
  });

  it('stores nothing and sets no cookie', () => {
    for (const path of sources)
      expect(readText(path), path).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/);
  });

  it.each(['ARCHITECTURE.md', 'README.md', 'CONTRIBUTING.md', 'geo/README.md', 'geo/DECISIONS.md'])(
    '%s names only paths that exist',
    (path) => {
      const named = [...readText(path).matchAll(/`((?:src|geo|scripts|tests|docs|\.ci)\/[^`\s*<>]*)`/g)].map(
        (match) => match[1] ?? '',
      );
      for (const name of named) expect(existsSync(join(root, name)), `${path}: ${name}`).toBe(true);
    },
  );

  it('has no circle of rooms, and ARCHITECTURE.md draws them as they are: “npm run rooms”', () => {
    expect(diagramIn(readText('ARCHITECTURE.md'))).toBe(roomsDiagram());
  });
});
