/**
 * The inset: a globe that shows where in the world the map lies. Land is Natural Earth 1:110m, which has none of the
 * four groups.
 */

import type { GeoPermissibleObjects } from 'd3-geo';
import { geoGraticule, geoOrthographic, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { element, type Markup } from '../../src/kernel/markup.ts';
import { homeBounds } from '../../src/model/camera.ts';
import { compactPath } from '../../src/svg/compact-path.ts';
import { readJson } from '../machine/node-files.ts';

/** CSS pixels. */
const size = 112;

/** The coarse land of the whole world, which only the globe uses. */
export function coarseLand(): GeoPermissibleObjects {
  const topology = readJson('node_modules/world-atlas/land-110m.json') as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land);
}

/**
 * Mid tones that stand on the sea of the light and of the dark theme alike, because a picture file knows only the
 * system's.
 */
export function insetPicture(): Markup {
  const projection = geoOrthographic()
    .rotate([-147, -38])
    .translate([size / 2, size / 2])
    .scale(size / 2 - 2)
    .precision(0.8)
    .clipAngle(90);
  const path = geoPath(projection).digits(1);
  const draw = (object: GeoPermissibleObjects) => compactPath(path(object) ?? '');
  const { west, south, east, north } = homeBounds;
  const frame = draw({
    type: 'LineString',
    coordinates: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
      [west, north],
    ],
  });
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size} ${size}`, width: size, height: size },
    [
      element('path', { d: draw({ type: 'Sphere' }), fill: '#8fa9b5', 'fill-opacity': 0.35, stroke: '#6f8791' }),
      element('path', {
        d: draw(geoGraticule().step([30, 30])()),
        fill: 'none',
        stroke: '#6f8791',
        'stroke-width': 0.4,
        'stroke-opacity': 0.5,
      }),
      element('path', { d: draw(coarseLand()), fill: '#a89a80' }),
      element('path', { d: frame, fill: 'none', stroke: '#fff', 'stroke-width': 4 }),
      element('path', { d: frame, fill: 'none', stroke: '#1c2b33', 'stroke-width': 2 }),
    ],
  );
}
