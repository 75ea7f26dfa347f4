/** The line of a measured distance: in the lettering's own colour, because it belongs to neither side. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, LineString, Point } from 'geojson';
import type { LngLat } from '../../model/types.ts';
import { markSizes, measureWidths } from '../theme/theme.ts';
import { themed } from './expressions.ts';

export function measureLayers(): LayerSpecification[] {
  return [
    {
      id: 'measure-halo',
      type: 'line',
      source: 'measure',
      paint: { 'line-color': themed('halo'), 'line-width': measureWidths.halo },
    },
    {
      id: 'measure-line',
      type: 'line',
      source: 'measure',
      paint: { 'line-color': themed('landText'), 'line-width': measureWidths.line },
    },
    {
      id: 'measure-end',
      type: 'circle',
      source: 'measure',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': markSizes.settlement + 1,
        'circle-color': themed('halo'),
        'circle-stroke-color': themed('landText'),
        'circle-stroke-width': measureWidths.line,
      },
    },
  ];
}

/**
 * The features of the source `measure`: the line and its ends; the one end while there is only one; nothing for
 * nothing.
 */
export function measureFeatures(line: readonly LngLat[]): FeatureCollection<LineString | Point> {
  const [first] = line;
  const last = line[line.length - 1];
  const ends = first === undefined || last === undefined ? [] : line.length === 1 ? [first] : [first, last];
  const geometries: readonly (LineString | Point)[] = [
    ...(line.length < 2 ? [] : [{ type: 'LineString' as const, coordinates: line.map((position) => [...position]) }]),
    ...ends.map((position) => ({ type: 'Point' as const, coordinates: [...position] })),
  ];
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  };
}
