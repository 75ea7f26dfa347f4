import { fallbackFamilies, fontFamilies } from '../lettering/fonts/fonts.ts';
import { type Palette, propertyName } from '../style/theme/theme.ts';

/** How a colour of the palette is written: as itself in a file, as a custom property in a page. */
export type Colours = (colour: keyof Palette) => string;

/** The custom property that `paletteProperties` writes a colour to. */
export function customProperty(colour: keyof Palette): string {
  return `var(--${propertyName(colour)})`;
}

/** The rules that both kinds of picture share: lettering by class, strokes that keep their width. */
export function pictureStyle(colour: Colours): string {
  const families = `"${fontFamilies.serif}","${fontFamilies.mincho}",${fallbackFamilies}`;
  return [
    `text{font-family:${families};fill:${colour('landText')};stroke:${colour('halo')};stroke-width:2.8px;stroke-linejoin:round;paint-order:stroke;font-synthesis:none}`,
    `.water,.water text{font-style:italic;fill:${colour('waterText')};stroke:${colour('sea')}}`,
    `.on-line{stroke:${colour('sea')}}`,
    `.credit{font-size:11px;fill:${colour('quiet')};stroke:none}`,
    'svg{stroke-linejoin:round}path{vector-effect:non-scaling-stroke}',
  ].join('');
}
