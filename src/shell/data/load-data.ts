import { files } from 'virtual:four-islands/data';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import { describeProblem, problemsOf } from '../../model/data/data-problems.ts';
import { parseGazetteer } from '../../model/data/parse-gazetteer.ts';
import { checkLineSources, parseLines } from '../../model/data/parse-lines.ts';
import { parseReadings } from '../../model/data/parse-readings.ts';
import { packedShapes, unpackShapes } from '../../model/data/shapes.ts';
import type { Line } from '../../model/story/lines.ts';
import type { Dataset, Gazetteer } from '../../model/types.ts';
import { nextTask } from '../browser/spread-steps.ts';
import { DataError } from './data-error.ts';

/** What is drawn. */
export interface MapData {
  readonly dataset: Gazetteer;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  /** Of all years. */
  readonly lines: readonly Line[];
}

/** With what is read on it. */
export interface LoadedData extends MapData {
  readonly dataset: Dataset;
}

/** The files that the map is made of: what it draws, and what is read on it. */
const mapSchema = v.object({
  islands: packedShapes,
  land: packedShapes,
  places: v.unknown(),
  lettering: v.unknown(),
  lines: v.unknown(),
});
const readingsSchema = v.object({ article: v.unknown(), sources: v.unknown(), facts: v.unknown(), names: v.unknown() });

/** One download serves every element on a page; a failure is forgotten, so that the next attempt is a real one. */
function once<Data>(download: () => Promise<Data>): () => Promise<Data> {
  let running: Promise<Data> | null = null;
  return () => {
    running ??= download().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}

/** Fetches and checks what is drawn. Throws `DataError` with every problem at once. */
export const loadMapData = once(async (): Promise<MapData> => {
  const map = believe(mapSchema, await readFile(files.map), 'map.json');
  // All of it at once would be one long task, with what the file was read by and with what waits for it.
  await nextTask();
  const islands = unpackShapes(map.islands);
  await nextTask();
  const result = parseGazetteer({ ...map, islands });
  if (!result.ok) throw new DataError(result.problems.map(describeProblem));
  await nextTask();
  const drawn = parseLines(map.lines);
  if (!drawn.ok) throw new DataError(drawn.problems.map(describeProblem));
  const land = unpackShapes(map.land);
  await nextTask();
  return { dataset: result.gazetteer, land, lines: drawn.lines };
});

/** The same with what is read. */
export const loadData = once(async (): Promise<LoadedData> => {
  const [map, file] = await Promise.all([loadMapData(), readFile(files.readings)]);
  await nextTask();
  const result = parseReadings(believe(readingsSchema, file, 'readings.json'), map.dataset);
  const problems = result.ok
    ? checkLineSources(map.lines, new Set(result.readings.sources.map(({ id }) => id)))
    : result.problems;
  if (!result.ok || problems.length > 0) throw new DataError(problems.map(describeProblem));
  return { ...map, dataset: { ...map.dataset, ...result.readings } };
});

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
