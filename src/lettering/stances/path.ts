/** Geometry of paths: points in order, in CSS pixels. */
import { distanceBetween, type Point } from '../../kernel/box.ts';

export type Path = readonly Point[];

/** A path moved as a whole across the way from its first to its last point, in pixels. */
export function shifted(path: Path, by: number): Path {
  const [first, last] = [path[0], path[path.length - 1]];
  if (first === undefined || last === undefined) return path;
  const share = by / Math.max(1, distanceBetween(first, last));
  const [dx, dy] = [(first[1] - last[1]) * share, (last[0] - first[0]) * share];
  return path.map(([x, y]) => [x + dx, y + dy]);
}

/** Rounds the corners of a path (Chaikin, twice). */
export function smooth(path: Path): Path {
  const once = (points: Path): Path =>
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
  return once(once(path));
}

/** The length of a path up to each of its points. */
export function lengthsAlong(path: Path): readonly number[] {
  let sum = 0;
  return path.map((point, index) => {
    const last = path[index - 1];
    if (last !== undefined) sum += distanceBetween(last, point);
    return sum;
  });
}

/** The point at a distance along a path. `lengths` are from `lengthsAlong`. */
export function pointAt(path: Path, lengths: readonly number[], distance: number): Point {
  const next = Math.max(
    1,
    lengths.findIndex((length) => length >= distance),
  );
  const [from, to] = [path[next - 1] ?? [0, 0], path[next] ?? [0, 0]];
  const [start, end] = [lengths[next - 1] ?? 0, lengths[next] ?? 0];
  const share = end === start ? 0 : (distance - start) / (end - start);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The stretch of a path between two distances along it. */
export function sectionOf(path: Path, lengths: readonly number[], from: number, to: number): Path {
  const between = path.filter((_, index) => (lengths[index] ?? 0) > from + 1 && (lengths[index] ?? 0) < to - 1);
  return [pointAt(path, lengths, from), ...between, pointAt(path, lengths, to)];
}

/**
 * A path with straight ends added. MapLibre lays text out at the whole zoom below, where a line is up to half as long,
 * and gives up where it has no room; the letters stand in the middle all the same.
 */
export function extended(course: Path, by: number): Path {
  const end = (from: Point, to: Point): Point => {
    const share = by / Math.max(1, distanceBetween(from, to));
    return [to[0] + (to[0] - from[0]) * share, to[1] + (to[1] - from[1]) * share];
  };
  const [first, second] = [course[0], course[1]];
  const [last, previous] = [course[course.length - 1], course[course.length - 2]];
  if (first === undefined || second === undefined || last === undefined || previous === undefined) return course;
  return [end(second, first), ...course, end(previous, last)];
}
