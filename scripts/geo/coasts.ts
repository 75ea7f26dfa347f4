/**
 * Whether coasts are coasts: none crosses or touches itself or another, no land lies on other land, and lakes lie in
 * theirs.
 */
import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** One ring of a shape. */
export interface Coast {
  /** The feature that the ring is part of. */
  readonly feature: string;
  /** Which of the feature's polygons, and which ring of that; the first ring is the shore, the others are lakes. */
  readonly polygon: number;
  readonly hole: number;
  /** Closed. */
  readonly ring: readonly Position[];
}

/** A stretch of coast from one vertex to the next, by the index of the first. */
export interface Stretch<Of extends Coast = Coast> {
  readonly coast: Of;
  readonly index: number;
}

export type CoastFault<Of extends Coast = Coast> =
  | { readonly kind: 'crossing'; readonly one: Stretch<Of>; readonly other: Stretch<Of> }
  | { readonly kind: 'land on land' | 'lake outside' | 'lake in lake'; readonly coast: Of; readonly other: Of };

/** The rings of a shape. */
export function coastsOf(feature: string, { type, coordinates }: Polygon | MultiPolygon): readonly Coast[] {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.flatMap((rings, polygon) => rings.map((ring, hole) => ({ feature, polygon, hole, ring })));
}

/**
 * Everything that is wrong between coasts; where they cross at neighbouring stretches, as round a vertex that has
 * slipped, it is told once.
 */
export function faultsOfCoasts<Of extends Coast>(coasts: readonly Of[]): readonly CoastFault<Of>[] {
  const crossings = crossingsOf(coasts);
  const crossed = new Set(crossings.flatMap(({ one, other }) => [one.coast, other.coast]));
  return [...crossings, ...misplaced(coasts.filter((coast) => !crossed.has(coast)))];
}

type Crossing<Of extends Coast> = Extract<CoastFault<Of>, { readonly kind: 'crossing' }>;

function crossingsOf<Of extends Coast>(coasts: readonly Of[]): readonly Crossing<Of>[] {
  const stretches = coasts
    .flatMap((coast) =>
      coast.ring.slice(1).map((to, index) => boundedStretch(coast, index, coast.ring[index] ?? to, to)),
    )
    .sort((first, second) => first.west - second.west);
  const found: Crossing<Of>[] = [];
  let near: typeof stretches = [];
  for (const stretch of stretches) {
    near = near.filter((candidate) => candidate.east >= stretch.west);
    for (const candidate of near)
      if (candidate.south <= stretch.north && stretch.south <= candidate.north && meet(candidate, stretch)) {
        const [one, other] = inOrder(candidate, stretch, coasts);
        found.push({ kind: 'crossing', one, other });
      }
    near.push(stretch);
  }
  found.sort((a, b) => coasts.indexOf(a.one.coast) - coasts.indexOf(b.one.coast) || a.one.index - b.one.index);
  return found.filter((crossing, index) => !found.slice(0, index).some((earlier) => isBeside(earlier, crossing)));
}

interface BoundedStretch<Of extends Coast> extends Stretch<Of> {
  readonly from: Grid;
  readonly to: Grid;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** A position in whole steps of 0.0000001°, in which turns are told exactly. */
type Grid = readonly [x: number, y: number];
const onGrid = ([lng = 0, lat = 0]: Position): Grid => [Math.round(lng * 1e7), Math.round(lat * 1e7)];

function boundedStretch<Of extends Coast>(
  coast: Of,
  index: number,
  start: Position,
  end: Position,
): BoundedStretch<Of> {
  const [from, to] = [onGrid(start), onGrid(end)];
  return {
    coast,
    index,
    from,
    to,
    west: Math.min(from[0], to[0]),
    east: Math.max(from[0], to[0]),
    south: Math.min(from[1], to[1]),
    north: Math.max(from[1], to[1]),
  };
}

/**
 * Whether two stretches share a point that they must not share: neighbours share the vertex between them, and no more.
 */
function meet<Of extends Coast>(first: BoundedStretch<Of>, second: BoundedStretch<Of>): boolean {
  const count = first.coast.ring.length - 1;
  if (first.coast === second.coast && (first.index + 1) % count === second.index)
    return turnsBack(first.from, first.to, second.to);
  if (first.coast === second.coast && (second.index + 1) % count === first.index)
    return turnsBack(second.from, second.to, first.to);
  const [a, b] = [turn(first.from, first.to, second.from), turn(first.from, first.to, second.to)];
  const [c, d] = [turn(second.from, second.to, first.from), turn(second.from, second.to, first.to)];
  // Their boxes overlap: where all lies in a line they do too.
  return a * b <= 0 && c * d <= 0;
}

/** To the left 1, to the right −1, straight on 0. */
function turn([ax, ay]: Grid, [bx, by]: Grid, [cx, cy]: Grid): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function turnsBack(from: Grid, at: Grid, to: Grid): boolean {
  const forward = (from[0] - at[0]) * (to[0] - at[0]) + (from[1] - at[1]) * (to[1] - at[1]);
  return turn(from, at, to) === 0 && forward > 0;
}

function inOrder<Of extends Coast>(
  first: Stretch<Of>,
  second: Stretch<Of>,
  coasts: readonly Of[],
): readonly [Stretch<Of>, Stretch<Of>] {
  const order = coasts.indexOf(first.coast) - coasts.indexOf(second.coast) || first.index - second.index;
  return order <= 0 ? [first, second] : [second, first];
}

/** Whether two crossings have a vertex in common, and so most likely a cause. */
function isBeside<Of extends Coast>(first: Crossing<Of>, second: Crossing<Of>): boolean {
  return [first.one, first.other].some((one) =>
    [second.one, second.other].some(({ coast, index }) => {
      const apart = Math.abs(one.index - index);
      return one.coast === coast && (apart <= 1 || apart === coast.ring.length - 2);
    }),
  );
}

function misplaced<Of extends Coast>(coasts: readonly Of[]): readonly CoastFault<Of>[] {
  const shores = coasts.filter(({ hole }) => hole === 0);
  return coasts.flatMap((coast): CoastFault<Of>[] => {
    const ownShore = shores.find((shore) => shore.feature === coast.feature && shore.polygon === coast.polygon);
    if (coast.hole === 0) {
      const below = shores.find(
        (shore) => shore !== coast && lies(coast, shore) && !lakesOf(shore, coasts).some((lake) => lies(coast, lake)),
      );
      return below === undefined ? [] : [{ kind: 'land on land', coast, other: below }];
    }
    if (ownShore === undefined) return [];
    if (!lies(coast, ownShore)) return [{ kind: 'lake outside', coast, other: ownShore }];
    const around = lakesOf(ownShore, coasts).find((lake) => lake !== coast && lies(coast, lake));
    return around === undefined ? [] : [{ kind: 'lake in lake', coast, other: around }];
  });
}

const lakesOf = <Of extends Coast>({ feature, polygon }: Of, coasts: readonly Of[]) =>
  coasts.filter((coast) => coast.hole > 0 && coast.feature === feature && coast.polygon === polygon);

/** Whether a ring lies inside another that it does not cross. */
function lies(inner: Coast, outer: Coast): boolean {
  const [first] = inner.ring;
  return (
    first !== undefined &&
    booleanPointInPolygon(first, { type: 'Polygon', coordinates: [outer.ring.map((at) => [...at])] })
  );
}
