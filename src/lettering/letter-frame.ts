/** The lettering of one frame: first the words that say whose a line is, then the names round them. Map and picture share it. */

import { finish, type Steps } from '../kernel/steps.ts';
import type { Line } from '../model/story/lines.ts';
import type { Language } from '../model/types.ts';
import type { Box } from './land-mask.ts';
import { type PlacedLineLabel, placeLineLabelsInSteps, roomOfLines } from './line-labels.ts';
import {
  isGroup,
  type PlacedLabel,
  type PlacementInput,
  placeInSteps,
  type Stands,
  staying,
  tooFar,
  withoutSecondLine,
} from './place-labels.ts';
import type { Advances } from './text-width.ts';

export interface Lettered {
  readonly placed: readonly PlacedLabel[];
  readonly lineLabels: readonly PlacedLineLabel[];
}

/** Where names and words stand, to begin the next lettering with. */
export function standsOf({ placed, lineLabels }: Lettered): Stands {
  return new Map([
    ...placed.map(({ place, at }) => [place.id, at] as const),
    ...lineLabels.map(({ line, at }) => [line.id, at] as const),
  ]);
}

export interface LetterFrameInput extends PlacementInput {
  /** The lines that are shown. */
  readonly lines: readonly Line[];
  readonly language: Language;
  readonly advances: Advances;
}

/** Where the names of groups find no room beside their land, the islands carry their first lines alone, if that helps. */
export function letterFrame(input: LetterFrameInput): Lettered {
  return finish(letterInSteps(input));
}

/** The same, with pauses. */
export function* letterInSteps(input: LetterFrameInput): Steps<Lettered> {
  const whole = yield* letterInTurn(input);
  if (!whole.placed.some(isStrained)) return whole;
  const labels = input.labels.map((label) => (label.lettering.stance === 'shore' ? withoutSecondLine(label) : label));
  const short = yield* letterInTurn({ ...input, labels });
  return strain(short) < strain(whole) ? short : whole;
}

/**
 * The words on lines have the first choice, because a line must not be seen without its owner. Where that drives the name of a group off
 * its land, the groups choose first, as long as every line still finds its words a place.
 */
function* letterInTurn(input: LetterFrameInput): Steps<Lettered> {
  const linesFirst = yield* letterAround(input, []);
  if (!linesFirst.placed.some(isStrained)) return linesFirst;
  const groups = yield* placeInSteps(
    { ...input, covered: [...input.covered, ...roomOfLines(input.lines, input.frame)] },
    'groups',
  );
  const groupsFirst = yield* letterAround(
    { ...input, previous: new Map([...input.previous, ...standsOf({ placed: groups, lineLabels: [] })]) },
    groups.flatMap(({ boxes }) => boxes),
  );
  const better =
    groupsFirst.lineLabels.length === linesFirst.lineLabels.length && strain(groupsFirst) < strain(linesFirst);
  return better ? groupsFirst : linesFirst;
}

/** Letters the lines outside what is kept free for groups, then all names. */
function* letterAround(
  { lines, language, advances, ...names }: LetterFrameInput,
  free: readonly Box[],
): Steps<Lettered> {
  const { outlines, frame, covered, previous, gain = staying.moved } = names;
  const lineLabels = yield* placeLineLabelsInSteps({
    lines,
    outlines,
    frame,
    covered,
    free,
    previous,
    gain,
    language,
    advances,
  });
  yield;
  const taken = [...covered, ...roomOfLines(lines, frame), ...lineLabels.map(({ box }) => box)];
  return { placed: yield* placeInSteps({ ...names, covered: taken }), lineLabels };
}

const isStrained = (label: PlacedLabel) => isGroup(label) && label.cost > tooFar;

/** How badly the groups are named, a line's words on land among it. */
function strain({ placed, lineLabels }: Lettered): number {
  // Less than nothing is a gain for staying, which makes up for no other name.
  const groups = placed.filter(isGroup).map(({ cost }) => Math.max(0, cost));
  return [...groups, ...lineLabels.map(({ onLand }) => (onLand ? tooFar : 0))].reduce((sum, cost) => sum + cost, 0);
}
