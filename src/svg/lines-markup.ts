/** Lines that somebody holds, as the map draws them. */

import { element, type Markup } from '../kernel/markup.ts';
import { type Line, roleOf } from '../model/story/lines.ts';
import type { LngLat } from '../model/types.ts';
import { heldLineDashes, heldLineWidth } from '../style/theme/theme.ts';
import type { Colours } from './picture-style.ts';

/** The lines of a picture whose units `toUnits` gives; strokes are in CSS pixels. */
export function linesMarkup(
  lines: readonly Line[],
  toUnits: (position: LngLat) => readonly [x: number, y: number],
  colour: Colours,
): readonly Markup[] {
  return lines.map((line) => {
    const dash = heldLineDashes[roleOf(line)];
    const points = line.coordinates.map((position) =>
      toUnits(position)
        .map((value) => Number(value.toFixed(1)))
        .join(' '),
    );
    return element('path', {
      class: 'line',
      'data-line': line.id,
      d: `M${points.join('L')}`,
      fill: 'none',
      stroke: colour('landText'),
      'stroke-width': heldLineWidth,
      'stroke-dasharray': dash === null ? null : dash.join(' '),
    });
  });
}
