import { describe, expect, it } from 'vitest';
import { type Markup, printMarkup } from '../../../../src/kernel/markup.ts';
import { languages } from '../../../../src/model/types.ts';
import { timelineContent } from '../../../../src/text/timeline/timeline-content.ts';
import { historyPanel, stepMarkup, whoseLines } from '../../../../src/text/timeline/timeline-markup.ts';
import { archive, parsedTimeline } from '../../timeline.ts';

const timeline = parsedTimeline();
const contentOf = (year: '1855' | '1945' | 'now') => {
  const content = timelineContent(timeline, [archive], { year, lang: 'en' });
  if (content === null) throw new Error(`there is no step ${year}`);
  return content;
};
const print = (nodes: readonly Markup[]) => nodes.map((node) => printMarkup(node)).join('');
const step = (year: '1855' | '1945' | 'now', interactive = false) =>
  print(stepMarkup(contentOf(year), { language: 'en', interactive }));

describe('a step in words', () => {
  it('lists its events in order', () => {
    for (const year of ['1855', '1945', 'now'] as const) {
      const ids = [...step(year).matchAll(/data-event="([^"]+)"/g)].map(([, id]) => id);
      expect(ids).toEqual(contentOf(year).events.map(({ id }) => id));
    }
  });

  it('sets the readings of both governments side by side, each with a link to its source', () => {
    const paired = timeline.events.find(({ readings }) => readings.length === 2);
    if (paired === undefined) throw new Error('no event has a pair of readings');
    const html = print(stepMarkup(contentOf(paired.step as '1855'), { language: 'en', interactive: false }));
    const readings = html.split('class="reading"').slice(1);
    expect(readings.map((reading) => /data-party="(\w+)"/.exec(reading)?.[1])).toEqual(['ja', 'ru']);
    for (const reading of readings) expect(reading).toContain(`href="${archive.url}"`);
  });

  it('gives no stretch of days as a machine-readable date', () => {
    for (const year of ['1855', '1945', 'now'] as const)
      for (const [, date] of step(year).matchAll(/datetime="([^"]+)"/g)) expect(date).toMatch(/^\d{4}(-\d{2}){0,2}$/);
  });

  it('has a sample of each of its lines', () => {
    expect(step('now').match(/class="line-sample (?:ja|ru|treaty)"/g)).toHaveLength(contentOf('now').lines.length);
  });

  it('has buttons that act on the map only beside it', () => {
    for (const year of ['1855', '1945', 'now'] as const) expect(step(year)).not.toContain('<button');
  });
});

describe('the panel beside the map', () => {
  const panel = (year: '1855' | 'now') => print(historyPanel(contentOf(year), { language: 'en', year, lines: 'both' }));

  it('has a title that can take the focus and a button that closes it', () => {
    expect(panel('1855')).toContain('<h2 id="history-title" tabindex="-1">');
    expect(panel('1855')).toContain('data-action="history-close"');
  });

  it('offers the choice of lines for now alone', () => {
    expect(panel('now')).toContain('name="lines"');
    expect(panel('1855')).not.toContain('name="lines"');
  });

  it('offers both sides’ maps in the same words and in the order of the data, with neither as the default', () => {
    for (const language of languages) {
      const html = printMarkup(whoseLines(language, 'both'));
      expect([...html.matchAll(/value="(\w+)"( checked)?/g)].map(([, value, checked]) => [value, checked])).toEqual([
        ['both', ' checked'],
        ['ja', undefined],
        ['ru', undefined],
      ]);
    }
  });
});
