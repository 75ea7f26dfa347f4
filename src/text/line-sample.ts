/** A sample of a line as the map draws it, for legends. The style sheet gives it the dash of its class. */

import { element, type Markup } from '../kernel/markup.ts';
import type { LineRole } from '../model/story/lines.ts';

export function lineSample(role: LineRole): Markup {
  return element('svg', { class: `line-sample ${role}`, width: 36, height: 10, 'aria-hidden': 'true' }, [
    element('path', { d: 'M0 5h36', stroke: 'currentColor' }),
  ]);
}
