import { describe, expect, it } from 'vitest';
import { homeBounds } from '../../../../src/model/camera.ts';
import { eventsOf, extentOf, linesAt } from '../../../../src/model/story/timeline.ts';
import { parsedTimeline, rawTimeline } from '../../timeline.ts';

const timeline = parsedTimeline();
const home = [homeBounds.west, homeBounds.south, homeBounds.east, homeBounds.north];

describe('a step of the timeline', () => {
  it('has its own events and no others', () => {
    expect(eventsOf(timeline, '1855').map(({ id }) => id)).toEqual(['first-treaty']);
    expect(eventsOf(timeline, '1945').map(({ id }) => id)).toEqual(['landing']);
    expect(eventsOf(timeline, '1905')).toEqual([]);
  });

  it.each([
    ['1855', ['old']],
    ['1875', ['far']],
    ['1905', ['far']],
    ['1945', ['effect']],
    ['now', ['effect', 'claim']],
  ] as const)('%s shows the lines that hold then', (step, ids) => {
    expect(linesAt(timeline, step).map(({ id }) => id)).toEqual(ids);
  });

  it('shows a line no more on the day it ends, and already on the day it starts', () => {
    const raw = rawTimeline();
    Object.assign(raw.lines.features[0]?.properties ?? {}, { end_date: '1875-05-08' });
    expect(linesAt(parsedTimeline(raw), '1875').map(({ id }) => id)).toEqual(['old', 'far']);
  });

  it('takes a year without a day for its first', () => {
    const raw = rawTimeline();
    Object.assign(raw.lines.features[1]?.properties ?? {}, { end_date: '1946' });
    expect(linesAt(parsedTimeline(raw), '1945').map(({ id }) => id)).toEqual(['far', 'effect']);
  });

  it('needs no more room than the four groups while its lines lie among them', () => {
    for (const step of ['1855', '1945', 'now'] as const) expect(extentOf(timeline, step)).toEqual(home);
  });

  it('needs more room where its lines lie beyond, with some sea round them, and in the south for the names of what has become small', () => {
    const [west, south, east, north] = extentOf(timeline, '1875');
    expect([west, east, north]).toEqual([141.6, 156.4, 51.4]);
    expect(south).toBeCloseTo(homeBounds.south - (51.4 - homeBounds.north) / 4);
  });
});
