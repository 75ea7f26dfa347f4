/** Boxes of what lies over an element. */
import type { Box } from '../../kernel/box.ts';

/**
 * Boxes of all that `parts` selects in `root` and is seen over `stage`, in CSS pixels from the stage's top left corner.
 */
export function boxesOf(root: ShadowRoot, stage: Element, parts: string): readonly Box[] {
  const from = stage.getBoundingClientRect();
  return [...root.querySelectorAll(parts)].flatMap((part) => {
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
