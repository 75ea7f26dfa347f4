import { type LineRole, roleOf } from '../../model/story/lines.ts';
import {
  eventsOf,
  type Line,
  linesAt,
  type Quotation,
  type Reading,
  type Timeline,
  type TimelineEvent,
} from '../../model/story/timeline.ts';
import type { GroupId, Language, Party, Source } from '../../model/types.ts';
import type { Year } from '../../model/view-state.ts';
import { reportAddress } from '../report/report-link.ts';
import { sayOfTimeline } from './timeline-strings.ts';

export interface HeadedText {
  readonly heading: string;
  readonly text: string;
}

export interface ReadingContent extends HeadedText {
  readonly party: Party;
  readonly sources: readonly Source[];
}

export interface QuotationContent {
  /** Whose text it is, in words. */
  readonly heading: string;
  readonly note: string | null;
  readonly text: string;
  readonly lang: string;
  readonly sources: readonly Source[];
  /** Where a reader reports an error in it; `null` where the build names no address. */
  readonly report: string | null;
}

export interface EventContent {
  readonly id: string;
  readonly date: string;
  /** One date, or two with a solidus between them, as in ISO 8601. */
  readonly dateIso: string;
  readonly uncertainty: string | null;
  readonly title: string;
  /** Of the first rank; the others are folded. */
  readonly isMain: boolean;
  readonly sentence: string;
  readonly instrument: { readonly name: string; readonly article: string | null } | null;
  readonly quotations: readonly QuotationContent[];
  readonly languages: HeadedText | null;
  readonly readings: { readonly heading: string; readonly pair: readonly ReadingContent[] } | null;
  /** Why the event stands without readings; `null` where it has them. */
  readonly missing: HeadedText | null;
  /** Groups to outline while the event is shown. */
  readonly groups: readonly GroupId[];
  readonly sources: { readonly heading: string; readonly list: readonly Source[] };
}

export interface LineContent {
  readonly id: string;
  readonly name: string;
  readonly role: LineRole;
  /** What its dash means. */
  readonly manner: string;
  readonly basis: string;
  readonly sources: readonly Source[];
}

/** All that a step of the timeline says, as plain data. */
export interface TimelineContent {
  readonly step: Year;
  readonly title: string;
  readonly line: HeadedText;
  readonly administration: HeadedText;
  readonly caveat: string;
  readonly lines: readonly LineContent[];
  readonly events: readonly EventContent[];
}

/** The words of one step in a language; `null` for a step that the timeline lacks. */
export function timelineContent(
  timeline: Timeline,
  allSources: readonly Source[],
  {
    year,
    lang,
    report = null,
  }: {
    readonly year: Year;
    readonly lang: Language;
    /** The form of the address that takes reports of errors, where the build names one. */
    readonly report?: string | null;
  },
): TimelineContent | null {
  const step = timeline.steps.find((candidate) => candidate.id === year);
  if (step === undefined) return null;
  const cite = (ids: readonly string[]) => ids.flatMap((id) => allSources.find((source) => source.id === id) ?? []);

  const quotationContent = (event: string, quotation: Quotation, index: number): QuotationContent => ({
    heading: sayOfTimeline(lang, `quoted.${quotation.whose}`),
    text: quotation.text,
    lang: quotation.lang,
    note: quotation.note?.[lang] ?? null,
    sources: cite([quotation.source]),
    report: reportAddress(report, '', `event/${event}/${index + 1}`),
  });
  const readingContent = (reading: Reading): ReadingContent => ({
    heading: sayOfTimeline(lang, `reading.${reading.party}`),
    text: reading.text[lang],
    party: reading.party,
    sources: cite([reading.source]),
  });
  const eventContent = (event: TimelineEvent): EventContent => {
    const { instrument } = event;
    const why = timeline.missingReadings.find((entry) => entry.event === event.id)?.why[lang];
    return {
      id: event.id,
      date: event.printed[lang],
      dateIso: event.end === null ? event.start : `${event.start}/${event.end}`,
      uncertainty: event.uncertainty?.[lang] ?? null,
      title: event.title[lang],
      sentence: event.sentence[lang],
      instrument:
        instrument === null
          ? null
          : {
              name: instrument.name[lang],
              article:
                instrument.article === null ? null : sayOfTimeline(lang, 'article', { number: instrument.article }),
            },
      isMain: event.rank === 1,
      quotations: event.quotations.map((quotation, index) => quotationContent(event.id, quotation, index)),
      languages:
        event.languages === null
          ? null
          : { heading: sayOfTimeline(lang, 'languages'), text: event.languages.note[lang] },
      readings:
        event.readings.length === 0
          ? null
          : { heading: sayOfTimeline(lang, 'readings'), pair: event.readings.map(readingContent) },
      missing: why === undefined ? null : { heading: sayOfTimeline(lang, 'missing'), text: why },
      groups: event.groups,
      sources: { heading: sayOfTimeline(lang, 'sources'), list: cite(event.sources) },
    };
  };
  const lineContent = (line: Line): LineContent => ({
    id: line.id,
    name: line.name[lang],
    role: roleOf(line),
    manner: sayOfTimeline(lang, roleOf(line) === 'treaty' ? 'solid' : 'dashed'),
    basis: line.basis[lang],
    sources: cite(line.sources),
  });

  return {
    step: year,
    title: step.title[lang],
    line: { heading: sayOfTimeline(lang, 'line'), text: step.line[lang] },
    administration: { heading: sayOfTimeline(lang, 'administration'), text: step.administration[lang] },
    caveat: sayOfTimeline(lang, 'caveat'),
    lines: linesAt(timeline, year).map(lineContent),
    events: eventsOf(timeline, year).map(eventContent),
  };
}
