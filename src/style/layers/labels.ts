/**
 * The lettering: one expression on global state for all labels, one layer for each way in which a kind of place is
 * lettered.
 */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { mapFonts } from '../../lettering/fonts/fonts.ts';
import { anchorOffsets } from '../../lettering/labels/anchors.ts';
import { type Lettering, lineHeight, markZoom, rockMarkZoom, secondaryScale } from '../../lettering/labels/kinds.ts';
import { unknownPositionZoom } from '../../model/camera.ts';
import { markSizes } from '../theme/theme.ts';
import { askedForEach, isSelected, themed } from './expressions.ts';

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

/**
 * Dots for settlements (hollow where the place ended in 1945) and rocks, small ones for capes and lakes, triangles for
 * peaks.
 */
export function markLayers(): LayerSpecification[] {
  const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name];
  return [
    {
      id: 'places-rock-mark',
      type: 'circle',
      source: 'places',
      minzoom: rockMarkZoom,
      filter: ['all', kind('rock'), isPlaced],
      paint: { 'circle-radius': markSizes.rock, 'circle-color': themed('coast') },
    },
    ...(['cape', 'lake', 'airport'] as const).map(
      (name): LayerSpecification => ({
        id: `places-${name}-mark`,
        type: 'circle',
        source: 'places',
        minzoom: markZoom(name),
        filter: ['all', kind(name), isPlaced],
        paint: {
          'circle-radius': markSizes.small,
          'circle-color': name === 'lake' ? themed('waterText') : themed('coast'),
        },
      }),
    ),
    {
      id: 'places-settlement-mark',
      type: 'circle',
      source: 'places',
      minzoom: markZoom('settlement'),
      filter: ['all', kind('settlement'), isPlaced],
      paint: {
        'circle-radius': markSizes.settlement,
        'circle-color': ['case', ['==', ['get', 'ended'], 1], themed('halo'), themed('landText')],
        'circle-stroke-color': themed('landText'),
        'circle-stroke-width': markSizes.settlementRing,
      },
    },
    {
      id: 'places-peak-mark',
      type: 'symbol',
      source: 'places',
      minzoom: markZoom('peak'),
      filter: ['all', kind('peak'), isPlaced],
      layout: {
        'text-field': '▲',
        'text-font': [...mapFonts.regular],
        'text-size': markSizes.peak,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': askedForEach(themed('landText')),
        'text-halo-color': themed('halo'),
        'text-halo-width': askedForEach(1),
      },
    },
  ];
}

/** What is laid out last lies on top and is given room first, so what ranks first goes last. */
export function labelLayers(letterings: readonly Lettering[]): LayerSpecification[] {
  const distinct = [...new Map(letterings.map((lettering) => [lettering.key, lettering])).values()];
  return distinct
    .sort((first, second) => second.rank - first.rank)
    .flatMap((lettering) => (lettering.stance === 'course' ? courseLayers(lettering) : [levelLayer(lettering)]));
}

/** The distance from a mark, by the side of it on which the label stands. */
const offsetExpression = Object.entries(anchorOffsets).reduce<ExpressionSpecification>(
  (otherwise, [anchor, offset]) => ['case', ['==', ['get', 'offset'], anchor], ['literal', [...offset]], otherwise],
  ['literal', [0, 0]],
);

/** Level lettering. `placeLabels` has found room for it; MapLibre only thins it out while the camera moves. */
function levelLayer(lettering: Lettering): SymbolLayerSpecification {
  return {
    ...labelLayer(lettering),
    layout: {
      ...lineLayout(lettering),
      'text-field': labelExpression,
      'text-line-height': lineHeight,
      'text-max-width': 60,
      'text-anchor': ['get', 'anchor'],
      'text-offset': offsetExpression,
      'text-justify': 'auto',
    },
  };
}

/** Lettering along a course: MapLibre sets one line at a time, so each of the two has a layer. */
function courseLayers(lettering: Lettering): SymbolLayerSpecification[] {
  const two: ExpressionSpecification = ['!=', line(2), ''];
  const base = lineLayout(lettering);
  return ([1, 2] as const).map((number) => ({
    ...labelLayer(lettering),
    id: `labels-${lettering.key}-${number}`,
    layout: {
      ...base,
      'text-field': line(number),
      'text-size': number === 1 ? ['get', 'size'] : ['*', ['get', 'size'], secondaryScale],
      'symbol-placement': 'line-center',
      'text-offset':
        number === 1 ? ['case', two, ['literal', [0, -0.55]], ['literal', [0, 0]]] : ['literal', [0, 0.75]],
      'text-allow-overlap': true,
    },
  }));
}

function lineLayout(lettering: Lettering): NonNullable<SymbolLayerSpecification['layout']> {
  return {
    'text-font': [...mapFonts[lettering.face]],
    // Written into the feature: of a size that depends on the zoom MapLibre would keep room for the largest.
    'text-size': ['get', 'size'],
    'text-letter-spacing': lettering.spacing,
    'text-padding': 0,
  };
}

function labelLayer(lettering: Lettering): SymbolLayerSpecification {
  return {
    id: `labels-${lettering.key}`,
    type: 'symbol',
    source: 'labels',
    filter: ['==', ['get', 'lettering'], lettering.key],
    paint: {
      'text-color': lettering.water
        ? askedForEach(themed('waterText'))
        : ['case', isSelected, themed('selected'), themed('landText')],
      'text-halo-color': lettering.water ? themed('sea') : themed('halo'),
      'text-halo-width': ['case', isSelected, 2.4, 1.4],
      'text-halo-blur': 0.4,
    },
  };
}
