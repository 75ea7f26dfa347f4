/** What lies before the letterer of one viewport: land, marks, courses, and the room that is taken already. */
import { type Box, grown, overlaps, type Point } from '../../kernel/box.ts';
import { type Frame, toPixels } from '../../model/camera.ts';
import type { LngLat, Place } from '../../model/types.ts';
import type { LandMask, LandRaster } from '../land/land-mask.ts';
import { type Ground, otherLand } from '../land/outlines.ts';
import type { Anchor } from './anchors.ts';
import { lineHeight, secondaryScale, sizeAt } from './kinds.ts';
import type { MeasuredLabel } from './measure-labels.ts';

/** Where labels stand, by the id of their place or line. */
export type Positions = ReadonlyMap<string, LngLat>;

export interface PlacementInput {
  /** In the order of `measureLabels`. */
  readonly labels: readonly MeasuredLabel[];
  /** The land of the frame, from `rasterLand`. */
  readonly land: LandRaster;
  readonly frame: Frame;
  /** The areas that controls cover. */
  readonly covered: readonly Box[];
  /** The selected place is lettered before all but the groups, at any zoom. */
  readonly selected: string | null;
  /** Where labels stood before: each stays there as long as that is a good position. */
  readonly previous: Positions;
  /** What a label gains by staying exactly where it stood: one of `hysteresis`, by default `hysteresis.moved`. */
  readonly gain?: number;
}

/**
 * What a label gains by staying exactly where it stood, in the same unit as its distance from the shore. In a view that
 * has moved: as much as ten pixels nearer. In other words or another language: more, but not so much that longer words
 * lie across a coast. With the same words and view: more than any better position can offer, because a distance that
 * has grown with the picture's stage is no reason to jump when the map takes over.
 */
export const hysteresis = { moved: 6, reworded: 15, still: 60 } as const;

export interface LightTable {
  readonly input: PlacementInput;
  readonly mask: LandMask;
  readonly taken: readonly Box[];
  readonly marks: readonly { readonly id: string; readonly box: Box }[];
  /** Points along the courses of the straits that are shown: their names need that water. */
  readonly courses: readonly Point[];
}

/** A position that a stance offers for a label. */
export interface Candidate {
  /** How far from good it is; the least wins. */
  readonly cost: number;
  readonly at: Point;
  readonly anchor: Anchor;
  readonly offset: boolean;
  readonly boxes: readonly Box[];
  readonly course: readonly Point[] | null;
}

/** The positions that a stance offers, and `null` wherever it pauses. */
export type Candidates = Generator<Candidate | null>;

/** How many positions are tried between two pauses. */
export const triedAtOnce = 30;

/** CSS pixels between two labels, and between a label and the edge. */
export const gap = 3;
export const margin = 8;

/** Width and height of a label in CSS pixels. */
export function sizeOf(
  { lettering, width, rows }: MeasuredLabel,
  zoom: number,
): { readonly width: number; readonly height: number } {
  const size = sizeAt(lettering, zoom);
  return { width: width * size, height: size * lineHeight * (rows === 2 ? 1 + secondaryScale : 1) };
}

/** Whether a box keeps the margin of a frame. */
export function isWithin({ left, top, right, bottom }: Box, { width, height }: Frame): boolean {
  return left >= margin && top >= margin && right <= width - margin && bottom <= height - margin;
}

/** Whether a label may stand in a box: inside the frame, and clear of all that is taken. */
export function isFree(box: Box, { input: { frame }, taken }: LightTable): boolean {
  if (!isWithin(box, frame)) return false;
  const wide = grown(box, gap);
  return !taken.some((other) => overlaps(wide, other));
}

/** The share of a box that lies on land of any kind. */
export function landShare(mask: LandMask, box: Box): number {
  return mask.region(mask.visible).share(box);
}

/**
 * The land that a place is or stands on: its own where it is drawn, all of its group for a group and for what has no
 * land.
 */
export function groundsOf(place: Place, { labels }: PlacementInput): readonly Ground[] {
  if (place.group === null) return [otherLand];
  if (place.geometry !== null && place.id !== place.group) return [place.id];
  return labels.flatMap((label) =>
    label.place.group === place.group && label.place.geometry !== null ? [label.place.id] : [],
  );
}

/** How far a box is from lying wholly on one kind of ground: 0 all land or all sea, 1 half and half. */
export function crossing(share: number): number {
  return 2 * Math.min(share, 1 - share);
}

/** The middle of where a label stood before, in pixels of the present frame. */
export function before({ place }: MeasuredLabel, { input: { previous, frame } }: LightTable): Point | null {
  const old = previous.get(place.id);
  return old === undefined ? null : toPixels(frame, old);
}

/** Points at which a label is wholly inside the frame and touches `near`. */
export function* grid(
  { frame }: PlacementInput,
  width: number,
  height: number,
  step: number,
  near: Box = { left: 0, top: 0, right: frame.width, bottom: frame.height },
): Generator<Point> {
  const top = Math.max(margin + height / 2, near.top - height / 2);
  const bottom = Math.min(frame.height - margin - height / 2, near.bottom + height / 2);
  const left = Math.max(margin + width / 2, near.left - width / 2);
  const right = Math.min(frame.width - margin - width / 2, near.right + width / 2);
  for (let y = top; y <= bottom; y += step) for (let x = left; x <= right; x += step) yield [x, y];
}

/** Points on ever larger circles: first the middle itself. */
export function* circles(middle: Point, radius: number): Generator<Point> {
  yield middle;
  const [x, y] = middle;
  const directions = 16;
  for (let distance = 6; distance <= radius; distance += 6)
    for (let turn = 0; turn < directions; turn++) {
      const angle = (turn * 2 * Math.PI) / directions;
      yield [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
    }
}

/** A candidate that stands level, its middle at a point. */
export function level(at: Point, box: Box, cost: number): Candidate {
  return { cost, at, anchor: 'center', offset: false, boxes: [box], course: null };
}
