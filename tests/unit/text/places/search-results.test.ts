import { describe, expect, it } from 'vitest';
import { type Markup, printMarkup } from '../../../../src/kernel/markup.ts';
import { indexPlaces, parseQuery, searchPlaces } from '../../../../src/model/names/search-places.ts';
import type { Dataset, Language } from '../../../../src/model/types.ts';
import { placesByGroup } from '../../../../src/text/places/places-by-group.ts';
import { countInWords, resultsMarkup } from '../../../../src/text/places/search-results.ts';
import { parsedDataset, rawDataset } from '../../dataset.ts';

function resultsOf(text: string, language: Language = 'en', dataset: Dataset = parsedDataset()): readonly Markup[] {
  const query = parseQuery(text);
  if (query === null) throw new Error('an empty query has no results');
  const groups = placesByGroup(dataset, language);
  const index = indexPlaces(groups.flatMap(({ items }) => items.map(({ place }) => place)));
  return resultsMarkup(groups, searchPlaces(index, query), query, language, 'page');
}

const html = (markup: readonly Markup[]) => markup.map((node) => printMarkup(node)).join('');

describe('the number of places found', () => {
  it.each([
    ['en', 1, '1 place'],
    ['en', 2, '2 places'],
    ['ja', 1, '1か所'],
    ['ja', 5, '5か所'],
    ['ru', 1, '1 место'],
    ['ru', 2, '2 места'],
    ['ru', 5, '5 мест'],
    ['ru', 21, '21 место'],
    ['en', 0, 'No place on this map has that name.'],
  ] as const)('in %s, %i is “%s”', (language, count, words) => {
    expect(countInWords(count, language)).toBe(words);
  });
});

describe('the results', () => {
  it('stand under the group they belong to, the best group first', () => {
    const text = html(resultsOf('kunashir'));
    expect(text).toMatch(/^<li><h3 translate="no">.*Kunashir.*<\/h3><ul><li><a href="\?place=kunashiri"/);
    expect(text.match(/<h3 /g)).toHaveLength(1);
  });

  it('keep the places outside the groups under a heading of their own', () => {
    expect(html(resultsOf('okhotsk'))).toContain('<h3>Waters and surroundings</h3>');
  });

  it('say in words that there are none', () => {
    expect(html(resultsOf('xyzzy'))).toBe('<li class="none">No place on this map has that name.</li>');
  });

  it('do not repeat a name that is shown', () => {
    expect(html(resultsOf('итуруп'))).not.toMatch(/found-by">|found-by names-(both|ru)/);
    expect(html(resultsOf('sea of okhotsk'))).not.toContain('found-by');
  });

  it('show the name that fits where no name shown does, in its own language', () => {
    expect(html(resultsOf('えとろふ'))).toContain(
      '<span class="found-by">Japanese name: <span lang="ja-Hira" translate="no">えとろふとう</span></span>',
    );
  });

  it('show it under those conventions only that do not show it themselves', () => {
    expect(html(resultsOf('iturup'))).toContain(
      '<span class="found-by names-ja">Russian name: <span lang="ru-Latn" translate="no">Iturup</span></span>',
    );
  });

  it.each([
    ['en', 'Old name: '],
    ['ja', '旧称：'],
    ['ru', 'Прежнее название: '],
  ] as const)('name an old name as such, in %s', (language, heading) => {
    const raw = rawDataset();
    const renamed = {
      ...raw,
      places: {
        ...raw.places,
        features: raw.places.features.map((feature) => ({
          ...feature,
          properties: { ...feature.properties, old_name: 'Staten; 旧村' },
        })),
      },
    };
    expect(html(resultsOf('旧村', language, parsedDataset(renamed)))).toContain(
      `${heading}<span lang="ja" translate="no">旧村</span>`,
    );
  });
});
