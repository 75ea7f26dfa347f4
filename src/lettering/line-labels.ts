/**
 * Finds room in a frame for the words that say whose a line is: level, close to the line, off the land and off the line
 * itself. They are given room before the names, because a line must not be seen without its owner. Map and picture
 * share it.
 */
import {
  around,
  type Box,
  boxDistance,
  contains,
  distanceBetween,
  grown,
  overlaps,
  type Point,
} from '../kernel/box.ts';
import type { Steps } from '../kernel/steps.ts';
import { type Frame, toPixels, toPosition } from '../model/camera.ts';
import type { Line } from '../model/story/lines.ts';
import type { Language, LngLat } from '../model/types.ts';
import { type Advances, breakLines, widthOf } from './fonts/text-width.ts';
import { lineHeight, sizeAt } from './labels/kinds.ts';
import { gap, isWithin, margin, type Positions } from './labels/light-table.ts';
import { type LandRaster, landMask } from './land/land-mask.ts';

const lineLabelFace = 'regular';

/** CSS pixels, as the names have them: on a phone and from the zoom on where the four groups fill 700 pixels. */
const lettering = { size: 12, phoneSize: 10.5 } as const;

/** Where the words on a line stand: their middle, and the rows that they are broken into. */
export interface PlacedLineLabel {
  readonly line: Line;
  readonly rows: readonly string[];
  /** In CSS pixels. */
  readonly size: number;
  readonly at: LngLat;
  readonly box: Box;
  /** Where there was no other room. */
  readonly onLand: boolean;
}

export interface LineLabelInput {
  readonly lines: readonly Line[];
  /** The land of the frame, from `rasterLand`. */
  readonly land: LandRaster;
  readonly frame: Frame;
  readonly covered: readonly Box[];
  /** Room that is kept for names. */
  readonly free?: readonly Box[];
  /** Where words stood before: they stay there as long as that is a good position. */
  readonly previous?: Positions;
  /** What they gain by it. */
  readonly gain?: number;
  readonly language: Language;
  readonly advances: Advances;
}

/** CSS pixels between the words and their line. */
const off = 7;
/** Into how many rows the words may be broken. One reads best, five need least room. */
const mostRows = 5;
/** What it costs to touch land at all: more than the farthest place along the line and the narrowest rows. */
const landCost = 60;
/** How many points of a line are tried between two pauses. */
const triedAtOnce = 10;
/** CSS pixels between two positions that are tried along a line. */
const stride = 12;

/**
 * The room that lines take themselves, which no name may lie across: small boxes along what the frame shows of them.
 */
export function roomOfLines(lines: readonly Line[], frame: Frame): readonly Box[] {
  return lines
    .flatMap((line) => densely(line.coordinates.map((position) => toPixels(frame, position))))
    .filter((point) => inside(point, frame))
    .map(([x, y]) => grown({ left: x, top: y, right: x, bottom: y }, stride / 4));
}

/** Places the words of the lines that the frame shows. Pauses after every form of a label. */
export function* placeLineLabels(input: LineLabelInput): Steps<readonly PlacedLineLabel[]> {
  const { frame, lines, free = [] } = input;
  const courses = lines.map((line) => ({
    line,
    points: densely(line.coordinates.map((position) => toPixels(frame, position))),
  }));
  const seen = courses.filter(({ points }) => points.some((point) => inside(point, frame)));
  if (seen.length === 0) return [];
  const mask = landMask(input.land, input.covered);
  yield;
  const land = mask.region(mask.visible);
  yield;
  const all = seen.flatMap(({ points }) => points);
  const placed: PlacedLineLabel[] = [];
  for (const { line, points } of seen) {
    const best = yield* bestPlace(line, points, input, (box) => {
      if (!isWithin(box, frame)) return null;
      const wide = grown(box, gap);
      if ([...input.covered, ...free, ...placed.map((other) => other.box)].some((other) => overlaps(wide, other)))
        return null;
      if (all.some((point) => contains(wide, point))) return null;
      return land.share(wide);
    });
    if (best !== null) placed.push(best);
    yield;
  }
  return placed;
}

