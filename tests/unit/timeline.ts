/** A small timeline for tests of the pure core. */
import { parseTimeline, type RawTimeline } from '../../src/model/data/parse-timeline.ts';
import type { Timeline } from '../../src/model/story/timeline.ts';
import type { Source } from '../../src/model/types.ts';
import { years } from '../../src/model/view-state.ts';

export const archive: Source = {
  id: 'archive',
  publisher: 'An archive',
  detail: null,
  url: 'https://example.org/archive',
};

const said = (words: string) => ({ en: words, ja: `${words}（日）`, ru: `${words} (р)` });

const line = (id: string, dates: Readonly<Record<string, string>>, owner: string, coordinates: number[][]) => ({
  type: 'Feature',
  properties: {
    id,
    ...dates,
    owner,
    'name:en': `Line ${id}`,
    'name:ja': `線${id}`,
    'name:ru': `Линия ${id}`,
    'basis:en': 'By hand.',
    'basis:ja': '手で。',
    'basis:ru': 'От руки.',
    precision: 'strait',
    sources: ['archive'],
  },
  geometry: { type: 'LineString', coordinates },
});

const at = ['1855-02-07', '1875-05-07', '1905-09-05', '1945-09-05', null];

/** Fresh on every call, so that a test may damage its own copy. */
export function rawTimeline() {
  return {
    timeline: {
      steps: years.map((id, index) => ({
        id,
        at: at[index] ?? null,
        title: said(`Step ${id}`),
        line: said('Here'),
        administration: said('They'),
      })),
      events: [
        {
          id: 'first-treaty',
          step: '1855',
          rank: 1,
          start: '1855-02-07',
          julian: '1855-01-26',
          printed: said('7 February 1855'),
          title: said('First treaty'),
          sentence: said('Two islands are told apart.'),
          instrument: { name: said('Treaty'), date: '1855-02-07', article: '2' },
          quotations: [{ text: 'between the islands', lang: 'en', whose: 'instrument', source: 'archive' }],
          languages: { codes: ['ja', 'ru'], note: said('One word more.'), sources: ['archive'] },
          readings: [
            { party: 'ja', text: said('It was so before.'), source: 'archive' },
            { party: 'ru', text: said('It has no bearing.'), source: 'archive' },
          ],
          sources: ['archive'],
        },
        {
          id: 'landing',
          step: '1945',
          rank: 2,
          start: '1945-09-03',
          end: '1945-09-05',
          printed: said('3–5 September 1945; sources differ'),
          uncertainty: said('Two sources, two days.'),
          title: said('Landing'),
          sentence: said('Troops land.'),
          groups: ['habomai'],
          sources: ['archive'],
        },
      ],
      missingReadings: [{ event: 'landing', why: said('None was found.') }],
    },
    lines: {
      type: 'FeatureCollection',
      features: [
        line('old', { start_date: '1855-02-07', end_date: '1875-05-07' }, 'first-treaty', [
          [149, 45.5],
          [149.2, 45.4],
        ]),
        line('far', { start_date: '1875-05-07', end_date: '1945' }, 'first-treaty', [
          [142, 46],
          [156, 51],
        ]),
        line('effect', { start_date: '1945-09-05' }, 'ru', [
          [145, 44],
          [145.8, 43.4],
        ]),
        line('claim', { start_date: '1956-02-11' }, 'ja', [
          [149, 45.5],
          [149.2, 45.4],
        ]),
      ],
    },
  };
}

export function parsedTimeline(raw: RawTimeline = rawTimeline()): Timeline {
  const result = parseTimeline(raw, [archive]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.timeline;
}
