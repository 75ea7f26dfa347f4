import { homeView } from '../model/camera.ts';
import type { Box, Outlines } from '../style/land-mask.ts';
import { type MeasuredLabel, type PlacedLabel, placeLabels } from '../style/place-labels.ts';
import { frameRatio } from './units.ts';

/** Places the labels of the home view in a plate of this width, in CSS pixels. */
export function placeOnPlate(
  labels: readonly MeasuredLabel[],
  outlines: Outlines,
  width: number,
  covered: readonly Box[] = namingControl,
): readonly PlacedLabel[] {
  const height = width / frameRatio;
  return placeLabels({
    labels,
    outlines,
    frame: { view: homeView(width, height), width, height },
    covered,
    selected: null,
    previous: [],
  });
}

/** The corner of every page's map in which the naming control stands. */
const namingControl: readonly Box[] = [{ left: 0, top: 0, right: 270, bottom: 46 }];
