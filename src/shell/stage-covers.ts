/** What lies over the stage and must not hide a name or a place. */
import type { Box } from '../style/land-mask.ts';

const covers =
  '.naming, .camera, .pan[open] div, .measure, .open, .notice, .disclaimer, .scale, .figure, .inset, .popup';

/** Boxes of all that is seen over the stage of `root`, in CSS pixels from the stage's top left corner. */
export function coversOf(root: ShadowRoot, stage: Element): readonly Box[] {
  const from = stage.getBoundingClientRect();
  return [...root.querySelectorAll(covers)].flatMap((part) => {
    const { left, top, right, bottom, width } = part.getBoundingClientRect();
    return width === 0
      ? []
      : [{ left: left - from.left, top: top - from.top, right: right - from.left, bottom: bottom - from.top }];
  });
}

/** CSS pixels at the stage's lower edge that `popup` covers: none where it is closed or stands beside the stage. */
export function coveredBelow(stage: Element, popup: HTMLElement): number {
  if (popup.hidden) return 0;
  const box = stage.getBoundingClientRect();
  const sheet = popup.getBoundingClientRect();
  const beside = sheet.left >= box.right - 1 || sheet.top >= box.bottom - 1;
  return beside ? 0 : Math.max(0, box.bottom - sheet.top);
}
