/** The file of `static/` that shows a choice, with its size in pixels. */
import { defaultState, type StateKey, type ViewState } from '../../model/view-state.ts';

/**
 * Heights of the plates of `static/`, each 1000 wide, by the names of their SVG files: how high a plate is depends on
 * what stands under it.
 */
export type PlateHeights = Readonly<Record<string, number>>;

export interface PlateFile {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

const plateWidth = 1000;

/** Pixels of the PNG files for a screen. */
export const pngWidth = 1200;

/**
 * The keys that have files of their own. Whatever else is chosen, a file shows the four groups in light colours, with
 * the lines of both sides.
 */
export const plateKeys = ['names', 'lang', 'year'] as const satisfies readonly StateKey[];

type Chosen = Pick<ViewState, (typeof plateKeys)[number]>;

/** `map.both.en.svg`, `map.both.en.1875.svg`. */
export function plateName({ names, lang, year }: Chosen): string {
  return `map.${names}.${lang}${year === defaultState.year ? '' : `.${year}`}.svg`;
}

/** Past years are there as SVG alone. */
export function plateFile(chosen: Chosen, heights: PlateHeights): PlateFile {
  const name = plateName(chosen);
  const height = heights[name];
  if (height === undefined) throw new Error(`the height of ${name} is not known`);
  if (chosen.year !== defaultState.year) return { name, width: plateWidth, height };
  return {
    name: name.replace(/svg$/, 'png'),
    width: pngWidth,
    height: Math.round((pngWidth / plateWidth) * height),
  };
}

/** The heights of plates, by the beginnings of their files' texts. */
export function plateHeights(plates: Iterable<readonly [name: string, svg: string]>): PlateHeights {
  return Object.fromEntries(
    [...plates].map(([name, svg]) => {
      const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      if (Number(width) !== plateWidth || height === undefined) throw new Error(`${name} is no plate`);
      return [name, Number(height)];
    }),
  );
}
