import { files } from 'virtual:four-islands/data';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import type { Line } from '../model/lines.ts';
import { describeProblem, parseDataset } from '../model/parse-dataset.ts';
import { parseLines } from '../model/parse-lines.ts';
import type { Dataset } from '../model/types.ts';
import { DataError } from './data-error.ts';

export interface LoadedData {
  readonly dataset: Dataset;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  /** Of all years. */
  readonly lines: readonly Line[];
}

const landSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.looseObject({
      type: v.literal('Feature'),
      geometry: v.variant('type', [
        v.object({ type: v.literal('Polygon'), coordinates: v.custom<number[][][]>(isNested(3)) }),
        v.object({ type: v.literal('MultiPolygon'), coordinates: v.custom<number[][][][]>(isNested(4)) }),
      ]),
    }),
  ),
});

/** Lists in lists, this deep, and numbers in the last. By hand, because a schema takes its time over tens of thousands of positions. */
function isNested(depth: number): (value: unknown) => boolean {
  return (value) =>
    depth === 0 ? Number.isFinite(value) : Array.isArray(value) && value.length > 0 && value.every(isNested(depth - 1));
}

/** One download serves every element on a page; a failure is forgotten, so that the next attempt is a real one. */
const downloads = new Map<'data', Promise<LoadedData>>();

/** Fetches and checks the data. Throws `DataError` with every problem at once. */
export function loadData(): Promise<LoadedData> {
  const running = downloads.get('data');
  if (running !== undefined) return running;
  const started = download();
  downloads.set('data', started);
  started.catch(() => downloads.delete('data'));
  return started;
}

async function download(): Promise<LoadedData> {
  const [islands, places, lettering, article, sources, facts, land, rawLines] = await Promise.all(
    [
      files.islands,
      files.places,
      files.lettering,
      files.article,
      files.sources,
      files.facts,
      files.land,
      files.lines,
    ].map(readFile),
  );
  const result = parseDataset({ islands, places, lettering, article, sources, facts });
  if (!result.ok) throw new DataError(result.problems.map(describeProblem));
  if (!isLand(land)) throw new DataError(['geo/land.geojson: is not a feature collection']);
  const drawn = parseLines(rawLines, result.dataset.sources);
  if (!drawn.ok) throw new DataError(drawn.problems.map(describeProblem));
  return { dataset: result.dataset, land, lines: drawn.lines };
}

function isLand(value: unknown): value is FeatureCollection<Polygon | MultiPolygon> {
  return v.is(landSchema, value);
}

/** A file of `geo/` by its address, or as the package carries it. Throws `DataError` that names it. */
export async function readFile(url: string | object): Promise<unknown> {
  if (typeof url !== 'string') return url;
  const name = new URL(url).pathname.split('/').at(-1) ?? url;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await response.json();
  } catch (error) {
    throw new DataError([`geo/${name}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}
