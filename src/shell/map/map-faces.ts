/**
 * The fonts of the map's names. MapLibre draws with those of the document and keeps each letter as first drawn, so they
 * must be loaded before.
 */
import { fonts } from 'virtual:four-islands/fonts';
import { firstSetIn, subsetKey } from '../../lettering/fonts/font-subsets.ts';
import { fontsOfPictures } from '../../lettering/fonts/fonts.ts';

const ofNames = fontsOfPictures(fonts);

/** The document's faces by their keys. */
const declared = () =>
  new Map(
    [...document.fonts].map((face) => {
      const { family, style, unicodeRange } = face;
      return [subsetKey({ family: family.replaceAll('"', ''), style, range: unicodeRange.split(',') }), face];
    }),
  );

/** Declares the faces in the documents of others; ours declare them in CSS. They are loaded when a text needs them. */
export function declareFaces(): void {
  const faces = declared();
  for (const font of fonts) {
    const { family, style, range, url } = font;
    if (!faces.has(subsetKey(font)))
      document.fonts.add(new FontFace(family, `url("${url}")`, { style, unicodeRange: range.join() }));
  }
}

/** Milliseconds after which names are drawn in the fonts that are there: a name in another font is better than none. */
const patience = 10_000;

/** Settles when every font that `text` needs has loaded, failed, or taken too long; `null` if none is missing. */
export function facesFor(text: string): Promise<unknown> | null {
  const faces = declared();
  const missing = ofNames.flatMap((font) => {
    const face = faces.get(subsetKey(font));
    const wanted = face?.status === 'unloaded' || face?.status === 'loading';
    return wanted && firstSetIn(font, ofNames, text) !== undefined ? [face] : [];
  });
  if (missing.length === 0) return null;
  const enough = new Promise((resolve) => setTimeout(resolve, patience));
  return Promise.race([Promise.allSettled(missing.map((face) => face.load())), enough]);
}