function* bestPlace(
  line: Line,
  points: readonly Point[],
  { frame, language, advances, previous, gain = 0 }: LineLabelInput,
  landUnder: (box: Box) => number | null,
): Steps<PlacedLineLabel | null> {
  const size = sizeAt(lettering, frame.view.zoom);
  const middle = points[Math.floor(points.length / 2)];
  if (middle === undefined) return null;
  const before = previous?.get(line.id);
  const old = before === undefined ? null : toPixels(frame, before);
  let best: PlacedLineLabel | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, rows] of brokenForms(line.name[language], advances).entries()) {
    const half = (Math.max(...rows.map((row) => widthOf(row, lineLabelFace, 0, advances))) * size) / 2;
    const halfHeight = (rows.length * size * lineHeight) / 2;
    /** `penalty` is added to what the position costs by the land under it and by how far along the line it is. */
    const consider = (centre: Point, point: Point, penalty: number): void => {
      const box = around(centre, half, halfHeight);
      const share = landUnder(box);
      if (share === null) return;
      const away = distanceBetween(middle, point);
      const onLand = share > 0;
      const cost = (onLand ? landCost : 0) + share * 160 + Math.min(30, away * 0.1) + index * 6 + penalty;
      if (cost >= least) return;
      least = cost;
      best = { line, rows, size, at: toPosition(frame, centre), box, onLand };
    };
    if (old !== null) {
      const there = around(old, half, halfHeight);
      const nearest = nearestTo(there, points);
      consider(old, nearest, Math.max(0, boxDistance(there, nearest) - off) * 0.5 - gain);
    }
    for (const [at, point] of points.entries()) {
      if (at % triedAtOnce === 0) yield;
      if (!inside(point, frame)) continue;
      for (const [dx, dy, farther] of offsets) {
        const x = point[0] + dx * (half + off);
        // Over or under its line a label may stand aside, as far as the frame's edge makes it.
        const within = dy === 0 ? x : Math.min(Math.max(x, margin + half), frame.width - margin - half);
        consider(
          [within, point[1] + dy * (halfHeight + off + farther)],
          point,
          (dx === 0 || dy === 0 ? 0 : 4) + farther * 0.5,
        );
      }
    }
  }
  return best;
}

/** The point that is nearest to a box. */
function nearestTo(box: Box, points: readonly Point[]): Point {
  return points.reduce((nearest, point) => (boxDistance(box, point) < boxDistance(box, nearest) ? point : nearest));
}

/** The words in one row, in two, and so on, each form with rows as even as its words allow. */
function brokenForms(words: string, advances: Advances): readonly (readonly string[])[] {
  const whole = widthOf(words, lineLabelFace, 0, advances);
  const forms = Array.from({ length: mostRows }, (_, index) => {
    const narrowest = whole / (index + 1);
    const tried = Array.from({ length: 12 }, (_, step) =>
      breakLines(words, narrowest * (1 + step / 12), lineLabelFace, advances),
    );
    return tried.find((rows) => rows.length <= index + 1) ?? [words];
  });
  return forms.filter((rows, index) => rows.length === index + 1);
}

/**
 * Where words stand from a point of their line: beside it, or over and under it, straight or aside; and CSS pixels
 * farther off.
 */
const offsets: readonly (readonly [x: number, y: number, farther: number])[] = [
  [1, 0, 0],
  [-1, 0, 0],
  ...[0, 16, 32].flatMap((farther) =>
    [1, -1].flatMap((y) => [0, 0.5, -0.5, 1, -1].map((x) => [x, y, farther] as const)),
  ),
];

function inside([x, y]: Point, { width, height }: Frame): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

/** Points along a line, no farther apart than `stride`. */
function densely(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (next === undefined) return [point];
    const [[x, y], [nextX, nextY]] = [point, next];
    const count = Math.max(1, Math.ceil(distanceBetween(point, next) / stride));
    return Array.from(
      { length: count },
      (_, step): Point => [x + ((nextX - x) * step) / count, y + ((nextY - y) * step) / count],
    );
  });
}
