/** The picture for cards: the plate in a wide frame, which social networks do not cut. */
import { element, type Markup } from '../src/model/markup.ts';
import { renderLettering } from '../src/svg/lettering-markup.ts';
import { homePlate, unitsHigh, unitsWide } from '../src/svg/units.ts';
import { cardSize } from '../src/text/oembed-answer.ts';
import { plateCredit } from '../src/text/picture-words.ts';
import { type Drawn, type Plate, timeNow } from './prerender.ts';

/** Height of the line under the map and size of its words, in units of the plate. */
const strip = { height: 44, fontSize: 22 } as const;

/** CSS pixels: the home frame is lettered for this width and enlarged, because a card is shown at half its size and less. */
const letteredWidth = 640;

/** The plate with its sea and land running on to both sides, and all words in letters that a small card can hold. */
export function cardPicture(drawn: Drawn, { names, language, picture: plate }: Plate): Markup {
  const parts = plate.children.filter((child) => typeof child !== 'string');
  const map = parts.find((part) => part.attributes['clip-path'] !== undefined);
  const page = parts.find(({ tag }) => tag === 'rect');
  const [sea, ground] = map?.children ?? [];
  if (page === undefined || typeof sea !== 'object' || typeof ground !== 'object')
    throw new Error('the plate has no framed map of sea and ground');
  const lines = (map?.children ?? []).filter((part) => typeof part === 'object' && part.attributes['class'] === 'line');
  const height = unitsHigh + strip.height;
  const width = Math.round((height * cardSize.width) / cardSize.height);
  const across = { x: (unitsWide - width) / 2, width };
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${across.x} 0 ${width} ${height}`, ...cardSize },
    [
      ...parts.filter(({ tag }) => tag === 'style'),
      element('rect', { ...sea.attributes, ...across }),
      ground,
      ...lines,
      element('g', { transform: `scale(${unitsWide / letteredWidth})` }, [
        renderLettering({ ...drawn, ...timeNow(drawn), language, prefix: 'card' }, homePlate(letteredWidth), names),
      ]),
      element('rect', { ...page.attributes, ...across, y: unitsHigh, height: strip.height }),
      element(
        'text',
        { class: 'credit', x: across.x + 24, y: unitsHigh + 30, style: `font-size:${strip.fontSize}px` },
        [plateCredit(language, names, timeNow(drawn))],
      ),
    ],
  );
}
