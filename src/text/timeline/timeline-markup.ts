/** A step of the timeline as markup: the same in the panel beside the map and in the document that lists all steps. */
import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import { type Convention, conventions, type Language, type Source } from '../../model/types.ts';
import type { Year } from '../../model/view-state.ts';
import { command } from '../commands.ts';
import { lineSample } from '../line-sample.ts';
import { reportLink } from '../report/report-link.ts';
import type {
  EventContent,
  LineContent,
  QuotationContent,
  ReadingContent,
  TimelineContent,
} from './timeline-content.ts';
import { sayOfTimeline } from './timeline-strings.ts';

export interface StepOptions {
  readonly language: Language;
  /** Beside the map: with the buttons that act on it. */
  readonly interactive: boolean;
}

/** What a step says under its title: the lines, who administered what, and the events in their order. */
export function stepMarkup(content: TimelineContent, options: StepOptions): readonly Markup[] {
  const { line, administration } = content;
  return [
    element('dl', { class: 'step-facts' }, [
      element('dt', {}, [line.heading]),
      element('dd', {}, [line.text]),
      element('dt', {}, [administration.heading]),
      element('dd', {}, [administration.text]),
    ]),
    element(
      'ol',
      { class: 'events' },
      content.events.map((event) => eventMarkup(event, options)),
    ),
    element('details', { class: 'step-lines' }, [
      element('summary', {}, [sayOfTimeline(options.language, 'linesOnMap')]),
      element('ul', {}, content.lines.map(lineMarkup)),
      element('p', {}, [content.caveat]),
    ]),
  ];
}

function lineMarkup({ name, role, manner, basis, sources }: LineContent): Markup {
  return element('li', {}, [
    lineSample(role),
    element('strong', {}, [name]),
    element('span', { class: 'manner' }, [manner]),
    ` ${basis} `,
    sourcesMarkup(sources),
  ]);
}

function eventMarkup(event: EventContent, { language, interactive }: StepOptions): Markup {
  const { instrument, languages, missing, readings, quotations, groups, sources } = event;
  // A stretch of days is no value that `datetime` knows.
  const machine = event.dateIso.includes('/') ? null : event.dateIso;
  const date = element('time', { datetime: machine }, [event.date]);
  const told = [
    element('p', {}, [event.sentence]),
    event.uncertainty === null ? null : element('p', { class: 'aside' }, [event.uncertainty]),
    instrument === null
      ? null
      : element('p', { class: 'aside' }, [
          `${sayOfTimeline(language, 'instrument')}: ${[instrument.name, instrument.article].filter((part) => part !== null).join(', ')}`,
        ]),
    ...quotations.map((quotation) => quotationMarkup(quotation, language)),
    languages === null ? null : headed('aside', languages.heading, languages.text),
    interactive && groups.length > 0
      ? element(
          'button',
          {
            type: 'button',
            class: 'outline',
            ...command('outline', { groups: groups.join(' ') }),
            'aria-pressed': 'false',
          },
          [sayOfTimeline(language, 'outline')],
        )
      : null,
    readings === null
      ? null
      : element('div', { class: 'readings' }, [
          element('h4', {}, [readings.heading]),
          element('div', { class: 'pair' }, readings.pair.map(readingMarkup)),
        ]),
    missing === null ? null : headed('aside', missing.heading, missing.text),
    element('p', { class: 'cited' }, [`${sources.heading}: `, sourcesMarkup(sources.list)]),
  ];
  const heading = element('h3', {}, [event.title]);
  return element(
    'li',
    { 'data-event': event.id },
    event.isMain
      ? [element('p', { class: 'date' }, [date]), heading, ...told]
      : [
          element('details', { class: 'lesser' }, [
            element('summary', {}, [element('span', { class: 'date' }, [date]), ' ', heading]),
            ...told,
          ]),
        ],
  );
}

function headed(name: string, heading: string, text: string): Markup {
  return element('p', { class: name }, [element('strong', {}, [heading]), ` ${text}`]);
}

function quotationMarkup({ heading, text, lang, note, sources, report }: QuotationContent, language: Language): Markup {
  const told = [heading, note].filter((part) => part !== null).join(' · ');
  return element('figure', { class: 'original' }, [
    element('blockquote', { lang, ...untranslated }, [element('p', {}, [text])]),
    element('figcaption', {}, [
      `${told}: `,
      sourcesMarkup(sources),
      ...(report === null ? [] : [' · ', reportLink(report, sayOfTimeline(language, 'report'))]),
    ]),
  ]);
}

function readingMarkup({ heading, text, party, sources }: ReadingContent): Markup {
  return element('section', { class: 'reading', 'data-party': party }, [
    element('h5', {}, [heading]),
    element('p', {}, [text]),
    element('p', { class: 'cited' }, [sourcesMarkup(sources)]),
  ]);
}

function sourcesMarkup(sources: readonly Source[]): Markup {
  return element(
    'span',
    {},
    sources.flatMap(({ publisher, detail, url }, index) => [
      index === 0 ? null : '; ',
      element('a', { href: url, rel: 'external' }, [publisher]),
      detail === null ? null : ` (${detail})`,
    ]),
  );
}

/** The choice whose lines are shown today. */
export function whoseLines(language: Language, chosen: Convention): Markup {
  return element('fieldset', { class: 'whose' }, [
    element('legend', {}, [sayOfTimeline(language, 'whose')]),
    ...conventions.map((convention) =>
      element('label', {}, [
        element('input', { type: 'radio', name: 'lines', value: convention, checked: convention === chosen }),
        sayOfTimeline(language, `whose.${convention}`),
      ]),
    ),
  ]);
}

/** The step beside the map. */
export function historyPanel(
  content: TimelineContent,
  { language, year, lines }: { readonly language: Language; readonly year: Year; readonly lines: Convention },
): readonly Markup[] {
  const close = sayOfTimeline(language, 'close');
  return [
    element(
      'button',
      { type: 'button', class: 'close', ...command('history-close'), 'aria-label': close, title: close },
      ['×'],
    ),
    element('h2', { id: 'history-title', tabindex: -1 }, [content.title]),
    ...(year === 'now' ? [whoseLines(language, lines)] : []),
    ...stepMarkup(content, { language, interactive: true }),
  ];
}
