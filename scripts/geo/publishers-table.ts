/** The spreadsheet of publishers: for whom each speaks, and what it is. */
import * as v from 'valibot';
import { closestName } from '../../src/model/data/data-problems.ts';
import { parties } from '../../src/model/types.ts';
import { geoName, type Report } from './geo-files.ts';
import type { LineOf } from './geo-sentences.ts';
import { readTable } from './table.ts';

export const publishersFile = 'publishers.csv';

/** Where a publisher sits: with one of the parties, or with neither. */
export const publisherSides = [...parties, 'third'] as const;
export type PublisherSide = (typeof publisherSides)[number];

/** What a publisher is. A `party` exists to plead one side, whoever pays for it. */
export const publisherKinds = [
  'ministry',
  'survey',
  'register',
  'parliament',
  'treaty',
  'local',
  'museum',
  'academic',
  'science',
  'reference',
  'agency',
  'press',
  'party',
] as const;
export type PublisherKind = (typeof publisherKinds)[number];

export interface Publisher {
  /** As `publisher` of `geo/sources.json` has it. */
  readonly name: string;
  readonly side: PublisherSide;
  readonly kind: PublisherKind;
}

export type Publishers = ReadonlyMap<string, Publisher>;

const form = {
  file: publishersFile,
  columns: ['publisher', 'side', 'kind'],
  needed: ['publisher', 'side', 'kind'],
  numbers: [],
};

const published = v.object({ id: v.string(), publisher: v.string() });

/** Publishers by their names, with the lines in which they stand. */
interface PublishersTable {
  readonly publishers: Publishers;
  readonly lines: ReadonlyMap<string, number>;
}

/** Reads the spreadsheet; what is wrong in it is reported. `null` where no row can be read. */
export function readPublishersTable(text: string, report: Report): PublishersTable | null {
  const table = readTable(text, form, report);
  if (table === null) return null;
  const publishers = new Map<string, Publisher>();
  const lines = new Map<string, number>();
  for (const [index, row] of table.rows.entries()) {
    const line = table.lines[index] ?? 0;
    const cell = (column: string) => row.get(column) ?? '';
    const fault = (column: string, message: string) =>
      report(`${geoName(publishersFile)}, line ${line}, column “${column}”: ${message}`);
    const name = cell('publisher');
    const side = publisherSides.find((one) => one === cell('side'));
    const kind = publisherKinds.find((one) => one === cell('kind'));
    if (name === '') fault('publisher', 'must not be empty');
    if (side === undefined) fault('side', `is “${cell('side')}”; must be one of ${publisherSides.join(', ')}`);
    if (kind === undefined) fault('kind', `is “${cell('kind')}”; must be one of ${publisherKinds.join(', ')}`);
    if (lines.has(name)) fault('publisher', `“${name}” stands in line ${lines.get(name)} already`);
    lines.set(name, line);
    if (side !== undefined && kind !== undefined) publishers.set(name, { name, side, kind });
  }
  return { publishers, lines };
}

/**
 * Reports each source whose publisher has no row, and each row whose publisher no source has. `sources` is
 * `sources.json` as it was decoded; what else is wrong in it the parser tells.
 */
export function reportStrangers({ lines }: PublishersTable, sources: unknown, lineOf: LineOf, report: Report): void {
  if (!Array.isArray(sources)) return;
  const cited = sources.map((source: unknown) => v.safeParse(published, source));
  const names = [...lines.keys()];
  for (const [index, { success, output }] of cited.entries()) {
    if (!success || lines.has(output.publisher)) continue;
    const { id, publisher } = output;
    const meant = closestName(publisher, names, []);
    report(
      `${geoName('sources.json')}, line ${lineOf('sources.json', [index, 'publisher'])}, feature “${id}”, field “publisher”: “${publisher}” has no row in ${geoName(publishersFile)}${meant === null ? '' : `; did you mean “${meant}”?`}`,
    );
  }
  // Of a source that cannot be read nobody knows who published it.
  if (!cited.every(({ success }) => success)) return;
  const known = new Set(cited.flatMap(({ success, output }) => (success ? [output.publisher] : [])));
  for (const [name, line] of lines)
    if (!known.has(name))
      report(`${geoName(publishersFile)}, line ${line}, column “publisher”: no source is published by “${name}”`);
}
