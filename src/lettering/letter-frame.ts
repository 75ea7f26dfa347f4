/**
 * The lettering of one frame: first the words that say whose a line is, then the names around them. Map and picture
 * share it.
 */
import type { Box } from '../kernel/box.ts';
import type { Steps } from '../kernel/steps.ts';
import type { Line } from '../model/story/lines.ts';
import type { Language } from '../model/types.ts';
import type { Advances } from './fonts/text-width.ts';
import { hysteresis, type PlacementInput, type Positions } from './labels/light-table.ts';
import { isGroup, withoutSecondRow } from './labels/measure-labels.ts';
import { rasterLand } from './land/land-mask.ts';
import type { Outlines } from './land/outlines.ts';
import { type PlacedLineLabel, placeLineLabels, roomOfLines } from './line-labels.ts';
import { type PlacedLabel, placeLabels } from './place-labels.ts';
import { tooFar } from './stances/along-shore.ts';

export interface Lettered {
  readonly placed: readonly PlacedLabel[];
  readonly lineLabels: readonly PlacedLineLabel[];
}

/** Where names and words stand, to begin the next lettering with. */
export function positionsOf({ placed, lineLabels }: Lettered): Positions {
  return new Map([
    ...placed.map(({ place, at }) => [place.id, at] as const),
    ...lineLabels.map(({ line, at }) => [line.id, at] as const),
  ]);
}

interface LetteringInput extends PlacementInput {
  /** The lines that are shown. */
  readonly lines: readonly Line[];
  readonly language: Language;
  readonly advances: Advances;
}

export interface LetterFrameInput extends Omit<LetteringInput, 'land'> {
  readonly outlines: Outlines;
}

/**
 * Letters a frame. Where the names of groups find no room beside their land, islands carry their first row alone, if
 * that helps.
 */
export function* letterFrame({ outlines, ...others }: LetterFrameInput): Steps<Lettered> {
  const input = { ...others, land: yield* rasterLand(outlines, others.frame) };
  const whole = yield* letterInTurn(input);
  if (!whole.placed.some(isStrained)) return whole;
  const labels = input.labels.map((label) => (label.lettering.stance === 'shore' ? withoutSecondRow(label) : label));
  const short = yield* letterInTurn({ ...input, labels });
  return strain(short) < strain(whole) ? short : whole;
}

/**
 * The words on lines have the first choice, because a line must not be seen without its owner. Where that drives the
 * name of a group off its land, the groups choose first, as long as every line still finds room for its words.
 */
function* letterInTurn(input: LetteringInput): Steps<Lettered> {
  const linesFirst = yield* letterAround(input, []);
  if (!linesFirst.placed.some(isStrained)) return linesFirst;
  const groups = yield* placeLabels(
    { ...input, covered: [...input.covered, ...roomOfLines(input.lines, input.frame)] },
    'groups',
  );
  const groupsFirst = yield* letterAround(
    { ...input, previous: new Map([...input.previous, ...positionsOf({ placed: groups, lineLabels: [] })]) },
    groups.flatMap(({ boxes }) => boxes),
  );
  const better =
    groupsFirst.lineLabels.length === linesFirst.lineLabels.length && strain(groupsFirst) < strain(linesFirst);
  return better ? groupsFirst : linesFirst;
}

/** Letters the lines outside what is kept free for groups, then all names. */
function* letterAround(input: LetteringInput, free: readonly Box[]): Steps<Lettered> {
  const { lines, frame, covered, gain = hysteresis.moved } = input;
  const lineLabels = yield* placeLineLabels({ ...input, free, gain });
  yield;
  const taken = [...covered, ...roomOfLines(lines, frame), ...lineLabels.map(({ box }) => box)];
  return { placed: yield* placeLabels({ ...input, covered: taken }), lineLabels };
}

const isStrained = (label: PlacedLabel) => isGroup(label) && label.cost > tooFar;

/** How badly the groups are named; a line’s words on land count too. */
function strain({ placed, lineLabels }: Lettered): number {
  // A negative cost is a gain for staying, which makes up for no other name.
  const groups = placed.filter(isGroup).map(({ cost }) => Math.max(0, cost));
  return [...groups, ...lineLabels.map(({ onLand }) => (onLand ? tooFar : 0))].reduce((sum, cost) => sum + cost, 0);
}
