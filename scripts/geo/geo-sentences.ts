/** Faults in the data as sentences: each begins with the file that a person edits, and the line in it. */
import type { Position } from 'geojson';
import type { Problem } from '../../src/model/data/data-problems.ts';
import type { Coast, CoastFault, Stretch } from './coasts.ts';
import type { Reading } from './fieldbook.ts';
import { geoName } from './geo-files.ts';
import { columnOf, type PlacesTable, placesFile } from './places-table.ts';

/** The line of a value in a JSON file of `geo/`. */
export type LineOf = (file: string, path: Problem['path']) => number;

/** A coast with where it stands. */
export interface PlacedCoast extends Coast {
  readonly file: string;
  /** Of the feature in its file. */
  readonly index: number;
  /** Where each vertex was written down; `null` where the coast is not what the fieldbook draws. */
  readonly readings: readonly Reading[] | null;
}

/** A problem of the parsers; those of the places are told of the spreadsheet. */
export function sentenceOf(problem: Problem, table: PlacesTable | null, lineOf: LineOf): string {
  const { file, feature, field, path, message } = problem;
  if (file === 'places.geojson') return `${inTable(table, path, feature)}: ${message}`;
  return [
    geoName(file),
    path.length === 0 ? null : `line ${lineOf(file, path)}`,
    feature === null ? null : `feature “${feature}”`,
    field === null ? null : `field “${field}”`,
  ]
    .filter((part) => part !== null)
    .join(', ')
    .concat(`: ${message}`);
}

/** The place of a cell, by the path that it has as GeoJSON. */
export function inTable(table: PlacesTable | null, path: Problem['path'], id: string | null): string {
  const line = table?.lines[Number(path[1])];
  const column = columnOf(path);
  return [
    geoName(placesFile),
    line === undefined ? null : `line ${line}`,
    column === null ? null : `column “${column}”`,
    id === null || id.startsWith('#') ? null : `place “${id}”`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/**
 * The same of a fault between coasts: where both were written down in the fieldbook, or where they stand in the drawn
 * file.
 */
export function sentenceOfCoasts(fault: CoastFault<PlacedCoast>, lineOf: LineOf): string {
  if (fault.kind === 'crossing') {
    const { one, other } = fault;
    const whose = one.coast === other.coast ? 'itself' : `the coast of “${other.coast.feature}”`;
    const [where, there] = placesOf(one, other, lineOf);
    return `${where}: the coast of “${one.coast.feature}” ${wayOf(one)} crosses or touches ${whose} ${wayOf(other)} (${there}); coasts must not meet`;
  }
  const { coast, other } = fault;
  const [where, there] = placesOf({ coast, index: 0 }, { coast: other, index: 0 }, lineOf);
  const words = {
    'land on land': `the land of “${coast.feature}” lies on that of “${other.feature}” (${there}); must lie beside it, or in a lake of it`,
    'lake outside': `a lake of “${coast.feature}” lies outside its coast (${there}); must lie inside`,
    'lake in lake': `a lake of “${coast.feature}” lies in another of its lakes (${there}); must lie beside it`,
  } as const;
  return `${where}: ${words[fault.kind]}`;
}

/** Where two stretches were written down; a file that holds both is named once. */
function placesOf(
  one: Stretch<PlacedCoast>,
  other: Stretch<PlacedCoast>,
  lineOf: LineOf,
): readonly [where: string, there: string] {
  const [where, there] = [placeOfStretch(one, lineOf), placeOfStretch(other, lineOf)];
  const [file = ''] = where.split(', ');
  return [where, there.startsWith(`${file}, `) ? there.slice(file.length + 2) : there];
}

export function placeOfStretch(stretch: Stretch<PlacedCoast>, lineOf: LineOf): string {
  const { coast } = stretch;
  const [from, to] = readingsOf(stretch);
  if (from === undefined || to === undefined)
    return `${geoName(coast.file)}, line ${lineOf(coast.file, ['features', coast.index])}, feature “${coast.feature}”`;
  const lines = from.line === to.line ? `line ${from.line}` : `lines ${from.line} to ${to.line}`;
  const sheets = from.sheet === to.sheet ? `sheet “${from.sheet}”` : `sheets “${from.sheet}” and “${to.sheet}”`;
  return `${geoName(from.file)}, ${lines}, ${sheets}`;
}

function wayOf(stretch: Stretch<PlacedCoast>): string {
  const [from, to] = readingsOf(stretch);
  if (from !== undefined && to !== undefined) return `from ${from.pair} to ${to.pair}`;
  const { coast, index } = stretch;
  return `from ${positionText(coast.ring[index] ?? [])} to ${positionText(coast.ring[index + 1] ?? [])}`;
}

/** The two ends of a stretch as they follow each other in the fieldbook, whichever way round the ring was turned. */
function readingsOf({ coast, index }: Stretch<PlacedCoast>): readonly [Reading | undefined, Reading | undefined] {
  const [from, to] = [coast.readings?.[index], coast.readings?.[index + 1]];
  return from !== undefined && to !== undefined && to.number < from.number ? [to, from] : [from, to];
}

export const positionText = (position: Position): string => `[${position.join(', ')}]`;
