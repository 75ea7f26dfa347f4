/**
 * Reads `geo/` as the build and the tests see it: the spreadsheet turned into GeoJSON, blank transcriptions filled,
 * everything parsed.
 */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import { exactObject, idOf, type Problem, problemsOf } from '../../src/model/data/data-problems.ts';
import { collection, land, placeId } from '../../src/model/data/fields.ts';
import { correctionsFile, parseCorrections } from '../../src/model/data/parse-corrections.ts';
import { parseDataset, type RawDataset } from '../../src/model/data/parse-dataset.ts';
import { parseTimeline, type RawTimeline } from '../../src/model/data/parse-timeline.ts';
import type { Correction } from '../../src/model/story/corrections.ts';
import type { Timeline } from '../../src/model/story/timeline.ts';
import type { Attestation, Dataset } from '../../src/model/types.ts';
import { DataFaults } from './data-faults.ts';
import { faultsOfLand, faultsOfNames, faultsOfShapes } from './faults-of-shapes.ts';
import { type DrawnRing, readFieldbook, shapesOf } from './fieldbook.ts';
import { geoName, lineInJson, type Report, readGeoJson, readGeoText } from './geo-files.ts';
import { type LineOf, sentenceOf } from './geo-sentences.ts';
import { type NamesTable, nameColumns, namesFile, readNamesTable } from './names-table.ts';
import { columnOf, type PlacesTable, placesFile, readPlacesTable } from './places-table.ts';
import { type Publishers, publishersFile, readPublishersTable, reportStrangers } from './publishers-table.ts';
import { anyCollection, printFeatures, tidyFeatures, withFeatures } from './tidy-features.ts';

type Land = FeatureCollection<Polygon | MultiPolygon>;

/** All of `geo/`, believed. */
export interface Geo {
  readonly dataset: Dataset;
  readonly timeline: Timeline;
  /** What was wrong and is right, in the order of the file. */
  readonly corrections: readonly Correction[];
  /** The transcriptions that a source prints, which are no attestations of their own. */
  readonly transcriptions: readonly Attestation[];
  /** Who published the sources. */
  readonly publishers: Publishers;
  readonly raw: RawDataset;
  readonly rawTimeline: RawTimeline;
  /** The drawn islands, with the transcriptions that a rule makes filled in. */
  readonly islands: Land;
  /** The hand-drawn east of Hokkaido. */
  readonly hokkaido: Land;
  /** The drawn files by their names, without what the build fills in. */
  readonly drawing: ReadonlyMap<string, Land>;
  /** The files that are given away as they are, by their names. */
  readonly texts: ReadonlyMap<string, string>;
}

export const drawnFiles = ['islands.geojson', 'hokkaido.geojson'] as const;
const jsonFiles = [
  ...drawnFiles,
  'lettering.geojson',
  'lines.geojson',
  'article.json',
  'sources.json',
  'facts.json',
  'timeline.json',
  correctionsFile,
] as const;

const landFeature = v.object({
  type: v.literal('Feature'),
  properties: v.record(v.string(), v.unknown()),
  geometry: land,
});
const landCollection = v.object({ type: v.literal('FeatureCollection'), features: v.array(landFeature) });
const hokkaidoSchema = collection(
  v.object({ type: v.literal('Feature'), properties: exactObject({ id: placeId }), geometry: land }),
);

/**
 * Reads and checks everything. `shapes` says whose shapes are meant: those in the files, or those that the fieldbook
 * draws now; `both` asks for them to be the same. Throws `DataFaults` with a sentence for every fault.
 */
