import { describe, expect, it } from 'vitest';
import { printMarkup } from '../../../../src/kernel/markup.ts';
import type { Language, Place, TranscribedField } from '../../../../src/model/types.ts';
import { popupContent } from '../../../../src/text/popup/popup-content.ts';
import { popupMarkup } from '../../../../src/text/popup/popup-markup.ts';
import { parsedDataset, placeCalled } from '../../dataset.ts';

const dataset = parsedDataset();
const state = { names: 'both', lang: 'en', year: 'now' } as const;

describe('what the popup says', () => {
  const content = popupContent(dataset, placeCalled('etorofu'), state);

  it('is both names, the two halves and the passages', () => {
    expect(content.names.map((name) => name.native.text)).toEqual(['択捉島', 'Итуруп']);
    expect(content.status?.text).toBe(
      'Administered since 1945 by Russia (until 1991 by the Soviet Union). Claimed by Japan.',
    );
    expect(content.passages.map((passage) => passage.paragraph)).toEqual(['paragraph 9']);
    expect(content.sources.map((source) => source.publisher)).toEqual(['A publisher']);
  });

  it('labels the status when another year is shown', () => {
    expect(popupContent(dataset, placeCalled('etorofu'), { ...state, year: '1875' }).status?.when).toMatch(
      /regardless of the year/,
    );
  });

  it('says nothing of sovereignty about the waters around', () => {
    const sea = popupContent(dataset, placeCalled('sea-okhotsk'), state);
    expect(sea.status).toBeNull();
    expect(sea.passages).toEqual([]);
  });

  it('marks the place’s name in a quotation, gives its source in <cite>, and tags every foreign name', () => {
    const html = popupMarkup(content, 'en')
      .map((node) => printMarkup(node))
      .join('');
    expect(html).toContain(
      '<blockquote lang="en" translate="no"><p>Over <mark>Etorofu</mark> and <mark>the four islands</mark>.</p></blockquote>',
    );
    expect(html).toMatch(
      /<cite><span lang="en">“A title”<\/span>, A newspaper, <time datetime="2024-06-06">6 June 2024<\/time>, paragraph 9<\/cite>/,
    );
    expect(html).toContain('<ruby lang="ja">択捉島');
    expect(html).toContain('<span lang="ru">Итуруп</span>');
  });

  it('sets the reading above the kanji, and keeps it out of what the heading is called', () => {
    const html = htmlOf('etorofu', 'en');
    expect(html).toContain(
      '<ruby lang="ja">択捉島<rp aria-hidden="true">（</rp><rt aria-hidden="true">えとろふとう</rt>',
    );
    expect(html).toContain('<ruby lang="ja">択捉島<rp>（</rp><rt>えとろふとう</rt>');
  });
});

describe('what a place is', () => {
  it('stands in words, with a way to the group it belongs to', () => {
    const islet = popupContent(dataset, placeCalled('grieg'), state);
    expect(islet.kind).toBe('islet');
    expect(islet.group?.place).toBe('shikotan');
    expect(htmlOf('grieg', 'en')).toContain('<button class="link" type="button" data-place="shikotan">');
  });

  it('says of a group that it is one of the four, and leads nowhere', () => {
    const group = popupContent(dataset, placeCalled('habomai'), state);
    expect(group.kind).toBe('island group, one of the four disputed groups');
    expect(group.group).toBeNull();
  });

  it('keeps the names and units of both sides under every convention', () => {
    for (const names of ['both', 'ja', 'ru'] as const) {
      const content = popupContent(dataset, placeCalled('etorofu'), { ...state, names });
      expect(content.names.map((name) => name.party)).toEqual(['ja', 'ru']);
      expect(content.facts.map((group) => group.heading)).toEqual(
        expect.arrayContaining(['Administrative unit (Japanese system)', 'Administrative unit (Russian system)']),
      );
    }
  });
});

