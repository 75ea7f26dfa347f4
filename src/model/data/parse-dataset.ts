import * as v from 'valibot';
import { edtfPattern, openEnd } from '../names/names-in-time.ts';
import {
  type Attestation,
  attestationKinds,
  type Dataset,
  type DatedName,
  type Fact,
  type Gazetteer,
  groupIds,
  type JapaneseName,
  type LngLat,
  type Passage,
  type Place,
  type PlaceNames,
  parties,
  placeKinds,
  type Readings,
  type RussianName,
  type Source,
  transcribedFields,
} from '../types.ts';
import { absentOr, exactObject, idOf, type Problem, problemsOf } from './data-problems.ts';
import { factOf, factSchema, factsSchema } from './parse-facts.ts';

type Refused = { readonly ok: false; readonly problems: readonly Problem[] };
export type ParseResult = { readonly ok: true; readonly dataset: Dataset } | Refused;
type ParsedGazetteer = { readonly ok: true; readonly gazetteer: Gazetteer } | Refused;
type ParsedReadings = { readonly ok: true; readonly readings: Readings } | Refused;

/** The texts of `geo/` that are drawn, decoded from JSON and not yet believed. */
export interface RawGazetteer {
  readonly islands: unknown;
  readonly places: unknown;
  /** Along what and within what the names of waters are set. */
  readonly lettering: unknown;
}

/** The same of those that are read. */
export interface RawReadings {
  readonly article: unknown;
  readonly sources: unknown;
  readonly facts: unknown;
  /** Every name of every time. */
  readonly names: unknown;
}

export interface RawDataset extends RawGazetteer, RawReadings {}

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const optionalText = absentOr(text);
const optionalNames = absentOr(
  v.pipe(
    text,
    v.transform((names) => names.split(';').map((name) => name.trim())),
    v.check((names) => !names.includes(''), 'must be names separated by semicolons, none of them empty'),
  ),
);
const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
export const position = v.tuple([longitude, latitude]);
const ring = v.pipe(
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
const point = v.object({ type: v.literal('Point'), coordinates: position });
export const placeId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case Latin letters, digits and hyphens'),
);

const date = v.pipe(v.string(), v.regex(edtfPattern, 'must be a date such as 1855-02-07, 1855, 1855~ or 18XX'));
const end = v.union([v.literal(openEnd), date], `must be ${openEnd} or a date such as 1945-09-02, 1945 or 194X`);

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
const datedName = exactObject({ ...nameFields, party: absentOr(v.picklist(parties)), from: date, to: absentOr(end) });

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

export const collection = <T extends v.GenericSchema>(feature: T) =>
  v.object({
    type: v.literal('FeatureCollection'),
    features: v.pipe(v.array(feature), v.minLength(1, 'has no features')),
  });

const mention = exactObject({ exact: text, places: v.pipe(v.array(placeId), v.minLength(1)) });

const passage = exactObject({
  id: placeId,
  paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
  selector: exactObject({ type: v.literal('TextQuoteSelector'), exact: text, prefix: v.string(), suffix: v.string() }),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
  concerns: v.pipe(v.array(v.picklist(groupIds)), v.minLength(1)),
  mentions: v.array(mention),
  translation: exactObject({ ja: text, ru: text }),
  citations: exactObject({ apa: text, chicago: text, harvard: text }),
});

/** Year, month and day as CSL-JSON writes them, of a day that there was. */
const dateParts = v.pipe(
  v.tuple([
    v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2200)),
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  ]),
  v.check(
    ([year, month, day]) => new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day,
    'must be a day that the month has',
  ),
);

const articleSchema = exactObject({
  bibliography: exactObject({
    id: text,
    type: text,
    title: text,
    'container-title': text,
    issued: exactObject({ 'date-parts': v.tuple([dateParts]) }),
    language: text,
  }),
  /** For whoever works with the data: where each part of this file comes from. */
  provenance: absentOr(v.record(v.string(), text)),
  passages: v.pipe(v.array(v.unknown()), v.minLength(1, 'has no passages')),
});

