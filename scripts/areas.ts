/** Areas of the drawing, and the official figures that it is measured against. */
import { area, center } from '@turf/turf';
import type { Polygon, Position } from 'geojson';
import * as v from 'valibot';
import { readJson } from './node-files.ts';

export interface OfficialArea {
  readonly squareKilometres: number;
  /** The main island alone, or all its islets with it. */
  readonly scope: 'main island' | 'with islets';
  /** Whose survey, of which year. */
  readonly basis: string;
}

const schema = v.object({
  areas: v.array(
    v.object({
      place: v.string(),
      square_kilometres: v.number(),
      scope: v.picklist(['main island', 'with islets']),
      source: v.string(),
    }),
  ),
  sources: v.array(
    v.object({ id: v.string(), publisher: v.string(), basis: v.string(), url: v.pipe(v.string(), v.url()) }),
  ),
});

/** Official areas by place id, from `geo/facts.json`. Throws when an area names a source that is not listed. */
export function readOfficialAreas(): ReadonlyMap<string, OfficialArea> {
  const { areas, sources } = v.parse(schema, readJson('geo/facts.json'));
  return new Map(
    areas.map(({ place, square_kilometres, scope, source }) => {
      const found = sources.find(({ id }) => id === source);
      if (found === undefined) throw new Error(`geo/facts.json: area of “${place}”: no source is called “${source}”`);
      return [place, { squareKilometres: square_kilometres, scope, basis: found.basis }];
    }),
  );
}

/** WGS 84: equatorial radius in metres, and the square of the eccentricity. */
const equatorialRadius = 6_378_137;
const eccentricitySquared = 0.006_694_379_990_14;
/** The sphere that Turf measures on, in metres. */
const sphereRadius = 6_371_008.8;

/** Square kilometres on the WGS 84 ellipsoid: Turf's spherical area, scaled by the ellipsoid's curvature at the ring's own latitude. */
export function ringArea(ring: readonly Position[]): number {
  const polygon: Polygon = { type: 'Polygon', coordinates: [[...ring]] };
  const [, latitude = 0] = center(polygon).geometry.coordinates;
  const bulge = 1 - eccentricitySquared * Math.sin((latitude * Math.PI) / 180) ** 2;
  const curvature = (equatorialRadius ** 2 * (1 - eccentricitySquared)) / bulge ** 2;
  return (area(polygon) * curvature) / sphereRadius ** 2 / 1e6;
}

/** The area that an official figure speaks of: the largest ring alone, or all rings together. */
export function comparableArea(rings: readonly (readonly Position[])[], scope: OfficialArea['scope']): number {
  const areas = rings.map(ringArea);
  return scope === 'main island' ? Math.max(...areas) : areas.reduce((sum, size) => sum + size, 0);
}
