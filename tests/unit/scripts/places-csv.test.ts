import { describe, expect, it } from 'vitest';
import { placesFromCsv } from '../../../scripts/read-geo.ts';

const head = 'id,kind,lng,lat,elevation_m,name:ja,sources,coordinate_basis';

describe('the spreadsheet of places', () => {
  it('becomes a point a row, with empty cells left out', () => {
    const { features } = placesFromCsv(`${head}\npeak-a,peak,146.25,44.35,1772,爺爺岳,gsi mofa,published\n`);
    expect(features).toHaveLength(1);
    expect(features[0]?.geometry.coordinates).toEqual([146.25, 44.35]);
    expect(features[0]?.properties).toEqual({
      id: 'peak-a',
      kind: 'peak',
      'name:ja': '爺爺岳',
      elevation_m: 1772,
      sources: ['gsi', 'mofa'],
      coordinate_basis: 'published',
    });
  });

  it.each([
    ['peak-a,peak,east,44.35,,爺爺岳,gsi,published', 'row 2, column “lng”: “east” is not a number'],
    ['peak-a,peak,146.25,44.35,high,爺爺岳,gsi,published', 'row 2, column “elevation_m”: “high” is not a number'],
  ])('names row and column of a fault', (row, message) => {
    expect(() => placesFromCsv(`${head}\n${row}\n`)).toThrow(message);
  });
});
