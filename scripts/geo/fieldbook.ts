/** The drafter's fieldbook: positions read by eye off tracing sheets, in the sheets' own pixels. */
import * as v from 'valibot';
import { exactObject, problemsOf } from '../../src/model/data/data-problems.ts';
import { fieldbookNames, geoName, lineInJson, type Report, readGeoJson, readGeoText } from './geo-files.ts';

export type Ring = readonly (readonly [lng: number, lat: number])[];

/**
 * Where a sheet lies: pixel (`x0`, `y0`) is `lon0`, `lat1`; pixels count from the top left; `w` and `h` are its size.
 */
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

/** Where in the fieldbook a vertex was written down. */
export interface Reading {
  readonly file: string;
  readonly line: number;
  readonly sheet: string;
  /** The pixels, as they stand there. */
  readonly pair: string;
  /** The how manieth of the ring it is. */
  readonly number: number;
}

export interface DrawnRing {
  /** The id of the feature that the ring is part of. */
  readonly feature: string;
  /** Closed, anticlockwise, four decimals. */
  readonly ring: Ring;
  /** Where each vertex of the ring was written down. */
  readonly readings: readonly Reading[];
}

interface Vertex {
  readonly position: readonly [lng: number, lat: number];
  readonly reading: Reading;
}

/**
 * Reads a fieldbook. `island <id>` begins a ring, `sheet <prefix>` says which sheet the following `x,y` pairs are read
 * off, `#` begins a comment. Reports file and line where it cannot follow.
 */
export function parseFieldbook(
  text: string,
  sheets: Readonly<Record<string, Sheet>>,
  file: string,
  report: Report,
): readonly DrawnRing[] {
  const rings: { readonly feature: string; readonly line: number; readonly vertices: Vertex[]; unread: boolean }[] = [];
  let sheet: { readonly name: string; readonly lies: Sheet | null } | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const fail = (message: string) => report(`${geoName(file)}, line ${index + 1}: ${message}`);
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const island = /^island\s+(\S+)$/.exec(line);
    if (island?.[1] !== undefined) {
      rings.push({ feature: island[1], line: index + 1, vertices: [], unread: false });
      continue;
    }
    const named = /^sheet\s+(\S+)$/.exec(line);
    if (named?.[1] !== undefined) {
      const name = named[1];
      const matches = Object.entries(sheets).filter(([candidate]) => candidate.startsWith(name));
      if (matches.length !== 1) fail(`${matches.length} sheets are called “${name}…”; must be one of sheets.json`);
      sheet = { name, lies: matches.length === 1 ? (matches[0]?.[1] ?? null) : null };
      continue;
    }
    const ring = rings.at(-1);
    if (ring === undefined) {
      fail('positions stand before the first “island”');
      continue;
    }
    if (sheet === null) {
      fail('positions stand before the first “sheet”');
      ring.unread = true;
      continue;
    }
    const { name, lies } = sheet;
    for (const pair of line.split(/\s+/)) {
      const [x, y, more] = pair.split(',').map(Number);
      if (x === undefined || y === undefined || more !== undefined || !Number.isFinite(x) || !Number.isFinite(y)) {
        fail(`“${pair}” is no pair of pixels; must be x,y`);
        ring.unread = true;
        continue;
      }
      if (lies === null) {
        ring.unread = true;
        continue;
      }
      const lng = Number((lies.lon0 + (x - lies.x0) / lies.px_per_deg_lon).toFixed(4));
      const lat = Number((lies.lat1 - (y - lies.y0) / lies.px_per_deg_lat).toFixed(4));
      const last = ring.vertices.at(-1)?.position;
      if (last === undefined || last[0] !== lng || last[1] !== lat)
        ring.vertices.push({
          position: [lng, lat],
          reading: { file, line: index + 1, sheet: name, pair, number: ring.vertices.length },
        });
    }
  }
  return rings.flatMap(({ feature, line, vertices, unread }) => {
    const closed = closeRing(vertices);
    // Of a ring of which something could not be read nothing more can be said.
    if (unread) return [];
    if (closed === null) {
      report(`${geoName(file)}, line ${line}: the ring of “${feature}” needs three positions`);
      return [];
    }
    return [{ feature, ring: closed.map(({ position }) => position), readings: closed.map(({ reading }) => reading) }];
  });
}

function closeRing(vertices: readonly Vertex[]): readonly Vertex[] | null {
  const [first] = vertices;
  const last = vertices.at(-1);
  if (first === undefined || last === undefined) return null;
  const isClosed = first.position[0] === last.position[0] && first.position[1] === last.position[1];
  const open = isClosed ? vertices.slice(0, -1) : vertices;
  if (open.length < 3) return null;
  const doubled = open.reduce((sum, { position: [x, y] }, index) => {
    const [nextX, nextY] = (open[(index + 1) % open.length] ?? first).position;
    return sum + x * nextY - nextX * y;
  }, 0);
  const anticlockwise = doubled < 0 ? [...open].reverse() : open;
  return [...anticlockwise, anticlockwise[0] ?? first];
}

const sheetsFile = 'drawing/sheets.json';
const sheetsSchema = v.record(
  v.string(),
  exactObject({
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

/** Every ring that the books in `geo/drawing/` draw. */
export function readFieldbook(report: Report): readonly DrawnRing[] {
  const file = readGeoJson(sheetsFile, report);
  if (file === null) return [];
  const sheets = v.safeParse(sheetsSchema, file.value);
  if (!sheets.success) {
    for (const { path, field, message } of problemsOf(sheetsFile, file.value, sheets.issues))
      report(`${geoName(sheetsFile)}, line ${lineInJson(file.text, path)}, field “${field}”: ${message}`);
    return [];
  }
  return fieldbookNames().flatMap((name) => {
    const text = readGeoText(name, report);
    return text === null ? [] : parseFieldbook(text, sheets.output, name, report);
  });
}

export type DrawnGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** The rings as shapes, by feature id. */
export function shapesOf(rings: readonly DrawnRing[]): ReadonlyMap<string, DrawnGeometry> {
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
