/** The plate as a picture: the same land, lettering and colours as the map, as elements that print without a script. */
import type { Box } from '../kernel/box.ts';
import { element, type Markup } from '../kernel/markup.ts';
import { finish, type Steps } from '../kernel/steps.ts';
import { type Advances, breakLines } from '../lettering/fonts/text-width.ts';
import type { Outlines } from '../lettering/land/outlines.ts';
import { type Frame, toPixels } from '../model/camera.ts';
import type { Line } from '../model/story/lines.ts';
import type { Convention, Language } from '../model/types.ts';
import { palettes } from '../style/theme/theme.ts';
import { type GroundInput, groundMarkup, groundOf, homeGround, plateGround } from './ground-markup.ts';
import { plateLettering, renderLettering } from './lettering-markup.ts';
import { linesMarkup } from './lines-markup.ts';
import { marksMarkup } from './marks-markup.ts';
import { type Colours, customProperty, pictureStyle } from './picture-style.ts';
import {
  finer,
  groundUnits,
  groundUnitsHigh,
  homePlate,
  type PlateSize,
  plates,
  toHomeGround,
  unitsWide,
} from './units.ts';

export interface PictureInput extends GroundInput {
  readonly advances: Advances;
  /** Those that are shown. */
  readonly lines?: readonly Line[];
  /** All land as the map has it, where `land` is simplified: names stand where the map’s will stand. */
  readonly outlines?: Outlines;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
}

/**
 * The picture inside a page: two drawings in one box. The ground fits itself into the box as `xMidYMid meet` does and
 * goes on beyond it on every side. The lettering stands in shares of the home frame, into which a style sheet fits a
 * drawing of its own, because browsers do not agree on the size that a style sheet gives to a drawing inside another.
 * Lettering and strokes keep their size in CSS pixels. There is one lettering for each of `sizes`, each for all
 * conventions under the classes `names-both`, `names-ja` and `names-ru`, of which a style sheet shows one. Colours come
 * from the custom properties of `paletteProperties`.
 */
export function* renderPicture(input: PictureInput, sizes: readonly PlateSize[] = plates): Steps<Markup> {
  const { prefix, title, description, lines = [] } = input;
  const ground = yield* groundMarkup(input, customProperty, homeGround);
  const lettering: Markup[] = [];
  for (const plate of sizes) lettering.push(yield* plateLettering(input, plate));
  return element('div', { class: 'picture', role: 'img', 'aria-labelledby': `${prefix}-title ${prefix}-desc` }, [
    element('svg', { class: 'ground', viewBox: `0 0 ${groundUnits} ${groundUnitsHigh}`, 'aria-hidden': 'true' }, [
      element('title', { id: `${prefix}-title` }, [title]),
      element('desc', { id: `${prefix}-desc` }, [description]),
      ...ground,
      ...linesMarkup(lines, toHomeGround, customProperty),
    ]),
    element('svg', { class: 'home', 'aria-hidden': 'true' }, lettering),
  ]);
}

export interface FittedInput extends PictureInput {
  readonly convention: Convention;
  /** What is seen, in CSS pixels. */
  readonly frame: Frame;
  /** What lies over it, in the same pixels. */
  readonly covered: readonly Box[];
}

/**
 * The picture inside a page for any view but the first: one convention, colours from custom properties. It grows with
 * its box.
 */
export function renderFitted(input: FittedInput): Markup {
  const { frame, prefix } = input;
  return element(
    'svg',
    {
      class: 'picture',
      role: 'img',
      viewBox: `0 0 ${Math.round(frame.width)} ${Math.round(frame.height)}`,
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
    },
    [
      element('title', { id: `${prefix}-title` }, [input.title]),
      element('desc', { id: `${prefix}-desc` }, [input.description]),
      element(
        'g',
        { transform: `scale(${1 / finer})` },
        finish(groundMarkup(input, customProperty, { ...groundOf(frame), pen: 1 })),
      ),
      ...linesMarkup(input.lines ?? [], (position) => toPixels(frame, position), customProperty),
      ...marksMarkup(input.dataset, frame, customProperty),
      renderLettering(input, frame, input.convention),
    ],
  );
}

export interface PlateInput extends PictureInput {
  readonly convention: Convention;
  readonly theme: keyof typeof palettes;
  /** The line under the picture that names sources and convention. */
  readonly credit: string;
  /** What is seen: camera, width and height in CSS pixels. Left out, the four groups at 1000 pixels. */
  readonly frame?: Frame;
  /** What lies over it, in the same pixels. */
  readonly covered?: readonly Box[];
  /** Embedded faces as `data:` addresses; without them the file falls back to faces that the reader has. */
  readonly fontFaces?: string;
}

/** A file of its own: fixed frame, colours written in, one convention. Its strokes and letters grow with it. */
export function renderPlate(input: PlateInput): Markup {
  const palette = palettes[input.theme];
  const colour: Colours = (name) => palette[name];
  const { prefix, frame = homePlate(unitsWide) } = input;
  const [width, height] = [Math.round(frame.width), Math.round(frame.height)];
  const lines = breakLines(input.credit, (width - 20) / creditSize, 'regular', input.advances);
  const whole = height + 26 + (lines.length - 1) * creditLine;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${whole}`,
      width,
      height: whole,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      'xml:lang': input.language,
    },
    [
      element('title', { id: `${prefix}-title` }, [input.title]),
      element('desc', { id: `${prefix}-desc` }, [input.description]),
      element('style', {}, [
        `${input.fontFaces ?? ''}${pictureStyle(colour)}path{vector-effect:none}text{text-spacing-trim:space-all}`,
      ]),
      element('clipPath', { id: `${prefix}-frame` }, [element('rect', { width, height })]),
      element('rect', { width, height: whole, fill: palette.page }),
      element('g', { 'clip-path': `url(#${prefix}-frame)` }, [
        element('rect', { width, height, fill: palette.sea }),
        element(
          'g',
          { transform: `scale(${1 / finer})` },
          finish(groundMarkup(input, colour, input.frame === undefined ? plateGround(frame) : groundOf(input.frame))),
        ),
        ...linesMarkup(input.lines ?? [], (position) => toPixels(frame, position), colour),
        ...marksMarkup(input.dataset, frame, colour),
        renderLettering(input, frame, input.convention),
      ]),
      ...lines.map((line, index) =>
        element('text', { class: 'credit', x: 10, y: height + 17 + index * creditLine }, [line]),
      ),
    ],
  );
}

/** CSS pixels: the size of the credit's letters, as `pictureStyle` sets it, and the distance of its lines. */
const creditSize = 11;
const creditLine = 15;
