import { files } from 'virtual:four-islands/data';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import type { Line } from '../model/lines.ts';
import { describeProblem, parseDataset, problemsOf } from '../model/parse-dataset.ts';
import { parseLines } from '../model/parse-lines.ts';
import { packedShapes, unpackShapes } from '../model/shapes.ts';
import type { Dataset } from '../model/types.ts';
import { DataError } from './data-error.ts';
import { nextTask } from './spread-steps.ts';

export interface LoadedData {
  readonly dataset: Dataset;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  /** Of all years. */
  readonly lines: readonly Line[];
}

/** The files that the map is made of: what it draws, and what is read on it. */
const mapSchema = v.object({
  islands: packedShapes,
  land: packedShapes,
  places: v.unknown(),
  lettering: v.unknown(),
  lines: v.unknown(),
});
const readingsSchema = v.object({ article: v.unknown(), sources: v.unknown(), facts: v.unknown() });

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
  const [map, readings] = await Promise.all([
    readFile(files.map).then((file) => believe(mapSchema, file, 'map.json')),
    readFile(files.readings).then((file) => believe(readingsSchema, file, 'readings.json')),
  ]);
  // What follows would be one long task with what the files were read by, and with what waits for them.
  await nextTask();
  const result = parseDataset({ ...map, ...readings, islands: unpackShapes(map.islands) });
  if (!result.ok) throw new DataError(result.problems.map(describeProblem));
  await nextTask();
  const drawn = parseLines(map.lines, result.dataset.sources);
  if (!drawn.ok) throw new DataError(drawn.problems.map(describeProblem));
  return { dataset: result.dataset, land: unpackShapes(map.land), lines: drawn.lines };
}

function believe<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, file: string): Output {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new DataError(problemsOf(file, value, result.issues).map(describeProblem));
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
