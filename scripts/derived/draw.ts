/** Draws the pictures of every language, which only documents and picture files need. */
import type { Markup } from '../../src/kernel/markup.ts';
import { firstSetIn } from '../../src/lettering/fonts/font-subsets.ts';
import { fontsOfPictures } from '../../src/lettering/fonts/fonts.ts';
import { type Language, languages } from '../../src/model/types.ts';
import { plateName } from '../../src/text/pictures/plate-file.ts';
import { type Plate, pagePicture, platePictures, printPlate, textOf, yearPlates } from '../pictures/plates.ts';
import type { Derived } from './derive.ts';
import { fontFaceRules } from './face-rules.ts';

export interface Drawings {
  readonly pagePictures: ReadonlyMap<Language, Markup>;
  readonly plates: readonly Plate[];
  /** Path in the site to the plates as SVG. */
  readonly files: ReadonlyMap<string, string>;
}

export function draw({ picture, whole, timeline, fonts }: Derived): Drawings {
  const ofPictures = fontsOfPictures(fonts);
  const faces = (picture: Markup) => {
    const text = textOf(picture);
    return fontFaceRules(
      ofPictures.filter((font) => firstSetIn(font, ofPictures, text) !== undefined),
      ({ woff2 }) => `data:font/woff2;base64,${woff2.toString('base64')}`,
    );
  };
  const plates = platePictures(picture);
  return {
    pagePictures: new Map(languages.map((language) => [language, pagePicture(picture, whole, language)])),
    plates,
    files: new Map(
      [...plates, ...yearPlates(whole, timeline)].map((plate) => [
        `static/${plateName({ ...plate, lang: plate.language })}`,
        printPlate(plate, faces(plate.picture)),
      ]),
    ),
  };
}
