import { expect, it } from 'vitest';
import { citationText, issuedDate, issuedIso } from '../../../src/model/citations.ts';
import { parsedDataset } from '../dataset.ts';

const { article } = parsedDataset();
const [passage] = article.passages;

it('a citation names title, publisher, date and paragraph', () => {
  if (passage === undefined) throw new Error('the test article has no passage');
  expect(citationText(article.bibliography, passage)).toBe('“A title.” A newspaper, 6 June 2024, para. 9.');
});

it('a date is written as each language writes it', () => {
  expect(issuedDate(article.bibliography, 'en')).toBe('6 June 2024');
  expect(issuedDate(article.bibliography, 'ja')).toBe('2024年6月6日');
  expect(issuedDate(article.bibliography, 'ru')).toBe('6 июня 2024 г.');
  expect(issuedIso(article.bibliography)).toBe('2024-06-06');
});
