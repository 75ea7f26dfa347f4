/**
 * Places the lettering of one frame, as a letterer at a light table would: the four groups first, each beside the land of it that
 * the frame shows; nothing cut by the frame, nothing over another name, no name of water on land, no name of land on other land.
 * Map and picture share it. A label keeps one place under all three conventions, so that nothing jumps when names are switched.
 */

import { finish, type Steps } from '../kernel/steps.ts';
import { type Frame, toPixels, toPosition, unknownPositionZoom } from '../model/camera.ts';
import { labelOf, primaryText, secondaryText } from '../model/names/names.ts';
import { conventions, type Gazetteer, type Language, type LngLat, type Place } from '../model/types.ts';
import {
  around,
  type Box,
  boxDistance,
  contains,
  type Ground,
  grown,
  type LandMask,
  landMaskInSteps,
  type Outlines,
  otherLand,
  overlaps,
  type Region,
} from './land-mask.ts';
import { type Lettering, letteringOf, lineHeight, markDistance, secondaryScale, sizeAt } from './lettering.ts';
import { type Advances, widthOf } from './text-width.ts';

/** The point of a label that stands at its position, as MapLibre names it. */
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

/** How far each anchor keeps from the mark it stands beside, in em of the first line: right, down. */
export const anchorOffsets: Readonly<Record<Anchor, readonly [x: number, y: number]>> = {
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

/** Beside a mark: the side tried first is the one that reads best. */
const besideAnchors = [
  'left',
  'right',
  'bottom-left',
  'top-left',
  'bottom-right',
  'top-right',
  'bottom',
  'top',
] as const;

/** A label and the room it needs under the convention that needs most. */
export interface MeasuredLabel {
  readonly place: Place;
  readonly lettering: Lettering;
  /** In em of the first line. */
  readonly width: number;
  readonly lines: 1 | 2;
  /** What the first line alone needs, in its em. */
  readonly firstLine: number;
}

/** A label of which only the first line is set. */
export function withoutSecondLine(label: MeasuredLabel): MeasuredLabel {
  return { ...label, width: label.firstLine, lines: 1 };
}

/** Where a label stands in a frame. */
export interface PlacedLabel {
  readonly place: Place;
  readonly lettering: Lettering;
  /** How many lines are set of those that it has. */
  readonly lines: 1 | 2;
  /** Of the first line, in CSS pixels. */
  readonly size: number;
  readonly at: LngLat;
  readonly anchor: Anchor;
  /** The anchor keeps `anchorOffsets` from `at`, where a mark stands. */
  readonly offset: boolean;
  /** The stretch of a course that the letters follow, from the first to the last; `null` for a level label. */
  readonly course: readonly LngLat[] | null;
  /** The room it takes, in CSS pixels of the frame. */
  readonly boxes: readonly Box[];
  /** How far from good its place is: from `tooFar` on, it may be taken for the name of something else. */
  readonly cost: number;
}

export interface PlacementInput {
  /** In the order of `measureLabels`. */
  readonly labels: readonly MeasuredLabel[];
  readonly outlines: Outlines;
  readonly frame: Frame;
  /** Parts of the frame that controls cover. */
  readonly covered: readonly Box[];
  /** The selected place is lettered before all but the groups, at any zoom. */
  readonly selected: string | null;
  /** Where labels stood before, by the id of their place or line: each stays there as long as that is a good place. */
  readonly previous: Stands;
  /** What a label gains by staying exactly where it stood before: one of `staying`, `staying.moved` where it is left out. */
  readonly gain?: number;
}

export type Stands = ReadonlyMap<string, LngLat>;

/**
 * What a label gains by staying exactly where it stood before, in the same measure as its distance from its shore. In a view that moves about as
 * much as ten pixels nearer; in other words more, but not so much that longer ones lie across a coast; in the same words and view more than any
 * better place can offer: a distance that has grown with the picture's stage is no reason to jump when the map takes over.
 */
export const staying = { moved: 6, reworded: 15, still: 60 } as const;

/** CSS pixels between two labels, and between a label and the frame. */
const gap = 3;
const margin = 8;
/** CSS pixels at which a group's name stands off its coast, outside the waterlines. */
const shoreDistance = 16;
/** CSS pixels from which nobody joins a name to a coast any more. */
const outOfReach = 45;
/** CSS pixels within which land that is not disputed is named from its position. */
const reachOfPosition = 32;

/** Measures every label in a language, in the order in which they are given room. */
export function measureLabels(dataset: Gazetteer, language: Language, advances: Advances): readonly MeasuredLabel[] {
  return finish(measureInSteps(dataset, language, advances));
}

/** The same, with a pause after every label. */
export function* measureInSteps(
  dataset: Gazetteer,
  language: Language,
  advances: Advances,
): Steps<readonly MeasuredLabel[]> {
  const measured: MeasuredLabel[] = [];
  for (const place of dataset.places) {
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
      firstLine: Math.max(...first),
      lines: labels.some((label) => label.secondary.length > 0) ? 2 : 1,
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

/** Whether a place is shown at a zoom at all: large enough, and exactly enough placed. */
export function isShownAt({ place, lettering }: Pick<MeasuredLabel, 'place' | 'lettering'>, zoom: number): boolean {
  return zoom >= lettering.fromZoom && (place.positionBasis !== 'unknown' || zoom < unknownPositionZoom);
}

interface Table {
  readonly input: PlacementInput;
  readonly mask: LandMask;
  readonly taken: readonly Box[];
  readonly marks: readonly { readonly id: string; readonly box: Box }[];
  /** Points along the courses of the straits that are shown: their names need that water. */
  readonly courses: readonly (readonly [x: number, y: number])[];
}

interface Candidate {
  readonly cost: number;
  readonly at: readonly [x: number, y: number];
  readonly anchor: Anchor;
  readonly offset: boolean;
  readonly boxes: readonly Box[];
  readonly course: readonly (readonly [number, number])[] | null;
}

/** Places the labels of a frame, or only those of the four groups; those for which there is no good place are left out. */
export function placeLabels(input: PlacementInput, only: 'groups' | 'all' = 'all'): readonly PlacedLabel[] {
  return finish(placeInSteps(input, only));
}

/** The same, with pauses. */
export function* placeInSteps(input: PlacementInput, only: 'groups' | 'all' = 'all'): Steps<readonly PlacedLabel[]> {
  const { labels, outlines, frame, selected } = input;
  const mask = yield* landMaskInSteps(outlines, frame, input.covered);
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
      lines: label.lines,
      size: sizeAt(label.lettering, frame.view.zoom),
      at: toPosition(frame, best.at),
      anchor: best.anchor,
      offset: best.offset,
      course: best.course === null ? null : best.course.map((point) => toPosition(frame, point)),
      boxes: best.boxes,
      cost: best.cost,
    });
  };
  const table = { input, mask, taken, marks, courses };
  for (const [label, best] of yield* placeGroups(shown.filter(isGroup), table)) put(label, best);
  const isSelected = ({ place }: MeasuredLabel) => Number(place.id === selected);
  const others = only === 'groups' ? [] : shown.filter((label) => !isGroup(label));
  for (const label of others.sort((one, other) => isSelected(other) - isSelected(one))) {
    put(label, yield* bestPlace(label, table));
    yield;
  }
  return placed;
}

