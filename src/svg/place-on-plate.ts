import { homeView } from '../model/camera.ts';
import type { Box, Outlines } from '../style/land-mask.ts';
import { type MeasuredLabel, type PlacedLabel, placeLabels } from '../style/place-labels.ts';
import { frameRatio } from './units.ts';

/** Places the labels of the home view in a plate of this width, in CSS pixels. */
export function placeOnPlate(
  labels: readonly MeasuredLabel[],
  outlines: Outlines,
  width: number,
  covered: readonly Box[] = marginOf(width),
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

/** What stands in every page's margin: the naming control above, the scale and the figures of the graticule below. */
function marginOf(width: number): readonly Box[] {
  const height = width / frameRatio;
  return [
    { left: 0, top: 0, right: 270, bottom: 46 },
    { left: width - 120, top: height - 70, right: width, bottom: height },
    { left: 0, top: height - 44, right: width, bottom: height },
  ];
}
