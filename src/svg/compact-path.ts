/**
 * Shortens a path of `M`, `L` and `Z` with absolute coordinates: whole units, each step relative to the last, steps of
 * nothing left out, points on the way straight along a row or a column, and spaces before a minus. What it draws
 * differs by less than one unit.
 */
export function compactPath(path: string): string {
  return path
    .split(/(?=M)/)
    .map((part) => {
      const points = [...part.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)]
        .map(([, x, y]) => [Math.round(Number(x)), Math.round(Number(y))] as const)
        .filter(([x, y], index, all) => {
          const [before, after] = [all[index - 1], all[index + 1]];
          if (before === undefined || after === undefined) return true;
          const along = (one: number, here: number, other: number) =>
            one !== other && (here - one) * (other - here) >= 0;
          return !(
            (before[0] === x && after[0] === x && along(before[1], y, after[1])) ||
            (before[1] === y && after[1] === y && along(before[0], x, after[0]))
          );
        });
      const steps = points.flatMap(([x, y], index) => {
        const [lastX, lastY] = points[index - 1] ?? [0, 0];
        return index > 0 && x === lastX && y === lastY ? [] : [`${x - lastX}${y < lastY ? '' : ' '}${y - lastY}`];
      });
      const [start, ...rest] = steps;
      return start === undefined || (rest.length < 2 && part.endsWith('Z'))
        ? ''
        : `M${start}l${rest.join(' ').replaceAll(' -', '-')}${part.endsWith('Z') ? 'z' : ''}`;
    })
    .join('');
}
