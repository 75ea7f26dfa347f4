import { expect, it } from 'vitest';
import { cslJson, issuedDate, issuedIso, viewAddress } from '../../../../src/model/story/citations.ts';
import { defaultState } from '../../../../src/model/view-state.ts';
import { parsedDataset } from '../../dataset.ts';

const { article } = parsedDataset();
const [passage] = article.passages;

it('the data of a citation are one item of CSL-JSON that notes the paragraph, and whose number it is', () => {
  if (passage === undefined) throw new Error('the test article has no passage');
  expect(JSON.parse(cslJson(article.bibliography, passage))).toEqual([
    { ...article.bibliography, note: 'Cited passage: paragraph 9, as numbered by Four Islands.' },
  ]);
});

it('the address of a view tells all that is shown, names and language always, and nothing that stood in the page’s own', () => {
  const page = 'https://example.org/ja/index.html?view=7/44/146&year=1875#top';
  expect(viewAddress(page, { ...defaultState, place: 'etorofu', lang: 'ja' })).toBe(
    'https://example.org/ja/index.html?place=etorofu&names=both&lang=ja',
  );
  const view = { zoom: 9.25, lat: 43.5, lng: 146.1 };
  expect(viewAddress(page, { ...defaultState, names: 'ru', view, year: '1855' })).toBe(
    'https://example.org/ja/index.html?view=9.25%2F43.5%2F146.1&year=1855&names=ru&lang=en',
  );
});

it('a date is written as each language writes it', () => {
  expect(issuedDate(article.bibliography, 'en')).toBe('6 June 2024');
  expect(issuedDate(article.bibliography, 'ja')).toBe('2024年6月6日');
  expect(issuedDate(article.bibliography, 'ru')).toBe('6 июня 2024 г.');
  expect(issuedIso(article.bibliography)).toBe('2024-06-06');
});
