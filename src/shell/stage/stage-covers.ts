/** What lies over the stage and must not hide a name or a place. */
import type { Box } from '../../lettering/land-mask.ts';

const covers = '.naming, .camera, .pan[open] div, .measure, .open, .disclaimer, .scale, .figure, .inset, .popup';

/** What a place must stand clear of, what matters most first. The figures at the edges are not among it: they go where the map goes. */
const keptFree = [
  '.popup',
  '.disclaimer',
  '.naming',
  '.notice',
  '.open',
  '.camera',
  '.pan[open] div',
  '.inset',
  '.scale',
];

/** Boxes of all that is seen over the stage of `root`, in CSS pixels from the stage's top left corner. */
export function coversOf(root: ShadowRoot, stage: Element): readonly Box[] {
  return boxesOf(root, stage, covers);
}

/** The same of what a place must stand clear of, what matters most first. */
export function obstaclesOf(root: ShadowRoot, stage: Element): readonly Box[] {
  return keptFree.flatMap((part) => boxesOf(root, stage, part));
}

function boxesOf(root: ShadowRoot, stage: Element, parts: string): readonly Box[] {
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
