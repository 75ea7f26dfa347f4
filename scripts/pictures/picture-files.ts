/** The plates and the icon as PNG files, for print, cards and home screens. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { defaultState } from '../../src/model/view-state.ts';
import { alternativeText } from '../../src/text/embed/embed-snippets.ts';
import { cardSize } from '../../src/text/embed/oembed-answer.ts';
import { longDescription } from '../../src/text/pictures/picture-words.ts';
import { pngWidth } from '../../src/text/pictures/plate-file.ts';
import { cardPicture } from './card-picture.ts';
import type { Drawn } from './drawn.ts';
import { trueTypeFaces } from './fonts.ts';
import { iconPicture, iconWidths } from './icon-picture.ts';
import { type Plate, textOf } from './plates.ts';

/** Pixels: for a screen, and twice that for print and fine screens. */
export const plateWidths = { screen: pngWidth, print: 2 * pngWidth } as const;

/**
 * The renderer draws nothing that is clipped within what is clipped: what runs on under the plate's frame is covered
 * with the page instead.
 */
function coverInsteadOfClip(plate: Markup): Markup {
  const parts = plate.children.filter((child) => typeof child !== 'string');
  const frame = parts.find(({ tag }) => tag === 'clipPath')?.children[0];
  const page = parts.find(({ tag }) => tag === 'rect');
  if (frame === undefined || typeof frame === 'string' || page === undefined) return plate;
  const { height = '0' } = frame.attributes;
  return element(
    plate.tag,
    plate.attributes,
    parts.flatMap((part) => {
      const { 'clip-path': clip, ...attributes } = part.attributes;
      if (clip === undefined) return [part];
      return [element(part.tag, attributes, part.children), element('rect', { ...page.attributes, y: height })];
    }),
  );
}

/**
 * After the last letter of a line that is spaced the renderer leaves no space, browsers do, and a line is centred with
 * it: with this as the last letter, which takes no room, both do.
 */
const lastLetter = element('tspan', { 'font-size': 0.01 }, ['\u00a0']);

/** A drawing in which the spaced lines are as long for the renderer as for browsers. */
function spaceLastLetters(node: Markup, spaced = false): Markup {
  const isSpaced = spaced || node.attributes['letter-spacing'] !== undefined;
  const isLine = node.tag === 'textPath' || (node.tag === 'tspan' && node.attributes['x'] !== undefined);
  const children = node.children.map((child) =>
    typeof child === 'string' ? child : spaceLastLetters(child, isSpaced),
  );
  return { ...node, children: isSpaced && isLine ? [...children, lastLetter] : children };
}

/** The words for the pictures, as files to paste from: a line that stands in for the picture, and all that it tells. */
export function pictureTexts(): readonly [path: string, text: string][] {
  return languages.flatMap((language): [string, string][] => [
    ...conventions.map((names): [string, string] => [
      `static/alt.${names}.${language}.txt`,
      `${alternativeText({ ...defaultState, lang: language, names })}\n`,
    ]),
    [`static/alt.${language}.txt`, `${alternativeText({ ...defaultState, lang: language })}\n`],
    [`static/description.${language}.txt`, `${longDescription(language).join('\n\n')}\n`],
  ]);
}

export interface PictureTask {
  /** Path in the site. */
  readonly path: string;
  readonly drawing: Markup;
  /** In pixels. */
  readonly width: number;
}

/** Every PNG file of the site. Their faces are given to the renderer, not embedded. */
export function pictureTasks(drawn: Drawn, plates: readonly Plate[]): readonly PictureTask[] {
  return [
    ...plates.flatMap((plate): readonly PictureTask[] => {
      const variant = `${plate.names}.${plate.language}`;
      return [
        { path: `static/map.${variant}.png`, drawing: plate.picture, width: plateWidths.screen },
        { path: `static/map.${variant}@2x.png`, drawing: plate.picture, width: plateWidths.print },
        {
          path: `static/card.${variant}.png`,
          drawing: cardPicture(drawn, plate.names, plate.language),
          width: cardSize.width,
        },
      ];
    }),
    ...iconWidths.map((width) => ({ path: `icon-${width}.png`, drawing: iconPicture(), width })),
  ];
}

/** Renders the pictures, as many at a time as there are processors for. Path in the site to the bytes of a PNG file. */
export async function renderPictures(tasks: readonly PictureTask[]): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'four-islands-faces-'));
  try {
    const faces = await trueTypeFaces(tasks.map(({ drawing }) => textOf(spaceLastLetters(drawing))).join(''));
    // The renderer loses all text without a word unless it is given the faces. Of the system's fonts it may know none.
    const font: NonNullable<ResvgRenderOptions['font']> = {
      loadSystemFonts: false,
      fontFiles: faces.map((face, index) => {
        const path = join(folder, `${index}.ttf`);
        writeFileSync(path, face);
        return path;
      }),
      serifFamily: 'Source Serif 4',
      defaultFontFamily: 'Source Serif 4',
    };
    const pictures = new Map<string, Buffer>();
    const queue = tasks.values();
    const work = async () => {
      for (const { path, drawing, width } of queue) {
        const text = printMarkup(spaceLastLetters(coverInsteadOfClip(drawing)), 'xml');
        pictures.set(path, (await renderAsync(text, { fitTo: { mode: 'width', value: width }, font })).asPng());
      }
    };
    await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
    return pictures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
