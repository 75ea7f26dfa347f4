import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { type Palette, palettes } from '../theme/theme.ts';

/** A colour of the palette that follows the theme in the global state. */
export function themed(colour: keyof Palette | ((palette: Palette) => string)): ExpressionSpecification {
  const pick = (palette: Palette) => (typeof colour === 'function' ? colour(palette) : palette[colour]);
  return ['match', ['global-state', 'theme'], 'dark', pick(palettes.dark), pick(palettes.light)];
}

/**
 * A value that is the same for every feature and yet asked for each. All lettering asks for colour and halo so: the map
 * then draws it with one program, and a program more is time that the first frame waits for.
 */
export function askedForEach<Value extends ExpressionSpecification | number>(value: Value): ExpressionSpecification {
  return ['case', isSelected, value, value];
}

/**
 * True for the selected place, for all that belongs to a selected group, and for the groups that the chosen passage
 * speaks of.
 */
export const isSelected: ExpressionSpecification = [
  'any',
  ['==', ['get', 'id'], ['global-state', 'place']],
  ['all', ['!=', ['global-state', 'place'], ''], ['==', ['get', 'group'], ['global-state', 'place']]],
  ['in', ['get', 'id'], ['global-state', 'lit']],
];

/** The same for land, where a group is all of its islands. */
export const isOutlined: ExpressionSpecification = [
  'any',
  isSelected,
  ['in', ['get', 'group'], ['global-state', 'lit']],
];
