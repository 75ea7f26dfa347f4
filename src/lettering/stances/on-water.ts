/** The stance of a bay: its name stands on the water, as near to its point as it fits. */
import { around, distanceBetween, grown } from '../../kernel/box.ts';
import { toPixels } from '../../model/camera.ts';
import { type Candidates, circles, isFree, type LightTable, landShare, level, sizeOf } from '../labels/light-table.ts';
import type { MeasuredLabel } from '../labels/measure-labels.ts';

export function* onWater(label: MeasuredLabel, table: LightTable): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const wanted = toPixels(input.frame, label.place.position);
  for (const centre of circles(wanted, width / 3 + 12)) {
    const box = around(centre, width / 2, height / 2);
    if (!isFree(box, table) || landShare(mask, grown(box, 1)) > 0) continue;
    yield level(centre, box, distanceBetween(centre, wanted));
    // No other is as near.
    if (centre === wanted) return;
  }
}
