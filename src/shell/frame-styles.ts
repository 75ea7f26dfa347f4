/** The style sheet of the element's shadow tree: colours from the theme, then the rules. The same text is printed into the pages. */
import { fallbackFamilies, fontFamilies } from '../style/lettering.ts';
import { paletteProperties } from '../style/theme.ts';
import { customProperty, pictureStyle } from '../svg/picture-style.ts';
import { frameRatio, plateRules } from '../svg/units.ts';

/** Puts the theme before the rules of `frame.css`. */
export function frameStyleSheet(rules: string): string {
  return [
    `:host{${paletteProperties('light')}--serif:"${fontFamilies.serif}","${fontFamilies.mincho}",${fallbackFamilies};--running:"${fontFamilies.serif}",${fallbackFamilies};--ratio:${frameRatio}}`,
    `@media (prefers-color-scheme:dark){:host(:not([theme=light])){${paletteProperties('dark')}}}`,
    `:host([theme=dark]){${paletteProperties('dark')}}`,
    pictureStyle(customProperty),
    plateRules(),
    rules,
  ].join('');
}
