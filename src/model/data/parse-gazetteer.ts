/** What is drawn: places with their names, outlines and lettering. */
import * as v from 'valibot';
import {
  type DatedName,
  type Gazetteer,
  groupIds,
  type JapaneseName,
  type LngLat,
  type Place,
  type PlaceNames,
  parties,
  placeKinds,
  type RussianName,
  transcribedFields,
} from '../types.ts';
import { absentOr, exactObject, type Problem, problemsOf, type Refused } from './data-problems.ts';
import {
  collection,
  decodeEntries,
  type Entries,
  type Entry,
  edtfDate,
  edtfEnd,
  fileOf,
  files,
  land,
  placeId,
  position,
  ring,
  text,
  valuesOf,
} from './fields.ts';

type ParsedGazetteer = { readonly ok: true; readonly gazetteer: Gazetteer } | Refused;

/** The texts of `geo/` that are drawn, decoded from JSON and not yet believed. */
export interface RawGazetteer {
  readonly islands: unknown;
  readonly places: unknown;
  /** Along what and within what the names of waters are set. */
  readonly lettering: unknown;
}

const optionalText = absentOr(text);
const optionalNames = absentOr(
  v.pipe(
    text,
    v.transform((names) => names.split(';').map((name) => name.trim())),
    v.check((names) => !names.includes(''), 'must be names separated by semicolons, none of them empty'),
  ),
);

const point = v.object({ type: v.literal('Point'), coordinates: position });

/** The names of one time: today’s, or those of a dated name. */
const nameFields = {
  'name:ja': optionalText,
  'name:ja-Hira': optionalText,
  'name:ja-Latn': optionalText,
  'name:ja-Cyrl': optionalText,
  'name:ru': optionalText,
  'name:ru-Latn': optionalText,
  'name:ru-Kana': optionalText,
  'name:en': optionalText,
  transcribed: v.nullish(v.array(v.picklist(transcribedFields)), []),
};

/** A name with its dates; today’s is not written out a second time. */
const datedName = exactObject({
  ...nameFields,
  party: absentOr(v.picklist(parties)),
  from: edtfDate,
  to: absentOr(edtfEnd),
});

const placeProperties = {
  id: placeId,
  kind: v.picklist(placeKinds),
  group: absentOr(v.picklist(groupIds)),
  ...nameFields,
  /** Of every time, today’s too. */
  dated: v.nullish(v.array(datedName), []),
  'name:ain': optionalText,
  old_name: optionalNames,
  note: absentOr(v.literal('until 1945')),
  sources: v.pipe(v.array(text), v.minLength(1, 'needs at least one source')),
};

const islandFeature = v.object({
  type: v.literal('Feature'),
  properties: exactObject({ ...placeProperties, label: position }),
  geometry: land,
});

/** What is told of a place that is a point; in the spreadsheet `lng` and `lat` stand beside it. */
export const pointProperties = {
  ...placeProperties,
  elevation_m: absentOr(v.number()),
  coordinate_basis: v.picklist(['published', 'sheet', 'unknown']),
  confidence: absentOr(v.picklist(['high', 'medium', 'low'])),
};

const placeFeature = v.object({
  type: v.literal('Feature'),
  properties: exactObject(pointProperties),
  geometry: point,
});

const letteringFeature = v.object({
  type: v.literal('Feature'),
  properties: exactObject({ id: placeId }),
  geometry: v.variant('type', [
    v.object({ type: v.literal('LineString'), coordinates: v.pipe(v.array(position), v.minLength(2)) }),
    v.object({ type: v.literal('Polygon'), coordinates: v.tuple([ring]) }),
  ]),
});

type NameProperties = v.InferOutput<v.ObjectSchema<typeof nameFields, undefined>>;
type PlaceProperties = v.InferOutput<v.ObjectSchema<typeof placeProperties, undefined>>;

/** The same for what is drawn; whether all sources are known, `parseReadings` checks. */
export function parseGazetteer(raw: RawGazetteer): ParsedGazetteer {
  const drawn = decodeGazetteer(raw);
  const problems = [...drawn.problems, ...checkGazetteer(drawn)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, gazetteer: gazetteerOf(drawn) };
}

function decodeFeatures<Value>(file: string, raw: unknown, schema: v.GenericSchema<unknown, Value>): Entries<Value> {
  const { success, output, issues } = v.safeParse(collection(v.unknown()), raw);
  return success
    ? decodeEntries(file, output.features, schema, ['features'])
    : { sound: [], ids: null, problems: problemsOf(file, raw, issues) };
}

export interface DecodedGazetteer {
  readonly places: readonly Entry<Place>[];
  /** Of all places, also those in which something is wrong; `null` where they are not all known. */
  readonly ids: ReadonlySet<string> | null;
  readonly lettered: readonly Entry<string>[];
  readonly problems: readonly Problem[];
}

export const gazetteerOf = ({ places }: DecodedGazetteer): Gazetteer => ({ places: valuesOf(places) });

