/** The rules of CSS that declare the fonts, and the rest of what a document sets around the element. */
import {
  anyCodePoint,
  type FontFile,
  fontFamilies,
  localSource,
  type StandIn,
  standInFamily,
  standIns,
} from '../../src/lettering/fonts/fonts.ts';
import type { Language } from '../../src/model/types.ts';
import { paletteProperties } from '../../src/style/theme/theme.ts';
import type { FontCut } from '../pictures/fonts.ts';
import type { Derived } from './derive.ts';

/** A font as the map knows it, without its address. */
export function fontEntry({ family, style, range }: FontCut): Omit<FontFile, 'url'> {
  return { family, style, range };
}

/**
 * Whether the first picture needs this font. A browser learns of fonts only when it lays out text, so these are
 * preloaded: the picture is then laid out once instead of twice.
 */
export const isFirstFace = ({ key }: FontCut, language: Language) =>
  key === 'regular' ||
  key === 'italic' ||
  (language === 'ja' && (key === 'mincho-first' || key === 'mincho-list' || key === 'mincho-japanese'));

export function fontFaceRules<Font extends FontCut>(
  fonts: readonly Font[],
  address: (font: Font) => string,
  display: (font: Font) => 'swap' | null = () => 'swap',
): string {
  return fonts
    .map((font) => {
      const shown = display(font);
      return `@font-face{font-family:"${font.family}";font-style:${font.style};${shown === null ? '' : `font-display:${shown};`}unicode-range:${font.range.join()};src:url(${address(font)})}`;
    })
    .join('');
}

function standInRule(standIn: StandIn): string {
  const { style, range, size, ascent, descent } = standIn;
  const own = `${style === 'normal' ? '' : `font-style:${style};`}${range === anyCodePoint ? '' : `unicode-range:${range};`}`;
  return `@font-face{font-family:"${standInFamily}";src:${localSource(standIn)};${own}size-adjust:${size};ascent-override:${ascent};descent-override:${descent};line-gap-override:0%}`;
}

/**
 * The rules of a document around the element: the fonts, which a shadow tree cannot declare, and the page's background.
 */
export function documentStyle(fonts: Derived['fonts'], toRoot: string, language: Language): string {
  return [
    fontFaceRules(
      fonts,
      ({ path }) => `${toRoot}${path}`,
      // Where kanji only accompany names in other letters, the page waits for them, as browsers do by default: opening
      // the system's own font for them takes long.
      ({ family }) => (family !== fontFamilies.serif && language !== 'ja' ? null : 'swap'),
    ),
    ...standIns.map(standInRule),
    `:root{color-scheme:light dark;${paletteProperties('light')}}`,
    `@media (prefers-color-scheme:dark){:root{${paletteProperties('dark')}}}`,
    'body{margin:0;background:var(--page)}',
    // A shadow tree cannot set the margins of the paper.
    '@page{margin:10mm}',
  ].join('');
}
