/**
 * What a dataset ten times as large costs: the true one with nine shifted copies of every place, through the same
 * parser and pictures.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { advancesOf, charactersOf } from '../../scripts/pictures/fonts.ts';
import { pagePicture } from '../../scripts/pictures/plates.ts';
import { printMarkup } from '../../src/kernel/markup.ts';
import { parseDataset } from '../../src/model/data/parse-dataset.ts';
import { packShapes } from '../../src/model/data/shapes.ts';
import { frameContents } from '../../src/text/frame/frame-contents.ts';

interface Collection {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
}

const read = (name: string) => JSON.parse(readFileSync(projectPath(`dist/geo/${name}`), 'utf8'));

/** Moves positions by degrees, to the east and to the north. */
function shift(coordinates: unknown, by: readonly [number, number]): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [lng, lat] = coordinates;
  // Four decimals, as the data have: what the sum of two such numbers has beyond them is an error of the machine.
  const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return typeof lng === 'number' && typeof lat === 'number'
    ? [rounded(lng + by[0]), rounded(lat + by[1])]
    : coordinates.map((child) => shift(child, by));
}

/** A collection with copies, each under ids of its own. The first is the true one. */
export function multiply<C extends Collection>(collection: C, times: number): C {
  const features = Array.from({ length: times }, (_, copy) => {
    const by: readonly [number, number] = [(copy % 4) * 2.5 - (copy > 0 ? 4 : 0), Math.floor(copy / 4) * -2];
    return copy === 0
      ? collection.features
      : collection.features.map(({ properties, geometry, ...rest }) => ({
          ...rest,
          properties: {
            ...properties,
            id: `${String(properties['id'])}-${copy}`,
            ...('label' in properties ? { label: shift(properties['label'], by) } : {}),
          },
          geometry: { ...geometry, coordinates: shift(geometry.coordinates, by) },
        }));
  }).flat();
  return { ...collection, features };
}

export interface Growth {
  readonly times: number;
  readonly places: number;
  /** Milliseconds to check the data, and to make list, passages and picture of it. */
  readonly parse: number;
  readonly describe: number;
}

/** What grows: the collections of a dataset so many times as large. */
function grown(times: number) {
  return { islands: multiply(read('islands.geojson'), times), places: multiply(read('places.geojson'), times) };
}

/** The file that the map is made of, as the site would serve it of a dataset so many times as large. */
export function grownMap(times: number): unknown {
  const { islands, places } = grown(times);
  return { ...read('map.json'), islands: packShapes(islands), places };
}

/** Times the pure core at a size. Throws when the grown data are refused. */
export function growTo(times: number): Growth {
  const raw = {
    ...grown(times),
    lettering: read('lettering.geojson'),
    article: read('article.json'),
    sources: read('sources.json'),
    facts: read('facts.json'),
    names: read('readings.json').names,
  };
  const started = performance.now();
  const result = parseDataset(raw);
  const parsed = performance.now();
  if (!result.ok) throw new Error(`the grown data are refused: ${JSON.stringify(result.problems.slice(0, 3))}`);
  const { dataset } = result;
  const advances = advancesOf(charactersOf(dataset, []));
  const describing = performance.now();
  const drawn = { dataset, land: read('land.geojson'), advances, lines: [] };
  const picture = pagePicture(drawn, drawn, 'en');
  const { places, passages } = frameContents(dataset, 'en', 'page', []);
  for (const node of [picture, places, passages]) printMarkup(node);
  return {
    times,
    places: dataset.places.length,
    parse: parsed - started,
    describe: performance.now() - describing,
  };
}
