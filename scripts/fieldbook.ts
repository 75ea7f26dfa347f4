/** The drafter's fieldbook: positions read by eye off tracing sheets, in the sheets' own pixels. */
import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { projectPath, readJson, readText } from './node-files.ts';

export type Ring = readonly (readonly [lng: number, lat: number])[];

/** Where a sheet lies: pixel (`x0`, `y0`) is `lon0`, `lat1`; pixels count from the top left; `w` and `h` are its size. */
export interface Sheet {
  readonly x0: number;
  readonly y0: number;
  readonly lon0: number;
  readonly lat1: number;
  readonly px_per_deg_lon: number;
  readonly px_per_deg_lat: number;
  readonly w: number;
  readonly h: number;
}

export interface DrawnRing {
  /** The id of the feature that the ring is part of. */
  readonly feature: string;
  /** Closed, anticlockwise, four decimals. */
  readonly ring: Ring;
}

/**
 * Reads a fieldbook. `island <id>` begins a ring, `sheet <prefix>` says which sheet the following `x,y` pairs are read
 * off, `#` begins a comment. Throws with file and line where it cannot follow.
 */
export function parseFieldbook(
  text: string,
  sheets: Readonly<Record<string, Sheet>>,
  file: string,
): readonly DrawnRing[] {
  const rings: { readonly feature: string; readonly positions: [number, number][] }[] = [];
  let sheet: Sheet | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const fail = (message: string): never => {
      throw new Error(`${file}: line ${index + 1}: ${message}`);
    };
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const island = /^island\s+(\S+)$/.exec(line);
    if (island?.[1] !== undefined) {
      rings.push({ feature: island[1], positions: [] });
      continue;
    }
    const named = /^sheet\s+(\S+)$/.exec(line);
    if (named?.[1] !== undefined) {
      const prefix = named[1];
      const matches = Object.entries(sheets).filter(([name]) => name.startsWith(prefix));
      sheet =
        matches.length === 1 ? (matches[0]?.[1] ?? null) : fail(`${matches.length} sheets are called “${prefix}…”`);
      continue;
    }
    const ring = rings.at(-1) ?? fail('positions stand before the first “island”');
    for (const pair of line.split(/\s+/)) {
      const [x, y] = pair.split(',').map(Number);
      if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y))
        return fail(`“${pair}” is no pair of pixels`);
      if (sheet === null) return fail('positions stand before the first “sheet”');
      const lng = Number((sheet.lon0 + (x - sheet.x0) / sheet.px_per_deg_lon).toFixed(4));
      const lat = Number((sheet.lat1 - (y - sheet.y0) / sheet.px_per_deg_lat).toFixed(4));
      const last = ring.positions.at(-1);
      if (last === undefined || last[0] !== lng || last[1] !== lat) ring.positions.push([lng, lat]);
    }
  }
  return rings.map(({ feature, positions }) => ({ feature, ring: closeRing(positions, `${file}: ${feature}`) }));
}

function closeRing(positions: readonly (readonly [number, number])[], name: string): Ring {
  const [first] = positions;
  const last = positions.at(-1);
  if (first === undefined || last === undefined || positions.length < 3)
    throw new Error(`${name}: a ring needs three positions`);
  const open = first[0] === last[0] && first[1] === last[1] ? positions.slice(0, -1) : positions;
  const doubled = open.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = open[(index + 1) % open.length] ?? first;
    return sum + x * nextY - nextX * y;
  }, 0);
  const anticlockwise = doubled < 0 ? [...open].reverse() : open;
  return [...anticlockwise, anticlockwise[0] ?? first];
}

const sheetsSchema = v.record(
  v.string(),
  v.object({
    x0: v.number(),
    y0: v.number(),
    lon0: v.number(),
    lat1: v.number(),
    px_per_deg_lon: v.number(),
    px_per_deg_lat: v.number(),
    w: v.number(),
    h: v.number(),
  }),
);

export type DrawnGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** Every shape that the books in `geo/drawing/` draw, by feature id. */
export function drawnFromFieldbook(): ReadonlyMap<string, DrawnGeometry> {
  const sheets = v.parse(sheetsSchema, readJson('geo/drawing/sheets.json'));
  const rings = readdirSync(projectPath('geo/drawing'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseFieldbook(readText(`geo/drawing/${name}`), sheets, `geo/drawing/${name}`));
  return new Map(
    [...new Set(rings.map(({ feature }) => feature))].map((feature) => {
      const parts = rings.filter((drawn) => drawn.feature === feature).map(({ ring }) => ring);
      return [
        feature,
        parts.length === 1
          ? { type: 'Polygon', coordinates: parts }
          : { type: 'MultiPolygon', coordinates: parts.map((ring) => [ring]) },
      ];
    }),
  );
}

const drawingSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({ type: v.literal('Feature'), properties: v.looseObject({ id: v.string() }), geometry: v.unknown() }),
  ),
});

/** The features of a drawn file, with their shapes as they stand there. */
export function readDrawing(path: string): v.InferOutput<typeof drawingSchema>['features'] {
  return v.parse(drawingSchema, readJson(path)).features;
}
