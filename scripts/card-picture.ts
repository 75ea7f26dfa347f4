/** The picture for cards: the plate in a wide frame, which social networks do not cut. */
import { element, type Markup } from '../src/model/markup.ts';
import { unitsHigh, unitsWide } from '../src/svg/units.ts';

/** Pixels: the shape that Open Graph and Twitter cards are shown in. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Height of the line under the map and size of its words, in units of the plate. */
const strip = { height: 44, fontSize: 22 } as const;

/** A card is shown at half its size and less: its letters are larger than the plate's. */
const enlargement = 1.45;

/** Units of the plate: a label whose point lies nearer to a side, or three times as near to top or bottom, is left out. */
const edge = 120;

/** A plate with its sea and land running on to both sides, and `credit` in letters that a small card can hold. */
export function cardPicture(plate: Markup, credit: string): Markup {
  const parts = plate.children.filter((child) => typeof child !== 'string');
  const map = parts.find((part) => part.attributes['clip-path'] !== undefined);
  const page = parts.find(({ tag }) => tag === 'rect');
  if (map === undefined || page === undefined) throw new Error('the plate has no framed map');
  const height = unitsHigh + strip.height;
  const width = Math.round((height * cardSize.width) / cardSize.height);
  const across = { x: (unitsWide - width) / 2, width };
  const right = across.x + width;
  const wide = map.children.map((child) => {
    if (typeof child === 'string') return child;
    return child.tag === 'rect'
      ? element('rect', { ...child.attributes, ...across })
      : labelled(child, across.x, right);
  });
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

/** The group with its lettering enlarged, without what the edges from `left` to `right` would cut. */
function labelled(group: Markup, left: number, right: number): Markup {
  return element(
    group.tag,
    group.attributes,
    group.children.flatMap((child) => {
      if (typeof child === 'string' || child.tag !== 'text') return [child];
      const [line] = child.children;
      const x = typeof line === 'object' ? Number(line.attributes['x']) : Number.NaN;
      const y = Number(child.attributes['y']);
      if (x < left + edge || x > right - edge || y < edge / 3 || y > unitsHigh - edge / 3) return [];
      const size = Number(child.attributes['font-size']) * enlargement;
      return [element('text', { ...child.attributes, 'font-size': size.toFixed(1) }, child.children)];
    }),
  );
}
