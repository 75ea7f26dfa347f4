/** How much room each label needs, under the convention that needs most: so nothing jumps when names are switched. */
import type { Steps } from '../../kernel/steps.ts';
import { unknownPositionZoom } from '../../model/camera.ts';
import { labelOf, primaryText, secondaryText } from '../../model/names/names.ts';
import { isNamed } from '../../model/names/names-in-time.ts';
import { conventions, type Gazetteer, type Language, type Place } from '../../model/types.ts';
import { type Advances, widthOf } from '../fonts/text-width.ts';
import { type Lettering, letteringOf, secondaryScale } from './kinds.ts';

/** A label and the room it needs under the convention that needs most. */
export interface MeasuredLabel {
  readonly place: Place;
  readonly lettering: Lettering;
  /** In em of the first row. */
  readonly width: number;
  readonly rows: 1 | 2;
  /** What the first row alone needs, in its em. */
  readonly firstRow: number;
}

/** A label of which only the first row is set. */
export function withoutSecondRow(label: MeasuredLabel): MeasuredLabel {
  return { ...label, width: label.firstRow, rows: 1 };
}

/** Whether a label names one of the four groups. */
export const isGroup = ({ lettering }: Pick<MeasuredLabel, 'lettering'>) => lettering.rank === 0;

/** Whether a place is shown at a zoom at all: large enough, and exactly enough placed. */
export function isShownAt({ place, lettering }: Pick<MeasuredLabel, 'place' | 'lettering'>, zoom: number): boolean {
  return zoom >= lettering.fromZoom && (place.positionBasis !== 'unknown' || zoom < unknownPositionZoom);
}

/** Measures every label in a language, in the order in which they are given room. Pauses after every label. */
export function* measureLabels(
  dataset: Gazetteer,
  language: Language,
  advances: Advances,
): Steps<readonly MeasuredLabel[]> {
  const measured: MeasuredLabel[] = [];
  for (const place of dataset.places) {
    if (!isNamed(place)) continue;
    const lettering = letteringOf(place);
    const { face, spacing } = lettering;
    const labels = conventions.map((convention) => labelOf(place, convention, language));
    const first = labels.map((label) => widthOf(primaryText(label), face, spacing, advances));
    const second = labels.map(
      (label) => secondaryScale * widthOf(secondaryText(label), face, spacing / secondaryScale, advances),
    );
    measured.push({
      place,
      lettering,
      width: Math.max(...first, ...second),
      firstRow: Math.max(...first),
      rows: labels.some((label) => label.secondary.length > 0) ? 2 : 1,
    });
    yield;
  }
  return measured.sort(
    (first, second) =>
      first.lettering.rank - second.lettering.rank || importance(second.place) - importance(first.place),
  );
}

/** Within a rank: living settlements before ended ones, high peaks before low ones. */
function importance(place: Place): number {
  return (place.elevation ?? 0) + (place.endedIn1945 ? -1 : 0);
}