export function decodeGazetteer(raw: RawGazetteer): DecodedGazetteer {
  const islands = decodeFeatures(files.islands, raw.islands, islandFeature);
  const points = decodeFeatures(files.places, raw.places, placeFeature);
  const lettering = decodeFeatures(files.lettering, raw.lettering, letteringFeature);
  const courses = new Map<string, readonly LngLat[]>();
  const waters = new Map<string, readonly LngLat[]>();
  for (const { properties, geometry } of valuesOf(lettering.sound)) {
    if (geometry.type === 'LineString') courses.set(properties.id, geometry.coordinates);
    else waters.set(properties.id, geometry.coordinates[0]);
  }
  const places: Entry<Place>[] = [
    ...islands.sound.map(({ value: { properties, geometry }, path }) => ({
      value: {
        ...placeOf(properties, properties.label),
        positionBasis: 'sheet' as const,
        course: null,
        waters: null,
        geometry,
        elevation: null,
      },
      path,
    })),
    ...points.sound.map(({ value: { properties, geometry }, path }) => ({
      value: {
        ...placeOf(properties, geometry.coordinates),
        positionBasis: properties.coordinate_basis,
        course: courses.get(properties.id) ?? null,
        waters: waters.get(properties.id) ?? null,
        geometry: null,
        elevation: properties.elevation_m,
      },
      path,
    })),
  ];
  return {
    places,
    ids: islands.ids === null || points.ids === null ? null : new Set([...islands.ids, ...points.ids]),
    lettered: lettering.sound.map(({ value, path }) => ({ value: value.properties.id, path })),
    problems: [...islands.problems, ...points.problems, ...lettering.problems],
  };
}

function placeOf(
  properties: PlaceProperties,
  at: LngLat,
): Omit<Place, 'positionBasis' | 'course' | 'waters' | 'geometry' | 'elevation'> {
  return {
    id: properties.id,
    kind: properties.kind,
    group: properties.group,
    names: namesOf(properties),
    transcribed: properties.transcribed,
    datedNames: properties.dated.flatMap((name) => datedNameOf(name, properties)),
    ainuName: properties['name:ain'],
    oldNames: properties.old_name ?? [],
    position: at,
    endedIn1945: properties.note !== null,
    sources: properties.sources,
  };
}

function datedNameOf(dated: v.InferOutput<typeof datedName>, now: NameProperties): readonly DatedName[] {
  const { from, to, party } = dated;
  const written = namesOf(dated);
  const isNow = written.ja === null && written.ru === null && written.en === null;
  const names = isNow ? namesOf(now) : written;
  const { transcribed } = isNow ? now : dated;
  const rest = { from, to, transcribed: transcribed.filter((field) => field.startsWith(`name:${party ?? '-'}`)) };
  if (party === 'ja') return names.ja === null ? [] : [{ party, name: names.ja, ...rest }];
  if (party === 'ru') return names.ru === null ? [] : [{ party, name: names.ru, ...rest }];
  return names.en === null ? [] : [{ party, name: names.en, ...rest }];
}

function namesOf(properties: NameProperties): PlaceNames {
  const native = { ja: properties['name:ja'], ru: properties['name:ru'] };
  const ja: JapaneseName | null =
    native.ja === null
      ? null
      : {
          native: native.ja,
          kana: properties['name:ja-Hira'],
          latin: properties['name:ja-Latn'] ?? native.ja,
          cyrillic: properties['name:ja-Cyrl'],
        };
  const ru: RussianName | null =
    native.ru === null
      ? null
      : {
          native: native.ru,
          latin: properties['name:ru-Latn'] ?? native.ru,
          kana: properties['name:ru-Kana'],
        };
  return { ja, ru, en: properties['name:en'] };
}

/** What no single field can show: unique ids, known references, a name for each place. */
export function checkGazetteer({ places, ids, lettered }: DecodedGazetteer): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { value: place, path } of places) {
    const report = (name: string, message: string) =>
      problems.push({
        file: fileOf(place),
        feature: place.id,
        field: `properties.${name}`,
        path: [...path, 'properties', name],
        message,
      });
    if (seen.has(place.id)) report('id', 'is used by another feature');
    seen.add(place.id);
    if (place.names.ja === null && place.names.ru === null && place.names.en === null)
      report('name:ja', 'a place needs a name from at least one side');
  }
  // Where a file could not be read at all, nothing can be said of what is missing in it.
  if (ids === null) return problems;
  for (const { value: id, path } of lettered)
    if (!ids.has(id))
      problems.push({
        file: files.lettering,
        feature: id,
        field: 'properties.id',
        path: [...path, 'properties', 'id'],
        message: 'is no known place',
      });
  for (const id of groupIds)
    if (!ids.has(id))
      problems.push({ file: files.islands, feature: id, field: null, path: [], message: 'this group is missing' });
  return problems;
}
