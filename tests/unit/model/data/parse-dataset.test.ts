import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../../src/model/data/data-problems.ts';
import { parseDataset } from '../../../../src/model/data/parse-dataset.ts';
import { rawDataset } from '../../dataset.ts';

const problemsOf = (raw: ReturnType<typeof rawDataset>) => {
  const result = parseDataset(raw);
  return result.ok ? [] : result.problems.map(describeProblem);
};

describe('parsing the data', () => {
  it('accepts what is sound', () => {
    expect(problemsOf(rawDataset())).toEqual([]);
  });

  it('names every problem at once, each with file, feature and field', () => {
    const raw = rawDataset();
    Object.assign(raw.islands.features[0]?.properties ?? {}, { kind: 'volcano' });
    Object.assign(raw.islands.features[1]?.properties ?? {}, { sources: [] });
    Object.assign(raw.article.passages[0] ?? {}, { sha256: 'short' });
    const problems = problemsOf(raw);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^geo\/islands\.geojson, feature “etorofu”, field “properties\.kind”: /);
    expect(problems[1]).toMatch(/^geo\/islands\.geojson, feature “kunashiri”, field “properties\.sources”: /);
    expect(problems[2]).toMatch(/^geo\/article\.json, feature “paragraph-9”, field “sha256”: /);
  });

  it.each([
    [2024, 6, 31],
    [2024, 13, 1],
    [2024, 6.5, 1],
    [24, 6, 6],
  ])('refuses %i-%i-%i as the day of the article', (...parts) => {
    const raw = rawDataset();
    Object.assign(raw.article.bibliography.issued, { 'date-parts': [parts] });
    expect(problemsOf(raw).join()).toMatch(/^geo\/article\.json, /);
  });

  it('names the translation or the citation that a passage lacks', () => {
    const raw = rawDataset();
    Object.assign(raw.article.passages[0]?.translation ?? {}, { ru: ' ', fr: 'Autre' });
    Object.assign(raw.article.passages[0] ?? {}, { citations: { apa: 'A', chicago: 'B' } });
    const problems = problemsOf(raw).join('\n');
    for (const field of ['translation.ru', 'translation.fr', 'citations.harvard'])
      expect(problems).toContain(`geo/article.json, feature “paragraph-9”, field “${field}”: `);
  });

  it.each([
    ['nothing at all', null],
    ['a text', 'islands'],
    ['a list', []],
    ['no features', { type: 'FeatureCollection', features: [] }],
  ])('says so when islands.geojson is %s', (_what, islands) => {
    const result = parseDataset({ ...rawDataset(), islands });
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.problems.map(describeProblem).join()).toContain('geo/islands.geojson');
  });

  it('misses a group that is not there', () => {
    const raw = rawDataset();
    raw.places.features.shift();
    expect(problemsOf(raw).join()).toContain('“habomai”: this group is missing');
  });

  it('refuses two features with one id', () => {
    const raw = rawDataset();
    Object.assign(raw.islands.features[3]?.properties ?? {}, { id: 'etorofu' });
    expect(problemsOf(raw).join()).toContain('feature “etorofu”, field “properties.id”: is used by another feature');
  });

  it('takes the Ainu form, and old names apart at the semicolons', () => {
    const raw = rawDataset();
    Object.assign(raw.islands.features[0]?.properties ?? {}, {
      old_name: 'Staten Eylandt; 旧島',
      'name:ain': 'エトロ',
    });
    const result = parseDataset(raw);
    const places = result.ok ? result.dataset.places : [];
    expect(places.map(({ oldNames }) => oldNames).slice(0, 2)).toEqual([['Staten Eylandt', '旧島'], []]);
    expect(places.map(({ ainuName }) => ainuName).slice(0, 2)).toEqual(['エトロ', null]);
  });

  it('refuses an empty name among the old ones', () => {
    const raw = rawDataset();
    Object.assign(raw.islands.features[0]?.properties ?? {}, { old_name: 'Staten;; 旧島' });
    expect(problemsOf(raw).join()).toContain(
      'feature “etorofu”, field “properties.old_name”: must be names separated by semicolons, none of them empty',
    );
  });

  it('refuses a source that nobody has listed', () => {
    const raw = rawDataset();
    Object.assign(raw.islands.features[0]?.properties ?? {}, { sources: ['hearsay'] });
    expect(problemsOf(raw).join()).toContain('“hearsay” is not in sources.json');
  });

  it('refuses a mention that the passage does not contain', () => {
    const raw = rawDataset();
    Object.assign(raw.article.passages[0]?.mentions[0] ?? {}, { exact: 'Iturup' });
    expect(problemsOf(raw).join()).toContain('“Iturup” does not stand in the passage');
  });

  it('refuses a place that nobody has named', () => {
    const raw = rawDataset();
    const properties: Record<string, unknown> = raw.islands.features[3]?.properties ?? {};
    delete properties['name:ru'];
    expect(problemsOf(raw).join()).toContain('a place needs a name from at least one side');
  });

  it('refuses two sources with one id', () => {
    const raw = rawDataset();
    Object.assign(raw.sources[1] ?? {}, { id: 'atlas' });
    expect(problemsOf(raw).join()).toContain(
      'geo/sources.json, feature “atlas”, field “id”: is used by another source',
    );
  });

  it('names file, fact and field of every fault in the facts', () => {
    const raw = rawDataset();
    Object.assign(raw.facts.facts[2] ?? {}, { square_kilometres: '3174' });
    Object.assign(raw.facts.facts[0] ?? {}, { unit: { en: 'a rayon', ja: '地区' } });
    Object.assign(raw.facts.facts[7] ?? {}, { sources: [] });
    expect(problemsOf(raw).map((problem) => problem.replace(/: .*/, ''))).toEqual([
      'geo/facts.json, feature “#0”, field “unit.ru”',
      'geo/facts.json, feature “#2”, field “square_kilometres”',
      'geo/facts.json, feature “#7”, field “sources”',
    ]);
  });

  it('refuses a fact of an unknown kind or with a field that its kind does not have', () => {
    const raw = rawDataset();
    Object.assign(raw.facts.facts[6] ?? {}, { kind: 'rumour' });
    Object.assign(raw.facts.facts[4] ?? {}, { metres: 12 });
    expect(problemsOf(raw)).toHaveLength(2);
  });

  it('refuses a fact about an unknown place, an unknown peak or from an unknown source', () => {
    const raw = rawDataset();
    Object.assign(raw.facts.facts[0] ?? {}, { place: 'atlantis' });
    Object.assign(raw.facts.facts[1] ?? {}, { sources: ['hearsay'] });
    Object.assign(raw.facts.facts[6] ?? {}, { peak: 'olympus' });
    expect(problemsOf(raw)).toEqual([
      'geo/facts.json, feature “#0, administration of atlantis”, field “place”: “atlantis” is no known place',
      'geo/facts.json, feature “#1, administration of etorofu”, field “sources”: “hearsay” is not in sources.json',
      'geo/facts.json, feature “#6, summit of etorofu”, field “peak”: “olympus” is no known place',
    ]);
  });

  it('refuses a derivation that explains nothing', () => {
    const raw = rawDataset();
    Object.assign(raw.facts.facts[5] ?? {}, { gloss: null });
    expect(problemsOf(raw).join()).toContain('field “gloss”: a derivation without a meaning');
  });
});
