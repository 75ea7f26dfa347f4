import { describe, expect, it } from 'vitest';
import { readDataset, readTimeline } from '../../scripts/geo/read-geo.ts';
import { citedSources } from '../../src/model/data/parse-timeline.ts';
import { eventsOf, linesAt } from '../../src/model/story/timeline.ts';
import type { Localised } from '../../src/model/types.ts';
import { type Language, languages, parties } from '../../src/model/types.ts';
import { years } from '../../src/model/view-state.ts';
import { say } from '../../src/text/strings.ts';
import { timelineContent } from '../../src/text/timeline/timeline-content.ts';
import { collectiveNames, forbiddenWords } from '../unit/neutral-words.ts';

const dataset = readDataset();
const timeline = readTimeline();
const sourceCalled = new Map(dataset.sources.map((source) => [source.id, source]));

/** Everything that the timeline says in our own voice, or in a paraphrase; quotations are others’ words. */
const ownWords: readonly (readonly [where: string, words: Localised])[] = [
  ...timeline.steps.flatMap(({ id, title, line, administration }) =>
    [title, line, administration].map((words) => [`step ${id}`, words] as const),
  ),
  ...timeline.events.flatMap(({ id, printed, title, sentence, uncertainty, instrument, languages: texts, readings }) =>
    [
      printed,
      title,
      sentence,
      uncertainty,
      instrument?.name,
      texts?.note,
      ...readings.map((reading) => reading.text),
    ].flatMap((words) => (words === null || words === undefined ? [] : [[id, words] as const])),
  ),
  ...timeline.missingReadings.map(({ event, why }) => [event, why] as const),
  ...timeline.lines.flatMap(({ id, name, basis }) => [name, basis].map((words) => [id, words] as const)),
];

const monthsOf: Readonly<Record<Language, (month: number) => string>> = {
  en: (month) =>
    new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month - 1, 15))),
  ja: (month) => `${month}月`,
  ru: (month) =>
    new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' })
      .format(new Date(Date.UTC(2000, month - 1, 15)))
      .replace(/^15 /, ''),
};

/** A day and its month as each language prints them: “7 February”, “2月7日”, “7 февраля”. */
function dayAndMonth(iso: string, language: Language): string {
  const [, month = 0, day = 0] = iso.split('-').map(Number);
  return language === 'ja' ? `${month}月${day}日` : `${day} ${monthsOf[language](month)}`;
}

/** How a date, or a stretch of days, must begin where it is printed. */
function printedDate(start: string, end: string | null, language: Language): string {
  const [year = '', month = '', day] = start.split('-');
  if (day === undefined)
    return {
      en: `${monthsOf.en(Number(month))} ${year}`,
      ja: `${year}年${Number(month)}月`,
      ru: `${new Intl.DateTimeFormat('ru', { month: 'long' }).format(new Date(Number(year), Number(month) - 1))} ${year} года`,
    }[language];
  if (end === null)
    return {
      en: `${dayAndMonth(start, 'en')} ${year}`,
      ja: `${year}年${dayAndMonth(start, 'ja')}`,
      ru: `${dayAndMonth(start, 'ru')} ${year} года`,
    }[language];
  const lastDay = Number(end.slice(8));
  const oneMonth = end.slice(0, 7) === start.slice(0, 7);
  return {
    en: oneMonth
      ? `${Number(day)}–${dayAndMonth(end, 'en')} ${year}`
      : `${dayAndMonth(start, 'en')} – ${dayAndMonth(end, 'en')} ${year}`,
    ja: `${year}年${dayAndMonth(start, 'ja')}～${oneMonth ? `${lastDay}日` : dayAndMonth(end, 'ja')}`,
    ru: oneMonth
      ? `${Number(day)}—${dayAndMonth(end, 'ru')} ${year} года`
      : `${dayAndMonth(start, 'ru')} — ${dayAndMonth(end, 'ru')} ${year} года`,
  }[language];
}

