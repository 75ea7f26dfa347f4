/** The lettering: one expression on global state for all labels, one layer for each way in which a kind of place is lettered. */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import {
  fontFamilies,
  type Lettering,
  letteringOfKind,
  secondaryScale,
  sizeZooms,
  unknownPositionZoom,
} from '../lettering.ts';
import { isSelected, themed } from './expressions.ts';

/** Looks up the line that names and language in the global state ask for. */
function line(number: 1 | 2): ExpressionSpecification {
  return ['get', ['concat', ['global-state', 'names'], '.', ['global-state', 'lang'], `.${number}`]];
}

/** First line at full size; the second, where there is one, under it and smaller. */
export const labelExpression: ExpressionSpecification = [
  'case',
  ['==', line(2), ''],
  line(1),
  ['format', line(1), {}, '\n', {}, line(2), { 'font-scale': secondaryScale }],
];

/** A position of unknown basis is good enough for a small scale only. */
const isPlaced: ExpressionSpecification = [
  'any',
  ['!=', ['get', 'basis'], 'unknown'],
  ['<', ['zoom'], unknownPositionZoom],
];

/** Dots for settlements (hollow where the place ended in 1945) and rocks, triangles for peaks. */
export function markLayers(): LayerSpecification[] {
  const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name];
  return [
    {
      id: 'places-rock-mark',
      type: 'circle',
      source: 'places',
      minzoom: 7,
      filter: ['all', kind('rock'), isPlaced],
      paint: { 'circle-radius': 1.8, 'circle-color': themed('coast') },
    },
    {
      id: 'places-settlement-mark',
      type: 'circle',
      source: 'places',
      minzoom: letteringOfKind('settlement').fromZoom,
      filter: ['all', kind('settlement'), isPlaced],
      paint: {
        'circle-radius': 2.6,
        'circle-color': ['case', ['==', ['get', 'ended'], 1], themed('halo'), themed('landText')],
        'circle-stroke-color': themed('landText'),
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'places-peak-mark',
      type: 'symbol',
      source: 'places',
      minzoom: letteringOfKind('peak').fromZoom,
      filter: ['all', kind('peak'), isPlaced],
      layout: {
        'text-field': '▲',
        'text-font': [fontFamilies.serif],
        'text-size': 9,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': themed('landText'), 'text-halo-color': themed('halo'), 'text-halo-width': 1 },
    },
  ];
}

export function labelLayers(letterings: readonly Lettering[]): LayerSpecification[] {
  const distinct = [...new Map(letterings.map((lettering) => [lettering.key, lettering])).values()];
  // MapLibre gives room to the topmost layer first, so what ranks first goes last.
  return distinct.sort((first, second) => second.rank - first.rank).map(labelLayer);
}

function labelLayer(lettering: Lettering): SymbolLayerSpecification {
  const face = lettering.face === 'italic' ? `${fontFamilies.serif} Italic` : fontFamilies.serif;
  return {
    id: `places-${lettering.key}`,
    type: 'symbol',
    source: 'places',
    minzoom: lettering.fromZoom,
    filter: ['all', ['==', ['get', 'lettering'], lettering.key], isPlaced],
    layout: {
      'text-field': labelExpression,
      'text-font': [face, fontFamilies.mincho],
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        sizeZooms.phone,
        lettering.phoneSize,
        sizeZooms.full,
        lettering.size,
      ],
      'text-letter-spacing': lettering.spacing,
      'text-line-height': 1.25,
      'text-max-width': 40,
      'text-padding': 2,
      ...(lettering.beside
        ? {
            'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
            'text-radial-offset': 0.9,
            'text-justify': 'auto',
          }
        : { 'text-anchor': ['get', 'anchor'], 'text-justify': 'auto' }),
    },
    paint: {
      'text-color': lettering.water
        ? themed('waterText')
        : ['case', isSelected, themed('selected'), themed('landText')],
      'text-halo-color': lettering.water ? themed('sea') : themed('halo'),
      'text-halo-width': ['case', isSelected, 2.4, 1.4],
      'text-halo-blur': 0.4,
    },
  };
}
