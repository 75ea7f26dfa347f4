import { describe, expect, it } from 'vitest';
import { type Markup, printMarkup } from '../../../../src/kernel/markup.ts';
import { finish } from '../../../../src/kernel/steps.ts';
import { languages } from '../../../../src/model/types.ts';
import type { Layout } from '../../../../src/text/layout.ts';
import { passageContent } from '../../../../src/text/passages/passage-content.ts';
import { passageList, quotation } from '../../../../src/text/passages/passage-markup.ts';
import { parsedDataset, rawDataset } from '../../dataset.ts';

const dataset = parsedDataset();
const [passage] = dataset.article.passages;
if (passage === undefined) throw new Error('the test article has no passage');

const html = (node: Markup) => printMarkup(node);
const listed = (language: (typeof languages)[number], layout: Layout) =>
  html(finish(passageList(dataset, language, layout)));

describe('the list of passages', () => {
  it('holds every quotation in the order of the article, whichever way the file has them', () => {
    const raw = rawDataset();
    const second = { ...raw.article.passages[0], id: 'paragraph-2', paragraph: 2 };
    const shuffled = parsedDataset({
      ...raw,
      article: { ...raw.article, passages: [...raw.article.passages, second] },
    });
    const found = html(finish(passageList(shuffled, 'en', 'page'))).matchAll(/<figure[^>]* data-passage="([^"]+)"/g);
    expect([...found].map(([, id]) => id)).toEqual(['paragraph-2', 'paragraph-9']);
  });

  it('leads to the groups that a passage concerns: by links on the page, by buttons on somebody else’s', () => {
    expect([...listed('en', 'page').matchAll(/<a href="\?place=(\w+)"/g)].map(([, id]) => id)).toEqual([
      'etorofu',
      'kunashiri',
    ]);
    expect(listed('en', 'element')).toContain(
      '<button type="button" class="link" data-place="etorofu" translate="no">',
    );
    expect(listed('en', 'element')).not.toContain('<a ');
  });

  it('is open on the page and folded away elsewhere', () => {
    expect(listed('en', 'page')).toMatch(/^<section /);
    expect(listed('en', 'frame')).toMatch(/^<details class="passages"><summary>/);
  });

  it('hides what only a script can do', () => {
    for (const [tag] of listed('en', 'page').matchAll(/<(?:details class="cite"|button class="light")[^>]*>/g))
      expect(tag).toContain(' data-scripted="" hidden=""');
  });
});

describe.each(languages)('a passage in %s', (language) => {
  const shown = html(quotation(passageContent(dataset.article, passage, language, null), language));

  it('is the article’s own words, in its language', () => {
    expect(shown).toContain(`<blockquote lang="en" translate="no"><p>${passage.exact}</p></blockquote>`);
  });

  it('has our translation, told as ours, where the reader’s language is another', () => {
    if (language === 'en') expect(shown).not.toContain('class="translation"');
    else
      expect(shown).toMatch(
        new RegExp(
          `<div class="translation"><p class="whose">${{ ja: '当サイトの訳', ru: 'Наш перевод' }[language]}</p><p lang="${language}">${passage.translation[language]}</p></div>`,
        ),
      );
  });

  it('offers three styles, the data and a link, and holds none of their text', () => {
    expect([...shown.matchAll(/data-choice="(\w+)"/g)].map(([, choice]) => choice)).toEqual([
      'apa',
      'chicago',
      'harvard',
      'data',
      'link',
    ]);
    expect(shown).not.toContain(passage.citations.chicago);
  });
});
