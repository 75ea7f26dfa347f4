/** What the popup shows, as markup, from the plain description of it. */
import { element, type Markup } from '../model/markup.ts';
import { type Label, type NameRun, nameSeparator, oneSidedMark } from '../model/names.ts';
import type { Language, Source } from '../model/types.ts';
import { labelMarkup, quotation } from './frame-markup.ts';
import type { PopupContent, PopupLink, PopupName } from './popup-content.ts';
import type { FactEntry, FactGroup } from './popup-facts.ts';
import { say } from './strings.ts';

export function popupMarkup(content: PopupContent, language: Language): readonly Markup[] {
  return [
    element(
      'button',
      { class: 'close', type: 'button', 'data-action': 'close', 'aria-label': say(language, 'close') },
      ['×'],
    ),
    element('h2', { id: 'popup-title' }, headingMarkup(content.label, content.kana)),
    element('p', { class: 'kind' }, [
      content.kind,
      ...(content.group === null
        ? []
        : [language === 'ja' ? '、' : ', ', `${say(language, 'belongsTo')} `, linkMarkup(content.group)]),
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
    ...content.notes.map((note) => element('p', { class: 'note' }, [note])),
    ...content.passages.map((passage) => quotation(passage, say(language, 'copyCitation'))),
    element('dl', { class: 'names' }, content.names.flatMap(nameMarkup)),
    ...factsMarkup(content, language),
    sourcesMarkup(content, language),
  ];
}

/** The label with the reading of the Japanese name above it. The reading is not read out: the name table tells it once. */
function headingMarkup(label: Label, kana: string | null): readonly (Markup | string)[] {
  return [
    element('span', { class: 'primary' }, [...headingRuns(label.primary, kana), label.oneSided ? oneSidedMark : null]),
    ...(label.secondary.length === 0
      ? []
      : [' ', element('span', { class: 'secondary' }, headingRuns(label.secondary, kana))]),
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
    element('dd', {}, [
      name.kana === null
        ? element('span', { lang: name.native.lang }, [name.native.text])
        : ruby(name.native, name.kana),
      ' ',
      element('span', { class: 'secondary', lang: name.latin.lang }, [name.latin.text]),
    ]),
  ];
}

/** A button that selects another place. */
function linkMarkup({ place, label }: PopupLink): Markup {
  return element(
    'button',
    { class: 'link', type: 'button', 'data-place': place },
    labelMarkup({ ...label, secondary: [] }),
  );
}

function factsMarkup({ facts, factSources }: PopupContent, language: Language): readonly Markup[] {
  const remarks = facts.filter(({ heading }) => heading === null);
  const rows = facts.filter((group): group is FactGroup & { readonly heading: string } => group.heading !== null);
  const entry = (fact: FactEntry) => entryMarkup(fact, factSources, language);
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
  { text, foreign, link, basis, notes }: FactEntry,
  sources: readonly Source[],
  language: Language,
): readonly (Markup | string)[] {
  return [
    link === null ? element('span', { class: 'value' }, valueMarkup(text, foreign)) : linkMarkup(link),
    ...(basis === null ? [] : [' ', element('span', { class: 'basis' }, [basis])]),
    wordJoiner,
    ...notes.map((number) =>
      element(
        'button',
        {
          class: 'mark',
          type: 'button',
          'data-action': 'note',
          'data-note': number,
          'aria-label': say(language, 'note', {
            number: String(number),
            publisher: sources[number - 1]?.publisher ?? '',
          }),
        },
        [String(number)],
      ),
    ),
  ];
}

function valueMarkup(text: string, foreign: FactEntry['foreign']): readonly (Markup | string)[] {
  if (foreign === null) return [text];
  const [before = '', ...after] = text.split(foreign.text);
  return [before, element('span', { lang: foreign.lang }, [foreign.text]), after.join(foreign.text)];
}

function sourcesMarkup({ factSources, sources }: PopupContent, language: Language): Markup {
  return element('details', { class: 'sources', 'data-part': 'sources' }, [
    element('summary', {}, [say(language, 'popupSources')]),
    ...(factSources.length === 0
      ? []
      : [
          element('p', {}, [say(language, 'factSources')]),
          element(
            'ol',
            {},
            factSources.map((source, index) =>
              element('li', { 'data-source': index + 1 }, sourceMarkup(source, language)),
            ),
          ),
        ]),
    element('p', {}, [say(language, 'sources')]),
    element(
      'ul',
      {},
      sources.map((source) => element('li', {}, sourceMarkup(source, language))),
    ),
  ]);
}

/** Keeps a note on the line of the word that it belongs to. */
const wordJoiner = '\u2060';

function sourceMarkup({ url, publisher, detail }: Source, language: Language): readonly (Markup | string)[] {
  return [
    element('a', { href: url, rel: 'noopener', target: '_blank' }, languageRuns(publisher, language)),
    ...(detail === null ? [] : [', ', ...languageRuns(detail, language)]),
  ];
}

/** Publishers and titles as sources are cited, in English with the publisher's own words: each run with its language. */
function languageRuns(text: string, language: Language): readonly (Markup | string)[] {
  const runs = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]+|\p{Script=Cyrillic}[\p{Script=Cyrillic}\s«»]*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}]+/gu,
  );
  return (runs ?? []).map((run) => {
    const lang = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)
      ? 'ja'
      : /\p{Script=Cyrillic}/u.test(run)
        ? 'ru'
        : 'en';
    return lang === language || !/\p{Letter}/u.test(run) ? run : element('span', { lang }, [run]);
  });
}
