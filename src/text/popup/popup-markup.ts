/** What is told of a place, as markup, from the plain description of it: in the popup, and on the page of the place. */
import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import { type Label, type NameRun, nameSeparator, oneSidedMark } from '../../model/names/names.ts';
import type { Language, Source } from '../../model/types.ts';
import { chooses, command } from '../commands.ts';
import { quotation } from '../passages/passage-markup.ts';
import { labelMarkup } from '../places/place-list.ts';
import { sayOfReadings } from '../reading-strings.ts';
import { reportLink } from '../report/report-link.ts';
import { sourceMarkup } from '../sources/source-markup.ts';
import type { PopupContent, PopupName } from './popup-content.ts';
import type { FactEntry, FactGroup, PopupLink } from './popup-facts.ts';

/** How what is told leads on: by buttons in the popup, by links where there is no script. */
export interface Leads {
  /** To another place. */
  readonly toPlace: (link: PopupLink) => Markup;
  /** To a source by its number, which is what is seen; `label` tells it in words. */
  readonly toSource: (number: number, label: string) => Markup;
  /** Whether citations can be copied. */
  readonly canCopy: boolean;
}

const byButtons: Leads = {
  toPlace: ({ place, label }) =>
    element(
      'button',
      { class: 'link', type: 'button', ...chooses('place', place) },
      labelMarkup({ ...label, secondary: [] }),
    ),
  toSource: (number, label) =>
    element('button', { class: 'mark', type: 'button', ...command('note', { note: number }), 'aria-label': label }, [
      String(number),
    ]),
  canCopy: true,
};

export function popupMarkup(content: PopupContent, language: Language): readonly Markup[] {
  return [
    element(
      'button',
      { class: 'close', type: 'button', ...command('close'), 'aria-label': sayOfReadings(language, 'close') },
      ['×'],
    ),
    element('h2', { id: 'popup-title' }, headingMarkup(content.label, content.kana)),
    ...toldMarkup(content, language, byButtons),
    element('p', {}, [
      element('button', { class: 'link', type: 'button', ...command('measure') }, [
        sayOfReadings(language, 'measureFrom'),
      ]),
    ]),
    element('details', { class: 'sources', 'data-part': 'sources' }, [
      element('summary', {}, [sayOfReadings(language, 'popupSources')]),
      ...sourcesMarkup(content, language),
    ]),
    ...(content.report === null
      ? []
      : [element('p', {}, [reportLink(content.report, sayOfReadings(language, 'report'))])]),
  ];
}

/** All that is told between heading and sources. */
export function toldMarkup(content: PopupContent, language: Language, leads: Leads): readonly Markup[] {
  return [
    element('p', { class: 'kind' }, [
      content.kind,
      ...(content.group === null
        ? []
        : [language === 'ja' ? '、' : ', ', `${sayOfReadings(language, 'belongsTo')} `, leads.toPlace(content.group)]),
    ]),
    ...(content.status === null
      ? []
      : [
          element('p', { class: 'standing' }, [
            element('span', { class: 'when' }, [content.status.when]),
            ' ',
            content.status.text,
          ]),
        ]),
    ...(content.atThatTime === null
      ? []
      : [
          element('p', { class: 'standing' }, [
            element('span', { class: 'when' }, [content.atThatTime.when]),
            ' ',
            content.atThatTime.text,
          ]),
        ]),
    ...content.notes.map((note) => element('p', { class: 'note' }, [note])),
    ...content.passages.map((passage) => quotation(passage, language, leads.canCopy)),
    element('dl', { class: 'names' }, content.names.flatMap(nameMarkup)),
    ...factsMarkup(content, language, leads),
  ];
}

/**
 * The label with the reading of the Japanese name above it. The reading is not read out: the name table tells it once.
 */
export function headingMarkup(label: Label, kana: string | null): readonly (Markup | string)[] {
  return [
    element('span', { class: 'primary', ...untranslated }, [
      ...headingRuns(label.primary, kana),
      label.oneSided ? oneSidedMark : null,
    ]),
    ...(label.secondary.length === 0
      ? []
      : [' ', element('span', { class: 'secondary', ...untranslated }, headingRuns(label.secondary, kana))]),
  ];
}

function headingRuns(runs: readonly NameRun[], kana: string | null): readonly (Markup | string)[] {
  return runs.flatMap((run, index) => [
    ...(index === 0 ? [] : [nameSeparator]),
    run.lang === 'ja' && kana !== null
      ? ruby(run, kana, { 'aria-hidden': 'true' })
      : element('span', { lang: run.lang }, [run.text]),
  ]);
}

