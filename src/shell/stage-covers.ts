/** What lies over the stage and must not hide a name or a place. */
import type { Box } from '../style/land-mask.ts';

const covers =
  '.naming, .camera, .pan[open] div, .measure, .open, .notice, .disclaimer, .scale, .figure, .inset, .popup';

/** Boxes of all that is seen over the stage of `root`, in CSS pixels from the stage's top left corner. */
export function coversOf(root: ShadowRoot, stage: Element): readonly Box[] {
  const from = stage.getBoundingClientRect();
  return [...root.querySelectorAll(covers)].flatMap((part) => {
    const { left, top, right, bottom, width, height } = part.getBoundingClientRect();
    const beside = right < from.left || left > from.right || bottom < from.top || top > from.bottom;
    return width === 0 || height === 0 || beside
      ? []
      : [{ left: left - from.left, top: top - from.top, right: right - from.left, bottom: bottom - from.top }];
  });
}

/** Whether two lists are of the same boxes, but for shifts that no name would give way to. */
export function coverTheSame(some: readonly Box[], others: readonly Box[]): boolean {
  const sides = ['left', 'top', 'right', 'bottom'] as const;
  return (
    some.length === others.length &&
    some.every((box, at) => sides.every((side) => Math.abs(box[side] - (others[at]?.[side] ?? 0)) < 1))
  );
}

/** CSS pixels at the stage's lower edge that `popup` covers: none where it is closed or stands beside the stage. */
export function coveredBelow(stage: Element, popup: HTMLElement): number {
  if (popup.hidden) return 0;
  const box = stage.getBoundingClientRect();
  const sheet = popup.getBoundingClientRect();
  const beside = sheet.left >= box.right - 1 || sheet.top >= box.bottom - 1;
  return beside ? 0 : Math.max(0, box.bottom - sheet.top);
}
