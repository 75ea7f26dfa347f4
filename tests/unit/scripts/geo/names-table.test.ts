import { describe, expect, it } from 'vitest';
import { readNamesTable } from '../../../../scripts/geo/names-table.ts';

const head = 'place,form,lang,party,kind,of,from,to,sources';
const rows = [
  'bay,ヒトカップ湾,ja,ja,in use,,1855,1945,atlas',
  'bay,単冠湾,ja,ja,official,,1922,..,survey',
  'bay,ひとかっぷわん,ja-Hira,ja,transcription,単冠湾,,,survey',
  'bay,залив Касатка,ru,ru,official,,1946~,..,register',
  'bay,Hitokap,und-Latn,,in use,,16XX,,voyage',
  'other,Itokap,ain-Latn,,in use,,,,dictionary',
];

const read = (lines: readonly string[]) => {
  const faults: string[] = [];
  const table = readNamesTable(`${[head, ...lines].join('\n')}\n`, (fault) => faults.push(fault));
  return { table, faults };
};

describe('the spreadsheet of names', () => {
  const { table, faults } = read(rows);
  const named = table?.named({ id: 'bay', kind: 'bay' });

  it('gives a place the names that are in use, their transcriptions by source or by rule', () => {
    expect(faults).toEqual([]);
    expect(named).toMatchObject({
      'name:ja': '単冠湾',
      'name:ja-Hira': 'ひとかっぷわん',
      'name:ja-Latn': 'Hitokappu-wan',
      'name:ru': 'залив Касатка',
      'name:ru-Latn': 'zaliv Kasatka',
      old_name: 'ヒトカップ湾;Hitokap',
      transcribed: expect.arrayContaining(['name:ja-Latn', 'name:ru-Latn']),
    });
  });

  it('gives it each dated name, today’s without writing it out again', () => {
    expect(named?.['dated']).toEqual([
      expect.objectContaining({ party: 'ja', from: '1855', to: '1945', 'name:ja': 'ヒトカップ湾' }),
      { party: 'ja', from: '1922', to: '..' },
      { party: 'ru', from: '1946~', to: '..' },
    ]);
  });

  it('gives Ainu forms, which are no former names', () => {
    expect(table?.named({ id: 'other', kind: 'cape' })).toEqual({ id: 'other', kind: 'cape', old_name: 'Itokap' });
  });

  it('hands on every name but the transcriptions, with its line', () => {
    expect(table?.attestations.map(({ form }) => form)).toEqual([
      'ヒトカップ湾',
      '単冠湾',
      'залив Касатка',
      'Hitokap',
      'Itokap',
    ]);
    expect([0, 1, 2].map((index) => table?.lineOf(index))).toEqual([2, 3, 5]);
  });

  it.each([
    [
      'bay,単冠,ja,ja,in use,,,..,atlas',
      'line 8, column “to”, place “bay”: two names are in use: line 3 has the other; one must end',
    ],
    [
      'bay,Tankan,ja-Latn,ja,transcription,丹冠,,,atlas',
      'line 8, column “of”, place “bay”: “丹冠” is no name of this place',
    ],
    [
      'bay,Tankan,ja-Latn,ja,transcription,単冠湾,,,',
      'line 8, column “sources”, place “bay”: needs at least one source; what the rule makes has no row',
    ],
    ['bay,Tankan,jp,ja,in use,,,,atlas', 'line 8, column “lang”, place “bay”: is “jp”; must be one of ja, ru, '],
    [rows[0] ?? '', 'line 8, column “form”, place “bay”: stands in line 2 already, with the same dates'],
  ])('names the fault in %s', (row, fault) => {
    expect(read([...rows, row]).faults).toEqual([expect.stringContaining(`geo/names.csv, ${fault}`)]);
  });
});