const source = exactObject({
  id: text,
  publisher: text,
  detail: absentOr(text),
  url: v.pipe(v.string(), v.url('must be a web address'), v.regex(/^https?:\/\//, 'must be a web address')),
});

const attestation = exactObject({
  place: placeId,
  form: text,
  lang: text,
  party: absentOr(v.picklist(parties)),
  kind: v.picklist(attestationKinds),
  from: absentOr(date),
  to: absentOr(end),
  sources: v.pipe(v.array(text), v.minLength(1, 'needs at least one source')),
});

type NameProperties = v.InferOutput<v.ObjectSchema<typeof nameFields, undefined>>;
type PlaceProperties = v.InferOutput<v.ObjectSchema<typeof placeProperties, undefined>>;

/**
 * Turns the decoded files of `geo/` into a `Dataset`, or names every problem in them at once.
 * Nothing after this function checks the data again.
 */
export function parseDataset(raw: RawDataset): ParseResult {
  const [drawn, read] = [decodeGazetteer(raw), decodeReadings(raw)];
  const problems = [
    ...drawn.problems,
    ...checkGazetteer(drawn),
    ...read.problems,
    ...checkReadings(read, drawn.places, drawn.ids),
  ];
  return problems.length > 0 || read.article === null
    ? { ok: false, problems }
    : { ok: true, dataset: { ...gazetteerOf(drawn), ...readingsOf(read, read.article) } };
}

/** The same for what is drawn; whether all sources are known, `parseReadings` checks. */
export function parseGazetteer(raw: RawGazetteer): ParsedGazetteer {
  const drawn = decodeGazetteer(raw);
  const problems = [...drawn.problems, ...checkGazetteer(drawn)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, gazetteer: gazetteerOf(drawn) };
}

/** The same for what is read of the places of `gazetteer`. */
export function parseReadings(raw: RawReadings, { places }: Gazetteer): ParsedReadings {
  const read = decodeReadings(raw);
  const islands = places.filter(({ geometry }) => geometry !== null).length;
  const located = places.map((value, index) => ({
    value,
    path: ['features', value.geometry === null ? index - islands : index],
  }));
  const problems = [...read.problems, ...checkReadings(read, located, new Set(places.map(({ id }) => id)))];
  return problems.length > 0 || read.article === null
    ? { ok: false, problems }
    : { ok: true, readings: readingsOf(read, read.article) };
}

/** An entry of a list in a file, with the keys that lead to it. */
interface Entry<Value> {
  readonly value: Value;
  readonly path: Problem['path'];
}

interface Entries<Value> {
  readonly sound: readonly Entry<Value>[];
  /** Of all entries, also those in which something is wrong; `null` where there is no list. */
  readonly ids: readonly string[] | null;
  readonly problems: readonly Problem[];
}

/** Reads each entry of a list alone, so that what is wrong with one hides nothing in the others. */
function decodeEntries<Value>(
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

function decodeFeatures<Value>(file: string, raw: unknown, schema: v.GenericSchema<unknown, Value>): Entries<Value> {
  const { success, output, issues } = v.safeParse(collection(v.unknown()), raw);
  return success
    ? decodeEntries(file, output.features, schema, ['features'])
    : { sound: [], ids: null, problems: problemsOf(file, raw, issues) };
}

interface DecodedReadings {
  readonly article: v.InferOutput<typeof articleSchema> | null;
  readonly passages: readonly Entry<Passage>[];
  readonly sources: readonly Entry<Source>[];
  /** Of all sources, also those in which something is wrong; `null` where there is no list of them. */
  readonly sourceIds: readonly string[] | null;
  readonly facts: readonly Entry<Fact>[];
  readonly attestations: readonly Entry<Attestation>[];
  readonly problems: readonly Problem[];
}

function decodeReadings(raw: RawReadings): DecodedReadings {
  const article = v.safeParse(articleSchema, raw.article);
  const sources = v.safeParse(v.array(v.unknown()), raw.sources);
  const facts = v.safeParse(factsSchema, raw.facts);
  const told = decodeEntries('article.json', article.success ? article.output.passages : [], passage, ['passages']);
  const listed = decodeEntries('sources.json', sources.success ? sources.output : [], source, []);
  const known = decodeEntries('facts.json', facts.success ? facts.output.facts : [], factSchema, ['facts']);
  const names = v.safeParse(v.array(v.unknown()), raw.names);
  const attested = decodeEntries(files.names, names.success ? names.output : [], attestation, []);
  return {
    article: article.success ? article.output : null,
    passages: told.sound.map(({ value: { selector, ...rest }, path }) => ({
      value: { ...rest, exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix },
      path,
    })),
    sources: listed.sound,
    sourceIds: sources.success ? listed.ids : null,
    facts: known.sound.map(({ value, path }) => ({ value: factOf(value), path })),
    attestations: attested.sound,
    problems: [
      ...problemsOf('article.json', raw.article, article.issues),
      ...told.problems,
      ...problemsOf('sources.json', raw.sources, sources.issues),
      ...listed.problems,
      ...problemsOf('facts.json', raw.facts, facts.issues),
      ...known.problems,
      ...problemsOf(files.names, raw.names, names.issues),
      ...attested.problems,
    ],
  };
}

const valuesOf = <Value>(entries: readonly Entry<Value>[]) => entries.map(({ value }) => value);

function readingsOf(
  { passages, sources, facts, attestations }: DecodedReadings,
  { bibliography }: v.InferOutput<typeof articleSchema>,
): Readings {
  return {
    article: { bibliography, passages: valuesOf(passages) },
    sources: valuesOf(sources),
    facts: valuesOf(facts),
    attestations: valuesOf(attestations),
  };
}

interface DecodedGazetteer {
  readonly places: readonly Entry<Place>[];
  /** Of all places, also those in which something is wrong; `null` where they are not all known. */
  readonly ids: ReadonlySet<string> | null;
  readonly lettered: readonly Entry<string>[];
  readonly problems: readonly Problem[];
}

const gazetteerOf = ({ places }: DecodedGazetteer): Gazetteer => ({ places: valuesOf(places) });

function decodeGazetteer(raw: RawGazetteer): DecodedGazetteer {
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

const files = {
  islands: 'islands.geojson',
  places: 'places.geojson',
  lettering: 'lettering.geojson',
  names: 'names.csv',
} as const;
const fileOf = (place: Place) => (place.geometry === null ? files.places : files.islands);

/** What no single field can show: unique ids, known references, a name for each place. */
function checkGazetteer({ places, ids, lettered }: DecodedGazetteer): readonly Problem[] {
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

/** The same: unique ids, known places and sources, quotations that contain what they mention. */
function checkReadings(
  { passages, sources, sourceIds, facts, attestations }: DecodedReadings,
  places: readonly Entry<Place>[],
  placeIds: ReadonlySet<string> | null,
): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { value: source, path } of sources) {
    if (seen.has(source.id))
      problems.push({
        file: 'sources.json',
        feature: source.id,
        field: 'id',
        path: [...path, 'id'],
        message: 'is used by another source',
      });
    seen.add(source.id);
  }
  // Without a list of sources or places nothing can be said of what is not in it.
  const isKnownSource = (id: string) => sourceIds === null || sourceIds.includes(id);
  const isKnownPlace = (id: string) => placeIds === null || placeIds.has(id);
  for (const { value: place, path } of places)
    for (const [index, id] of place.sources.entries())
      if (!isKnownSource(id))
        problems.push({
          file: fileOf(place),
          feature: place.id,
          field: 'properties.sources',
          path: [...path, 'properties', 'sources', index],
          message: `“${id}” is not in sources.json`,
        });
  for (const { value: name, path } of attestations) {
    const report = (field: string, message: string, index: readonly number[] = []) =>
      problems.push({
        file: files.names,
        feature: `${name.form}, ${name.place}`,
        field,
        path: [...path, field, ...index],
        message,
      });
    if (!isKnownPlace(name.place)) report('place', `“${name.place}” is no known place`);
    for (const [index, id] of name.sources.entries())
      if (!isKnownSource(id)) report('sources', `“${id}” is not in sources.json`, [index]);
  }
  for (const { value: passage, path } of passages)
    for (const [index, words] of passage.mentions.entries()) {
      const report = (message: string) =>
        problems.push({
          file: 'article.json',
          feature: passage.id,
          field: 'mentions',
          path: [...path, 'mentions', index],
          message,
        });
      if (!passage.exact.includes(words.exact)) report(`“${words.exact}” does not stand in the passage`);
      for (const id of words.places) if (!isKnownPlace(id)) report(`“${id}” is no known place`);
    }
  for (const { value: fact, path } of facts) {
    const report = (field: string, message: string, index: readonly number[] = []) =>
      problems.push({
        file: 'facts.json',
        feature: `#${String(path.at(-1))}, ${fact.kind} of ${fact.place}`,
        field,
        path: [...path, field, ...index],
        message,
      });
    if (!isKnownPlace(fact.place)) report('place', `“${fact.place}” is no known place`);
    if (fact.kind === 'derivation' && fact.gloss === null && (fact.ainu === null || fact.basis === null))
      report('gloss', 'a derivation without a meaning needs the Ainu words and what they name');
    if (fact.kind === 'summit' && !isKnownPlace(fact.peak)) report('peak', `“${fact.peak}” is no known place`);
    for (const [index, id] of fact.sources.entries())
      if (!isKnownSource(id)) report('sources', `“${id}” is not in sources.json`, [index]);
  }
  return problems;
}