/** Whether a label names one of the four groups. */
export const isGroup = ({ lettering }: Pick<MeasuredLabel, 'lettering'>) => lettering.rank === 0;

type Choice = readonly [label: MeasuredLabel, best: Candidate | null];

/** The cost from which a name stands too far off to be taken for its land’s. */
export const tooFar = 40;
/** What it costs to stand nearer to the land of another: alone too far. */
const mistakable = 45;
/** The cost from which a place near a shore is searched for more closely. */
const closely = 20;
/** How many places are tried for all orders together: as many as four names have; of more groups some orders are tried. */
const mostTries = 64;
/** What it costs to leave a group that is seen without a name. */
const unnamed = 1000;

/**
 * The groups in their order, or, where that leaves one without a place near its land, in the order that names all of them best: in a
 * small frame the last of four names would otherwise be driven to another island.
 */
function* placeGroups(groups: readonly MeasuredLabel[], table: Table): Steps<readonly Choice[]> {
  const cost = ([label, found]: Choice): number => {
    if (found !== null) return found.cost;
    return table.mask.region(groundsOf(label.place, table.input)).extent === null ? 0 : unnamed;
  };
  const total = (choices: readonly Choice[]) => choices.reduce((sum, choice) => sum + cost(choice), 0);
  function* choose(label: MeasuredLabel, before: readonly Choice[]): Steps<Choice> {
    const taken = [...table.taken, ...before.flatMap(([, best]) => best?.boxes ?? [])];
    return [label, yield* bestPlace(label, { ...table, taken })];
  }
  const inOrder: Choice[] = [];
  for (const label of groups) {
    inOrder.push(yield* choose(label, inOrder));
    yield;
  }
  if (inOrder.every((choice) => cost(choice) <= tooFar)) return inOrder;
  let best: readonly Choice[] = inOrder;
  let tries = mostTries;
  function* complete(before: readonly Choice[], left: readonly MeasuredLabel[]): Steps<void> {
    // A gain for staying may still come to every one that is left.
    if (total(before) - left.length * (table.input.gain ?? staying.moved) >= total(best)) return;
    if (left.length === 0) best = before;
    for (const label of left) {
      if (tries === 0) return;
      tries -= 1;
      yield;
      yield* complete(
        [...before, yield* choose(label, before)],
        left.filter((other) => other !== label),
      );
    }
  }
  yield* complete([], groups);
  return best;
}

