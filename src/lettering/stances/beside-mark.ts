/** The stance of a point: its name stands on the side of its mark that leaves coasts, other marks and names alone. */
import { overlaps } from '../../kernel/box.ts';
import { toPixels } from '../../model/camera.ts';
import { anchorOffsets, boxAt } from '../labels/anchors.ts';
import { sizeAt } from '../labels/kinds.ts';
import {
  type Candidates,
  crossing,
  groundsOf,
  isFree,
  type LightTable,
  landShare,
  sizeOf,
} from '../labels/light-table.ts';
import type { MeasuredLabel } from '../labels/measure-labels.ts';

/** The side that is tried first is the one that reads best. */
const anchors = ['left', 'right', 'bottom-left', 'top-left', 'bottom-right', 'top-right', 'bottom', 'top'] as const;

export function* besideMark(label: MeasuredLabel, table: LightTable): Candidates {
  const { mask, marks, input } = table;
  const { place, lettering } = label;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const size = sizeAt(lettering, input.frame.view.zoom);
  const own = groundsOf(place, input);
  const foreign = mask.region(mask.visible.filter((ground) => !own.includes(ground)));
  const atSea = place.kind === 'cape' || place.kind === 'rock';
  const mark = toPixels(input.frame, place.position);
  for (const [index, anchor] of anchors.entries()) {
    const [dx, dy] = anchorOffsets[anchor];
    const box = boxAt([mark[0] + dx * size, mark[1] + dy * size], anchor, width, height);
    if (!isFree(box, table) || foreign.share(box) > 0) continue;
    const share = landShare(mask, box);
    if (atSea && crossing(share) > 0.3) continue;
    const hidden = marks.filter(({ id, box: other }) => id !== place.id && overlaps(box, other)).length;
    const cost = crossing(share) + (atSea ? share : 0) + hidden * 0.8 + index * 0.03;
    yield { cost, at: mark, anchor, offset: true, boxes: [box], course: null };
  }
}