export function readGeo(shapes: 'filed' | 'drawn' | 'both' = 'filed'): Geo {
  const faults: string[] = [];
  const report: Report = (sentence) => faults.push(sentence);

  const files = new Map<string, ReturnType<typeof readGeoJson>>(
    jsonFiles.map((name) => [name, readGeoJson(name, report)]),
  );
  const contentOf = (name: (typeof jsonFiles)[number]) => {
    const value = files.get(name)?.value;
    return name.endsWith('.geojson') ? tidyFeatures(value) : value;
  };
  const lineOf: LineOf = (name, path) =>
    name === namesFile ? (names?.lineOf(Number(path[0])) ?? 1) : lineInJson(files.get(name)?.text ?? '', path);
  const tableText = readGeoText(placesFile, report);
  const table = tableText === null ? null : readPlacesTable(tableText, report);
  const namesText = readGeoText(namesFile, report);
  const names = namesText === null ? null : readNamesTable(namesText, report);
  const publishersText = readGeoText(publishersFile, report);
  const publishers = publishersText === null ? null : readPublishersTable(publishersText, report);
  const named = (feature: Readonly<Record<string, unknown>>) => {
    const { properties } = feature;
    if (typeof properties !== 'object' || properties === null) return feature;
    return { ...feature, properties: names?.named({ ...properties }) ?? properties };
  };

  const rings = readFieldbook(report);
  const filed = new Map<string, unknown>(drawnFiles.map((name) => [name, contentOf(name)]));
  if (shapes !== 'filed') for (const fault of faultsOfNames(filed, rings, lineOf)) report(fault);
  const drawing =
    shapes === 'drawn' ? new Map([...filed].map(([name, value]) => [name, redrawn(value, rings)])) : filed;

  const raw: RawDataset = {
    islands: withFeatures(drawing.get('islands.geojson'), (feature, index) => {
      const { properties } = feature;
      const stray = Object.keys(properties ?? {}).filter((field) => nameColumns.includes(field));
      for (const field of stray)
        report(
          `${geoName('islands.geojson')}, line ${lineOf('islands.geojson', ['features', index, 'properties', field])}, feature “${idOf(feature)}”, field “properties.${field}”: does not belong here; names stand in ${geoName(namesFile)}`,
        );
      return named(feature);
    }),
    places: table === null ? undefined : { type: 'FeatureCollection', features: table.features.map(named) },
    lettering: contentOf('lettering.geojson'),
    article: contentOf('article.json'),
    sources: contentOf('sources.json'),
    facts: contentOf('facts.json'),
    names: names?.attestations,
  };
  const rawTimeline: RawTimeline = { timeline: contentOf('timeline.json'), lines: contentOf('lines.geojson') };

  const dataset = parseDataset(raw);
  const timeline = parseTimeline(rawTimeline, sourcesIn(raw.sources));
  const corrections = parseCorrections(contentOf(correctionsFile), {
    places: dataset.ok ? new Set(dataset.dataset.places.map(({ id }) => id)) : null,
    sources: knownIds(sourcesIn(raw.sources)),
  });
  const hokkaido = v.safeParse(hokkaidoSchema, drawing.get('hokkaido.geojson'));
  const problems = [
    ...(dataset.ok ? [] : dataset.problems),
    ...problemsOf('hokkaido.geojson', drawing.get('hokkaido.geojson'), hokkaido.issues),
    ...(timeline.ok ? [] : timeline.problems),
    ...(corrections.ok ? [] : corrections.problems),
  ].filter(
    ({ file }) =>
      files.get(file) !== null &&
      (file !== 'places.geojson' || table !== null) &&
      (file !== namesFile || names !== null),
  );
  for (const problem of problems)
    if (!followsFromOther(problem, table, names)) report(sentenceOf(problem, table, lineOf));

  if (publishers !== null) reportStrangers(publishers, raw.sources, lineOf, report);
  for (const fault of faultsOfLand(drawing, rings, lineOf)) report(fault);
  if (shapes === 'both' && faults.length === 0) for (const fault of faultsOfShapes(filed, rings, lineOf)) report(fault);

  if (faults.length > 0 || !dataset.ok || !timeline.ok || !corrections.ok || !table || !names || !publishers)
    throw new DataFaults(faults);
  const believed = (value: unknown): Land => v.parse(landCollection, value);
  const printed = (value: unknown) => printFeatures(v.parse(anyCollection, value));
  return {
    dataset: dataset.dataset,
    timeline: timeline.timeline,
    corrections: corrections.corrections,
    transcriptions: names.transcriptions,
    publishers: publishers.publishers,
    raw,
    rawTimeline,
    islands: believed(raw.islands),
    hokkaido: believed(drawing.get('hokkaido.geojson')),
    drawing: new Map([...drawing].map(([name, value]) => [name, believed(value)])),
    texts: new Map([
      [placesFile, table.text],
      ['hokkaido.geojson', printed(drawing.get('hokkaido.geojson'))],
      ['lettering.geojson', printed(raw.lettering)],
      ['lines.geojson', printed(rawTimeline.lines)],
      ['sources.json', files.get('sources.json')?.text ?? ''],
      ['facts.json', files.get('facts.json')?.text ?? ''],
      [namesFile, names.text],
      [correctionsFile, files.get(correctionsFile)?.text ?? ''],
    ]),
  };
}

/** The parsed dataset. Throws with a line for every fault. */
export const readDataset = (): Dataset => readGeo().dataset;

/** The parsed timeline. Throws with a line for every fault. */
export const readTimeline = (): Timeline => readGeo().timeline;

export const readIslands = (): Land => readGeo().islands;
export const readHokkaido = (): Land => readGeo().hokkaido;

const knownIds = (list: readonly { readonly id: string }[] | null) =>
  list === null ? null : new Set(list.map(({ id }) => id));

function sourcesIn(list: unknown): readonly { readonly id: string }[] | null {
  if (!Array.isArray(list)) return null;
  return list.flatMap((entry: unknown) => {
    const id = idOf(entry);
    return id === null ? [] : [{ id }];
  });
}

/**
 * Whether a problem is but the consequence of another: no cell can stand in a column that is missing, and what is wrong
 * in the spreadsheet of names is told of it.
 */
function followsFromOther({ file, path }: Problem, table: PlacesTable | null, names: NamesTable | null): boolean {
  const field = path.find((key) => nameColumns.some((column) => column === key));
  if (field === 'dated' || (field !== undefined && names === null)) return true;
  const column = file === 'places.geojson' ? columnOf(path) : null;
  return column !== null && field === undefined && table?.columns.includes(column) === false;
}

/** A collection with the shapes that the fieldbook draws of its features. */
function redrawn(value: unknown, rings: readonly DrawnRing[]): unknown {
  const shapes = shapesOf(rings);
  return withFeatures(value, (feature) => ({
    ...feature,
    geometry: shapes.get(idOf(feature) ?? '') ?? feature['geometry'],
  }));
}
