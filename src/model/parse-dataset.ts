import * as v from 'valibot';
import { factOf, factsSchema } from './parse-facts.ts';
import {
  type Dataset,
  type Gazetteer,
  groupIds,
  type JapaneseName,
  type LngLat,
  type Place,
  type PlaceNames,
  placeKinds,
  type Readings,
  type RussianName,
  transcribedFields,
} from './types.ts';

/** One fault in the data: where it stands and what is wrong with it. */
export interface Problem {
  readonly file: string;
  /** Id or index of the feature, passage or source; `null` where the file as a whole is meant. */
  readonly feature: string | null;
  /** Path of the field inside the feature, such as `properties.name:ja`. */
  readonly field: string | null;
  readonly message: string;
}

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
}

export interface RawDataset extends RawGazetteer, RawReadings {}

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const optionalText = v.optional(text);
const optionalNames = v.optional(
  v.pipe(
    text,
    v.transform((names) => names.split(';').map((name) => name.trim())),
    v.check((names) => !names.includes(''), 'must be names separated by semicolons, none of them empty'),
  ),
);
const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
export const position = v.tuple([longitude, latitude]);
const ring = v.pipe(v.array(position), v.minLength(4, 'a ring needs at least four positions'));
const polygon = v.object({ type: v.literal('Polygon'), coordinates: v.pipe(v.array(ring), v.minLength(1)) });
const multiPolygon = v.object({
  type: v.literal('MultiPolygon'),
  coordinates: v.pipe(v.array(v.pipe(v.array(ring), v.minLength(1))), v.minLength(1)),
});
const point = v.object({ type: v.literal('Point'), coordinates: position });
export const placeId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case Latin letters, digits and hyphens'),
);

const placeProperties = {
  id: placeId,
  kind: v.picklist(placeKinds),
  group: v.optional(v.nullable(v.picklist(groupIds)), null),
  'name:ja': optionalText,
  'name:ja-Hira': optionalText,
  'name:ja-Latn': optionalText,
  'name:ja-Cyrl': optionalText,
  'name:ru': optionalText,
  'name:ru-Latn': optionalText,
  'name:ru-Kana': optionalText,
  'name:en': optionalText,
  transcribed: v.optional(v.array(v.picklist(transcribedFields)), []),
  'name:ain': optionalText,
  old_name: optionalNames,
  note: v.optional(v.literal('until 1945')),
  sources: v.pipe(v.array(text), v.minLength(1, 'needs at least one source')),
};

const islandFeature = v.object({
  type: v.literal('Feature'),
  properties: v.object({ ...placeProperties, label: position }),
  geometry: v.variant('type', [polygon, multiPolygon]),
});

const placeFeature = v.object({
  type: v.literal('Feature'),
  properties: v.object({
    ...placeProperties,
    elevation_m: v.optional(v.number()),
    coordinate_basis: v.picklist(['published', 'sheet', 'unknown']),
  }),
  geometry: point,
});

