/** Reads `geo/` as the build and the tests see it: the spreadsheet turned into GeoJSON, blank transcriptions filled, everything parsed. */
import { featureCollection, point } from '@turf/turf';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import { describeProblem, parseDataset, type RawDataset } from '../src/model/parse-dataset.ts';
import { parseTimeline, type RawTimeline } from '../src/model/parse-timeline.ts';
import type { Timeline } from '../src/model/timeline.ts';
import { withTranscriptions } from '../src/model/transcribe-names.ts';
import type { Dataset } from '../src/model/types.ts';
import { withCitations } from './cite.ts';
import { readJson, readText } from './node-files.ts';

/** Turns `geo/places.csv` into points. Throws an error that names row and column. */
export function placesFromCsv(text: string): FeatureCollection<Point> {
  const rows: unknown = parse(text, { columns: true, skip_empty_lines: true, trim: true });
  if (!Array.isArray(rows)) throw new Error('geo/places.csv: has no rows');
  return featureCollection(
    rows.map((row: Readonly<Record<string, string>>, index) => {
      const fail = (column: string, message: string): never => {
        throw new Error(`geo/places.csv: row ${index + 2}, column “${column}”: ${message}`);
      };
      const number = (column: string): number => {
        const value = row[column] ?? '';
        return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : fail(column, `“${value}” is not a number`);
      };
      const { lng: _lng, lat: _lat, elevation_m, sources, ...texts } = row;
      const filled = Object.entries(texts).filter(([, value]) => value !== '');
      return point([number('lng'), number('lat')], {
        ...withTranscriptions(Object.fromEntries(filled), fail),
        ...(elevation_m === undefined || elevation_m === '' ? {} : { elevation_m: number('elevation_m') }),
        sources: (sources ?? '').split(/\s+/).filter((source) => source !== ''),
      });
    }),
  );
}

/** The drawn islands, with the transcriptions that a rule makes filled in. Throws an error that names feature and field. */
export function readIslands(): FeatureCollection<Polygon | MultiPolygon> {
  const islands = readJson('geo/islands.geojson') as FeatureCollection<Polygon | MultiPolygon>;
  return {
    ...islands,
    features: islands.features.map((feature) => {
      const properties = withTranscriptions(feature.properties ?? {}, (field, message) => {
        throw new Error(`geo/islands.geojson: feature “${String(feature.properties?.['id'])}”, “${field}”: ${message}`);
      });
      return { ...feature, properties };
    }),
  };
}

/** GeoJSON with a feature a line, as the files in `geo/` are. */
export function printFeatures({ features, ...collection }: FeatureCollection): string {
  const head = JSON.stringify({ ...collection, features: [] }).slice(0, -2);
  return `${head}\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}

/** The files of `geo/` that the map is made of, decoded and not yet believed. */
export function readRawDataset(): RawDataset {
  return {
    islands: readIslands(),
    places: placesFromCsv(readText('geo/places.csv')),
    lettering: readJson('geo/lettering.geojson'),
    article: withCitations(readJson('geo/article.json')),
    sources: readJson('geo/sources.json'),
    facts: readJson('geo/facts.json'),
  };
}

/** The parsed dataset. Throws with a line for every problem. */
export function readDataset(raw: RawDataset = readRawDataset()): Dataset {
  const result = parseDataset(raw);
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join('\n'));
  return result.dataset;
}

/** The files of `geo/` that tell how the lines moved, decoded and not yet believed. */
export function readRawTimeline(): RawTimeline {
  return { timeline: readJson('geo/timeline.json'), lines: readJson('geo/lines.geojson') };
}

/** The parsed timeline. Throws with a line for every problem. */
export function readTimeline(raw: RawTimeline = readRawTimeline(), { sources }: Dataset = readDataset()): Timeline {
  const result = parseTimeline(raw, sources);
  if (!result.ok) throw new Error(result.problems.map(describeProblem).join('\n'));
  return result.timeline;
}

/** The hand-drawn east of Hokkaido. */
export function readHokkaido(): FeatureCollection<Polygon | MultiPolygon> {
  return readJson('geo/hokkaido.geojson') as FeatureCollection<Polygon | MultiPolygon>;
}
