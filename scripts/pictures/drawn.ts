/** The drawing as pictures need it: everything, or the land thinned to what a picture can show. */
import { bbox, bboxClip, coordAll, flatten, truncate } from '@turf/turf';
import type { BBox, Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { Advances } from '../../src/lettering/fonts/text-width.ts';
import { type Line, openLines } from '../../src/model/story/lines.ts';
import type { Dataset } from '../../src/model/types.ts';
import type { PictureTime } from '../../src/text/pictures/picture-words.ts';
import { simplifyLand } from '../geo/surrounding-land.ts';

export interface Drawn {
  readonly dataset: Dataset;
  readonly advances: Advances;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  /** Of all years. */
  readonly lines: readonly Line[];
}

/** Degrees: what the first picture shows beyond its frame, for windows of any shape. */
const pictureCut: BBox = [130, 37.5, 164, 51.5];

/** Degrees: half a pixel of a frame 1000 pixels wide. */
const pictureTolerance = 0.0024;

/**
 * Degrees. How much land is simplified that lies beyond each box: what is beside the first view is seen in wide or tall
 * windows alone, and what is beyond that in none of usual shape.
 */
const thinning: readonly (readonly [beyond: BBox, tolerance: number])[] = [
  [[144.4, 42.6, 149.8, 46.2], 0.007],
  [[142, 40, 152, 48.5], 0.04],
];

/**
 * Simplifies land more the farther it lies beyond the first view; no seam is cut, because every vertex kept is one of
 * its own.
 */
function thinBeyond<G extends Polygon | MultiPolygon>(land: Feature<G>): Feature<G> {
  const key = ([lng, lat]: Position) => `${lng} ${lat}`;
  const steps = thinning.map(
    ([box, tolerance]) => [box, new Set(coordAll(simplifyLand(land, tolerance)).map(key))] as const,
  );
  const stays = (position: Position): boolean =>
    steps.every(([[west, south, east, north], kept]) => {
      const [lng = 0, lat = 0] = position;
      return (lng > west && lng < east && lat > south && lat < north) || kept.has(key(position));
    });
  const thin = (ring: readonly Position[]): Position[] => {
    const kept = ring.filter(stays);
    return kept.length < 4 ? [...ring] : kept;
  };
  const { geometry } = land;
  const thinned =
    geometry.type === 'Polygon'
      ? { ...geometry, coordinates: geometry.coordinates.map(thin) }
      : { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(thin)) };
  return { ...land, geometry: thinned as G };
}

/** The drawing at the resolution of the first picture. */
export function forPicture(
  { dataset, land, advances, lines }: Drawn,
  cut: BBox = pictureCut,
  tolerance: number = pictureTolerance,
): Drawn {
  const reduce = <G extends Polygon | MultiPolygon>(feature: Feature<G>): Feature<G> =>
    truncate(simplifyLand(feature, tolerance), { precision: 4 });
  return {
    advances,
    lines,
    dataset: {
      ...dataset,
      places: dataset.places.map((place) =>
        place.geometry === null
          ? place
          : { ...place, geometry: reduce({ type: 'Feature', properties: {}, geometry: place.geometry }).geometry },
      ),
    },
    land: {
      type: 'FeatureCollection',
      features: flatten(land).features.flatMap((part) => {
        const clipped = bboxClip(part as Feature<Polygon>, cut) as Feature<Polygon | MultiPolygon>;
        if (clipped.geometry.coordinates.flat(2).length === 0) return [];
        return isSpeck(clipped) ? [] : [truncate(thinBeyond(simplifyLand(clipped, tolerance)), { precision: 4 })];
      }),
    },
  };
}

/** Too small for the first picture: under 0.02° wide, and not one of the four groups. */
function isSpeck(feature: Feature<Polygon | MultiPolygon>): boolean {
  const [west, , east] = bbox(feature);
  return east - west < 0.02;
}

/** What every picture of today shows. */
export function timeNow({ lines }: Pick<Drawn, 'lines'>): PictureTime {
  return { lines: openLines(lines, 'both'), step: null, whose: 'both' };
}
