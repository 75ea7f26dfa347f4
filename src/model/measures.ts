import type { Position } from 'geojson';
import type { Dataset, Place } from './types.ts';

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The bounds of a place's drawn land; of all its members for a group; of its position where nothing is drawn. `null` for an unknown id. */
export function boundsOf(dataset: Dataset, id: string): Bounds | null {
  const place = dataset.places.find((candidate) => candidate.id === id);
  if (place === undefined) return null;
  const members = place.group === place.id ? dataset.places.filter((member) => member.group === id) : [place];
  const positions = members.flatMap(positionsOf);
  const longitudes = positions.map(([lng = 0]) => lng);
  const latitudes = positions.map(([, lat = 0]) => lat);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function positionsOf(place: Place): readonly Position[] {
  if (place.geometry === null) return [[...place.position]];
  const polygons = place.geometry.type === 'Polygon' ? [place.geometry.coordinates] : place.geometry.coordinates;
  return polygons.flatMap((rings) => rings[0] ?? []);
}