const letteringFeature = v.object({
  type: v.literal('Feature'),
  properties: v.object({ id: placeId }),
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

const mention = v.object({ exact: text, places: v.pipe(v.array(placeId), v.minLength(1)) });

const passage = v.object({
  id: placeId,
  paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
  selector: v.object({ type: v.literal('TextQuoteSelector'), exact: text, prefix: v.string(), suffix: v.string() }),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
  concerns: v.pipe(v.array(v.picklist(groupIds)), v.minLength(1)),
  mentions: v.array(mention),
  translation: v.strictObject({ ja: text, ru: text }),
  citations: v.strictObject({ apa: text, chicago: text, harvard: text }),
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

const articleSchema = v.object({
  bibliography: v.object({
    id: text,
    type: text,
    title: text,
    'container-title': text,
    issued: v.object({ 'date-parts': v.tuple([dateParts]) }),
    language: text,
  }),
  passages: v.pipe(v.array(passage), v.minLength(1)),
});

const sourcesSchema = v.array(
  v.object({
    id: text,
    publisher: text,
    detail: v.optional(text),
    url: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'must be a web address')),
  }),
);

type PlaceProperties = v.InferOutput<v.ObjectSchema<typeof placeProperties, undefined>>;

/**
 * Turns the decoded files of `geo/` into a `Dataset`, or names every problem in them at once.
 * Nothing after this function checks the data again.
 */
export function parseDataset(raw: RawDataset): ParseResult {
  const [drawn, read] = [decodeGazetteer(raw), decodeReadings(raw)];
  if (!drawn.ok || !read.ok)
    return { ok: false, problems: [drawn, read].flatMap((part) => (part.ok ? [] : part.problems)) };
  const { gazetteer, letteredIds } = drawn;
  const problems = [...checkGazetteer(gazetteer, letteredIds), ...checkReadings(read.readings, gazetteer)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, dataset: { ...gazetteer, ...read.readings } };
}

/** The same for what is drawn; whether all sources are known, `parseReadings` checks. */
export function parseGazetteer(raw: RawGazetteer): ParsedGazetteer {
  const drawn = decodeGazetteer(raw);
  if (!drawn.ok) return drawn;
  const problems = checkGazetteer(drawn.gazetteer, drawn.letteredIds);
  return problems.length > 0 ? { ok: false, problems } : drawn;
}

/** The same for what is read of the places of `gazetteer`. */
export function parseReadings(raw: RawReadings, gazetteer: Gazetteer): ParsedReadings {
  const read = decodeReadings(raw);
  if (!read.ok) return read;
  const problems = checkReadings(read.readings, gazetteer);
  return problems.length > 0 ? { ok: false, problems } : read;
}

function decodeReadings(raw: RawReadings): ParsedReadings {
  const article = v.safeParse(articleSchema, raw.article);
  const sources = v.safeParse(sourcesSchema, raw.sources);
  const facts = v.safeParse(factsSchema, raw.facts);
  if (!article.success || !sources.success || !facts.success)
    return {
      ok: false,
      problems: [
        ...problemsOf('article.json', raw.article, article.issues),
        ...problemsOf('sources.json', raw.sources, sources.issues),
        ...problemsOf('facts.json', raw.facts, facts.issues),
      ],
    };
  const passages = article.output.passages.map(({ selector, ...rest }) => ({
    ...rest,
    exact: selector.exact,
    prefix: selector.prefix,
    suffix: selector.suffix,
  }));
  return {
    ok: true,
    readings: {
      article: { bibliography: article.output.bibliography, passages },
      sources: sources.output.map((source) => ({ ...source, detail: source.detail ?? null })),
      facts: facts.output.facts.map(factOf),
    },
  };
}

function decodeGazetteer(
  raw: RawGazetteer,
): { readonly ok: true; readonly gazetteer: Gazetteer; readonly letteredIds: readonly string[] } | Refused {
  const islands = v.safeParse(collection(islandFeature), raw.islands);
  const points = v.safeParse(collection(placeFeature), raw.places);
  const lettering = v.safeParse(collection(letteringFeature), raw.lettering);
  if (!islands.success || !points.success || !lettering.success)
    return {
      ok: false,
      problems: [
        ...problemsOf('islands.geojson', raw.islands, islands.issues),
        ...problemsOf('places.geojson', raw.places, points.issues),
        ...problemsOf('lettering.geojson', raw.lettering, lettering.issues),
      ],
    };
  const courses = new Map<string, readonly LngLat[]>();
  const waters = new Map<string, readonly LngLat[]>();
  for (const { properties, geometry } of lettering.output.features) {
    if (geometry.type === 'LineString') courses.set(properties.id, geometry.coordinates);
    else waters.set(properties.id, geometry.coordinates[0]);
  }
  const places: Place[] = [
    ...islands.output.features.map(
      ({ properties, geometry }): Place => ({
        ...placeOf(properties, properties.label),
        positionBasis: 'sheet',
        course: null,
        waters: null,
        geometry,
        elevation: null,
      }),
    ),
    ...points.output.features.map(
      ({ properties, geometry }): Place => ({
        ...placeOf(properties, geometry.coordinates),
        positionBasis: properties.coordinate_basis,
        course: courses.get(properties.id) ?? null,
        waters: waters.get(properties.id) ?? null,
        geometry: null,
        elevation: properties.elevation_m ?? null,
      }),
    ),
  ];
  return {
    ok: true,
    gazetteer: { places },
    letteredIds: lettering.output.features.map(({ properties }) => properties.id),
  };
}

/** A problem as one line for a console or a build log. */
export function describeProblem(problem: Problem): string {
  const where = [
    problem.feature === null ? null : `feature “${problem.feature}”`,
    problem.field === null ? null : `field “${problem.field}”`,
  ];
  return [`geo/${problem.file}`, ...where.filter((part) => part !== null)].join(', ').concat(`: ${problem.message}`);
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
    ainuName: properties['name:ain'] ?? null,
    oldNames: properties.old_name ?? [],
    position: at,
    endedIn1945: properties.note !== undefined,
    sources: properties.sources,
  };
}

function namesOf(properties: PlaceProperties): PlaceNames {
  const ja: JapaneseName | null =
    properties['name:ja'] === undefined
      ? null
      : {
          native: properties['name:ja'],
          kana: properties['name:ja-Hira'] ?? null,
          latin: properties['name:ja-Latn'] ?? properties['name:ja'],
          cyrillic: properties['name:ja-Cyrl'] ?? null,
        };
  const ru: RussianName | null =
    properties['name:ru'] === undefined
      ? null
      : {
          native: properties['name:ru'],
          latin: properties['name:ru-Latn'] ?? properties['name:ru'],
          kana: properties['name:ru-Kana'] ?? null,
        };
  return { ja, ru, en: properties['name:en'] ?? null };
}

const fileOf = (place: Place) => (place.geometry === null ? 'places.geojson' : 'islands.geojson');

/** What no single field can show: unique ids, known references, a name for each place. */
function checkGazetteer({ places }: Gazetteer, letteredIds: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const place of places) {
    const report = (field: string, message: string) =>
      problems.push({ file: fileOf(place), feature: place.id, field, message });
    if (seen.has(place.id)) report('properties.id', 'is used by another feature');
    seen.add(place.id);
    if (place.names.ja === null && place.names.ru === null && place.names.en === null)
      report('properties.name:ja', 'a place needs a name from at least one side');
  }
  for (const id of letteredIds)
    if (!seen.has(id))
      problems.push({ file: 'lettering.geojson', feature: id, field: 'properties.id', message: 'is no known place' });
  for (const id of groupIds)
    if (!seen.has(id))
      problems.push({ file: 'islands.geojson', feature: id, field: null, message: 'this group is missing' });
  return problems;
}

