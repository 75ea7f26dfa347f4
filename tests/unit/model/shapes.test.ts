import fc from 'fast-check';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readHokkaido, readIslands } from '../../../scripts/read-geo.ts';
import { buildSurroundingLand } from '../../../scripts/surrounding-land.ts';
import { packedShapes, packShapes, unpackShapes } from '../../../src/model/shapes.ts';

const square = (coordinates: Polygon['coordinates']): FeatureCollection<Polygon | MultiPolygon> => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { id: 'square' }, geometry: { type: 'Polygon', coordinates } }],
});

describe('outlines as they travel', () => {
  it.each([
    ['the four groups', () => readIslands()],
    ['the land around them', () => buildSurroundingLand(readHokkaido())],
  ])('%s come out exactly as they went in', (_what, read) => {
    const shapes = read();
    const packed: unknown = JSON.parse(JSON.stringify(packShapes(shapes)));
    expect(unpackShapes(v.parse(packedShapes, packed)).features).toEqual(shapes.features);
  });

  it('come out as they went in for any positions of four decimals, also west of Greenwich and south of the equator', () => {
    const degrees = (most: number) =>
      fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((step) => step / 10_000);
    const position = fc.tuple(degrees(180), degrees(90)).map(([lng, lat]) => [lng, lat]);
    fc.assert(
      fc.property(fc.array(fc.array(position, { minLength: 4 }), { minLength: 1 }), (rings) => {
        const shapes = square(rings);
        expect(unpackShapes(packShapes(shapes))).toEqual(shapes);
      }),
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
    ['a ring of three positions', [[1, 1, 2, 2, 3, 3]]],
    ['half a position', [[1, 1, 2, 2, 3, 3, 4, 4, 5]]],
    ['a fraction', [[1, 1, 2, 2, 3, 3, 4, 4.5]]],
    ['no number', [[1, 1, 2, 2, 3, 3, 4, null]]],
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
    const features = [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }];
    expect(v.is(packedShapes, { type: 'FeatureCollection', features })).toBe(false);
  });
});
