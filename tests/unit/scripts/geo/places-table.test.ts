import { describe, expect, it } from 'vitest';
import { readPlacesTable } from '../../../../scripts/geo/places-table.ts';

const head = 'id,kind,lng,lat,elevation_m,group,note,sources,coordinate_basis';
const row = 'peak-a,peak,146.25,44.35,1772,kunashiri,until 1945;so,gsi mofa,published';

const read = (text: string) => {
  const faults: string[] = [];
  return { table: readPlacesTable(text, (fault) => faults.push(fault)), faults };
};

describe('the spreadsheet of places', () => {
  it('becomes a point a row, with empty cells left out', () => {
    const { table, faults } = read(`${head}\n${row}\n`);
    expect(faults).toEqual([]);
    expect(table?.features).toEqual([
      {
        type: 'Feature',
        properties: {
          id: 'peak-a',
          kind: 'peak',
          group: 'kunashiri',
          note: 'until 1945;so',
          elevation_m: 1772,
          sources: ['gsi', 'mofa'],
          coordinate_basis: 'published',
        },
        geometry: { type: 'Point', coordinates: [146.25, 44.35] },
      },
    ]);
  });

  const [plain] = [read(`${head}\n${row}\n`).table];
  const semicolons = (text: string) => text.replaceAll(',', ';').replace('until 1945;so', '"until 1945;so"');
  it.each([
    ['with semicolons', semicolons(`${head}\n${row}\n`)],
    ['with semicolons and decimal commas', semicolons(`${head}\n${row}\n`).replace('146.25', '146,25')],
    ['with tabs', `${head}\n${row}\n`.replaceAll(',', '\t')],
    ['with rows and columns of nothing', `${head},,\n${row},,\n,,,,,,,,,,\n,,,,,,,,,,\n`],
    ['with every cell quoted', `${head}\n"${row.replaceAll(',', '","')}"\n`],
  ])('%s is the same', (_how, text) => {
    const { table, faults } = read(text);
    expect(faults).toEqual([]);
    expect(table?.features).toEqual(plain?.features);
    expect(table?.text).toBe(plain?.text);
  });

  it.each([
    [`${head}\n`, ['line 1: has no rows']],
    [
      `${head.replace('lng', 'lgn')}\n${row}\n`,
      [
        expect.stringMatching(
          /^geo\/places\.csv, line 1, column “lgn”: is not known here; did you mean “lng”\? \(allowed: id, /,
        ),
      ],
    ],
    [`${head.replace(',lng', '')}\n${row.replace(',146.25', '')}\n`, ['line 1, column “lng”: is missing']],
    [
      `fid,${head}\n7,${row}\n`,
      [expect.stringMatching(/^geo\/places\.csv, line 1, column “fid”: is not known here \(allowed: id, /)],
    ],
    [`${head},kind\n${row},cape\n`, ['line 1, column “kind”: stands twice']],
    [`${head}\n${row}\n${row},spare\n`, ['line 3, column 10: “spare” stands under no name']],
    [`${head}\n\n${row.replace(',published', '')}\n`, ['line 3: has 8 cells; must have one for each of the 9 columns']],
    [
      `${head}\n${row}\n${row.replace('kunashiri', '"kunashiri')}\n`,
      ['line 3: a quotation mark is not closed, or stands in a cell that does not begin with one'],
    ],
  ])('says what is wrong with the table itself', (text, faults) => {
    expect(read(text).faults).toEqual(
      faults.map((fault) => (typeof fault === 'string' ? `geo/places.csv, ${fault}` : fault)),
    );
  });
});
