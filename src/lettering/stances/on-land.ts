/**
 * The stance of land that is not disputed: its name stands near its point, wholly on land or wholly off it where
 * possible.
 */
import { around, boxDistance, distanceBetween, grown } from '../../kernel/box.ts';
import { toPixels } from '../../model/camera.ts';
import {
  before,
  type Candidates,
  circles,
  crossing,
  isFree,
  type LightTable,
  level,
  sizeOf,
} from '../labels/light-table.ts';
import type { MeasuredLabel } from '../labels/measure-labels.ts';
import { otherLand } from '../land/outlines.ts';

/** CSS pixels: no part of the name is farther from the position than this. */
const reachOfPosition = 32;

export function* onLand(label: MeasuredLabel, table: LightTable): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  // The lands beyond are one to the mask: each is known by its position, and its name does not wander from there.
  const position = toPixels(input.frame, label.place.position);
  const wanted = before(label, table) ?? position;
  const own = mask.region([otherLand]);
  const disputed = mask.region(mask.visible.filter((ground) => ground !== otherLand));
  for (const centre of circles(wanted, 72)) {
    const box = around(centre, width / 2, height / 2);
    if (boxDistance(box, position) > reachOfPosition) continue;
    if (!isFree(box, table) || disputed.share(grown(box, 2)) > 0) continue;
    const share = own.share(box);
    const crossed = share > 0 && share < 1 ? 60 + 60 * crossing(share) : 0;
    yield level(centre, box, crossed + distanceBetween(centre, wanted));
    // No other is as near.
    if (centre === wanted && crossed === 0) return;
  }
}
