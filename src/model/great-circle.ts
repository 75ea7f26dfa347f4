/** Distances over the sea: the shortest way between two points or places on a sphere of the Earth's mean radius. */
import { geoDistance, geoInterpolate } from 'd3-geo';
import type { Position } from 'geojson';
import { exteriorsOf, isInRing } from '../kernel/rings.ts';
import { earthRadius } from './measures.ts';
import type { Dataset, LngLat, Place } from './types.ts';

/** Kilometres, exactly, by definition (SI Brochure, table 8 of the 8th edition). */
const nauticalMile = 1.852;

/** One end of a measured line: a place of the map, or a point that somebody chose. */
export type MeasureEnd =
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'point'; readonly position: LngLat };

/**
 * What a distance is taken from: the nearest coast of drawn land, the mark of a place without drawn land, or a chosen
 * point.
 */
export type EndBasis = 'coast' | 'mark' | 'point';

export interface Measurement {
  readonly kilometres: number;
  readonly nauticalMiles: number;
  readonly bases: readonly [EndBasis, EndBasis];
  /** From end to end along the great circle, in degrees. */
  readonly line: readonly LngLat[];
}

/** Measures between two ends; `null` where one is no place of the map. */
export function measureBetween(dataset: Dataset, from: MeasureEnd, to: MeasureEnd): Measurement | null {
  const [first, second] = [shapeOf(dataset, from), shapeOf(dataset, to)];
  if (first === null || second === null) return null;
  const [start, end] = nearestPoints(first, second);
  const kilometres = geoDistance([...start], [...end]) * earthRadius;
  return {
    kilometres,
    nauticalMiles: kilometres / nauticalMile,
    bases: [first.basis, second.basis],
    line: greatCircle(start, end, kilometres),
  };
}

/** Kilometres between the points of a drawn line: on the screen it cannot be told from the curve. */
const stride = 10;

function greatCircle(start: LngLat, end: LngLat, kilometres: number): readonly LngLat[] {
  const steps = Math.max(1, Math.ceil(kilometres / stride));
  const at = geoInterpolate([...start], [...end]);
  return Array.from({ length: steps + 1 }, (_, index) =>
    index === 0 ? start : index === steps ? end : at(index / steps),
  );
}

interface Shape {
  readonly basis: EndBasis;
  /** One ring of one position for a point. */
  readonly rings: readonly (readonly Position[])[];
}

function shapeOf(dataset: Dataset, end: MeasureEnd): Shape | null {
  if (end.kind === 'point') return { basis: 'point', rings: [[[...end.position]]] };
  const place = dataset.places.find(({ id }) => id === end.id);
  if (place === undefined) return null;
  const members = place.group === place.id ? dataset.places.filter(({ group }) => group === end.id) : [place];
  const rings = members.flatMap(coastsOf);
  return rings.length === 0 ? { basis: 'mark', rings: [[[...place.position]]] } : { basis: 'coast', rings };
}

function coastsOf({ geometry }: Place): readonly (readonly Position[])[] {
  return geometry === null ? [] : exteriorsOf(geometry);
}

type Pair = readonly [LngLat, LngLat];

/** The two points at which two shapes come nearest to each other; the same point twice where one lies on the other. */
function nearestPoints(first: Shape, second: Shape): Pair {
  const origin = first.rings[0]?.[0] ?? [0, 0];
  const touching = inside(first, second) ?? inside(second, first);
  if (touching !== null) return [touching, touching];
  // Degrees of longitude are narrower than those of latitude; within the map one factor finds the nearest vertices well
  // enough.
  const narrow = Math.cos(((origin[1] ?? 0) * Math.PI) / 180);
  const there = nearest(first, second, narrow);
  const [back, front] = nearest(second, first, narrow);
  const other: Pair = [front, back];
  return squared(there[0], there[1], narrow) <= squared(other[0], other[1], narrow) ? there : other;
}

/**
 * Of all vertices of one shape the one nearest to the sides of another, with the point there. Millions of pairs: plain
 * numbers, nothing made for each.
 */
function nearest(from: Shape, to: Shape, narrow: number): Pair {
  let best: Pair = [
    [0, 0],
    [0, 0],
  ];
  let least = Number.POSITIVE_INFINITY;
  for (const [x = 0, y = 0] of from.rings.flat())
    for (const ring of to.rings)
      for (let index = 0; index < ring.length; index++) {
        const [x1 = 0, y1 = 0] = ring[index] ?? [];
        const [x2 = x1, y2 = y1] = ring[index + 1] ?? [];
        const [dx, dy] = [(x2 - x1) * narrow, y2 - y1];
        const length = dx * dx + dy * dy;
        const along = length === 0 ? 0 : ((x - x1) * narrow * dx + (y - y1) * dy) / length;
        const share = Math.min(1, Math.max(0, along));
        const away = ((x - x1) * narrow - share * dx) ** 2 + (y - y1 - share * dy) ** 2;
        if (away >= least) continue;
        least = away;
        best = [
          [x, y],
          [x1 + share * (x2 - x1), y1 + share * (y2 - y1)],
        ];
      }
  return best;
}

function lngLat([lng = 0, lat = 0]: Position | LngLat): LngLat {
  return [lng, lat];
}

function squared([x1 = 0, y1 = 0]: Position | LngLat, [x2 = 0, y2 = 0]: Position | LngLat, narrow: number): number {
  return ((x2 - x1) * narrow) ** 2 + (y2 - y1) ** 2;
}

/** A vertex of one shape that lies on the land of another. */
function inside(shape: Shape, land: Shape): LngLat | null {
  const [vertex] = shape.rings[0] ?? [];
  if (vertex === undefined || land.basis !== 'coast') return null;
  return land.rings.some((ring) => isInRing(vertex, ring)) ? lngLat(vertex) : null;
}
