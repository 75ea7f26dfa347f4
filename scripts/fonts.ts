/** Subsets of the faces to the characters that the map can show. All are under the SIL Open Font License. */
import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { labelOf, primaryText, secondaryText } from '../src/model/names.ts';
import { conventions, type Dataset, languages } from '../src/model/types.ts';
import japanese from '../src/text/strings.ja.json' with { type: 'json' };
import { projectPath } from './node-files.ts';

const faces = {
  regular: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  italic: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  mincho: '@expo-google-fonts/shippori-mincho/500Medium/ShipporiMincho_500Medium.ttf',
} as const;

export type FaceName = keyof typeof faces;
export const faceNames = ['regular', 'italic', 'mincho'] as const satisfies readonly FaceName[];

/** Every character that a label, a popup heading or the quotations can hold, besides the plain Latin and Russian alphabets. */
export function charactersOf(dataset: Dataset): string {
  const alphabets =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя';
  const marks = ' .,:;!?-–—‘’“”«»()/†°′″·▲年月日āēīōūĀĒĪŌŪ';
  const labels = dataset.places.flatMap((place) =>
    conventions.flatMap((convention) =>
      languages.flatMap((language) => {
        const label = labelOf(place, convention, language);
        return [primaryText(label), secondaryText(label)];
      }),
    ),
  );
  const names = dataset.places.flatMap(({ names: { ja, ru }, ainuName, oldNames }) => [
    ja?.kana,
    ja?.latin,
    ru?.latin,
    ainuName,
    ...oldNames,
  ]);
  // The interface in Japanese stands in the same face as the names, not in a mixture of two.
  const interfaceText = Object.values(japanese).join('');
  return [...new Set([alphabets, marks, interfaceText, ...labels, ...names].join(''))].sort().join('');
}

/** The three faces as WOFF2, cut down to `characters`. */
export async function subsetFaces(characters: string): Promise<Readonly<Record<FaceName, Buffer>>> {
  const cut = (face: FaceName) =>
    subsetFont(readFileSync(projectPath(`node_modules/${faces[face]}`)), characters, {
      targetFormat: 'woff2',
      noLayoutClosure: true,
    });
  const [regular, italic, mincho] = await Promise.all([cut('regular'), cut('italic'), cut('mincho')]);
  return { regular, italic, mincho };
}
