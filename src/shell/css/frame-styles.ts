/**
 * The style sheet of the element's shadow tree: colours from the theme, then the rules. The same text is printed into
 * the pages.
 */

import { fallbackFamilies, fontFamilies } from '../../lettering/fonts/fonts.ts';
import { hatch, heldLineDashes, heldLineWidth, paletteProperties } from '../../style/theme/theme.ts';
import { hatchRules } from '../../svg/hatch-markup.ts';
import { homeFigures, homeScales } from '../../svg/marginalia.ts';
import { customProperty, pictureStyle } from '../../svg/picture-style.ts';
import { frameRatio, paperStage, plateRules } from '../../svg/units.ts';

/** Where the margin's figures and scale stand in the home view, for a stage of any shape. */
function marginRules(): string {
  const along = { bottom: ['left', 'cqw', 'width'], left: ['--at', 'cqh', 'height'] } as const;
  return [
    ...homeFigures().map(({ edge, share, degrees }) => {
      const [side, unit, size] = along[edge];
      return `.${edge}.at-${degrees}{${side}:calc(50${unit} + var(--${size})*${(share - 0.5).toFixed(4)})}`;
    }),
    ...homeScales.map(({ kilometres, share, from }, index) => {
      const rules = `.bar{width:calc(var(--width)*${share.toFixed(4)})}[class^=of-]{display:none}.of-${kilometres}{display:inline}`;
      const high = (from / frameRatio).toFixed(1);
      return index === 0 ? rules : `@container (width >= ${from.toFixed(1)}px) and (height >= ${high}px){${rules}}`;
    }),
  ].join('');
}

/** The families of the page's words as a custom property. */
const families = `--serif:"${fontFamilies.serif}","${fontFamilies.mincho}","${fontFamilies.running}",${fallbackFamilies};`;

/** The dashes of the samples in legends, as the lines have them. */
const sampleRules = Object.entries(heldLineDashes)
  .map(
    ([role, dash]) =>
      `.line-sample.${role} path{stroke-width:${heldLineWidth}${dash === null ? '' : `;stroke-dasharray:${dash.join(' ')}`}}`,
  )
  .join('');

/** The hatch of the sample in the legend: `hatch.spacing` is along an axis, which the lines cross at 45°. */
const swatchRule = `.swatch{--line:calc(var(--zoomed,1)*${hatch.width}px);--spacing:calc(var(--zoomed,1)*${(hatch.spacing / Math.SQRT2).toFixed(2)}px)}`;

/** What a document of the timeline needs of this sheet. */
export const faceProperties = `:root{${families}}${sampleRules}`;

/** Puts the theme before the rules of `frame.css`. */
export function frameStyleSheet(rules: string): string {
  return [
    `:host{${paletteProperties('light')}${families}--ratio:${frameRatio}}`,
    `@media (prefers-color-scheme:dark){:host(:not([theme=light])){${paletteProperties('dark')}}}`,
    `:host([theme=dark]){${paletteProperties('dark')}}`,
    pictureStyle(customProperty),
    sampleRules,
    swatchRule,
    plateRules(),
    hatchRules(),
    marginRules(),
    `@media print{.stage{width:min(100%,${paperStage.width}mm);aspect-ratio:${paperStage.width}/${paperStage.height}!important}}`,
    rules,
  ].join('');
}
