import type { Frame } from '../model/camera.ts';
import type { Box, Outlines } from '../style/land-mask.ts';
import { type MeasuredLabel, type PlacedLabel, placeLabels } from '../style/place-labels.ts';
import { homePlate } from './units.ts';

/** Places the labels of the home view in a plate of this width, in CSS pixels, as a page shows it. */
export function placeOnPlate(
  labels: readonly MeasuredLabel[],
  outlines: Outlines,
  width: number,
): readonly PlacedLabel[] {
  const frame = homePlate(width);
  return placeInFrame(labels, outlines, frame, marginOf(frame));
}

/** Places the labels of any frame, with nothing selected and nothing that stood there before. */
export function placeInFrame(
  labels: readonly MeasuredLabel[],
  outlines: Outlines,
  frame: Frame,
  covered: readonly Box[],
): readonly PlacedLabel[] {
  return placeLabels({ labels, outlines, frame, covered, selected: null, previous: [] });
}

/** What stands over every page's map: the naming control above, scale and figures of the graticule below, on a small one the buttons, on a large one the globe. */
export function marginOf({ width, height }: Frame): readonly Box[] {
  return [
    { left: 0, top: 0, right: 270, bottom: width < 700 ? 46 : 92 },
    { left: width - 120, top: height - 70, right: width, bottom: height },
    { left: 0, top: height - 44, right: width, bottom: height },
    ...(width >= 860 ? [{ left: 0, top: 0, right: 130, bottom: 214 }] : []),
    ...(width < 700
      ? [{ left: width - 50, top: height - (width < 480 ? 150 : 300), right: width, bottom: height }]
      : []),
  ];
}
