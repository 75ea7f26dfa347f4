import * as v from 'valibot';
import { type Line, linePrecisions } from '../story/lines.ts';
import { parties } from '../types.ts';
import { absentOr, exactObject, type Problem, problemsOf } from './data-problems.ts';
import { collection, placeId, position, text } from './fields.ts';

export type LinesResult =
  | { readonly ok: true; readonly lines: readonly Line[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const linesFile = 'lines.geojson';

export const sourceIds = v.pipe(v.array(text), v.minLength(1, 'needs at least one source'));
export const date = v.pipe(
  v.string(),
  v.check(isPartialDate, 'must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD'),
);

const lineFeature = v.object({
  type: v.literal('Feature'),
  properties: exactObject({
    id: placeId,
    start_date: date,
    end_date: absentOr(date),
    owner: placeId,
    'name:en': text,
    'name:ja': text,
    'name:ru': text,
    'basis:en': text,
    'basis:ja': text,
    'basis:ru': text,
    precision: v.picklist(linePrecisions),
    official_maps: v.nullish(v.array(v.picklist(parties)), []),
    sources: sourceIds,
  }),
  geometry: v.object({
    type: v.literal('LineString'),
    coordinates: v.pipe(v.array(position), v.minLength(2, 'a line needs at least two positions')),
  }),
});

/**
 * Turns the decoded `lines.geojson` into lines, or names every problem in it at once. Whether what a line rests on is
 * known, `checkLineSources` tells when the sources are there; whether its owner is, `parseTimeline`.
 */
export function parseLines(raw: unknown): LinesResult {
  const result = decodeLines(raw);
  if (!result.ok) return result;
  const problems = checkLines(result.lines);
  return problems.length > 0 ? { ok: false, problems } : result;
}

export function decodeLines(raw: unknown): LinesResult {
  const drawn = v.safeParse(collection(lineFeature), raw);
  if (!drawn.success) return { ok: false, problems: problemsOf(linesFile, raw, drawn.issues) };
  return {
    ok: true,
    lines: drawn.output.features.map(({ properties, geometry }) => ({
      id: properties.id,
      start: properties.start_date,
      end: properties.end_date,
      owner: properties.owner,
      name: { en: properties['name:en'], ja: properties['name:ja'], ru: properties['name:ru'] },
      basis: { en: properties['basis:en'], ja: properties['basis:ja'], ru: properties['basis:ru'] },
      precision: properties.precision,
      officialMaps: properties.official_maps,
      sources: properties.sources,
      coordinates: geometry.coordinates,
    })),
  };
}

const faultOf = (line: Line, index: number, field: string, message: string): Problem => ({
  file: linesFile,
  feature: line.id,
  field: `properties.${field}`,
  path: ['features', index, 'properties', field],
  message,
});

/** What no single field can show: unique ids, an end after the start. */
export function checkLines(lines: readonly Line[]): readonly Problem[] {
  const ids = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    if (ids.has(line.id)) problems.push(faultOf(line, index, 'id', 'is used by another line'));
    ids.add(line.id);
    if (line.end !== null && line.end <= line.start)
      problems.push(faultOf(line, index, 'end_date', 'must lie after start_date'));
  }
  return problems;
}

/** The same: that all sources of lines are among the `known` ones, given by their ids. */
export function checkLineSources(lines: readonly Line[], known: ReadonlySet<string>): readonly Problem[] {
  return lines.flatMap((line, index) =>
    line.sources
      .filter((source) => !known.has(source))
      .map((source) => faultOf(line, index, 'sources', `“${source}” is not in sources.json`)),
  );
}

function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (match === null) return false;
  const [year, month, day] = [match[1], match[2] ?? '01', match[3] ?? '01'];
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(`${year}-${month}-${day}`);
}
