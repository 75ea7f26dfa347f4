/**
 * The land around the four groups: Natural Earth 1:10m from the `world-atlas` package, with the east of Hokkaido as
 * drawn by hand.
 */
import {
  area,
  bbox,
  bboxClip,
  bboxPolygon,
  booleanPointInPolygon,
  center,
  coordAll,
  difference,
  featureCollection,
  flatten,
  intersect,
  lineIntersect,
  polygon,
  polygonToLine,
  simplify,
  truncate,
  union,
} from '@turf/turf';
import type { BBox, Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature as fromTopology } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Grid } from '../../src/model/data/shapes.ts';
import { readJson } from '../machine/node-files.ts';
import { DataFaults } from './data-faults.ts';
import { geoName } from './geo-files.ts';

/** What is cut out of the world, in degrees: wider than any camera that `cameraLimits` permits. */
export const landCut: BBox = [125, 33, 170, 60];

type Land = Feature<Polygon | MultiPolygon>;

/** Natural Earth draws seven polygons of the four groups; they make room for the hand-drawn ones. */
const naturalEarthIslands = 7;

/** Degrees. A polygon of Natural Earth whose middle lies here is one of the four groups. */
const disputedBoxes: readonly BBox[] = [
  [145.37, 43.64, 149.2, 45.8],
  [145.83, 43.3, 146.5, 43.67],
];

/** Degrees (about 150 m): finer than Natural Earth's own line, coarser than its noise. */
const simplifyTolerance = 0.0015;

/**
 * Builds `geo/land.geojson`: one feature a polygon, exterior rings anticlockwise, three decimals. Throws when a join
 * fails.
 */
export function buildSurroundingLand(hokkaido: FeatureCollection<Polygon | MultiPolygon>): FeatureCollection<Polygon> {
  const world = naturalEarth();
  const kept = world.filter((land) => !isDisputed(land));
  if (world.length - kept.length !== naturalEarthIslands)
    throw new Error(
      `world-atlas: expected ${naturalEarthIslands} polygons of the four groups, found ${world.length - kept.length}`,
    );

  const [drawn, ...islets] = [...flatten(hokkaido).features].sort((first, second) => width(second) - width(first));
  if (drawn === undefined) throw new DataFaults([`${geoName('hokkaido.geojson')}: has no land`]);
  const main = kept.find((land) => booleanPointInPolygon([143.2, 43.4], land));
  if (main === undefined) throw new Error('world-atlas: Hokkaido is missing');
  const east = bboxPolygon([bbox(drawn)[0], 42.8, 146, 44.5]);
  const rest = kept.filter((land) => land !== main && !booleanPointInPolygon(center(land), east));

  const far = rest.map((land) => simplifyLand(land, simplifyTolerance));
  const joined = joinHokkaido(main, drawn);
  const parts = flatten(featureCollection<Polygon | MultiPolygon>([...far, joined, ...islets]))
    .features as Feature<Polygon>[];
  return featureCollection(
    parts
      .filter((part) => area(part) > leastArea)
      .map((part) => ({ type: 'Feature', properties: {}, geometry: truncate(part, { precision: 4 }).geometry })),
  );
}

const readTopology = () => readJson('node_modules/world-atlas/land-10m.json') as Topology<{ land: GeometryCollection }>;

/** The grid on which `world-atlas` tells Natural Earth. */
export function naturalEarthGrid(): Grid {
  const { transform } = readTopology();
  if (transform === undefined) throw new Error('world-atlas: its positions lie on no grid');
  const [[lng = 0, lat = 0], [eastward = 0, northward = 0]] = [transform.translate, transform.scale];
  return { origin: [lng, lat], step: [eastward, northward] };
}

function naturalEarth(): Land[] {
  const topology = readTopology();
  const clipped = fromTopology(topology, topology.objects.land).features.flatMap((land) =>
    land.geometry.type === 'Polygon' || land.geometry.type === 'MultiPolygon'
      ? flatten(land.geometry).features.flatMap((part) => {
          const [west, south, eastEdge, north] = bbox(part);
          if (eastEdge < landCut[0] || west > landCut[2] || north < landCut[1] || south > landCut[3]) return [];
          return flatten(bboxClip(part as Feature<Polygon>, landCut)).features as Feature<Polygon>[];
        })
      : [],
  );
  return clipped.filter(
    (land) => land.geometry.coordinates[0] !== undefined && land.geometry.coordinates[0].length >= 4,
  );
}

function isDisputed(land: Land): boolean {
  const middle = center(land);
  return disputedBoxes.some((box) => booleanPointInPolygon(middle, bboxPolygon(box)));
}

/**
 * Puts the hand-drawn east in place of Natural Earth's. The two coasts are cut where they cross each other, so that the
 * coast runs on without a step; the cut itself runs inland.
 */
function joinHokkaido(naturalEarthLand: Land, drawn: Land): Land {
  const crossings = lineIntersect(
    polygonToLine(drawn as Feature<Polygon>),
    polygonToLine(naturalEarthLand as Feature<Polygon>),
  )
    .features.map((point) => point.geometry.coordinates)
    .filter(([lng]) => lng !== undefined && lng < 144.6);
  const north = westernmost(crossings.filter(([, lat]) => (lat ?? 0) > 43.7));
  const south = westernmost(crossings.filter(([, lat]) => (lat ?? 0) < 43.3));
  if (north === undefined || south === undefined)
    throw new DataFaults([
      `${geoName('hokkaido.geojson')}: its coast does not cross Natural Earth’s west of 144.6° E; must do so, so that they join without a step`,
    ]);
  const [northLng = 0] = north;
  const [southLng = 0] = south;
  // From crossing to crossing the cut bends well inland, so that it stays within both lands.
  const eastSide = polygon([
    [
      [southLng, 42],
      [147, 42],
      [147, 45],
      [northLng, 45],
      [...north],
      [144.4, 43.7],
      [144.4, 43.3],
      [...south],
      [southLng, 42],
    ],
  ]);
  const west = difference(featureCollection<Polygon | MultiPolygon>([naturalEarthLand, eastSide]));
  const east = intersect(featureCollection<Polygon | MultiPolygon>([drawn, eastSide]));
  if (west === null || east === null)
    throw new DataFaults([
      `${geoName('hokkaido.geojson')}: nothing is left on one side of the join with Natural Earth`,
    ]);
  const whole = union(featureCollection<Polygon | MultiPolygon>([simplifyLand(west, simplifyTolerance), east]));
  if (whole === null) throw new DataFaults([`${geoName('hokkaido.geojson')}: the union with Natural Earth is empty`]);
  return whole;
}

function westernmost(points: readonly Position[]): Position | undefined {
  return [...points].sort(([first = 0], [second = 0]) => first - second)[0];
}

function width(land: Land): number {
  const [west, , east] = bbox(land);
  return east - west;
}

/**
 * Square metres: what is left of an island at the edge of the cut can be less than this, and is then nothing to draw.
 */
const leastArea = 10_000;

/** Simplifies each ring that has points to spare; a rock of a few points stays as it is. `tolerance` in degrees. */
export function simplifyLand<G extends Polygon | MultiPolygon>(land: Feature<G>, tolerance: number): Feature<G> {
  return coordAll(land).length < 12 ? land : simplify(land, { tolerance, highQuality: true });
}
