/**
 * Draws the rooms of `src/` and who imports whom, from the import lines, into ARCHITECTURE.md. A test asks that it is
 * drawn as it is.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectPath, readText } from '../machine/node-files.ts';

/** Rooms that are drawn as one, with all the rooms in them. The shell is large: its rooms are drawn one by one. */
function roomOf(path: string): string {
  const [first = '', second = ''] = dirname(path).split('/');
  return first === 'shell' ? second : first;
}

/** For each room of `src/`, the rooms that its files import from. */
export function importsOfRooms(): ReadonlyMap<string, ReadonlySet<string>> {
  const source = projectPath('src');
  const rooms = new Map<string, Set<string>>();
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.d.ts') || roomOf(path) === '.') continue;
    const own = rooms.get(roomOf(path)) ?? new Set();
    rooms.set(roomOf(path), own);
    for (const [, target = ''] of readText(`src/${path}`).matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g)) {
      const other = roomOf(relative(source, join(source, dirname(path), target)));
      if (other !== roomOf(path)) own.add(other);
    }
  }
  return rooms;
}

/** The rooms that a room imports from, directly or by others. Throws where the way leads back to it. */
function below(
  rooms: ReadonlyMap<string, ReadonlySet<string>>,
  room: string,
  way: readonly string[] = [],
): ReadonlySet<string> {
  if (way.includes(room)) throw new Error(`imports run in a circle: ${[...way, room].join(' → ')}`);
  const next = [...(rooms.get(room) ?? [])];
  return new Set(next.flatMap((other) => [other, ...below(rooms, other, [...way, room])]));
}

/**
 * The diagram in Mermaid's words: an arrow for each import that no longer way implies. Throws where imports run in a
 * circle.
 */
export function roomsDiagram(): string {
  const rooms = importsOfRooms();
  const arrows = [...rooms].flatMap(([room, others]) => {
    const implied = new Set([...others].flatMap((other) => [...below(rooms, other, [room])]));
    return [...others].filter((other) => !implied.has(other)).map((other) => `  ${room} --> ${other}`);
  });
  return ['```mermaid', 'flowchart TD', ...arrows.sort(), '```'].join('\n');
}

/** Where the diagram stands in ARCHITECTURE.md. */
const place = /```mermaid\n[\s\S]*?\n```/;

export function diagramIn(document: string): string | null {
  return place.exec(document)?.[0] ?? null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = projectPath('ARCHITECTURE.md');
  writeFileSync(
    path,
    readText('ARCHITECTURE.md').replace(place, () => roomsDiagram()),
  );
  console.log('ARCHITECTURE.md has the rooms as they are.');
}
