import { check } from '@placemarkio/check-geojson';
import {
  along,
  booleanPointInPolygon,
  flatten,
  length,
  lineIntersect,
  lineString,
  point,
  pointToPolygonDistance,
} from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { buildSurroundingLand } from '../../scripts/geo/surrounding-land.ts';
import { readText } from '../../scripts/machine/node-files.ts';
import { homeBounds } from '../../src/model/camera.ts';
import { extentOf, type Line, linesAt } from '../../src/model/story/timeline.ts';
import { cameraLimits } from '../../src/model/view-state.ts';

const { dataset, hokkaido, timeline } = readGeo();
const land = [
  ...buildSurroundingLand(hokkaido).features,
  ...hokkaido.features.flatMap((feature) => flatten(feature).features),
  ...dataset.places.flatMap(({ geometry }) => (geometry === null ? [] : flatten(geometry).features)),
];

const lineCalled = (id: string) => {
  const line = timeline.lines.find((candidate) => candidate.id === id);
  if (line === undefined) throw new Error(`no line is called ${id}`);
  return line;
};
const shapeOf = (line: Line) => lineString(line.coordinates.map(([lng, lat]) => [lng, lat]));
/** Points half a kilometre apart along a line, its ends among them. */
const walk = (line: Line) => {
  const shape = shapeOf(line);
  const steps = Math.ceil(length(shape) / 0.5);
  return Array.from({ length: steps + 1 }, (_, index) => along(shape, (length(shape) * index) / steps));
};
/** Kilometres from a position to the nearest shore. */
const offshore = (position: readonly [number, number]) =>
  Math.min(...land.map((shape) => pointToPolygonDistance(point([...position]), shape, { units: 'kilometers' })));

const atSea = timeline.lines.filter((line) => line.precision === 'strait');

describe('geo/lines.geojson', () => {
  it('is GeoJSON as RFC 7946 has it', () => {
    expect(() => check(readText('geo/lines.geojson'))).not.toThrow();
  });

  it.each(timeline.lines)('$id has four decimals at most and no repeated position', ({ coordinates }) => {
    for (const [index, position] of coordinates.entries()) {
      if (index > 0) expect(position).not.toEqual(coordinates[index - 1]);
      for (const value of position) expect(Number(value.toFixed(4))).toBe(value);
    }
  });

  it.each(atSea)('$id stays on the water', (line) => {
    const shape = shapeOf(line);
    expect(land.flatMap((coast) => lineIntersect(shape, coast).features)).toEqual([]);
    for (const position of line.coordinates)
      expect(land.some((coast) => booleanPointInPolygon([...position], coast))).toBe(false);
  });

  it.each(atSea)(
    '$id ends soon after it leaves its strait',
    (line) => {
      for (const position of line.coordinates) expect(offshore(position)).toBeLessThanOrEqual(32);
      expect(length(shapeOf(line))).toBeLessThanOrEqual(line.id === 'in-effect-1945' ? 160 : 60);
      // Every vertex is measured against every coast: seconds on a busy machine.
    },
    60_000,
  );

  it.each(atSea)('$id says that it has no legal value', ({ basis }) => {
    expect(basis.en).toContain('without legal value');
    expect(basis.ja).toContain('法的な意味はない');
    expect(basis.ru).toContain('юридического значения не имеет');
  });

  it('crosses land on Sakhalin alone, from shore to shore along 50° N', () => {
    const sakhalin = lineCalled('sakhalin-1905');
    expect(timeline.lines.filter((line) => line.precision === 'parallel')).toEqual([sakhalin]);
    for (const [, lat] of sakhalin.coordinates) expect(lat).toBe(50);
    const crossings = land.flatMap((coast) =>
      lineIntersect(
        lineString([
          [141, 50],
          [146, 50],
        ]),
        coast,
      ).features.map((crossing) => crossing.geometry.coordinates[0]),
    );
    const ends = [sakhalin.coordinates[0], sakhalin.coordinates.at(-1)].map((position) => position?.[0] ?? 0);
    expect(crossings.length).toBe(2);
    for (const [index, crossing] of crossings.toSorted((first = 0, second = 0) => first - second).entries())
      expect(Math.abs((crossing ?? 0) - (ends[index] ?? 0))).toBeLessThan(0.01);
  });

  it('divides the strait between Etorofu and Urup about evenly', () => {
    const [, , middle] = lineCalled('etorofu-urup-1855').coordinates;
    if (middle === undefined) throw new Error('the line has no middle');
    const shores = land
      .map((coast) => pointToPolygonDistance(point([...middle]), coast, { units: 'kilometers' }))
      .toSorted((first, second) => first - second);
    expect(shores[0]).toBeGreaterThan(17);
    expect(shores[0]).toBeLessThan(22);
  });

  it('passes between Cape Nosappu and Kaigara, west of that low-tide elevation', () => {
    const passage = walk(lineCalled('in-effect-1945')).map(({ geometry }) => geometry.coordinates);
    const abreast = passage.find(([, lat = 0]) => lat <= 43.395) ?? [];
    expect(abreast[0]).toBeGreaterThan(145.818);
    expect(abreast[0]).toBeLessThan(145.8594);
  });

  it('gives the line that Japan claims the course of the line of 1855', () => {
    expect(lineCalled('claimed-by-japan').coordinates).toEqual(lineCalled('etorofu-urup-1855').coordinates);
  });
});

describe('the lines of a step', () => {
  it.each([
    ['1855', ['etorofu-urup-1855']],
    ['1875', ['la-perouse-1875', 'shumshu-lopatka-1875']],
    ['1905', ['shumshu-lopatka-1875', 'sakhalin-1905']],
    ['1945', ['in-effect-1945']],
    ['now', ['in-effect-1945', 'claimed-by-japan']],
  ] as const)('%s', (step, ids) => {
    expect(linesAt(timeline, step).map(({ id }) => id)).toEqual(ids);
  });

  it.each(timeline.lines)('$id is named by its owner', ({ owner, name }) => {
    if (owner === 'ja') expect(name.en).toBe('Claimed by Japan (1855 line)');
    else if (owner === 'ru') expect(name.en).toBe('In effect since 1945');
    else expect(name.en).toMatch(/^Line of the \d{4} treaty/);
  });

  it('fit the view of the four groups in 1855, 1945 and now', () => {
    for (const step of ['1855', '1945', 'now'] as const)
      expect(extentOf(timeline, step)).toEqual([homeBounds.west, homeBounds.south, homeBounds.east, homeBounds.north]);
  });

  it('widen it to Sakhalin and the whole chain in 1875 and 1905, inside what the camera permits', () => {
    const { west, south, east, north } = cameraLimits.bounds;
    for (const step of ['1875', '1905'] as const) {
      const extent = extentOf(timeline, step);
      expect(extent[0]).toBeLessThan(142);
      expect(extent[2]).toBeGreaterThan(156.5);
      expect(extent[3]).toBeGreaterThan(51);
      expect(extent[0]).toBeGreaterThan(west);
      expect(extent[1]).toBeGreaterThan(south);
      expect(extent[2]).toBeLessThan(east);
      expect(extent[3]).toBeLessThan(north);
    }
  });
});
