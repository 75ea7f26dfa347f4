import * as v from 'valibot';
import type { Line } from '../story/lines.ts';
import { quotedFrom, type Timeline } from '../story/timeline.ts';
import { groupIds, languages, parties, type Source } from '../types.ts';
import { years } from '../view-state.ts';
import { absentOr, exactObject, type Problem, problemsOf } from './data-problems.ts';
import { placeId, text } from './fields.ts';
import { checkLineSources, checkLines, date, decodeLines, linesFile, sourceIds } from './parse-lines.ts';

export type TimelineResult =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The files of `geo/` that the timeline is made of, decoded from JSON and not yet believed. */
export interface RawTimeline {
  readonly timeline: unknown;
  readonly lines: unknown;
}

const files = { timeline: 'timeline.json', lines: linesFile } as const;

const localised = exactObject({ en: text, ja: text, ru: text });

const step = exactObject({
  id: v.picklist(years),
  at: v.nullable(date),
  title: localised,
  line: localised,
  administration: localised,
});

const reading = exactObject({ party: v.picklist(parties), text: localised, source: text });

const quotation = exactObject({
  text,
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  whose: v.picklist(quotedFrom),
  note: absentOr(localised),
  source: text,
});

const event = exactObject({
  id: placeId,
  step: v.picklist(years),
  rank: v.picklist([1, 2]),
  start: date,
  end: absentOr(date),
  julian: absentOr(date),
  printed: localised,
  uncertainty: absentOr(localised),
  title: localised,
  sentence: localised,
  instrument: absentOr(exactObject({ name: localised, date, article: absentOr(text) })),
  quotations: v.nullish(v.array(quotation), []),
  languages: absentOr(
    exactObject({ codes: v.pipe(v.array(text), v.minLength(2)), note: localised, sources: sourceIds }),
  ),
  readings: absentOr(
    v.pipe(
      v.array(reading),
      v.check(
        (pair) => pair.length === parties.length && parties.every((party) => pair.some((one) => one.party === party)),
        'must hold one reading of each party, or be left out',
      ),
    ),
  ),
  groups: v.nullish(v.array(v.picklist(groupIds)), []),
  sources: sourceIds,
});

const timelineSchema = exactObject({
  steps: v.array(step),
  events: v.pipe(v.array(event), v.minLength(1, 'has no events')),
  missingReadings: v.array(
    exactObject({ event: placeId, why: localised, searched: v.nullish(v.array(text), []), on: absentOr(date) }),
  ),
});

/** What the timeline may cite; `null` where that is not known, and nothing is said of it. */
type KnownSources = readonly Pick<Source, 'id'>[] | null;

/**
 * Turns the decoded `timeline.json` and `lines.geojson` into a `Timeline`, or names every problem in them at once.
 * `sources` are those of the parsed dataset: everything the timeline cites must be among them.
 */
export function parseTimeline(raw: RawTimeline, sources: KnownSources): TimelineResult {
  const drawn = decodeLines(raw.lines);
  const told = parseEvents(raw.timeline, drawn.ok ? drawn.lines : [], sources);
  if (drawn.ok) return told;
  return { ok: false, problems: [...(told.ok ? [] : told.problems), ...drawn.problems] };
}

/** The same with lines that are parsed already. */
export function parseEvents(raw: unknown, lines: readonly Line[], sources: KnownSources): TimelineResult {
  const told = v.safeParse(timelineSchema, raw);
  if (!told.success) return { ok: false, problems: problemsOf(files.timeline, raw, told.issues) };

  const timeline: Timeline = {
    steps: told.output.steps,
    events: told.output.events.map(({ readings, ...rest }) => ({ ...rest, readings: readings ?? [] })),
    missingReadings: told.output.missingReadings,
    lines,
  };
  const problems = crossCheck(timeline, sources === null ? null : new Set(sources.map(({ id }) => id)));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, timeline };
}

/** By how much one reading of a pair may be longer than the other. */
const longestReading = 1.5;

/** What no single field can show: the steps in their order, unique ids, known sources, pairs that are pairs. */
function crossCheck(timeline: Timeline, known: ReadonlySet<string> | null): readonly Problem[] {
  const problems: Problem[] = [];

  const order = timeline.steps.map(({ id }) => id).join(', ');
  if (order !== years.join(', '))
    problems.push({
      file: files.timeline,
      feature: null,
      field: 'steps',
      path: ['steps'],
      message: `must be ${years.join(', ')}, in this order, and are ${order}`,
    });

  const missing = new Set(timeline.missingReadings.map((entry) => entry.event));
  const ids = new Set<string>();
  let previous = '';
  for (const [index, event] of timeline.events.entries()) {
    const fault = (field: string, message: string) =>
      problems.push({
        file: files.timeline,
        feature: event.id,
        field,
        path: ['events', index, ...field.split('.').slice(0, 1)],
        message,
      });
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
      if (known?.has(source) === false) fault(field, `“${source}” is not in sources.json`);
  }
  for (const [index, { event }] of timeline.missingReadings.entries())
    if (!ids.has(event))
      problems.push({
        file: files.timeline,
        feature: event,
        field: 'missingReadings',
        path: ['missingReadings', index, 'event'],
        message: 'names no known event',
      });

  for (const [index, { id, owner }] of timeline.lines.entries())
    if (!parties.some((party) => party === owner) && !ids.has(owner))
      problems.push({
        file: files.lines,
        feature: id,
        field: 'properties.owner',
        path: ['features', index, 'properties', 'owner'],
        message: `“${owner}” is neither a party (${parties.join(', ')}) nor an event of timeline.json`,
      });
  return [
    ...problems,
    ...checkLines(timeline.lines),
    ...(known === null ? [] : checkLineSources(timeline.lines, known)),
  ];
}

/** Every source an event cites, with the field that cites it. */
function citationsOf(event: Timeline['events'][number]): readonly (readonly [field: string, source: string])[] {
  return [
    ...event.sources.map((source) => ['sources', source] as const),
    ...event.readings.map(({ source }) => ['readings', source] as const),
    ...event.quotations.map(({ source }) => ['quotations.source', source] as const),
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
