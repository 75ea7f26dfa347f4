/** What is worked out for a reader reaches the reader: changing any part of it changes what is printed. */
import { describe, expect, it } from 'vitest';
import { readDataset, readTimeline } from '../../scripts/geo/read-geo.ts';
import { type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { indexPlaces, parseQuery, type SearchName } from '../../src/model/names/search-places.ts';
import { conventions, type Dataset, languages } from '../../src/model/types.ts';
import { years } from '../../src/model/view-state.ts';
import { passageContent } from '../../src/text/passages/passage-content.ts';
import { quotation } from '../../src/text/passages/passage-markup.ts';
import { placesByGroup } from '../../src/text/places/places-by-group.ts';
import { resultsMarkup } from '../../src/text/places/search-results.ts';
import { popupContent } from '../../src/text/popup/popup-content.ts';
import { popupMarkup } from '../../src/text/popup/popup-markup.ts';
import { timelineContent } from '../../src/text/timeline/timeline-content.ts';
import { historyPanel } from '../../src/text/timeline/timeline-markup.ts';

type Leaf = readonly [path: readonly string[], value: string | number | boolean];

function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
}

/** The same with another value at the end of `path`, and of its kind. */
function changed<T>(value: T, [key, ...rest]: readonly string[]): T {
  const other = (part: unknown): unknown => {
    if (key !== undefined) {
      const entries = Object.entries(part as object).map(([name, inner]) => [
        name,
        name === key ? changed(inner, rest) : inner,
      ]);
      return Array.isArray(part) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
    }
    if (typeof part === 'number') return part + 1;
    return typeof part === 'boolean' ? !part : `other ${part}`;
  };
  return other(value) as T;
}

const printed = (nodes: readonly Markup[]) => nodes.map((node) => printMarkup(node)).join('');

/**
 * Fields that have a value in some of `contents` and can be changed in none with a change of what is printed. Places in
 * lists are one field.
 */
function unsaid<T>(
  contents: readonly T[],
  print: (content: T) => readonly Markup[],
  exceptions: ReadonlySet<string> = new Set(),
): readonly string[] {
  const html = (value: T) => printed(print(value));
  const fieldOf = (path: readonly string[]) => path.filter((part) => !/^\d+$/.test(part)).join('.');
  const said = new Map<string, boolean>();
  for (const content of contents) {
    const now = html(content);
    for (const [path] of leavesOf(content)) {
      const field = fieldOf(path);
      if (said.get(field) !== true && !exceptions.has(field)) said.set(field, html(changed(content, path)) !== now);
    }
  }
  return [...said].filter(([, isSaid]) => !isSaid).map(([field]) => field);
}

const read = readDataset();
const timeline = readTimeline();

/** The data with every transcription made by rule, of which today's has few kinds. */
const dataset: Dataset = {
  ...read,
  places: read.places.map((place) => ({
    ...place,
    transcribed: ['name:ja-Latn', 'name:ja-Cyrl', 'name:ru-Latn', 'name:ru-Kana'],
  })),
};

/** What a popup holds and does not say, each for a reason. */
const popupExceptions: ReadonlySet<string> = new Set([
  // Sides that their heading names.
  'names.party',
  'names.native.party',
  'names.latin.party',
  'label.primary.party',
  'label.secondary.party',
  // A link goes by its first line.
  ...['group', 'facts.entries.link'].flatMap((link) => [
    `${link}.label.primary.party`,
    ...['text', 'lang', 'party'].map((field) => `${link}.label.secondary.${field}`),
  ]),
  // By these the shell finds the place and the tests a source.
  'place',
  'sources.id',
  'factSources.id',
]);

/** What a step of the timeline holds and does not say. */
const timelineExceptions: ReadonlySet<string> = new Set([
  // Of the document of all steps and of the picture.
  'step',
  'lines.id',
  'lines.sources.id',
  'events.quotations.sources.id',
  'events.readings.pair.sources.id',
  'events.sources.list.id',
]);

describe('what is worked out for a reader is printed', () => {
  const chosen = dataset.places.filter(
    ({ id, kind }, index, all) =>
      all.findIndex((other) => other.kind === kind) === index || /^(kaigara|rubetsu|etorofu|chachadake)$/.test(id),
  );
  const [step = null] = timeline.steps.filter(({ id }) => id === '1875');

  it.each(languages)('in the popups, in %s', (lang) => {
    const contents = chosen.flatMap((place) =>
      conventions
        .slice(0, place.id === 'etorofu' ? 3 : 1)
        .map((names) => popupContent(dataset, place, { names, lang, year: '1875', step })),
    );
    const fields = new Set(contents.flatMap((content) => leavesOf(content)).map(([path]) => path[0]));
    expect([...fields].sort()).toEqual(
      ['atThatTime', 'facts', 'factSources', 'group', 'kana', 'kind', 'label', 'names', 'notes', 'passages']
        .concat(['place', 'sources', 'status'])
        .sort(),
    );
    expect(unsaid(contents, (content) => popupMarkup(content, lang), popupExceptions)).toEqual([]);
  });

  it.each(languages)('in the steps of the timeline, in %s', (language) => {
    const contents = years.flatMap(
      (year) => timelineContent(timeline, dataset.sources, { year, lang: language }) ?? [],
    );
    expect(contents).toHaveLength(years.length);
    const print = (content: (typeof contents)[number]) =>
      historyPanel(content, { language, year: content.step, lines: 'both' });
    expect(unsaid(contents, print, timelineExceptions)).toEqual([]);
  });

  it.each(languages)('in the passages, in %s', (language) => {
    const contents = dataset.article.passages.map((passage) =>
      passageContent(dataset.article, passage, language, dataset.places[0] ?? null),
    );
    expect(unsaid(contents, (content) => [quotation(content, language)])).toEqual([]);
  });

  it.each(languages)('in the results of a search, in %s', (language) => {
    const groups = placesByGroup(dataset, language);
    const index = indexPlaces(groups.flatMap(({ items }) => items.map(({ place }) => place)));
    const query = parseQuery('Ainu');
    if (query === null) throw new Error('the query asks for nothing');
    const [place] = index.map((entry) => entry.place);
    if (place === undefined) throw new Error('there is no place');
    const print = ({ origin, ...name }: SearchName) =>
      resultsMarkup(groups, [{ place, rank: 0, name: { ...name, origin } }], query, language, 'page');
    for (const origin of ['ja', 'ru', 'ain', 'en', 'old'] as const) {
      expect(printed(print({ text: 'X', lang: 'en', origin }))).toContain('found-by');
    }
    const names = [{ text: 'X', lang: 'en' }];
    expect(unsaid(names, (name) => print({ ...name, origin: 'old' }))).toEqual([]);
  });
});

describe('the check', () => {
  it('finds a field that is worked out and not printed', () => {
    const content = { said: 'a', unsaid: 'b', list: [{ number: 1, silent: true }] };
    const print = ({ said, list }: typeof content): readonly Markup[] => [
      { tag: 'p', attributes: {}, children: [said, ...list.map(({ number }) => String(number))] },
    ];
    expect(unsaid([content], print)).toEqual(['unsaid', 'list.silent']);
  });
});
