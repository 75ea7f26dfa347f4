import fc from 'fast-check';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readHokkaido, readIslands } from '../../../../scripts/geo/read-geo.ts';
import { buildSurroundingLand, naturalEarthGrid } from '../../../../scripts/geo/surrounding-land.ts';
import { type Grid, packedShapes, packShapes, unpackShapes } from '../../../../src/model/data/shapes.ts';

const square = (coordinates: Polygon['coordinates']): FeatureCollection<Polygon | MultiPolygon> => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { id: 'square' }, geometry: { type: 'Polygon', coordinates } }],
});

const packedAs = (coordinates: unknown, ...grid: readonly unknown[]) => ({
  type: 'FeatureCollection',
  grid: grid.length === 0 ? { origin: [0, 0], step: [1, 1] } : grid[0],
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }],
});

describe('outlines as they travel', () => {
  it.each([
    ['the four groups', () => readIslands(), undefined],
    ['the land around them', () => buildSurroundingLand(readHokkaido()), naturalEarthGrid()],
  ])('%s come out exactly as they went in', (_what, read, grid) => {
    const shapes = read();
    const packed: unknown = JSON.parse(JSON.stringify(packShapes(shapes, grid)));
    expect(unpackShapes(v.parse(packedShapes, packed)).features).toEqual(shapes.features);
  });

  it('take less room on the grid on which most of them was measured', () => {
    const land = buildSurroundingLand(readHokkaido());
    const [coarse, fine] = [packShapes(land, naturalEarthGrid()), packShapes(land)].map(
      (packed) => JSON.stringify(packed).length,
    );
    expect((coarse ?? Number.NaN) / (fine ?? Number.NaN)).toBeLessThan(0.75);
  });

  it('come out as they went in for any positions of four decimals, also west of Greenwich and south of the equator', () => {
    const degrees = (most: number) =>
      fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((step) => step / 10_000);
    const coarse: Grid = { origin: [-180, -85.60903], step: [0.0036, 0.0017] };
    const measured = fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }))
      .map(([east, north]) => [
        Math.round((coarse.origin[0] + east * coarse.step[0]) * 10_000) / 10_000,
        Math.round((coarse.origin[1] + north * coarse.step[1]) * 10_000) / 10_000,
      ]);
    const position = fc.oneof(
      fc.tuple(degrees(180), degrees(90)).map(([lng, lat]) => [lng, lat]),
      measured,
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(position, { minLength: 4 }), { minLength: 1 }),
        fc.constantFrom(undefined, coarse),
        (rings, grid) => {
          const shapes = square(rings);
          const packed: unknown = JSON.parse(JSON.stringify(packShapes(shapes, grid)));
          expect(unpackShapes(v.parse(packedShapes, packed))).toEqual(shapes);
        },
      ),
    );
  });

  it('are refused where a position is finer than what they keep', () => {
    expect(() =>
      packShapes(
        square([
          [
            [145.12345, 44],
            [146, 44],
            [146, 45],
            [145.12345, 44],
          ],
        ]),
      ),
    ).toThrow('[145.12345, 44] has more than four decimals');
  });

  it.each([
    ['a ring of three positions', ['AAAAAA']],
    ['half a position', ['AAAAAAAAA']],
    ['half a number', ['AAAAAAAAg']],
    ['a change of grid within a position', ['A!AAAAAAA']],
    ['another sign', ['AAAAAAA*']],
    ['a number without end', [`${'g'.repeat(40)}AAAAAAAA`]],
    ['no text', [[1, 1, 2, 2, 3, 3, 4, 4]]],
    [
      'positions as GeoJSON has them',
      [
        [
          [1, 1],
          [2, 2],
          [3, 3],
          [1, 1],
        ],
      ],
    ],
  ])('are not believed with %s', (_what, coordinates) => {
    expect(v.is(packedShapes, packedAs(coordinates))).toBe(false);
  });

  it.each([
    ['without a grid', undefined],
    ['on a grid without steps', { origin: [0, 0], step: [0, 0] }],
    ['on a grid that begins nowhere', { origin: [null, 0], step: [1, 1] }],
  ])('are not believed %s', (_what, grid) => {
    expect(v.is(packedShapes, packedAs(['AAAAAAAA']))).toBe(true);
    expect(v.is(packedShapes, packedAs(['AAAAAAAA'], grid))).toBe(false);
  });
});
