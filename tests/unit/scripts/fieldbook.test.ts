import { describe, expect, it } from 'vitest';
import { parseFieldbook } from '../../../scripts/fieldbook.ts';

const sheets = {
  'sheet_01-a': { x0: 0, y0: 0, lon0: 146, lat1: 44, px_per_deg_lon: 100, px_per_deg_lat: 100, w: 100, h: 100 },
  'sheet_02-b': { x0: 0, y0: 0, lon0: 147, lat1: 44, px_per_deg_lon: 100, px_per_deg_lat: 100, w: 100, h: 100 },
};
const read = (text: string) => parseFieldbook(text, sheets, 'book.txt');

describe('the fieldbook', () => {
  it('turns pixels of several sheets into one closed ring, anticlockwise', () => {
    const [drawn] = read('island test # a triangle\nsheet sheet_01\n0,0 50,0\nsheet sheet_02\n0,100\n');
    expect(drawn).toEqual({
      feature: 'test',
      ring: [
        [147, 43],
        [146.5, 44],
        [146, 44],
        [147, 43],
      ],
    });
  });

  it.each([
    ['1,1', 'book.txt: line 1: positions stand before the first “island”'],
    ['island a\n1,1', 'book.txt: line 2: positions stand before the first “sheet”'],
    ['island a\nsheet sheet', 'book.txt: line 2: 2 sheets are called “sheet…”'],
    ['island a\nsheet sheet_01\n1;1', 'book.txt: line 3: “1;1” is no pair of pixels'],
    ['island a\nsheet sheet_01\n1,1 2,2', 'book.txt: a: a ring needs three positions'],
  ])('says in which line it cannot follow', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
