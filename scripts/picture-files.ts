/** The plates and the icon as PNG files, for print, cards and home screens. */
import { availableParallelism } from 'node:os';
import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import { element, type Markup, printMarkup } from '../src/model/markup.ts';
import { conventions, languages } from '../src/model/types.ts';
import { defaultState } from '../src/model/view-state.ts';
import { alternativeText } from '../src/text/embed-snippets.ts';
import { cardSize } from '../src/text/oembed-answer.ts';
import { longDescription } from '../src/text/picture-words.ts';
import { pngWidth } from '../src/text/plate-file.ts';
import { cardPicture } from './card-picture.ts';
import { projectPath } from './node-files.ts';
import { iconWidths } from './offline.ts';
import { type Drawn, iconPicture, type Plate } from './prerender.ts';

/** Pixels: for a screen, and twice that for print and fine screens. */
export const plateWidths = { screen: pngWidth, print: 2 * pngWidth } as const;

/** The renderer loses all text without a word unless it is given the faces. Of the system's fonts it may know none. */
const font: NonNullable<ResvgRenderOptions['font']> = {
  loadSystemFonts: false,
  fontFiles: [
    '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    '@expo-google-fonts/shippori-mincho/500Medium/ShipporiMincho_500Medium.ttf',
  ].map((path) => projectPath(`node_modules/${path}`)),
  serifFamily: 'Source Serif 4',
  defaultFontFamily: 'Source Serif 4',
};

/** A drawing as the bytes of a PNG file of that width in pixels. */
export async function renderPng(drawing: Markup, width: number): Promise<Buffer> {
  const text = printMarkup(scaleStrokes(coverInsteadOfClip(drawing)), 'xml');
  return (await renderAsync(text, { fitTo: { mode: 'width', value: width }, font })).asPng();
}

/** Clipping takes most of the renderer's time: what runs on under the plate's frame is covered with the page instead. */
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
 * The renderer does not know `vector-effect: non-scaling-stroke`: inside a group that is scaled, strokes are widened by
 * as much as the group is reduced.
 */
function scaleStrokes(node: Markup, factor = 1): Markup {
  const scale = /^scale\(([\d.]+)\)$/.exec(node.attributes['transform'] ?? '')?.[1];
  const own = scale === undefined ? factor : factor / Number(scale);
  const stroke = node.attributes['stroke-width'];
  return element(
    node.tag,
    stroke === undefined ? node.attributes : { ...node.attributes, 'stroke-width': Number(stroke) * own },
    node.children.map((child) => (typeof child === 'string' ? child : scaleStrokes(child, own))),
  );
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

interface PictureTask {
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
        { path: `static/card.${variant}.png`, drawing: cardPicture(drawn, plate), width: cardSize.width },
      ];
    }),
    ...iconWidths.map((width) => ({ path: `icon-${width}.png`, drawing: iconPicture(), width })),
  ];
}

/** Renders the pictures, as many at a time as there are processors for. */
export async function renderPictures(tasks: readonly PictureTask[]): Promise<ReadonlyMap<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  const queue = tasks.values();
  const work = async () => {
    for (const { path, drawing, width } of queue) pictures.set(path, await renderPng(drawing, width));
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  return pictures;
}
