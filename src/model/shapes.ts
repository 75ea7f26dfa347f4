/**
 * Outlines as they travel. A ring is one list of whole numbers, each position as its difference from the one before in steps of 0.0001°: as
 * exact as GeoJSON of four decimals, in half its room.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import * as v from 'valibot';

type Outlines = FeatureCollection<Polygon | MultiPolygon>;

/** `[lng, lat, lng, lat, …]`. */
type PackedRing = readonly number[];

/** A collection of outlines, whatever its rings are written as. */
interface Shapes<Ring> {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    properties: Feature['properties'];
    geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
  }[];
}

export type PackedShapes = Shapes<PackedRing>;

/** Steps in a degree. */
const steps = 10_000;

/** Throws where a position has more than four decimals: what is packed must come out as it went in. */
export function packShapes(outlines: Outlines): PackedShapes {
  return withRings(outlines, packRing);
}

export function unpackShapes(packed: PackedShapes): Outlines {
  return withRings(packed, unpackRing);
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

const ring = v.custom<PackedRing>(
  // By hand, because a schema takes its time over tens of thousands of numbers.
  (value) => Array.isArray(value) && value.length >= 8 && value.length % 2 === 0 && value.every(Number.isSafeInteger),
  'must be a ring of at least four positions, as whole numbers',
);

export const packedShapes = v.object({
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

function packRing(positions: readonly Position[]): PackedRing {
  const whole = positions.map(([lng = 0, lat = 0]) => {
    const step = [Math.round(lng * steps), Math.round(lat * steps)] as const;
    if (step[0] / steps !== lng || step[1] / steps !== lat)
      throw new Error(`[${lng}, ${lat}] has more than four decimals`);
    return step;
  });
  return whole.flatMap(([lng, lat], at) => [lng - (whole[at - 1]?.[0] ?? 0), lat - (whole[at - 1]?.[1] ?? 0)]);
}

function unpackRing(differences: PackedRing): Position[] {
  const positions: Position[] = [];
  let [lng, lat] = [0, 0];
  for (let at = 0; at < differences.length; at += 2) {
    lng += differences[at] ?? 0;
    lat += differences[at + 1] ?? 0;
    positions.push([lng / steps, lat / steps]);
  }
  return positions;
}
