import { describe, expect, it } from 'vitest';
import { printMarkup } from '../../../src/model/markup.ts';
import { popupMarkup } from '../../../src/text/frame-markup.ts';
import { popupContent } from '../../../src/text/popup-content.ts';
import { parsedDataset, placeCalled } from '../dataset.ts';

const dataset = parsedDataset();
const state = { names: 'both', lang: 'en', year: 'now' } as const;

describe('what the popup says', () => {
  const content = popupContent(dataset, placeCalled('etorofu'), state);

  it('is both names, the two halves and the passages', () => {
    expect(content.names.map((name) => name.native.text)).toEqual(['択捉島', 'Итуруп']);
    expect(content.status?.text).toBe(
      'Administered by Russia (until 1991 the Soviet Union) since 1945. Claimed by Japan.',
    );
    expect(content.passages.map((passage) => passage.paragraph)).toEqual(['paragraph 9']);
    expect(content.sources.map((source) => source.publisher)).toEqual(['A publisher']);
  });

  it('labels the status when another year is shown', () => {
    expect(popupContent(dataset, placeCalled('etorofu'), { ...state, year: '1875' }).status?.when).toMatch(
      /whatever year/,
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
      '<blockquote lang="en"><p>Over <mark>Etorofu</mark> and <mark>the four islands</mark>.</p></blockquote>',
    );
    expect(html).toMatch(
      /<cite><span lang="en">“A title”<\/span>, A newspaper, <time datetime="2024-06-06">6 June 2024<\/time>, paragraph 9<\/cite>/,
    );
    expect(html).toContain('<ruby lang="ja">択捉島');
    expect(html).toContain('<span lang="ru">Итуруп</span>');
  });
});
