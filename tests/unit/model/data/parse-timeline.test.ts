import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../../src/model/data/data-problems.ts';
import { citedSources, parseTimeline } from '../../../../src/model/data/parse-timeline.ts';
import { archive, parsedTimeline, rawTimeline } from '../../timeline.ts';

type Raw = ReturnType<typeof rawTimeline>;

const problemsOf = (raw: Raw) => {
  const result = parseTimeline(raw, [archive]);
  return result.ok ? [] : result.problems.map(describeProblem);
};

const damaged = (damage: (raw: Raw) => unknown) => {
  const raw = rawTimeline();
  damage(raw);
  return problemsOf(raw);
};

describe('parsing the timeline', () => {
  it('accepts what is sound and keeps what is said', () => {
    expect(problemsOf(rawTimeline())).toEqual([]);
    const [treaty, landing] = parsedTimeline().events;
    expect(treaty).toMatchObject({ end: null, julian: '1855-01-26', instrument: { article: '2' } });
    expect(landing).toMatchObject({ end: '1945-09-05', readings: [], quotations: [], groups: ['habomai'] });
    expect(parsedTimeline().lines.map(({ id, end }) => [id, end])).toEqual([
      ['old', '1875-05-07'],
      ['far', '1945'],
      ['effect', null],
      ['claim', null],
    ]);
  });

  it('names every problem at once, each with file, feature and field', () => {
    const problems = damaged((raw) => {
      Object.assign(raw.timeline.events[0] ?? {}, { start: '1855-02-30' });
      Object.assign(raw.timeline.events[1]?.title ?? {}, { ru: '' });
      Object.assign(raw.lines.features[2]?.properties ?? {}, { precision: 'exact' });
    });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(
      /^geo\/timeline\.json, feature “first-treaty”, field “start”: must be a date that exists/,
    );
    expect(problems[1]).toMatch(/^geo\/timeline\.json, feature “landing”, field “title\.ru”: must not be empty/);
    expect(problems[2]).toMatch(
      /^geo\/lines\.geojson, feature “effect”, field “properties\.precision”: is “exact”; must be one of parallel, strait$/,
    );
  });

  it.each([
    ['1855', true],
    ['1855-02', true],
    ['1855-02-07', true],
    ['1856-02-29', true],
    ['1855-13', false],
    ['1855-02-29', false],
    ['7 February 1855', false],
    ['1855-2-7', false],
    ['', false],
  ])('takes “%s” for a date: %s', (start, sound) => {
    expect(damaged((raw) => Object.assign(raw.timeline.events[0] ?? {}, { start })).length === 0).toBe(sound);
  });

  it('refuses a reading that stands alone', () => {
    const problems = damaged((raw) => raw.timeline.events[0]?.readings?.pop());
    expect(problems.join()).toContain('feature “first-treaty”, field “readings”: must hold one reading of each party');
  });

  it('refuses two readings of one party', () => {
    const problems = damaged((raw) => Object.assign(raw.timeline.events[0]?.readings?.[1] ?? {}, { party: 'ja' }));
    expect(problems.join()).toContain('must hold one reading of each party');
  });

  it('refuses a pair in which one side is given much more room', () => {
    const problems = damaged((raw) =>
      Object.assign(raw.timeline.events[0]?.readings?.[1]?.text ?? {}, { ja: 'とても長い。'.repeat(9) }),
    );
    expect(problems).toEqual([
      'geo/timeline.json, feature “first-treaty”, field “readings.ja”: one reading is more than 1.5 times as long as the other',
    ]);
  });

  it('wants to know why readings are missing, and nothing where they are not', () => {
    expect(damaged((raw) => raw.timeline.missingReadings.pop()).join()).toContain('missingReadings does not say why');
    expect(
      damaged((raw) => Object.assign(raw.timeline.missingReadings[0] ?? {}, { event: 'first-treaty' })).join(),
    ).toContain('missingReadings says that it is left out');
    expect(
      damaged((raw) =>
        raw.timeline.missingReadings.push({ event: 'no-such-event', why: { en: 'a', ja: 'b', ru: 'c' } }),
      ).join(),
    ).toContain('feature “no-such-event”, field “missingReadings”: names no known event');
  });

  it.each([
    ['sources', (raw: Raw) => raw.timeline.events[0]?.sources.push('hearsay')],
    ['readings', (raw: Raw) => Object.assign(raw.timeline.events[0]?.readings?.[0] ?? {}, { source: 'hearsay' })],
    [
      'quotations.source',
      (raw: Raw) => Object.assign(raw.timeline.events[0]?.quotations?.[0] ?? {}, { source: 'hearsay' }),
    ],
    ['languages.sources', (raw: Raw) => raw.timeline.events[0]?.languages?.sources.push('hearsay')],
    ['properties.sources', (raw: Raw) => raw.lines.features[0]?.properties.sources.push('hearsay')],
  ])('refuses a source under %s that nobody has listed', (field, damage) => {
    expect(damaged(damage).join()).toContain(`field “${field}”: “hearsay” is not in sources.json`);
  });

  it('refuses a line that nobody owns', () => {
    expect(
      damaged((raw) => Object.assign(raw.lines.features[0]?.properties ?? {}, { owner: 'nobody' })).join(),
    ).toContain(
      'feature “old”, field “properties.owner”: “nobody” is neither a party (ja, ru) nor an event of timeline.json',
    );
  });

  it('refuses a line that ends before it starts', () => {
    expect(
      damaged((raw) => Object.assign(raw.lines.features[0]?.properties ?? {}, { end_date: '1850' })).join(),
    ).toContain('field “properties.end_date”: must lie after start_date');
  });

  it('refuses ids that are used twice', () => {
    expect(damaged((raw) => Object.assign(raw.lines.features[1]?.properties ?? {}, { id: 'old' })).join()).toContain(
      'is used by another line',
    );
    expect(damaged((raw) => Object.assign(raw.timeline.events[1] ?? {}, { id: 'first-treaty' })).join()).toContain(
      'is used by another event',
    );
  });

  it('refuses events out of order, an end before its start, and steps out of order', () => {
    expect(damaged((raw) => raw.timeline.events.reverse()).join()).toContain('events go from the oldest to the newest');
    expect(damaged((raw) => Object.assign(raw.timeline.events[1] ?? {}, { end: '1945-09-01' })).join()).toContain(
      'field “end”: lies before the start',
    );
    expect(damaged((raw) => raw.timeline.steps.reverse()).join()).toContain(
      'must be 1855, 1875, 1905, 1945, now, in this order, and are now, 1945, 1905, 1875, 1855',
    );
  });

  it.each([
    ['nothing at all', null],
    ['no events', { steps: [], events: [], missingReadings: [] }],
  ])('says so when timeline.json holds %s', (_what, timeline) => {
    const result = parseTimeline({ ...rawTimeline(), timeline }, [archive]);
    expect(result.ok ? '' : result.problems.map(describeProblem).join()).toContain('geo/timeline.json');
  });

  it('lists what is cited', () => {
    expect([...citedSources(parsedTimeline())]).toEqual(['archive']);
  });
});
