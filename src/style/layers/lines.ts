/** Lines that somebody holds, each drawn as its role asks, and the words that say whose they are. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection, LineString, Point } from 'geojson';
import { mapFonts } from '../../lettering/fonts/fonts.ts';
import { lineHeight } from '../../lettering/labels/kinds.ts';
import type { PlacedLineLabel } from '../../lettering/line-labels.ts';
import { type Line, partOf, roleOf } from '../../model/story/lines.ts';
import { heldLineDashes, heldLineWidth } from '../theme/theme.ts';
import { askedForEach, themed } from './expressions.ts';

/** Dashes double from each whole zoom to the next: they begin as much too short as they end too long. */
const wholeZoomShare = Math.SQRT2;

const roles = ['treaty', 'ja', 'ru'] as const satisfies readonly (keyof typeof heldLineDashes)[];

export function lineLayers(): LayerSpecification[] {
  return roles.map((role): LayerSpecification => {
    const dash = heldLineDashes[role];
    return {
      id: `lines-${role}`,
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'role'], role],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': themed('landText'),
        'line-width': heldLineWidth,
        ...(dash === null ? {} : { 'line-dasharray': dash.map((length) => length / heldLineWidth / wholeZoomShare) }),
      },
    };
  });
}

/** They are placed as the names are, and like these only set by MapLibre. */
export function lineLabelLayers(): LayerSpecification[] {
  return [
    {
      id: 'line-labels',
      type: 'symbol',
      source: 'line-labels',
      layout: {
        'text-field': ['get', 'text'],
        'text-font': [...mapFonts.regular],
        'text-size': ['get', 'size'],
        'text-line-height': lineHeight,
        'text-max-width': 60,
        'text-padding': 0,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': askedForEach(themed('landText')),
        'text-halo-color': themed('sea'),
        'text-halo-width': askedForEach(1.4),
        'text-halo-blur': 0.4,
      },
    },
  ];
}

/** The features of the source `lines`; of those that are being drawn a `share` of their length, from 0 to 1. */
export function lineFeatures(
  lines: readonly Line[],
  share: (line: Line) => number = () => 1,
): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: lines.flatMap((line) => {
      const coordinates = partOf(line.coordinates, share(line)).map((position) => [...position]);
      return coordinates.length < 2
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: { line: line.id, role: roleOf(line) },
              geometry: { type: 'LineString' as const, coordinates },
            },
          ];
    }),
  };
}

/** The features of the source `line-labels`. */
export function lineLabelFeatures(labels: readonly PlacedLineLabel[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: labels.map(({ line, rows, size, at }) => ({
      type: 'Feature',
      properties: { line: line.id, text: rows.join('\n'), size },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
  };
}
