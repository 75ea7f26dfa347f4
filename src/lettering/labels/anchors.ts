/** The point of a label that stands at its position, and how far it keeps from the mark there. */
import type { Box, Point } from '../../kernel/box.ts';
import { markDistance } from './kinds.ts';

/** The point of a label that stands at its position, under MapLibre's names. */
export type Anchor =
  | 'center'
  | 'left'
  | 'right'
  | 'top'
  | 'bottom'
  | 'top-left'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-right';

/** How far each anchor keeps from the mark beside it, in em of the first row: right, down. */
export const anchorOffsets: Readonly<Record<Anchor, Point>> = {
  center: [0, 0],
  left: [markDistance, 0],
  right: [-markDistance, 0],
  top: [0, markDistance * 0.75],
  bottom: [0, -markDistance * 0.75],
  'top-left': [markDistance * 0.7, markDistance * 0.4],
  'top-right': [-markDistance * 0.7, markDistance * 0.4],
  'bottom-left': [markDistance * 0.7, -markDistance * 0.4],
  'bottom-right': [-markDistance * 0.7, -markDistance * 0.4],
};

/** The box of a label whose anchor stands at a point. */
export function boxAt([x, y]: Point, anchor: Anchor, width: number, height: number): Box {
  const left = anchor.endsWith('left') ? x : anchor.endsWith('right') ? x - width : x - width / 2;
  const top = anchor.startsWith('top') ? y : anchor.startsWith('bottom') ? y - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}
