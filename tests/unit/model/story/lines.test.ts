import { describe, expect, it } from 'vitest';
import { checkLineSources, parseLines } from '../../../../src/model/data/parse-lines.ts';
import { openLines, partOf, roleOf } from '../../../../src/model/story/lines.ts';
import { archive, parsedTimeline, rawTimeline } from '../../timeline.ts';

const { lines } = parsedTimeline();

describe('the lines of today', () => {
  it('are those of both sides', () => {
    expect(openLines(lines, 'both').map(({ id }) => id)).toEqual(['effect', 'claim']);
  });

  it('are the ones of one side where its official maps are asked for', () => {
    expect(openLines(lines, 'ja').map(({ owner }) => owner)).toEqual(['ja']);
    expect(openLines(lines, 'ru').map(({ owner }) => owner)).toEqual(['ru']);
  });

  it('take in an old line that official maps of a side still draw, for that side alone', () => {
    const [old, ...rest] = lines;
    if (old === undefined) throw new Error('there are no lines');
    const drawn = [{ ...old, officialMaps: ['ja' as const] }, ...rest];
    expect(openLines(drawn, 'ja').map(({ id }) => id)).toEqual(['old', 'claim']);
    expect(openLines(drawn, 'both')).not.toContain(drawn[0]);
  });

  it('are held by a side, and lines of treaties by none', () => {
    expect(lines.map(roleOf)).toEqual(['treaty', 'treaty', 'ru', 'ja']);
  });
});

describe('a line that is being drawn', () => {
  const course = [
    [0, 0],
    [0, 2],
    [2, 2],
  ] as const;

  it('begins at its first position and ends at its last', () => {
    expect(partOf(course, 0)).toEqual([[0, 0]]);
    expect(partOf(course, 1)).toEqual(course);
  });

  it('reaches as far along its course as it is drawn', () => {
    expect(partOf(course, 0.25)).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(partOf(course, 0.75)).toEqual([
      [0, 0],
      [0, 2],
      [1, 2],
    ]);
  });
});

describe('the file of lines', () => {
  it('is read without the timeline', () => {
    expect(parseLines(rawTimeline().lines)).toEqual({ ok: true, lines });
    expect(checkLineSources(lines, new Set([archive.id]))).toEqual([]);
  });

  it('is refused with the field that is wrong', () => {
    const { lines: raw } = rawTimeline();
    Object.assign(raw.features[0]?.properties ?? {}, { official_maps: ['uk'] });
    const result = parseLines(raw);
    expect(result.ok ? [] : result.problems.map(({ file, feature }) => [file, feature])).toEqual([
      ['lines.geojson', 'old'],
    ]);
  });

  it('is refused before its sources are known where a line ends before it begins', () => {
    const { lines: raw } = rawTimeline();
    Object.assign(raw.features[0]?.properties ?? {}, { end_date: '1000' });
    const result = parseLines(raw);
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(['properties.end_date']);
  });

  it('is refused where a source is unknown', () => {
    expect(checkLineSources(lines, new Set()).length).toBeGreaterThan(0);
  });
});