/** Places for a label, and `null` wherever there is a pause in looking for them. */
type Candidates = Generator<Candidate | null>;

const stances: Readonly<Record<Lettering['stance'], (label: MeasuredLabel, table: Table) => Candidates>> = {
  shore: alongShore,
  beside: besideMark,
  course: alongCourse,
  waters: inWaters,
  within: onWater,
  area: onLand,
};

function* bestPlace(label: MeasuredLabel, table: Table): Steps<Candidate | null> {
  let best: Candidate | null = null;
  for (const candidate of stances[label.lettering.stance](label, table)) {
    if (candidate === null) yield;
    else if (best === null || candidate.cost < best.cost) best = candidate;
  }
  return best;
}

/** How many places are tried between two pauses. */
const triedAtOnce = 30;

/** Width and height of a label in CSS pixels. */
function sizeOf(
  { lettering, width, lines }: MeasuredLabel,
  zoom: number,
): { readonly width: number; readonly height: number } {
  const size = sizeAt(lettering, zoom);
  return { width: width * size, height: size * lineHeight * (lines === 2 ? 1 + secondaryScale : 1) };
}

function isFree(box: Box, { input: { frame }, taken }: Table): boolean {
  if (box.left < margin || box.top < margin || box.right > frame.width - margin || box.bottom > frame.height - margin)
    return false;
  const wide = grown(box, gap);
  return !taken.some((other) => overlaps(wide, other));
}

function landShare(mask: LandMask, box: Box): number {
  return mask.region(mask.visible).share(box);
}

/** The land that a place is or stands on: its own where it is drawn, all of its group for a group and for what has no land. */
function groundsOf(place: Place, { labels }: PlacementInput): readonly Ground[] {
  if (place.group === null) return [otherLand];
  if (place.geometry !== null && place.id !== place.group) return [place.id];
  return labels.flatMap((label) =>
    label.place.group === place.group && label.place.geometry !== null ? [label.place.id] : [],
  );
}

/** How far a box is from lying wholly on one kind of ground: 0 all land or all sea, 1 half and half. */
function crossing(share: number): number {
  return 2 * Math.min(share, 1 - share);
}

