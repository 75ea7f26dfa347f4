/** A sample of a line as the map draws it, for legends. */
import type { LineRole } from '../model/lines.ts';
import { element, type Markup } from '../model/markup.ts';
import { heldLineDashes, heldLineWidth } from '../style/theme.ts';

export function lineSample(role: LineRole): Markup {
  return element('svg', { class: 'line-sample', width: 36, height: 10, 'aria-hidden': 'true' }, [
    element('path', {
      d: 'M0 5h36',
      stroke: 'currentColor',
      'stroke-width': heldLineWidth,
      'stroke-dasharray': heldLineDashes[role]?.join(' '),
    }),
  ]);
}
