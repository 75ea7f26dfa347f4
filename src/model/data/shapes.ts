/**
 * Outlines as they travel. A ring is a text: each position is its difference from the one before, eastward and
 * northward, in whole steps of a grid. What was measured on a coarse grid is told in few letters; between, a sign leads
 * to steps of 0.0001° and back. All comes out as GeoJSON of four decimals, exactly as it went in.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import * as v from 'valibot';

type Outlines = FeatureCollection<Polygon | MultiPolygon>;

/** A collection of outlines, whatever its rings are written as. */
interface Shapes<Ring> {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    properties: Feature['properties'];
    geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
  }[];
}

/** Where a grid begins and how wide its steps are, in degrees eastward and northward. */
export interface Grid {
  readonly origin: readonly [lng: number, lat: number];
  readonly step: readonly [lng: number, lat: number];
}

export interface PackedShapes extends Shapes<string> {
  grid: Grid;
}

/** Steps in a degree of the grid on which all positions lie. */
const fineSteps = 10_000;
const fine: Grid = { origin: [0, 0], step: [1 / fineSteps, 1 / fineSteps] };

/**
 * Throws where a position has more than four decimals: what is packed must come out as it went in. `grid` is that on
 * which most were measured.
 */
export function packShapes(outlines: Outlines, grid: Grid = fine): PackedShapes {
  return { ...withRings(outlines, (ring: readonly Position[]) => packRing(ring, grid)), grid };
}

export function unpackShapes(packed: PackedShapes): Outlines {
  return withRings(packed, (ring: string) => unpackRing(ring, packed.grid));
}

/** The same outlines with every ring written anew. */
function withRings<From, To>({ features }: Shapes<From>, write: (ring: From) => To): Shapes<To> {
  return {
    type: 'FeatureCollection',
    features: features.map(({ properties, geometry }) => ({
      type: 'Feature',
      properties,
      geometry:
        geometry.type === 'Polygon'
          ? { type: geometry.type, coordinates: geometry.coordinates.map((ring) => write(ring)) }
          : { type: geometry.type, coordinates: geometry.coordinates.map((rings) => rings.map((ring) => write(ring))) },
    })),
  };
}

/**
 * The digits of numbers to the base of 32, lowest first: the first half ends a number, the second is followed by more.
 */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const base = digits.length / 2;
/** Leads from the grid to the fine one and back. */
const change = '!';
/** A number in up to six digits, two of them for a position, and at least four positions. */
const ringPattern = new RegExp(`^(?:${change}?(?:[g-z0-9_-]{0,5}[A-Za-f]){2}){4,}$`);

const ring = v.pipe(v.string(), v.regex(ringPattern, 'must be a ring of at least four positions'));
const degrees = v.pipe(v.number(), v.finite());
const width = v.pipe(degrees, v.minValue(1 / fineSteps));

export const packedShapes = v.object({
  grid: v.object({ origin: v.tuple([degrees, degrees]), step: v.tuple([width, width]) }),
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      properties: v.nullable(v.record(v.string(), v.unknown())),
      geometry: v.variant('type', [
        v.object({ type: v.literal('Polygon'), coordinates: v.array(ring) }),
        v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(ring)) }),
      ]),
    }),
  ),
});

/** The position on a grid, in whole steps from its origin. */
function onGrid([lng = 0, lat = 0]: Position, { origin, step }: Grid): readonly [east: number, north: number] {
  return [Math.round((lng - origin[0]) / step[0]), Math.round((lat - origin[1]) / step[1])];
}

function fromGrid(east: number, north: number, { origin, step }: Grid): Position {
  const decimals = (degrees: number) => Math.round(degrees * fineSteps) / fineSteps;
  return [decimals(origin[0] + east * step[0]), decimals(origin[1] + north * step[1])];
}

function liesOn(position: Position, grid: Grid): boolean {
  const [lng, lat] = fromGrid(...onGrid(position, grid), grid);
  return lng === position[0] && lat === position[1];
}

function packRing(positions: readonly Position[], coarse: Grid): string {
  let grid = coarse;
  let last: Position = [...coarse.origin];
  return positions
    .map((position) => {
      const next = liesOn(position, coarse) ? coarse : fine;
      if (!liesOn(position, next)) throw new Error(`[${position.join(', ')}] has more than four decimals`);
      const [east, north] = onGrid(position, next);
      const [lastEast, lastNorth] = onGrid(last, next);
      const sign = next === grid ? '' : change;
      grid = next;
      last = position;
      return sign + packNumber(east - lastEast) + packNumber(north - lastNorth);
    })
    .join('');
}

function unpackRing(text: string, coarse: Grid): Position[] {
  const positions: Position[] = [];
  let grid = coarse;
  let [east, north] = [0, 0];
  let at = 0;
  const number = () => {
    let [value, worth] = [0, 1];
    for (;;) {
      const digit = worths.get(text.charCodeAt(at++)) ?? 0;
      value += (digit % base) * worth;
      if (digit < base) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      worth *= base;
    }
  };
  while (at < text.length) {
    if (text[at] === change) {
      at++;
      grid = grid === coarse ? fine : coarse;
      [east, north] = onGrid(positions.at(-1) ?? [...coarse.origin], grid);
    }
    east += number();
    north += number();
    positions.push(fromGrid(east, north, grid));
  }
  return positions;
}

const worths = new Map([...digits].map((digit, worth) => [digit.charCodeAt(0), worth]));

/** Both signs by turns, so that small differences have small numbers: 0, -1, 1, -2, … */
function packNumber(difference: number): string {
  let value = difference < 0 ? -2 * difference - 1 : 2 * difference;
  let packed = '';
  for (; value >= base; value = Math.floor(value / base)) packed += digits[base + (value % base)] ?? '';
  return packed + (digits[value] ?? '');
}