describe('the events', () => {
  it('fill every step', () => {
    for (const year of years) expect(eventsOf(timeline, year).length, year).toBeGreaterThan(0);
  });

  it.each(timeline.events)('$id rests on pages that can be opened', ({ sources, readings, quotations }) => {
    const cited = [...sources, ...readings.map((reading) => reading.source), ...quotations.map(({ source }) => source)];
    for (const id of cited) expect(sourceCalled.get(id)?.url).toMatch(/^https?:\/\/[^/]+\//);
  });

  it.each(timeline.events)('$id rests on no encyclopaedia that anybody edits', ({ sources }) => {
    for (const id of sources) expect(sourceCalled.get(id)?.url).not.toMatch(/wiki|blog/i);
  });

  it.each(timeline.events)('$id prints the date that it has', ({ start, end, printed }) => {
    for (const language of languages)
      expect(printed[language].startsWith(printedDate(start, end, language)), printed[language]).toBe(true);
  });

  it.each(timeline.events.filter((event) => event.julian !== null))(
    '$id gives the same day in both calendars and prints the Julian one in brackets',
    ({ start, julian, printed }) => {
      if (julian === null) throw new Error('there is no Julian date');
      const days = (Date.parse(start) - Date.parse(julian)) / 86_400_000;
      expect(days).toBe(start < '1900-03-13' ? 12 : 13);
      for (const language of languages)
        expect(printed[language]).toMatch(
          new RegExp(`[(（].*${dayAndMonth(julian, language)}|[(（]${dayAndMonth(julian, language)}`),
        );
    },
  );

  it('have a Julian date where the treaty was dated by it', () => {
    expect(timeline.events.filter((event) => event.julian !== null).map(({ step }) => step)).toEqual([
      '1855',
      '1875',
      '1905',
    ]);
  });

  it('print that the sources differ on the Habomai', () => {
    const habomai = timeline.events.find(({ id }) => id === 'habomai-1945');
    expect(habomai?.printed.en).toBe('3–5 September 1945; sources differ');
    expect(habomai?.uncertainty).not.toBeNull();
  });

  it.each(timeline.events)('$id quotes no more than sixty words', ({ quotations }) => {
    for (const { lang, text } of quotations) {
      const words = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)];
      expect(words.filter((word) => word.isWordLike).length).toBeLessThanOrEqual(60);
    }
  });

  /** The languages in which an instrument was made; nothing else is quoted as its words without saying so. */
  const authentic: Readonly<Record<string, readonly string[]>> = {
    'shimoda-1855': ['ja', 'ru', 'nl', 'zh'],
    'st-petersburg-1875': ['fr'],
    'portsmouth-1905': ['en', 'fr'],
    'peking-1925': ['en'],
    'neutrality-pact-1941': ['ja', 'ru'],
    'cairo-1943': ['en'],
    'potsdam-1945': ['en'],
    'surrender-1945': ['en'],
    'scapin-677-1946': ['en'],
    'san-francisco-1951': ['en', 'fr', 'es'],
    'aide-memoire-1956': ['en'],
    'letters-1956': ['ja', 'ru'],
    'joint-declaration-1956': ['ja', 'ru'],
    'communique-1973': ['ja', 'ru'],
    'communique-1991': ['ja', 'ru'],
    'tokyo-declaration-1993': ['ja', 'ru'],
    'irkutsk-2001': ['ja', 'ru'],
    'constitution-2020': ['ru'],
  };
  it.each(timeline.events)(
    '$id quotes words of an instrument in its own language, or says whose translation they are',
    (event) => {
      for (const { lang, whose, note } of event.quotations)
        if (whose === 'instrument' && note === null) expect(authentic[event.id], lang).toContain(lang);
    },
  );

  it('are quoted in Russian where that is authentic, and with what the other side argues from', () => {
    const quoted = (id: string) => timeline.events.find((event) => event.id === id)?.quotations ?? [];
    expect(quoted('shimoda-1855').map(({ lang }) => lang)).toEqual(['ja', 'ru']);
    expect(quoted('joint-declaration-1956')[0]?.text).toMatch(/引渡すことに同意する。ただし、.*平和条約が締結された後/);
    expect(quoted('potsdam-1945')[0]?.text).toMatch(/^The terms of the Cairo Declaration shall be carried out and/);
  });

  it.each(timeline.missingReadings)('$event stands without readings: where was searched is on record', (entry) => {
    if (/^The governments speak of the landings/.test(entry.why.en)) return expect(entry.searched).toEqual([]);
    expect(entry.searched.length).toBeGreaterThan(0);
    expect(entry.on).toMatch(/^2026-/);
  });

  it.each(timeline.events.filter((event) => event.readings.length > 0))(
    '$id gives the two governments in the order of the data, from two sources',
    ({ readings }) => {
      expect(readings.map((reading) => reading.party)).toEqual([...parties]);
      expect(new Set(readings.map((reading) => reading.source)).size).toBe(2);
    },
  );

  it('tell the promise of 1956 as two groups, without a line of its own', () => {
    expect(timeline.events.find(({ id }) => id === 'joint-declaration-1956')?.groups).toEqual(['shikotan', 'habomai']);
    expect(timeline.lines.filter(({ start }) => start.startsWith('1956-10'))).toEqual([]);
  });
});

describe('the words of the timeline', () => {
  it.each(ownWords)('%s: take no side', (_where, words) => {
    for (const language of languages)
      for (const word of forbiddenWords[language] ?? []) expect(words[language]).not.toMatch(word);
  });

  it.each(ownWords)('%s: name the collective names together or not at all', (_where, words) => {
    for (const language of languages) {
      const [first, second] = collectiveNames[language] ?? [/^$/, /^$/];
      expect(first.test(words[language])).toBe(second.test(words[language]));
    }
  });

  it.each(ownWords)('%s: are written in the script of each language', (_where, words) => {
    expect(words.ja).toMatch(/[\p{Script=Han}\p{Script=Hiragana}]/u);
    expect(words.ru).toMatch(/\p{Script=Cyrillic}/u);
    expect(words.en).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}]/u);
  });

  it('say today’s state in two halves that never stand alone', () => {
    const { administration } = timeline.steps.at(-1) ?? {};
    for (const language of languages) expect(administration?.[language], language).toBe(say(language, 'status'));
  });

  it('can be told for every step in every language, with a source for all that is cited', () => {
    for (const year of years)
      for (const lang of languages) {
        const content = timelineContent(timeline, dataset.sources, { year, lang });
        expect(content?.events.length).toBe(eventsOf(timeline, year).length);
        expect(content?.lines.length).toBe(linesAt(timeline, year).length);
        for (const event of content?.events ?? []) expect(event.sources.list.length).toBeGreaterThan(0);
      }
    for (const id of citedSources(timeline)) expect(sourceCalled.has(id), id).toBe(true);
  });
});