/** The same: unique ids, known places and sources, quotations that contain what they mention. */
function checkReadings({ article, sources, facts }: Readings, { places }: Gazetteer): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set(places.map(({ id }) => id));
  const sourceIds = new Set<string>();
  for (const { id } of sources) {
    if (sourceIds.has(id))
      problems.push({ file: 'sources.json', feature: id, field: 'id', message: 'is used by another source' });
    sourceIds.add(id);
  }
  for (const place of places)
    for (const source of place.sources)
      if (!sourceIds.has(source))
        problems.push({
          file: fileOf(place),
          feature: place.id,
          field: 'properties.sources',
          message: `“${source}” is not in sources.json`,
        });
  for (const passage of article.passages) {
    const report = (field: string, message: string) =>
      problems.push({ file: 'article.json', feature: passage.id, field, message });
    for (const words of passage.mentions) {
      if (!passage.exact.includes(words.exact)) report('mentions', `“${words.exact}” does not stand in the passage`);
      for (const id of words.places) if (!seen.has(id)) report('mentions', `“${id}” is no known place`);
    }
  }
  for (const [index, fact] of facts.entries()) {
    const report = (field: string, message: string) =>
      problems.push({ file: 'facts.json', feature: `#${index}, ${fact.kind} of ${fact.place}`, field, message });
    if (!seen.has(fact.place)) report('place', `“${fact.place}” is no known place`);
    if (fact.kind === 'derivation' && fact.gloss === null && (fact.ainu === null || fact.basis === null))
      report('gloss', 'a derivation without a meaning needs the Ainu words and what they name');
    if (fact.kind === 'summit' && !seen.has(fact.peak)) report('peak', `“${fact.peak}” is no known place`);
    for (const source of fact.sources)
      if (!sourceIds.has(source)) report('sources', `“${source}” is not in sources.json`);
  }
  return problems;
}

interface Issue {
  readonly message: string;
  readonly path?: readonly { readonly key: unknown }[] | undefined;
}

export function problemsOf(file: string, raw: unknown, issues: readonly Issue[] | undefined): readonly Problem[] {
  return (issues ?? []).map((issue) => {
    const keys = (issue.path ?? []).map((item) => item.key);
    const listAt = keys.findIndex((key) => typeof key === 'number');
    const list = listAt === -1 ? null : valueAt(raw, keys.slice(0, listAt + 1));
    const field = keys
      .slice(listAt + 1)
      .map(String)
      .join('.');
    return {
      file,
      feature: listAt === -1 ? null : (idOf(list) ?? `#${String(keys[listAt])}`),
      field: field === '' ? null : field,
      message: issue.message,
    };
  });
}

function valueAt(value: unknown, keys: readonly unknown[]): unknown {
  return keys.reduce<unknown>((current, key) => (isRecord(current) ? current[String(key)] : undefined), value);
}

function idOf(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const id = isRecord(value['properties']) ? value['properties']['id'] : value['id'];
  return typeof id === 'string' ? id : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
