/** The picture for cards: the plate in a wide frame, which social networks do not cut. */
import { element, type Markup } from '../src/model/markup.ts';
import { unitsHigh, unitsWide } from '../src/svg/units.ts';

/** Pixels: the shape that Open Graph and Twitter cards are shown in. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Height of the line under the map and size of its words, in units of the plate. */
const strip = { height: 44, fontSize: 22 } as const;

/** A plate with its sea and land running on to both sides, and `credit` in letters that a small card can hold. */
export function cardPicture(plate: Markup, credit: string): Markup {
  const parts = plate.children.filter((child) => typeof child !== 'string');
  const map = parts.find((part) => part.attributes['clip-path'] !== undefined);
  const page = parts.find(({ tag }) => tag === 'rect');
  if (map === undefined || page === undefined) throw new Error('the plate has no framed map');
  const height = unitsHigh + strip.height;
  const width = Math.round((height * cardSize.width) / cardSize.height);
  const across = { x: (unitsWide - width) / 2, width };
  const wide = map.children.map((child) =>
    typeof child !== 'string' && child.tag === 'rect' ? element('rect', { ...child.attributes, ...across }) : child,
  );
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${across.x} 0 ${width} ${height}`, ...cardSize },
    [
      ...parts.filter(({ tag }) => tag === 'style'),
      element('g', {}, wide),
      element('rect', { ...page.attributes, ...across, y: unitsHigh, height: strip.height }),
      element(
        'text',
        { class: 'credit', x: across.x + 24, y: unitsHigh + 30, style: `font-size:${strip.fontSize}px` },
        [credit],
      ),
    ],
  );
}
