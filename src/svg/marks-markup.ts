/** Dots and triangles for the places that have no drawn land, as the map marks them. */

import { element, type Markup } from '../kernel/markup.ts';
import { markZoom, rockMarkZoom } from '../lettering/labels/kinds.ts';
import { type Frame, toPixels, unknownPositionZoom } from '../model/camera.ts';
import type { Gazetteer, Place } from '../model/types.ts';
import { markSizes } from '../style/theme/theme.ts';
import type { Colours } from './picture-style.ts';

/** The marks of a frame, in its CSS pixels. */
export function marksMarkup(dataset: Gazetteer, frame: Frame, colour: Colours): readonly Markup[] {
  const { zoom } = frame.view;
  return dataset.places.flatMap((place) => {
    const from = markedFrom(place);
    if (from === null || zoom < from || (place.positionBasis === 'unknown' && zoom >= unknownPositionZoom)) return [];
    const [x, y] = toPixels(frame, place.position).map((value) => Number(value.toFixed(1)));
    if (x === undefined || y === undefined || x < 0 || y < 0 || x > frame.width || y > frame.height) return [];
    return [markOf(place, x, y, colour)];
  });
}

/** Kinds that have a mark from the zoom at which they are named. */
const marked = ['cape', 'lake', 'airport', 'settlement', 'peak'] as const;

function markedFrom({ kind, geometry }: Place): number | null {
  if (geometry !== null) return null;
  if (kind === 'rock') return rockMarkZoom;
  const known = marked.find((other) => other === kind);
  return known === undefined ? null : markZoom(known);
}

function markOf({ kind, endedIn1945 }: Place, cx: number, cy: number, colour: Colours): Markup {
  if (kind === 'settlement')
    return element('circle', {
      cx,
      cy,
      r: markSizes.settlement,
      fill: endedIn1945 ? colour('halo') : colour('landText'),
      stroke: colour('landText'),
      'stroke-width': markSizes.settlementRing,
    });
  if (kind === 'peak') {
    const half = markSizes.peak * 0.4;
    return element('path', {
      d: `M${cx} ${cy - half}l${half} ${half * 1.8}h${-half * 2}z`,
      fill: colour('landText'),
      stroke: colour('halo'),
      'paint-order': 'stroke',
    });
  }
  return element('circle', {
    cx,
    cy,
    r: kind === 'rock' ? markSizes.rock : markSizes.small,
    fill: kind === 'lake' ? colour('waterText') : colour('coast'),
  });
}
