/** The spreadsheet of places, a row each. */
import type { Feature } from 'geojson';
import { pointProperties } from '../../src/model/data/parse-gazetteer.ts';
import type { Report } from './geo-files.ts';
import { nameColumns } from './names-table.ts';
import { readTable, type Table } from './table.ts';

/** The spreadsheet of places, decoded and not yet believed. */
export interface PlacesTable extends Omit<Table, 'rows'> {
  readonly features: readonly PlaceRow[];
}

type PlaceRow = Pick<Feature, 'type'> & {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly unknown[] };
};

export const placesFile = 'places.csv';

const columns: readonly string[] = Object.keys(pointProperties).flatMap((name) =>
  nameColumns.includes(name) ? [] : name === 'group' ? [name, 'lng', 'lat'] : [name],
);
const form = {
  file: placesFile,
  columns,
  needed: ['id', 'kind', 'lng', 'lat', 'sources', 'coordinate_basis'],
  numbers: ['lng', 'lat'],
};

/** Reads the spreadsheet; what keeps it from being read is reported. `null` where no row can be. */
export function readPlacesTable(text: string, report: Report): PlacesTable | null {
  const table = readTable(text, form, report);
  if (table === null) return null;
  const { rows, ...others } = table;
  return { ...others, features: rows.map(featureOf) };
}

function featureOf(row: ReadonlyMap<string, string>): PlaceRow {
  const cell = (column: string) => row.get(column) ?? '';
  const apart = ['lng', 'lat', 'elevation_m', 'sources'];
  const texts = [...row].filter(
    ([column, value]) => columns.includes(column) && !apart.includes(column) && value !== '',
  );
  return {
    type: 'Feature',
    properties: {
      ...Object.fromEntries(texts),
      ...(cell('elevation_m') === '' ? {} : { elevation_m: numberOf(cell('elevation_m')) }),
      sources: cell('sources')
        .split(/\s+/)
        .filter((source) => source !== ''),
    },
    geometry: { type: 'Point', coordinates: [numberOf(cell('lng')), numberOf(cell('lat'))] },
  };
}

/** The number that a cell holds; a cell that holds none as it is, for the parser to name. */
function numberOf(cell: string): number | string | undefined {
  if (cell === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

/** The column that a field of a place is read from; `null` where it is none. */
export function columnOf(path: readonly (string | number)[]): string | null {
  const [part, key, index] = path.slice(2);
  if (part === 'geometry') return index === 0 ? 'lng' : index === 1 ? 'lat' : null;
  return part === 'properties' && typeof key === 'string' ? key : null;
}
