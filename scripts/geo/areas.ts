/** Areas of the drawing, and the official figures that it is measured against. */
import { area, center } from '@turf/turf';
import type { Polygon, Position } from 'geojson';
import { polygonsOf } from '../../src/kernel/rings.ts';
import { earthRadius } from '../../src/model/measures.ts';
import type { AreaScope, Dataset, Place } from '../../src/model/types.ts';

/** An area that somebody has published, to be held against the drawing. */
export interface OfficialArea {
  readonly place: string;
  readonly squareKilometres: number;
  readonly scope: AreaScope;
  /** Whose survey, of which year. */
  readonly basis: string;
}

/** The published areas, from `geo/facts.json`. */
export function officialAreas({ facts }: Dataset): readonly OfficialArea[] {
  return facts.flatMap((fact) =>
    fact.kind === 'area' && fact.scope !== null
      ? [{ place: fact.place, squareKilometres: fact.value, scope: fact.scope, basis: fact.basis.en }]
      : [],
  );
}

/** WGS 84: equatorial radius in metres, and the square of the eccentricity. */
const equatorialRadius = 6_378_137;
const eccentricitySquared = 0.006_694_379_990_14;

/**
 * Square kilometres on the WGS 84 ellipsoid: Turf's spherical area, scaled by the ellipsoid's curvature at the ring's
 * own latitude.
 */
export function ringArea(ring: readonly Position[]): number {
  const polygon: Polygon = { type: 'Polygon', coordinates: [[...ring]] };
  const [, latitude = 0] = center(polygon).geometry.coordinates;
  const bulge = 1 - eccentricitySquared * Math.sin((latitude * Math.PI) / 180) ** 2;
  const curvature = (equatorialRadius ** 2 * (1 - eccentricitySquared)) / bulge ** 2;
  return (area(polygon) * curvature) / (earthRadius * 1000) ** 2 / 1e6;
}

/**
 * The area in km² that an official figure of a place speaks of: all that is drawn of it, or the main island alone; of a
 * group of islets, those of at least 1 km².
 */
export function drawnArea(places: readonly Place[], id: string, scope: AreaScope): number {
  const ringsOf = ({ geometry }: Place) => (geometry === null ? [] : polygonsOf(geometry).flat());
  const members = places.filter((place) => place.id === id || place.group === id);
  const areas = members.flatMap(ringsOf).map(ringArea);
  if (scope === 'with islets') return total(areas);
  const island = members.find((place) => place.id === id && place.kind !== 'group');
  return island === undefined ? total(areas.filter((size) => size >= 1)) : Math.max(...ringsOf(island).map(ringArea));
}

function total(areas: readonly number[]): number {
  return areas.reduce((sum, size) => sum + size, 0);
}
