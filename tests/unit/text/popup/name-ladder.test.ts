import { describe, expect, it } from 'vitest';
import { dateText, nameLadder, rungsOf } from '../../../../src/text/popup/name-ladder.ts';
import { parsedDataset, placeCalled, rawDataset } from '../../dataset.ts';

const dataset = parsedDataset({
  ...rawDataset(),
  names: [
    {
      place: 'etorofu',
      form: '択捉島',
      lang: 'ja',
      party: 'ja',
      kind: 'official',
      from: '1855',
      to: '..',
      sources: ['atlas'],
    },
    { place: 'etorofu', form: 'Итурпу', lang: 'ru', party: 'ru', kind: 'in use', from: '18XX', sources: ['academy'] },
    { place: 'etorofu', form: 'エトロフ', lang: 'ain-Kana', kind: 'in use', sources: ['survey'] },
  ] as unknown[],
});
const rungs = rungsOf(dataset, placeCalled('etorofu'));

describe('the ladder of names', () => {
  it('stands in order of date alone, what nobody dates at the end', () => {
    expect(rungs.map(({ form }) => form)).toEqual(['択捉島', 'Итурпу', 'エトロフ']);
    expect(rungsOf(dataset, placeCalled('stokap'))).toEqual([]);
  });

  it.each([
    ['en', ['1855 択捉島', '19th century Итурпу', 'undated エトロフ'], ['Japanese name', 'Russian name', 'Ainu name']],
    ['ja', ['1855年 択捉島', '19世紀 Итурпу', '年代不明 エトロフ'], ['日本側の名称', 'ロシア側の名称', 'アイヌ語名']],
    [
      'ru',
      ['1855 г. 択捉島', 'XIX век Итурпу', 'без даты エトロフ'],
      ['Японское название', 'Русское название', 'Айнское название'],
    ],
  ] as const)('in %s', (language, texts, whose) => {
    const [ladder] = nameLadder(rungs, language, (sources) => sources.map((_, index) => index + 1));
    expect(ladder?.entries.map(({ text }) => text)).toEqual(texts);
    expect(ladder?.entries.map(({ basis }) => basis)).toEqual(whose);
    expect(ladder?.entries.every(({ notes }) => notes.length > 0)).toBe(true);
  });

  it.each([
    ['1738~', 'about 1738'],
    ['181X', '1810s'],
    ['16XX', '17th century'],
    ['1946-06-05', '1946'],
  ])('prints %s as “%s”', (date, text) => {
    expect(dateText(date, 'en')).toBe(text);
  });
});