describe('the facts of a place', () => {
  const facts = (id: string, lang: 'en' | 'ja' | 'ru' = 'en') =>
    popupContent(dataset, placeCalled(id), { ...state, lang }).facts;

  it('are told kind by kind, the parties in their order whatever the order of the file', () => {
    expect(facts('etorofu').map(({ heading, entries }) => [heading, entries.map((entry) => entry.text)])).toEqual([
      ['From Ainu', ['エトロ・フ, explained as “nose, cord”']],
      ['Highest point', ['']],
      ['Area', ['3,166.6 km²', '3,174.7 km²']],
      ['Distance', ['about 145 km']],
      ['Administrative unit (Japanese system)', ['a village']],
      ['Administrative unit (Russian system)', ['a rayon']],
    ]);
  });

  it('are written as the reader writes numbers', () => {
    const areas = (lang: 'ja' | 'ru') => facts('etorofu', lang)[2]?.entries.map((entry) => entry.text);
    expect(areas('ja')).toEqual(['3,166.6 km²', '3,174.7 km²']);
    expect(areas('ru')?.map((text) => text.replace(/\s/gu, ' '))).toEqual(['3 166,6 км²', '3 174,7 км²']);
  });

  it('give every figure with its basis and the numbers of its sources', () => {
    const [first, second] = facts('etorofu')[2]?.entries ?? [];
    expect(first).toMatchObject({ basis: 'main island only', notes: [1, 2] });
    expect(second).toMatchObject({ basis: 'with islets', notes: [1] });
    expect(popupContent(dataset, placeCalled('etorofu'), state).factSources.map((source) => source.id)).toEqual([
      'academy',
      'survey',
    ]);
  });

  it('lead to the highest point by its names', () => {
    expect(facts('etorofu')[1]?.entries[0]?.link?.place).toBe('stokap');
  });

  it('of a place on an island include the units of the island; those of the sea do not', () => {
    expect(facts('stokap').map((group) => group.heading)).toEqual([
      'Administrative unit (Japanese system)',
      'Administrative unit (Russian system)',
    ]);
    expect(facts('sea-okhotsk').map((group) => group.heading)).toEqual([null]);
  });

  it('tag words in Ainu and lead each note to its source', () => {
    const html = htmlOf('etorofu', 'en');
    expect(html).toContain(
      '<span lang="ain-Kana" translate="no">エトロ・フ</span>, explained as “nose, <span class="end">cord”<button class="mark"',
    );
    expect(html).toContain('data-note="1" aria-label="Source 1: An academy">1</button>');
    expect(html).toContain('<li data-source="1"><a href="https://example.org/academy"');
  });
});

function htmlOf(id: string, lang: 'en' | 'ja' | 'ru'): string {
  return popupMarkup(popupContent(dataset, placeCalled(id), { ...state, lang }), lang)
    .map((node) => printMarkup(node))
    .join('');
}

describe('a transcription made by rule', () => {
  const made = (fields: readonly TranscribedField[]) => ({ ...placeCalled('etorofu'), transcribed: fields });
  const rowsOf = (place: Place, lang: Language) =>
    popupMarkup(popupContent(dataset, place, { ...state, lang }), lang)
      .map((node) => printMarkup(node))
      .join('')
      .split('<dt>')
      .slice(1, 3);

  it.each([
    ['ja', 'name:ru-Kana', 1, '「イトゥルップ島」は規則に基づく転写。'],
    ['ru', 'name:ja-Cyrl', 0, '«Эторофу-то» — транскрипция по правилам.'],
    ['en', 'name:ru-Latn', 1, '“Iturup” is a transcription by rule.'],
    ['en', 'name:ja-Latn', 0, '“Etorofu-tō” is a transcription by rule.'],
    ['ja', 'name:ja-Latn', 0, '「Etorofu-tō」は規則に基づく転写。'],
    ['ru', 'name:ru-Latn', 1, '«Iturup» — транскрипция по правилам.'],
  ] as const)('is marked in %s where %s is one, in the row of its name and in no other', (lang, field, row, words) => {
    const rows = rowsOf(made([field]), lang);
    expect(rows[row]).toContain(words);
    expect(rows[1 - row]).not.toContain('class="by-rule"');
  });

  it('is not marked where the transcription was read in a source, or is none that the reader reads', () => {
    expect(rowsOf(made([]), 'ja').join('')).not.toContain('by-rule');
    expect(rowsOf(made(['name:ru-Kana']), 'en').join('')).not.toContain('by-rule');
  });
});
