/** What lies over the stage and must not hide a name or a place. */
import type { Box } from '../../kernel/box.ts';
import { boxesOf } from '../browser/boxes.ts';

const covers = '.naming, .camera, .pan[open] div, .measure, .open, .disclaimer, .scale, .figure, .inset, .popup';

/**
 * What a place must stand clear of, what matters most first. The figures at the edges are not among it: they go where
 * the map goes.
 */
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
