/** The outlines of all land as polygons in the Mercator world, projected once for all frames. */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf } from '../../kernel/rings.ts';
import type { Steps } from '../../kernel/steps.ts';
import { project } from '../../model/camera.ts';
import type { Gazetteer } from '../../model/types.ts';

/** The id of a place with drawn land; `otherLand` is all that is not disputed. */
export type Ground = string;
export const otherLand: Ground = 'other';

/** One polygon in the Mercator world, with the box it lies in. */
export interface Outline {
  readonly ground: Ground;
  readonly rings: readonly Float64Array[];
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

/** All land, projected once. */
export interface Outlines {
  readonly grounds: readonly Ground[];
  readonly polygons: readonly Outline[];
}

export interface Land {
  readonly dataset: Gazetteer;
  /** The land around the disputed islands. */
  readonly land: { readonly features: readonly { readonly geometry: Polygon | MultiPolygon }[] };
}

/** Projects the disputed land and what lies around it. Pauses after every polygon. */
export function* projectOutlines({ dataset, land }: Land): Steps<Outlines> {
  const polygons: Outline[] = [];
  const shapes = [
    ...dataset.places.flatMap(({ id, geometry }) => (geometry === null ? [] : [[id, geometry] as const])),
    ...land.features.map(({ geometry }) => [otherLand, geometry] as const),
  ];
  for (const [ground, geometry] of shapes)
    for (const rings of polygonsOf(geometry)) {
      polygons.push(outlineOf(ground, rings));
      yield;
    }
  return { grounds: [...new Set(polygons.map(({ ground }) => ground))], polygons };
}

function outlineOf(ground: Ground, rings: readonly (readonly Position[])[]): Outline {
  const projected = rings.map((ring) =>
    Float64Array.from(ring.flatMap(([lng = 0, lat = 0]) => [...project([lng, lat])])),
  );
  const exterior = projected[0] ?? new Float64Array(0);
  const xs = exterior.filter((_, index) => index % 2 === 0);
  const ys = exterior.filter((_, index) => index % 2 === 1);
  return {
    ground,
    rings: projected,
    west: xs.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY),
    east: xs.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY),
    north: ys.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY),
    south: ys.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY),
  };
}
