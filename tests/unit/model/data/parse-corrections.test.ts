import { describe, expect, it } from 'vitest';
import { parseCorrections } from '../../../../src/model/data/parse-corrections.ts';
import { latestFirst } from '../../../../src/model/story/corrections.ts';

const known = { places: new Set(['etorofu']), sources: new Set(['atlas']) };
const words = { en: 'One', ja: '一', ru: 'Один' };
const correction = { date: '2026-12-01', place: 'etorofu', wrong: words, right: words, sources: ['atlas'] };
const messages = (...changes: readonly object[]) => {
  const result = parseCorrections(
    changes.map((change) => ({ ...correction, ...change })),
    known,
  );
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('the corrections', () => {
  it('are believed when each has its day, its words in three languages and a source', () => {
    const result = parseCorrections([correction, { ...correction, place: null }], known);
    expect(result.ok && result.corrections.map(({ place }) => place)).toEqual(['etorofu', null]);
  });

  it.each([
    [{ date: '2026-12' }, '0.date must be a day, as YYYY-MM-DD'],
    [{ date: '2026-02-31' }, '0.date must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD'],
    [{ place: 'atlantis' }, '0.place “atlantis” is no place of the data; must be the id of one, or be left out'],
    [{ sources: [] }, '0.sources needs at least one source'],
    [{ sources: ['atlas', 'x'] }, '0.sources.1 “x” is no source; must be an id in geo/sources.json'],
    [{ right: { en: 'One', ja: '一' } }, '0.right.ru is missing'],
    [{ wrogn: words }, expect.stringMatching(/^0\.wrogn is not known here/)],
  ])('are refused with %j: %s', (change, message) => {
    expect(messages(change)).toContainEqual(message);
  });

  it('are told the latest first, those of a day in their order', () => {
    const dated = (date: string, place: string) => ({ ...correction, date, place });
    const told = latestFirst([dated('2026-01-01', 'a'), dated('2026-12-01', 'b'), dated('2026-12-01', 'c')]);
    expect(told.map(({ place }) => place)).toEqual(['b', 'c', 'a']);
  });
});