function ruby(run: NameRun, kana: string, reading: Readonly<Record<string, string>> = {}): Markup {
  return element('ruby', { lang: run.lang }, [
    run.text,
    element('rp', reading, ['（']),
    element('rt', reading, [kana]),
    element('rp', reading, ['）']),
  ]);
}

function nameMarkup(name: PopupName): readonly Markup[] {
  return [
    element('dt', {}, [name.heading]),
    element('dd', untranslated, [
      name.kana === null
        ? element('span', { lang: name.native.lang }, [name.native.text])
        : ruby(name.native, name.kana),
      ' ',
      element('span', { class: 'secondary', lang: name.latin.lang }, [name.latin.text]),
      ...name.transcribed.flatMap((note) => [' ', element('span', { class: 'by-rule' }, [note])]),
    ]),
  ];
}

function factsMarkup({ facts, factSources }: PopupContent, language: Language, leads: Leads): readonly Markup[] {
  const remarks = facts.filter(({ heading }) => heading === null);
  const rows = facts.filter((group): group is FactGroup & { readonly heading: string } => group.heading !== null);
  const entry = (fact: FactEntry) => entryMarkup(fact, factSources, language, leads);
  return [
    ...remarks.flatMap(({ entries }) => entries.map((fact) => element('p', { class: 'note' }, entry(fact)))),
    ...(rows.length === 0
      ? []
      : [
          element(
            'dl',
            { class: 'facts' },
            rows.map(({ heading, entries }) =>
              element('div', {}, [
                element('dt', {}, [heading]),
                ...entries.map((fact) => element('dd', {}, entry(fact))),
              ]),
            ),
          ),
        ]),
  ];
}

function entryMarkup(
  { text, foreign, link, basis, notes, report }: FactEntry,
  sources: readonly Source[],
  language: Language,
  leads: Leads,
): readonly (Markup | string)[] {
  const marks = notes.map((number) =>
    leads.toSource(
      number,
      sayOfReadings(language, 'note', { number: String(number), publisher: sources[number - 1]?.publisher ?? '' }),
    ),
  );
  if (link !== null) return [element('span', { class: 'linked' }, [leads.toPlace(link), ...marks])];
  if (basis === null) return [element('span', { class: 'value' }, valueMarkup(text, foreign, marks))];
  return [
    element('span', { class: 'value' }, valueMarkup(text, foreign, [])),
    ' ',
    element('span', { class: 'basis' }, markedMarkup(basis, marks)),
    ...(report === null ? [] : [' ', reportLink(report, sayOfReadings(language, 'report.figure'), '!')]),
  ];
}

function valueMarkup(
  text: string,
  foreign: FactEntry['foreign'],
  marks: readonly Markup[],
): readonly (Markup | string)[] {
  if (foreign === null) return markedMarkup(text, marks);
  const [before = '', ...after] = text.split(foreign.text);
  return [
    before,
    element('span', { lang: foreign.lang, ...untranslated }, [foreign.text]),
    ...markedMarkup(after.join(foreign.text), marks),
  ];
}

/** Text with its notes, which never stand alone on a line: its last word, or the last two characters, keeps them. */
function markedMarkup(text: string, marks: readonly Markup[]): readonly (Markup | string)[] {
  if (marks.length === 0) return [text];
  const word = text.length - text.lastIndexOf(' ') - 1;
  const cut = text.length - (word <= 14 ? word : 2);
  return [text.slice(0, cut), element('span', { class: 'end' }, [text.slice(cut), ...marks])];
}

/**
 * The sources of the facts, numbered as the notes are, and those of names and position. `isTarget` where links lead to
 * them by their numbers.
 */
export function sourcesMarkup(
  { factSources, sources }: PopupContent,
  language: Language,
  isTarget = false,
): readonly Markup[] {
  return [
    ...(factSources.length === 0
      ? []
      : [
          element('p', {}, [sayOfReadings(language, 'factSources')]),
          element(
            'ol',
            {},
            factSources.map((source, index) =>
              element(
                'li',
                isTarget ? { id: `s${index + 1}` } : { 'data-source': index + 1 },
                sourceMarkup(source, language),
              ),
            ),
          ),
        ]),
    ...(sources.length === 0
      ? []
      : [
          element('p', {}, [sayOfReadings(language, 'sources')]),
          element(
            'ul',
            {},
            sources.map((source) => element('li', {}, sourceMarkup(source, language))),
          ),
        ]),
  ];
}
