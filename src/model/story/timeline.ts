/** How the lines moved, from 1855 to now: what is true of it, and what a view asks of it. */
import { homeBounds } from '../camera.ts';
import type { Bounds } from '../measures.ts';
import type { GroupId, Localised, Party } from '../types.ts';
import type { Year } from '../view-state.ts';
import type { Line, PartialDate } from './lines.ts';

export type { Line } from './lines.ts';

export interface Step {
  readonly id: Year;
  /** The day whose lines the step shows; `null` for today. */
  readonly at: PartialDate | null;
  readonly title: Localised;
  readonly line: Localised;
  readonly administration: Localised;
}

/** What one party's government says of an event, in our paraphrase; `source` is where it says so. */
export interface Reading {
  readonly party: Party;
  readonly text: Localised;
  readonly source: string;
}

export interface Instrument {
  readonly name: Localised;
  readonly date: PartialDate;
  /** The article or paragraph that is meant, as the text numbers it. */
  readonly article: string | null;
}

/** Whose text a quotation is: the instrument’s own, a ministry’s outline of it, or a newspaper’s report. */
export const quotedFrom = ['instrument', 'outline', 'newspaper'] as const;
export type QuotedFrom = (typeof quotedFrom)[number];

/** Words exactly as they stand at the source, in the language in which they stand there. */
export interface Quotation {
  readonly text: string;
  readonly lang: string;
  readonly whose: QuotedFrom;
  /** What has to be known of the words, such as whose translation they are. */
  readonly note: Localised | null;
  readonly source: string;
}

/** How the texts of an instrument differ from language to language. */
export interface TextDifference {
  readonly note: Localised;
  readonly sources: readonly string[];
}

export interface TimelineEvent {
  readonly id: string;
  readonly step: Year;
  /** 1 for the main events; the others are folded. */
  readonly rank: 1 | 2;
  readonly start: PartialDate;
  readonly end: PartialDate | null;
  /** The Julian date, where the instrument was dated by that calendar too. */
  readonly julian: PartialDate | null;
  /** The date as it is printed, with the Julian date or a word on uncertainty where there is one. */
  readonly printed: Localised;
  readonly uncertainty: Localised | null;
  readonly title: Localised;
  readonly sentence: Localised;
  readonly instrument: Instrument | null;
  readonly quotations: readonly Quotation[];
  readonly languages: TextDifference | null;
  /** Both parties' readings in the order of the file, or none. */
  readonly readings: readonly Reading[];
  /** Groups that the event singles out; empty where it concerns all four alike. */
  readonly groups: readonly GroupId[];
  readonly sources: readonly string[];
}

/** Why an event stands without readings. */
export interface MissingReadings {
  readonly event: string;
  readonly why: Localised;
  /** What was looked for, and when; empty where nothing had to be. */
  readonly searched: readonly string[];
  readonly on: PartialDate | null;
}

export interface Timeline {
  readonly steps: readonly Step[];
  readonly events: readonly TimelineEvent[];
  readonly missingReadings: readonly MissingReadings[];
  readonly lines: readonly Line[];
}

/** The events of a step, oldest first. */
export function eventsOf(timeline: Timeline, step: Year): readonly TimelineEvent[] {
  return timeline.events.filter((event) => event.step === step);
}

/**
 * The lines that hold on the day a step shows; today, those that are still open. A line no longer holds on the day it
 * ends.
 */
export function linesAt(timeline: Timeline, step: Year): readonly Line[] {
  const at = timeline.steps.find((candidate) => candidate.id === step)?.at ?? null;
  // Partial dates sort as text: “1945” stands before every day of that year.
  return timeline.lines.filter(({ start, end }) =>
    at === null ? end === null : start <= at && (end === null || at < end),
  );
}

/** Degrees of sea left round a line that lies outside the home bounds. */
const extentMargin = 0.4;
/**
 * Share of what a view is widened northward by that is left free in the south: small as the groups are there, their
 * names need sea beside them.
 */
const roomForNames = 0.25;

/** The bounds that a fitted view needs: the four groups, widened to the lines of the step that lie beyond them. */
export function extentOf(timeline: Timeline, step: Year): Bounds {
  const { west, south, east, north } = homeBounds;
  const [left, lower, right, upper] = linesAt(timeline, step)
    .flatMap((line) => line.coordinates)
    .reduce<Bounds>(
      (bounds, [lng, lat]) => [
        lng < west ? Math.min(bounds[0], lng - extentMargin) : bounds[0],
        lat < south ? Math.min(bounds[1], lat - extentMargin) : bounds[1],
        lng > east ? Math.max(bounds[2], lng + extentMargin) : bounds[2],
        lat > north ? Math.max(bounds[3], lat + extentMargin) : bounds[3],
      ],
      [west, south, east, north],
    );
  return [left, lower - roomForNames * (upper - north), right, upper];
}
