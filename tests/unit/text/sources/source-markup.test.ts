import { expect, it } from 'vitest';
import { languageRuns } from '../../../../src/text/sources/source-markup.ts';

const langs = (text: string, language: 'en' | 'ja' | 'ru') =>
  languageRuns(text, language).map((run) => (typeof run === 'string' ? null : run.attributes['lang']));

it('each run of a source is in its own language, and marked where that is not the reader’s', () => {
  expect(langs('Geospatial Information Authority, 国土地理院', 'en')).toEqual([null, 'ja']);
  expect(langs('Geospatial Information Authority, 国土地理院', 'ja')).toEqual(['en', null]);
  expect(langs('Росреестр, 2019', 'ru')).toEqual([null, null]);
});

it('joined again, the runs are the text', () => {
  const text = 'Atlas «Сахалин», p. 3 (地図)';
  const joined = languageRuns(text, 'en').map((run) => (typeof run === 'string' ? run : run.children.join('')));
  expect(joined.join('')).toBe(text);
});
