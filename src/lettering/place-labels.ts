/**
 * Places the labels of one frame as a letterer at a light table would: the four groups first, each beside the land of
 * it that the frame shows. Nothing is cut off by the edge or lies over another name; no name of water lies on land, no
 * name of land on other land. Map and picture share it. A label keeps one position under all three conventions, so that
 * nothing jumps when names are switched.
 */
import { around, type Box } from '../kernel/box.ts';
import type { Steps } from '../kernel/steps.ts';
import { toPixels, toPosition } from '../model/camera.ts';
import type { LngLat, Place } from '../model/types.ts';
import { bestPlace } from './best-place.ts';
import type { Anchor } from './labels/anchors.ts';
import { type Lettering, sizeAt } from './labels/kinds.ts';
import type { Candidate, LightTable, PlacementInput } from './labels/light-table.ts';
import { isGroup, isShownAt, type MeasuredLabel } from './labels/measure-labels.ts';
import { landMask } from './land/land-mask.ts';
import { placeGroups } from './place-groups.ts';
import { smooth } from './stances/path.ts';

/** Where a label stands in a frame. */
export interface PlacedLabel {
  readonly place: Place;
  readonly lettering: Lettering;
  /** How many rows are set of those that it has. */
  readonly rows: 1 | 2;
  /** Of the first row, in CSS pixels. */
  readonly size: number;
  readonly at: LngLat;
  readonly anchor: Anchor;
  /** The anchor keeps `anchorOffsets` from `at`, where a mark stands. */
  readonly offset: boolean;
  /** The stretch of a course that the letters follow, from the first to the last; `null` for a level label. */
  readonly course: readonly LngLat[] | null;
  /** The room it takes, in CSS pixels of the frame. */
  readonly boxes: readonly Box[];
  /** How far from good its position is: from `tooFar` on, it may be taken for the name of something else. */
  readonly cost: number;
}

/**
 * Places the labels of a frame, or only those of the four groups; leaves out those for which there is no good position.
 */
export function* placeLabels(input: PlacementInput, only: 'groups' | 'all' = 'all'): Steps<readonly PlacedLabel[]> {
  const { labels, land, frame, selected } = input;
  const mask = landMask(land, input.covered);
  yield;
  const shown = labels.filter((label) => isShownAt(label, frame.view.zoom) || label.place.id === selected);
  const marks = shown.flatMap(({ place, lettering }) =>
    lettering.stance === 'beside' && place.geometry === null
      ? [{ id: place.id, box: around(toPixels(frame, place.position), 5, 5) }]
      : [],
  );
  const courses = shown.flatMap(({ place }) =>
    place.course === null ? [] : smooth(place.course.map((position) => toPixels(frame, position))),
  );
  yield;
  const placed: PlacedLabel[] = [];
  const taken: Box[] = [...input.covered];
  const put = (label: MeasuredLabel, best: Candidate | null): void => {
    if (best === null) return;
    taken.push(...best.boxes);
    placed.push({
      place: label.place,
      lettering: label.lettering,
      rows: label.rows,
      size: sizeAt(label.lettering, frame.view.zoom),
      at: toPosition(frame, best.at),
      anchor: best.anchor,
      offset: best.offset,
      course: best.course === null ? null : best.course.map((point) => toPosition(frame, point)),
      boxes: best.boxes,
      cost: best.cost,
    });
  };
  const table: LightTable = { input, mask, taken, marks, courses };
  for (const [label, best] of yield* placeGroups(shown.filter(isGroup), table)) put(label, best);
  const isSelected = ({ place }: MeasuredLabel) => Number(place.id === selected);
  const others = only === 'groups' ? [] : shown.filter((label) => !isGroup(label));
  for (const label of others.sort((one, other) => isSelected(other) - isSelected(one))) {
    put(label, yield* bestPlace(label, table));
    yield;
  }
  return placed;
}
