/** The fields that the files of `geo/` share, and how a list of them is read. */
import * as v from 'valibot';
import { edtfPattern, openEnd } from '../names/names-in-time.ts';
import type { Place } from '../types.ts';
import { idOf, type Problem, problemsOf } from './data-problems.ts';

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
export const position = v.tuple([longitude, latitude]);
export const ring = v.pipe(
  v.array(position),
  v.minLength(4, 'a ring needs at least four positions'),
  v.check(
    (positions) => positions.length === 0 || String(positions[0]) === String(positions.at(-1)),
    ({ input }) =>
      `begins at ${input[0]?.join(', ')} and ends at ${input.at(-1)?.join(', ')}; a ring must end where it begins`,
  ),
);
const polygon = v.object({ type: v.literal('Polygon'), coordinates: v.pipe(v.array(ring), v.minLength(1)) });
const multiPolygon = v.object({
  type: v.literal('MultiPolygon'),
  coordinates: v.pipe(v.array(v.pipe(v.array(ring), v.minLength(1))), v.minLength(1)),
});
export const land = v.variant('type', [polygon, multiPolygon]);
export const placeId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case Latin letters, digits and hyphens'),
);

export const edtfDate = v.pipe(
  v.string(),
  v.regex(edtfPattern, 'must be a date such as 1855-02-07, 1855, 1855~ or 18XX'),
);
export const edtfEnd = v.union(
  [v.literal(openEnd), edtfDate],
  `must be ${openEnd} or a date such as 1945-09-02, 1945 or 194X`,
);

export const collection = <T extends v.GenericSchema>(feature: T) =>
  v.object({
    type: v.literal('FeatureCollection'),
    features: v.pipe(v.array(feature), v.minLength(1, 'has no features')),
  });

/** Files by which faults are told. */
export const files = {
  islands: 'islands.geojson',
  places: 'places.geojson',
  lettering: 'lettering.geojson',
  names: 'names.csv',
} as const;
export const fileOf = (place: Place) => (place.geometry === null ? files.places : files.islands);

/** An entry of a list in a file, with the keys that lead to it. */
export interface Entry<Value> {
  readonly value: Value;
  readonly path: Problem['path'];
}

export interface Entries<Value> {
  readonly sound: readonly Entry<Value>[];
  /** Of all entries, also those in which something is wrong; `null` where there is no list. */
  readonly ids: readonly string[] | null;
  readonly problems: readonly Problem[];
}

/** Reads each entry of a list alone, so that what is wrong with one hides nothing in the others. */
export function decodeEntries<Value>(
  file: string,
  list: readonly unknown[],
  schema: v.GenericSchema<unknown, Value>,
  at: Problem['path'],
): Entries<Value> {
  const entries = list.map((raw, index) => ({ raw, path: [...at, index], result: v.safeParse(schema, raw) }));
  return {
    sound: entries.flatMap(({ path, result }) => (result.success ? [{ value: result.output, path }] : [])),
    ids: entries.flatMap(({ raw }) => idOf(raw) ?? []),
    problems: entries.flatMap(({ raw, path, result }) => problemsOf(file, raw, result.issues, path)),
  };
}

export const valuesOf = <Value>(entries: readonly Entry<Value>[]) => entries.map(({ value }) => value);
