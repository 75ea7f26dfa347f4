/** The stance of a sea: its name stands within its waters, clear of every coast. */
import { around, type Box, distanceBetween, grown, type Point } from '../../kernel/box.ts';
import { isInRing } from '../../kernel/rings.ts';
import { toPixels } from '../../model/camera.ts';
import {
  before,
  type Candidates,
  grid,
  isFree,
  type LightTable,
  landShare,
  level,
  sizeOf,
  triedAtOnce,
} from '../labels/light-table.ts';
import type { MeasuredLabel } from '../labels/measure-labels.ts';

export function* inWaters(label: MeasuredLabel, table: LightTable): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const ring = (label.place.waters ?? []).map((position) => toPixels(input.frame, position));
  const wanted = before(label, table) ?? toPixels(input.frame, label.place.position);
  for (const [index, centre] of [wanted, ...grid(input, width, height, 12)].entries()) {
    if (index % triedAtOnce === 0) yield null;
    const box = around(centre, width / 2, height / 2);
    if (!isFree(box, table) || !cornersOf(box).every((corner) => isInRing(corner, ring))) continue;
    if (landShare(mask, grown(box, 8)) > 0) continue;
    yield level(centre, box, distanceBetween(centre, wanted));
    // No other is as near.
    if (index === 0) return;
  }
}

function cornersOf({ left, top, right, bottom }: Box): readonly Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}
