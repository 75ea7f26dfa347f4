/** The picture for cards: the plate in a wide frame, which social networks do not cut, with its title in the sea. */

import { element, type Markup } from '../../src/kernel/markup.ts';
import { type Advances, breakLines, widthOf } from '../../src/lettering/fonts/text-width.ts';
import { homeView } from '../../src/model/camera.ts';
import type { Convention, Language } from '../../src/model/types.ts';
import { renderPlate } from '../../src/svg/render-svg.ts';
import { cardSize } from '../../src/text/embed/oembed-answer.ts';
import { pictureWords, plateCredit } from '../../src/text/pictures/picture-words.ts';
import { say } from '../../src/text/strings.ts';
import { type Drawn, timeNow } from './drawn.ts';

/**
 * The card is shown at half its size and less: it is drawn and lettered for that, so that its smallest words can be
 * read.
 */
const shrink = 2.04;
/** CSS pixels that the card is drawn for. */
const width = cardSize.width / shrink;
const height = cardSize.height / shrink;

/** In the same pixels; in a card that is 500 wide the title's letters are 24. */
const title = { size: 29, line: 33, left: 14, top: 32 } as const;

/** The two lines under the map. */
const credit = { most: 9, line: 11.5, margin: 14, strip: 30 } as const;

export function cardPicture(drawn: Drawn, names: Convention, language: Language): Markup {
  const { advances } = drawn;
  const heading = titleLines(say(language, 'title'), advances);
  const map = { width, height: height - credit.strip };
  const plate = renderPlate({
    ...drawn,
    ...timeNow(drawn),
    ...pictureWords(language, timeNow(drawn)),
    language,
    convention: names,
    theme: 'light',
    credit: '',
    prefix: 'card',
    frame: { ...map, view: homeView(map.width, map.height) },
    covered: [
      {
        left: 0,
        top: 0,
        right: title.left + title.size * Math.max(...heading.map((line) => widthOf(line, 'regular', 0, advances))),
        bottom: title.top + title.line * heading.length - title.size / 2,
      },
    ],
  });
  const parts = plate.children.filter((child) => typeof child !== 'string');
  const ground = parts.find((part) => part.attributes['clip-path'] !== undefined);
  const page = parts.find(({ tag }) => tag === 'rect');
  if (page === undefined || ground === undefined) throw new Error('the plate has no framed map');
  const sources = creditLines(plateCredit(language, names, timeNow(drawn)), advances);
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, ...cardSize }, [
    ...parts.filter(({ tag }) => tag === 'style'),
    ...ground.children,
    element('rect', { ...page.attributes, y: map.height, width, height: credit.strip }),
    ...heading.map((line, index) =>
      element('text', { class: 'on-line', x: title.left, y: title.top + index * title.line, 'font-size': title.size }, [
        line,
      ]),
    ),
    ...sources.lines.map((line, index) =>
      element(
        'text',
        {
          class: 'credit',
          x: credit.margin,
          y: map.height + credit.strip / 2 - 1.5 + index * credit.line,
          style: `font-size:${sources.size}px`,
        },
        [line],
      ),
    ),
  ]);
}

/** Two lines, the first a little longer. */
function titleLines(text: string, advances: Advances): readonly string[] {
  return breakLines(text, 0.65 * widthOf(text, 'regular', 0, advances), 'regular', advances);
}

/** In letters as large as two lines allow. */
function creditLines(text: string, advances: Advances): { readonly size: number; readonly lines: readonly string[] } {
  const broken = (size: number) => breakLines(text, (width - 2 * credit.margin) / size, 'regular', advances);
  let size: number = credit.most;
  while (broken(size).length > 2) size -= 0.1;
  return { size: Number(size.toFixed(1)), lines: broken(size) };
}
