import { describe, expect, it } from 'vitest';
import { parseFieldbook } from '../../../../scripts/geo/fieldbook.ts';

const sheets = {
  'sheet_01-a': { x0: 0, y0: 0, lon0: 146, lat1: 44, px_per_deg_lon: 100, px_per_deg_lat: 100, w: 100, h: 100 },
  'sheet_02-b': { x0: 0, y0: 0, lon0: 147, lat1: 44, px_per_deg_lon: 100, px_per_deg_lat: 100, w: 100, h: 100 },
};
const read = (text: string) => {
  const faults: string[] = [];
  return { rings: parseFieldbook(text, sheets, 'drawing/book.txt', (fault) => faults.push(fault)), faults };
};

describe('the fieldbook', () => {
  it('turns pixels of several sheets into one closed ring, anticlockwise', () => {
    const { rings, faults } = read('island test # a triangle\nsheet sheet_01\n0,0 50,0\nsheet sheet_02\n0,100\n');
    expect(faults).toEqual([]);
    expect(rings.map(({ feature, ring }) => ({ feature, ring }))).toEqual([
      {
        feature: 'test',
        ring: [
          [147, 43],
          [146.5, 44],
          [146, 44],
          [147, 43],
        ],
      },
    ]);
  });

  it('knows of every vertex where it was written down', () => {
    const [drawn] = read('island test\nsheet sheet_01\n0,0 50,0\nsheet sheet_02\n0,100\n').rings;
    expect(drawn?.readings.map(({ line, sheet, pair }) => `${line} ${sheet} ${pair}`)).toEqual([
      '5 sheet_02 0,100',
      '3 sheet_01 50,0',
      '3 sheet_01 0,0',
      '5 sheet_02 0,100',
    ]);
  });

  it.each([
    ['1,1', ['line 1: positions stand before the first “island”']],
    ['island a\n1,1', ['line 2: positions stand before the first “sheet”']],
    ['island a\nsheet sheet\n1,1 2,3', ['line 2: 2 sheets are called “sheet…”; must be one of sheets.json']],
    [
      'island a\nsheet sheet_01\n1;1 1,1 2,5 8,2\n7,7,7',
      ['line 3: “1;1” is no pair of pixels; must be x,y', 'line 4: “7,7,7” is no pair of pixels; must be x,y'],
    ],
    ['island a\nsheet sheet_01\n1,1 2,2', ['line 1: the ring of “a” needs three positions']],
  ])('says in which lines it cannot follow', (text, faults) => {
    expect(read(text).faults).toEqual(faults.map((fault) => `geo/drawing/book.txt, ${fault}`));
  });
});
