import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/model/types.ts';
import { years } from '../../../../src/model/view-state.ts';
import { timelineContent } from '../../../../src/text/timeline/timeline-content.ts';
import { forbiddenWords } from '../../neutral-words.ts';
import { archive, parsedTimeline } from '../../timeline.ts';

const timeline = parsedTimeline();
const contentOf = (...[year, lang]: [(typeof years)[number], (typeof languages)[number]]) => {
  const content = timelineContent(timeline, [archive], { year, lang });
  if (content === null) throw new Error(`the timeline has no step ${year}`);
  return content;
};

describe('the words of a step', () => {
  it('say an event with its instrument, its words and both readings, each with where it was read', () => {
    const [event] = contentOf('1855', 'en').events;
    expect(event).toMatchObject({
      id: 'first-treaty',
      date: '7 February 1855',
      dateIso: '1855-02-07',
      instrument: { name: 'Treaty', article: 'article or paragraph 2' },
      isMain: true,
      quotations: [
        { heading: 'Words of the text', text: 'between the islands', lang: 'en', note: null, sources: [archive] },
      ],
      languages: { heading: 'Where the texts differ', text: 'One word more.' },
      missing: null,
      sources: { heading: 'Sources', list: [archive] },
    });
    expect(event?.readings?.pair).toEqual([
      { heading: 'Japan’s government', text: 'It was so before.', party: 'ja', sources: [archive] },
      { heading: 'Russia’s government', text: 'It has no bearing.', party: 'ru', sources: [archive] },
    ]);
  });

  it('say why an event stands without readings, and where its sources differ', () => {
    const [event] = contentOf('1945', 'ru').events;
    expect(event).toMatchObject({
      dateIso: '1945-09-03/1945-09-05',
      uncertainty: 'Two sources, two days. (р)',
      readings: null,
      missing: { heading: 'Почему позиции не приведены', text: 'None was found. (р)' },
      instrument: null,
      isMain: false,
      quotations: [],
      groups: ['habomai'],
    });
  });

  it('name the lines of the step with their basis', () => {
    expect(contentOf('now', 'ja').lines).toEqual([
      {
        id: 'effect',
        name: '線effect',
        role: 'ru',
        manner: '破線：一方の側の立場による線',
        basis: '手で。',
        sources: [archive],
      },
      {
        id: 'claim',
        name: '線claim',
        role: 'ja',
        manner: '破線：一方の側の立場による線',
        basis: '手で。',
        sources: [archive],
      },
    ]);
  });

  it('keep a quotation in its own language in every language of the interface', () => {
    for (const lang of languages)
      expect(contentOf('1855', lang).events[0]?.quotations[0]).toMatchObject({
        text: 'between the islands',
        lang: 'en',
      });
  });

  it('are none for a step that is not there', () => {
    expect(timelineContent({ ...timeline, steps: [] }, [archive], { year: 'now', lang: 'en' })).toBeNull();
  });

  it.each(languages)('take no side in the headings (%s) and say that the lines are illustrations', (lang) => {
    const { line, administration, caveat, events } = contentOf('1855', lang);
    const headings = [line.heading, administration.heading, caveat, events[0]?.readings?.heading ?? ''].join(' ');
    for (const word of forbiddenWords[lang] ?? []) expect(headings).not.toMatch(word);
    expect(caveat).toMatch(
      { en: /no legal value/, ja: /法的な意味を持たない/, ru: /юридического значения не имеют/ }[lang],
    );
  });

  it('exist for every year that a link may name', () => {
    for (const year of years) expect(contentOf(year, 'en').step).toBe(year);
  });
});
