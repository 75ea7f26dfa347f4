import { type Frame, homeView } from '../model/camera.ts';
import type { Box, Outlines } from '../style/land-mask.ts';
import { type MeasuredLabel, type PlacedLabel, placeLabels } from '../style/place-labels.ts';
import { frameRatio } from './units.ts';

/** Places the labels of the home view in a plate of this width, in CSS pixels. */
export function placeOnPlate(
  labels: readonly MeasuredLabel[],
  outlines: Outlines,
  width: number,
): readonly PlacedLabel[] {
  const height = width / frameRatio;
  return placeInFrame(labels, outlines, { view: homeView(width, height), width, height });
}

/** Places the labels of any frame, with nothing selected and nothing that stood there before. */
export function placeInFrame(
  labels: readonly MeasuredLabel[],
  outlines: Outlines,
  frame: Frame,
  covered: readonly Box[] = namingControl,
): readonly PlacedLabel[] {
  return placeLabels({ labels, outlines, frame, covered, selected: null, previous: [] });
}

/** The corner of every page's map in which the naming control stands. */
const namingControl: readonly Box[] = [{ left: 0, top: 0, right: 270, bottom: 46 }];