function pixelsBetween([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

/** The middle of where a label stood before, in pixels of the present frame. */
function before({ place }: MeasuredLabel, { input: { previous, frame } }: Table): readonly [number, number] | null {
  const old = previous.get(place.id);
  return old === undefined ? null : toPixels(frame, old);
}

/** Points at which a label is wholly inside the frame and touches `near`. */
function* grid(
  { frame }: PlacementInput,
  width: number,
  height: number,
  step: number,
  near: Box = { left: 0, top: 0, right: frame.width, bottom: frame.height },
): Generator<readonly [number, number]> {
  const top = Math.max(margin + height / 2, near.top - height / 2);
  const bottom = Math.min(frame.height - margin - height / 2, near.bottom + height / 2);
  const left = Math.max(margin + width / 2, near.left - width / 2);
  const right = Math.min(frame.width - margin - width / 2, near.right + width / 2);
  for (let y = top; y <= bottom; y += step) for (let x = left; x <= right; x += step) yield [x, y];
}

function level(at: readonly [number, number], box: Box, cost: number): Candidate {
  return { cost, at, anchor: 'center', offset: false, boxes: [box], course: null };
}

/** The name of drawn land: off the nearest of it that the frame shows, never on other land; on it where it fills the frame. */
function* alongShore(label: MeasuredLabel, table: Table): Candidates {
  const { mask, input, courses } = table;
  const grounds = groundsOf(label.place, input);
  const own = mask.region(grounds);
  if (own.extent === null) return;
  const foreign = mask.region(mask.visible.filter((ground) => !grounds.includes(ground)));
  const rivals = mask.region(mask.visible.filter((ground) => !grounds.includes(ground) && ground !== otherLand));
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const wanted = before(label, table) ?? toPixels(input.frame, label.place.position);
  const { gain = staying.moved } = input;
  // The tables of distances are the longest work of all: each is made in a turn of its own.
  for (const region of [own, rivals]) {
    region.distance(0, 0);
    yield null;
  }
  const cost = (centre: readonly [number, number], least: number): number | null => {
    const away = centre === wanted ? -gain : Math.min(20, pixelsBetween(centre, wanted) * 0.04);
    if (away >= least) return null;
    const box = around(centre, width / 2, height / 2);
    if (!isFree(box, table) || foreign.share(grown(box, 2)) > 0) return null;
    const share = own.share(box);
    const distance = share > 0 ? 0 : nearest(own, box);
    const off = share === 1 ? 14 : offShore(distance);
    const crossed = share > 0 && share < 1 ? 15 + 40 * crossing(share) : 0;
    const mistaken = share === 0 && nearest(rivals, box) < distance + 8 ? mistakable : 0;
    const inStrait = courses.some(([x, y]) => contains(grown(box, 14), x, y)) ? 18 : 0;
    // Nearer to the land of another nothing is gained by staying.
    const lost = centre === wanted && mistaken > 0 ? gain : 0;
    return off + crossed + mistaken + inStrait + away + lost;
  };
  function* search(
    centres: Iterable<readonly [number, number]>,
    most: number,
  ): Generator<null, Candidate | null, undefined> {
    let best: Candidate | null = null;
    let tried = 0;
    for (const centre of centres) {
      tried += 1;
      if (tried % triedAtOnce === 0) yield null;
      const least = best?.cost ?? most;
      const found = cost(centre, least);
      if (found !== null && found < least) best = level(centre, around(centre, width / 2, height / 2), found);
    }
    return best;
  }
  const nearby = grown(own.extent, 120);
  const coarse = yield* search([wanted, ...grid(input, width, height, 10, nearby)], Number.POSITIVE_INFINITY);
  // Where little is free, the good place may lie between those that were tried.
  const near =
    coarse !== null && coarse.cost < closely
      ? coarse
      : ((yield* search(grid(input, width, height, 4, nearby), coarse?.cost ?? Number.POSITIVE_INFINITY)) ?? coarse);
  // An islet is named only where the name is plainly its own. A group is always named: where another name has all the room near its
  // shore, a little farther off rather than not at all.
  const best = near ?? (isGroup(label) ? yield* search(grid(input, width, height, 6), Number.POSITIVE_INFINITY) : null);
  if (best !== null && (isGroup(label) || best.cost < tooFar)) yield best;
}

/** What it costs to stand this many CSS pixels off a coast: little where the eye still joins the two, and ever more where it does not. */
function offShore(distance: number): number {
  const farther = distance - shoreDistance;
  return farther < 0 ? -farther * 0.6 : farther * 0.35 + Math.max(0, distance - outOfReach) * 1.5;
}

/** CSS pixels from the edge of a box to a region. */
function nearest(region: Region, { left, top, right, bottom }: Box): number {
  if (region.extent === null) return Number.POSITIVE_INFINITY;
  const [middle, quarter] = [(left + right) / 2, (right - left) / 4];
  const ends = Math.min(region.distance(left, (top + bottom) / 2), region.distance(right, (top + bottom) / 2));
  return [-2, -1, 0, 1, 2].reduce((least, part) => {
    const x = middle + part * quarter;
    return Math.min(least, region.distance(x, top), region.distance(x, bottom));
  }, ends);
}

/** The name of a point: on the side of its mark that leaves coasts, other marks and names alone. */
function* besideMark(label: MeasuredLabel, table: Table): Candidates {
  const { mask, marks, input } = table;
  const { place, lettering } = label;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const size = sizeAt(lettering, input.frame.view.zoom);
  const own = groundsOf(place, input);
  const foreign = mask.region(mask.visible.filter((ground) => !own.includes(ground)));
  const atSea = place.kind === 'cape' || place.kind === 'rock';
  const mark = toPixels(input.frame, place.position);
  for (const [index, anchor] of besideAnchors.entries()) {
    const [dx, dy] = anchorOffsets[anchor];
    const box = boxAt([mark[0] + dx * size, mark[1] + dy * size], anchor, width, height);
    if (!isFree(box, table) || foreign.share(box) > 0) continue;
    const share = landShare(mask, box);
    if (atSea && crossing(share) > 0.3) continue;
    const hidden = marks.filter(({ id, box: other }) => id !== place.id && overlaps(box, other)).length;
    const cost = crossing(share) + (atSea ? share : 0) + hidden * 0.8 + index * 0.03;
    yield { cost, at: mark, anchor, offset: true, boxes: [box], course: null };
  }
}

function boxAt([x, y]: readonly [number, number], anchor: Anchor, width: number, height: number): Box {
  const left = anchor.endsWith('left') ? x : anchor.endsWith('right') ? x - width : x - width / 2;
  const top = anchor.startsWith('top') ? y : anchor.startsWith('bottom') ? y - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

/** The name of a sea: within its waters, clear of every coast. */
function* inWaters(label: MeasuredLabel, table: Table): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const ring = (label.place.waters ?? []).map((position) => toPixels(input.frame, position));
  const wanted = before(label, table) ?? toPixels(input.frame, label.place.position);
  for (const [index, centre] of [wanted, ...grid(input, width, height, 12)].entries()) {
    if (index % triedAtOnce === 0) yield null;
    const box = around(centre, width / 2, height / 2);
    if (!isFree(box, table) || !cornersOf(box).every((corner) => isInside(corner, ring))) continue;
    if (landShare(mask, grown(box, 8)) > 0) continue;
    yield level(centre, box, pixelsBetween(centre, wanted));
    // No other is as near.
    if (index === 0) return;
  }
}

function cornersOf({ left, top, right, bottom }: Box): readonly (readonly [number, number])[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

function isInside([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean {
  return ring.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);
}

/** The name of a bay: on the water, as near to its point as it fits. */
function* onWater(label: MeasuredLabel, table: Table): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const wanted = toPixels(input.frame, label.place.position);
  for (const centre of rings(wanted, width / 3 + 12)) {
    const box = around(centre, width / 2, height / 2);
    if (!isFree(box, table) || landShare(mask, grown(box, 1)) > 0) continue;
    yield level(centre, box, pixelsBetween(centre, wanted));
    // No other is as near.
    if (centre === wanted) return;
  }
}

/** The name of land that is not disputed: near its point, wholly on it or wholly off it where that can be. */
function* onLand(label: MeasuredLabel, table: Table): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  // The lands beyond are one to the mask: each is known by its position, and its name does not wander from there.
  const position = toPixels(input.frame, label.place.position);
  const wanted = before(label, table) ?? position;
  const own = mask.region([otherLand]);
  const disputed = mask.region(mask.visible.filter((ground) => ground !== otherLand));
  for (const centre of rings(wanted, 72)) {
    const box = around(centre, width / 2, height / 2);
    if (boxDistance(box, position) > reachOfPosition) continue;
    if (!isFree(box, table) || disputed.share(grown(box, 2)) > 0) continue;
    const share = own.share(box);
    const crossed = share > 0 && share < 1 ? 60 + 60 * crossing(share) : 0;
    yield level(centre, box, crossed + pixelsBetween(centre, wanted));
    // No other is as near.
    if (centre === wanted && crossed === 0) return;
  }
}

/** The middle, then points on ever larger circles. */
function* rings(middle: readonly [number, number], radius: number): Generator<readonly [number, number]> {
  yield middle;
  const [x, y] = middle;
  const directions = 16;
  for (let distance = 6; distance <= radius; distance += 6)
    for (let turn = 0; turn < directions; turn++) {
      const angle = (turn * 2 * Math.PI) / directions;
      yield [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
    }
}

/** The name of a strait: letters follow its course, on water, wherever the frame shows enough of it. */
function* alongCourse(label: MeasuredLabel, table: Table): Candidates {
  const { mask, input } = table;
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const middleLine = readable(smooth((label.place.course ?? []).map((position) => toPixels(input.frame, position))));
  const lengths = lengthsAlong(middleLine);
  const total = lengths[lengths.length - 1] ?? 0;
  const room = width + height;
  // Beside its middle where that is taken: a boundary runs along the middle of many a strait.
  for (const aside of [0, height, -height, 2 * height, -2 * height]) {
    const line = shifted(middleLine, aside);
    yield null;
    for (let from = 0; from + room <= total; from += 6) {
      const course = sectionOf(line, lengths, from, from + room);
      const boxes = boxesAlong(course, height);
      if (!boxes.every((box) => isFree(box, table) && landShare(mask, box) === 0)) continue;
      yield {
        cost: Math.abs(from + room / 2 - total / 2) + Math.abs(aside) * 2,
        at: pointAt(line, lengths, from + room / 2),
        anchor: 'center',
        offset: false,
        boxes,
        course: extended(course, room * 0.6),
      };
    }
  }
}

/** A line moved as a whole across the way from its first to its last point, in pixels. */
function shifted(line: Line, by: number): Line {
  const [first, last] = [line[0], line[line.length - 1]];
  if (first === undefined || last === undefined) return line;
  const share = by / Math.max(1, pixelsBetween(first, last));
  const [dx, dy] = [(first[1] - last[1]) * share, (last[0] - first[0]) * share];
  return line.map(([x, y]) => [x + dx, y + dy]);
}

type Line = readonly (readonly [number, number])[];

/** Rounds the corners of a line (Chaikin, twice). */
function smooth(line: Line): Line {
  const once = (points: Line): Line =>
    points.flatMap(([x, y], index) => {
      const next = points[index + 1];
      if (next === undefined) return [[x, y]] as const;
      const [nextX, nextY] = next;
      const quarter = [x + (nextX - x) / 4, y + (nextY - y) / 4] as const;
      const three = [x + ((nextX - x) * 3) / 4, y + ((nextY - y) * 3) / 4] as const;
      return index === 0
        ? ([[x, y], three] as const)
        : index === points.length - 2
          ? ([quarter, next] as const)
          : ([quarter, three] as const);
    });
  return once(once(line));
}

/** Turned so that it reads from left to right. */
function readable(line: Line): Line {
  const [first, last] = [line[0], line[line.length - 1]];
  return first !== undefined && last !== undefined && first[0] > last[0] ? [...line].reverse() : line;
}

function lengthsAlong(line: Line): readonly number[] {
  let sum = 0;
  return line.map((point, index) => {
    const last = line[index - 1];
    if (last !== undefined) sum += pixelsBetween(last, point);
    return sum;
  });
}

function pointAt(line: Line, lengths: readonly number[], distance: number): readonly [number, number] {
  const next = Math.max(
    1,
    lengths.findIndex((length) => length >= distance),
  );
  const [from, to] = [line[next - 1] ?? [0, 0], line[next] ?? [0, 0]];
  const [start, end] = [lengths[next - 1] ?? 0, lengths[next] ?? 0];
  const share = end === start ? 0 : (distance - start) / (end - start);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function sectionOf(line: Line, lengths: readonly number[], from: number, to: number): Line {
  const between = line.filter((_, index) => (lengths[index] ?? 0) > from + 1 && (lengths[index] ?? 0) < to - 1);
  return [pointAt(line, lengths, from), ...between, pointAt(line, lengths, to)];
}

/**
 * A line with straight ends added. MapLibre lays text out at the whole zoom below, where a line is up to half as long, and gives up
 * where it has no room; the letters stand in the middle all the same.
 */
function extended(course: Line, by: number): Line {
  const end = (from: readonly [number, number], to: readonly [number, number]): readonly [number, number] => {
    const share = by / Math.max(1, pixelsBetween(from, to));
    return [to[0] + (to[0] - from[0]) * share, to[1] + (to[1] - from[1]) * share];
  };
  const [first, second] = [course[0], course[1]];
  const [last, previous] = [course[course.length - 1], course[course.length - 2]];
  if (first === undefined || second === undefined || last === undefined || previous === undefined) return course;
  return [end(second, first), ...course, end(previous, last)];
}

/** The room of letters along a line: squares as high as the label, close enough to touch. */
function boxesAlong(course: Line, height: number): readonly Box[] {
  const lengths = lengthsAlong(course);
  const total = lengths[lengths.length - 1] ?? 0;
  const steps = Math.max(1, Math.ceil(total / (height * 0.75)));
  return Array.from({ length: steps + 1 }, (_, step) =>
    around(pointAt(course, lengths, (total * step) / steps), height / 2, height / 2),
  );
}
