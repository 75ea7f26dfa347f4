/**
 * Sea, graticule, waterlines, land, the four groups with their hatch, and the coast: all that lies under the lettering.
 */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import {
  coastWidths,
  graticuleWidth,
  halfDegreeZoom,
  hatchImage,
  mix,
  waterlines,
  waterlineWidth,
} from '../theme/theme.ts';
import { isOutlined, themed } from './expressions.ts';

export function groundLayers(): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': themed('sea') } },
    {
      id: 'graticule-degree',
      type: 'line',
      source: 'graticule',
      filter: ['==', ['get', 'step'], 1],
      paint: { 'line-color': themed('graticule'), 'line-width': graticuleWidth },
    },
    {
      id: 'graticule-half',
      type: 'line',
      source: 'graticule',
      filter: ['==', ['get', 'step'], 0.5],
      minzoom: halfDegreeZoom,
      paint: { 'line-color': themed('graticule'), 'line-width': graticuleWidth },
    },
    ...waterlineLayers(),
    // The coast is drawn over the edge: a program of its own to smooth it would only be compiled for nothing.
    {
      id: 'land-fill',
      type: 'fill',
      source: 'land',
      paint: { 'fill-color': themed('land'), 'fill-antialias': false },
    },
    {
      id: 'islands-fill',
      type: 'fill',
      source: 'islands',
      paint: { 'fill-color': themed('disputed'), 'fill-antialias': false },
    },
    {
      id: 'islands-hatch',
      type: 'fill',
      source: 'islands',
      paint: {
        'fill-pattern': ['match', ['global-state', 'theme'], 'dark', `${hatchImage}-dark`, `${hatchImage}-light`],
        'fill-antialias': false,
      },
    },
    {
      id: 'land-coast',
      type: 'line',
      source: 'land',
      layout: { 'line-join': 'bevel' },
      paint: { 'line-color': themed('coast'), 'line-width': coastWidth(1) },
    },
    {
      id: 'islands-coast',
      type: 'line',
      source: 'islands',
      layout: { 'line-join': 'bevel' },
      paint: { 'line-color': themed('coast'), 'line-width': coastWidth(1) },
    },
    // A layer of its own: a coast whose look depends on each feature would need another program, which the first frame
    // would wait for.
    {
      id: 'islands-outline',
      type: 'line',
      source: 'islands',
      filter: isOutlined,
      layout: { 'line-join': 'bevel' },
      paint: { 'line-color': themed('selected'), 'line-width': coastWidth(2.4) },
    },
  ];
}

/**
 * Each waterline is a wide stroke in its own colour under a slightly narrower one of sea: what is left is a line that
 * follows the coast.
 */
function waterlineLayers(): LayerSpecification[] {
  return waterlines.flatMap(({ distance, strength }, index) =>
    (['line', 'sea'] as const).map(
      (part): LayerSpecification => ({
        id: `shores-waterline-${index + 1}-${part}`,
        type: 'line',
        source: 'shores',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color':
            part === 'sea' ? themed('sea') : themed((palette) => mix(palette.sea, palette.waterline, strength)),
          'line-width': 2 * (part === 'sea' ? distance - waterlineWidth : distance),
        },
      }),
    ),
  );
}

/** The width of the coast by the zoom, so many times as wide. */
function coastWidth(times: number): ExpressionSpecification {
  const [first, ...others] = coastWidths.map(({ zoom, width }) => [zoom, width * times] as const);
  return ['interpolate', ['linear'], ['zoom'], ...(first ?? [0, 0]), ...others.flat()];
}
