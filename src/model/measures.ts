import type { MultiPolygon, Polygon, Position } from 'geojson';
import { exteriorsOf, polygonsOf } from '../kernel/rings.ts';
import type { Gazetteer, LngLat, Place } from './types.ts';

/** Kilometres: the mean radius of the Earth (IUGG). */
export const earthRadius = 6371.0088;

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * The bounds of a place's drawn land; of all its members for a group; of its position where nothing is drawn. `null`
 * for an unknown id.
 */
export function boundsOf(dataset: Gazetteer, id: string): Bounds | null {
  const place = dataset.places.find((candidate) => candidate.id === id);
  if (place === undefined) return null;
  const members = place.group === place.id ? dataset.places.filter((member) => member.group === id) : [place];
  return boundsOfPositions(members.flatMap(positionsOf));
}

/** The bounds of at least one position. */
export function boundsOfPositions(positions: readonly (Position | LngLat)[]): Bounds {
  return positions.reduce<Bounds>(
    ([west, south, east, north], [lng = 0, lat = 0]) => [
      Math.min(west, lng),
      Math.min(south, lat),
      Math.max(east, lng),
      Math.max(north, lat),
    ],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function positionsOf(place: Place): readonly Position[] {
  return place.geometry === null ? [[...place.position]] : exteriorsOf(place.geometry).flat();
}

/** Area of drawn land in km² on a sphere: within a half per cent of the ellipsoid, for ranking, not for printing. */
export function areaOf(geometry: Polygon | MultiPolygon): number {
  return polygonsOf(geometry).reduce(
    (sum, rings) => sum + rings.reduce((rest, ring, index) => rest + (index === 0 ? 1 : -1) * ringArea(ring), 0),
    0,
  );
}

function ringArea(ring: readonly Position[]): number {
  const radians = Math.PI / 180;
  const twice = ring.reduce((sum, [lng = 0, lat = 0], index) => {
    const [nextLng = lng, nextLat = lat] = ring[index + 1] ?? [];
    return sum + (nextLng - lng) * radians * (Math.sin(lat * radians) + Math.sin(nextLat * radians));
  }, 0);
  return Math.abs(twice / 2) * earthRadius ** 2;
}
