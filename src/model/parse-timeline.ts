import * as v from 'valibot';
import type { Line } from './lines.ts';
import { type Problem, placeId, problemsOf, text } from './parse-dataset.ts';
import { checkLineSources, checkLines, date, decodeLines, linesFile, sourceIds } from './parse-lines.ts';
import type { Timeline } from './timeline.ts';
import { groupIds, languages, parties, type Source } from './types.ts';
import { years } from './view-state.ts';

export type TimelineResult =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The files of `geo/` that the timeline is made of, decoded from JSON and not yet believed. */
export interface RawTimeline {
  readonly timeline: unknown;
  readonly lines: unknown;
}

const files = { timeline: 'timeline.json', lines: linesFile } as const;

const localised = v.object({ en: text, ja: text, ru: text });

const step = v.object({
  id: v.picklist(years),
  at: v.nullable(date),
  title: localised,
  line: localised,
  administration: localised,
});

const reading = v.object({ party: v.picklist(parties), text: localised, source: text });

const event = v.object({
  id: placeId,
  step: v.picklist(years),
  start: date,
  end: v.optional(date),
  julian: v.optional(date),
  printed: localised,
  uncertainty: v.optional(localised),
  title: localised,
  sentence: localised,
  instrument: v.optional(v.object({ name: localised, date, article: v.optional(text) })),
  quotation: v.optional(v.object({ text, lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)), source: text })),
  languages: v.optional(
    v.object({ codes: v.pipe(v.array(text), v.minLength(2)), note: localised, sources: sourceIds }),
  ),
  readings: v.optional(
    v.pipe(
      v.array(reading),
      v.check(
        (pair) => pair.length === parties.length && parties.every((party) => pair.some((one) => one.party === party)),
        'must hold one reading of each party, or be left out',
      ),
    ),
  ),
  groups: v.optional(v.array(v.picklist(groupIds)), []),
  sources: sourceIds,
});

const timelineSchema = v.object({
  steps: v.array(step),
  events: v.pipe(v.array(event), v.minLength(1, 'has no events')),
  missingReadings: v.array(v.object({ event: placeId, why: localised })),
});

/**
 * Turns the decoded `timeline.json` and `lines.geojson` into a `Timeline`, or names every problem in them at once.
 * `sources` are those of the parsed dataset: everything the timeline cites must be among them.
 */
export function parseTimeline(raw: RawTimeline, sources: readonly Source[]): TimelineResult {
  const drawn = decodeLines(raw.lines);
  const told = parseEvents(raw.timeline, drawn.ok ? drawn.lines : [], sources);
  if (drawn.ok) return told;
  return { ok: false, problems: [...(told.ok ? [] : told.problems), ...drawn.problems] };
}

/** The same with lines that are parsed already. */
export function parseEvents(raw: unknown, lines: readonly Line[], sources: readonly Source[]): TimelineResult {
  const told = v.safeParse(timelineSchema, raw);
  if (!told.success) return { ok: false, problems: problemsOf(files.timeline, raw, told.issues) };

  const timeline: Timeline = {
    steps: told.output.steps,
    events: told.output.events.map(
      ({ end, julian, uncertainty, instrument, quotation, languages: difference, readings, ...rest }) => ({
        ...rest,
        end: end ?? null,
        julian: julian ?? null,
        uncertainty: uncertainty ?? null,
        instrument: instrument === undefined ? null : { ...instrument, article: instrument.article ?? null },
        quotation: quotation ?? null,
        languages: difference ?? null,
        readings: readings ?? [],
      }),
    ),
    missingReadings: told.output.missingReadings,
    lines,
  };
  const problems = crossCheck(timeline, new Set(sources.map((source) => source.id)));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, timeline };
}

/** By how much one reading of a pair may be longer than the other. */
const longestReading = 1.5;

/** What no single field can show: the steps in their order, unique ids, known sources, pairs that are pairs. */
function crossCheck(timeline: Timeline, known: ReadonlySet<string>): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (file: string, feature: string | null, field: string | null, message: string) =>
    problems.push({ file, feature, field, message });

  const order = timeline.steps.map(({ id }) => id).join(', ');
  if (order !== years.join(', '))
    report(files.timeline, null, 'steps', `must be ${years.join(', ')}, in this order, and are ${order}`);

  const missing = new Set(timeline.missingReadings.map((entry) => entry.event));
  const ids = new Set<string>();
  let previous = '';
  for (const event of timeline.events) {
    const fault = (field: string, message: string) => report(files.timeline, event.id, field, message);
    if (ids.has(event.id)) fault('id', 'is used by another event');
    ids.add(event.id);
    if (event.start < previous) fault('start', `stands after ${previous}: events go from the oldest to the newest`);
    previous = event.start;
    if (event.end !== null && event.end < event.start) fault('end', 'lies before the start');
    if (event.readings.length === 0 && !missing.has(event.id))
      fault('readings', 'is empty, and missingReadings does not say why');
    if (event.readings.length > 0 && missing.has(event.id))
      fault('readings', 'stands here, and missingReadings says that it is left out');
    for (const language of languages) {
      const lengths = event.readings.map((reading) => reading.text[language].length);
      if (Math.max(...lengths) > longestReading * Math.min(...lengths))
        fault(`readings.${language}`, `one reading is more than ${longestReading} times as long as the other`);
    }
    for (const [field, source] of citationsOf(event))
      if (!known.has(source)) fault(field, `“${source}” is not in sources.json`);
  }
  for (const { event } of timeline.missingReadings)
    if (!ids.has(event)) report(files.timeline, event, 'missingReadings', 'names no known event');

  for (const { id, owner } of timeline.lines)
    if (!parties.some((party) => party === owner) && !ids.has(owner))
      report(
        files.lines,
        id,
        'properties.owner',
        `“${owner}” is neither a party (${parties.join(', ')}) nor an event of timeline.json`,
      );
  return [...problems, ...checkLines(timeline.lines), ...checkLineSources(timeline.lines, known)];
}

/** Every source an event cites, with the field that cites it. */
function citationsOf(event: Timeline['events'][number]): readonly (readonly [field: string, source: string])[] {
  return [
    ...event.sources.map((source) => ['sources', source] as const),
    ...event.readings.map(({ source }) => ['readings', source] as const),
    ...(event.quotation === null ? [] : [['quotation.source', event.quotation.source] as const]),
    ...(event.languages?.sources ?? []).map((source) => ['languages.sources', source] as const),
  ];
}

/** The ids of everything that a timeline cites. */
export function citedSources(timeline: Timeline): ReadonlySet<string> {
  return new Set([
    ...timeline.events.flatMap((event) => citationsOf(event).map(([, source]) => source)),
    ...timeline.lines.flatMap((line) => line.sources),
  ]);
}
