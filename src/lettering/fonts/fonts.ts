/** The fonts of map and picture, and the system fonts that stand in for them until they arrive. */

/** The families that the fonts are served under. */
export const fontFamilies = {
  serif: 'Four Islands Serif',
  mincho: 'Four Islands Mincho',
  /** The same face with the characters that no picture needs: a browser asks for it where the other has none. */
  running: 'Four Islands Mincho Text',
} as const;

/**
 * The same as the map's style asks for them. MapLibre draws names with the document's own faces, and knows that an
 * italic is meant by the first family: one that no document has.
 */
export const mapFonts = {
  regular: [fontFamilies.serif, fontFamilies.mincho],
  italic: [`${fontFamilies.serif} Italic`, fontFamilies.serif, fontFamilies.mincho],
} as const;

/** A font file: a cut of a face under the Open Font License, with the code points for which it is fetched. */
export interface FontFile {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** As in the `unicode-range` of CSS. */
  readonly range: readonly string[];
  readonly url: string;
}

/** Those of the fonts that maps and pictures are set in. */
export function fontsOfPictures<Font extends Pick<FontFile, 'family'>>(fonts: readonly Font[]): readonly Font[] {
  return fonts.filter(({ family }) => family !== fontFamilies.running);
}

/**
 * Faces that most machines have, made as wide and as tall as ours, so that nothing moves when ours arrive. Of English
 * and Russian words of the page, ours are so many times as wide: upright small letters 1.21, capitals, figures and
 * dashes 1.04, the space 0.95; italics 1.10.
 */
export const standInFamily = 'Four Islands Stand-in';
const upright = ['Times New Roman', 'Liberation Serif'] as const;
const italic = ['Times New Roman Italic', 'Liberation Serif Italic'] as const;

/** A stand-in, its measures as CSS writes them. */
export interface StandIn {
  /** The machine's faces, of which the first that there is serves. */
  readonly local: readonly string[];
  readonly style: 'normal' | 'italic';
  readonly range: string;
  readonly size: string;
  readonly ascent: string;
  readonly descent: string;
}

/** The range of a face for all that no other is for. */
export const anyCodePoint = 'U+0-10FFFF';
export const standIns: readonly StandIn[] = [
  { local: upright, style: 'normal', range: anyCodePoint, size: '121%', ascent: '85.7%', descent: '27.2%' },
  {
    local: upright,
    style: 'normal',
    range: 'U+2D,U+30-39,U+41-5A,U+401-42F,U+2013,U+201C-2020',
    size: '104%',
    ascent: '99.7%',
    descent: '31.7%',
  },
  { local: upright, style: 'normal', range: 'U+20', size: '95%', ascent: '109.2%', descent: '34.7%' },
  { local: italic, style: 'italic', range: anyCodePoint, size: '110%', ascent: '94.3%', descent: '30%' },
];

/** Where a stand-in is looked for. */
export const localSource = ({ local }: StandIn) => local.map((name) => `local("${name}")`).join();

/** What stands in for our families until they arrive. */
export const fallbackFamilies = `"${standInFamily}",Georgia,"Times New Roman","Hiragino Mincho ProN","Yu Mincho",serif`;
