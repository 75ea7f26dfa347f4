import { element, type Markup } from '../../src/kernel/markup.ts';
import { palettes } from '../../src/style/theme/theme.ts';

/** Pixels: the sizes that browsers ask for before they offer to install a site. */
export const iconWidths = [192, 512] as const;

/** The site's icon: a hatched square, the sign that stands for the disputed area on the map. */
export function iconPicture(): Markup {
  const { disputed, hatch, coast } = palettes.light;
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' }, [
    element('rect', { x: 2, y: 2, width: 28, height: 28, rx: 5, fill: disputed, stroke: coast, 'stroke-width': 2 }),
    element('path', { d: 'M5 17L17 5M5 27L27 5M15 27L27 15', stroke: hatch, 'stroke-width': 2.5 }),
  ]);
}
