/** The stance of a strait: the letters follow its course, on water, wherever the frame shows enough of it. */
import { around, type Box } from '../../kernel/box.ts';
import { toPixels } from '../../model/camera.ts';
import { type Candidates, isFree, type LightTable, landShare, sizeOf } from '../labels/light-table.ts';
import type { MeasuredLabel } from '../labels/measure-labels.ts';
import { extended, lengthsAlong, type Path, pointAt, sectionOf, shifted, smooth } from './path.ts';

export function* alongCourse(label: MeasuredLabel, table: LightTable): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const middleLine = readable(smooth((label.place.course ?? []).map((position) => toPixels(input.frame, position))));
  const lengths = lengthsAlong(middleLine);
  const total = lengths[lengths.length - 1] ?? 0;
  const room = width + height;
  // Beside its middle where that is taken: a boundary runs along the middle of many a strait.
  for (const aside of [0, height, -height, 2 * height, -2 * height]) {
    const line = shifted(middleLine, aside);
    yield null;
    for (let from = 0; from + room <= total; from += 6) {
      const course = sectionOf(line, lengths, from, from + room);
      const boxes = boxesAlong(course, height);
      if (!boxes.every((box) => isFree(box, table) && landShare(mask, box) === 0)) continue;
      yield {
        cost: Math.abs(from + room / 2 - total / 2) + Math.abs(aside) * 2,
        at: pointAt(line, lengths, from + room / 2),
        anchor: 'center',
        offset: false,
        boxes,
        course: extended(course, room * 0.6),
      };
    }
  }
}

/** Turned so that it reads from left to right. */
function readable(path: Path): Path {
  const [first, last] = [path[0], path[path.length - 1]];
  return first !== undefined && last !== undefined && first[0] > last[0] ? [...path].reverse() : path;
}

/** The room of letters along a path: squares as high as the label, close enough to touch. */
function boxesAlong(course: Path, height: number): readonly Box[] {
  const lengths = lengthsAlong(course);
  const total = lengths[lengths.length - 1] ?? 0;
  const steps = Math.max(1, Math.ceil(total / (height * 0.75)));
  return Array.from({ length: steps + 1 }, (_, step) =>
    around(pointAt(course, lengths, (total * step) / steps), height / 2, height / 2),
  );
}
