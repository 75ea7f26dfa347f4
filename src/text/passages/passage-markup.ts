/**
 * The passages as markup: each with its source line and the ways to cite it, and all of them as a view of their own.
 */

import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import type { Steps } from '../../kernel/steps.ts';
import { citationChoices } from '../../model/story/citations.ts';
import type { Dataset, Language, Passage } from '../../model/types.ts';
import { command } from '../commands.ts';
import type { Layout } from '../layout.ts';
import { placeLink } from '../places/place-list.ts';
import { sayOfReadings } from '../reading-strings.ts';
import { reportLink } from '../report/report-link.ts';
import { type PassageContent, passageContent } from './passage-content.ts';

/**
 * All passages in the order of the article, each with the groups that it concerns and a button that lights them on the
 * map.
 * On the page they stand open in the column; elsewhere, where room is scarce, they are folded away. Pauses after every
 * passage.
 */
export function* passageList(
  dataset: Dataset,
  language: Language,
  layout: Layout,
  report: string | null = null,
): Steps<Markup> {
  const passages = [...dataset.article.passages].sort((first, second) => first.paragraph - second.paragraph);
  const figures: Markup[] = [];
  for (const passage of passages) {
    figures.push(passageFigure(dataset, passage, language, layout, report));
    yield;
  }
  const title = sayOfReadings(language, 'passages');
  return layout === 'page'
    ? element('section', { class: 'passages', 'aria-labelledby': 'passages-title' }, [
        element('h2', { id: 'passages-title' }, [title]),
        ...figures,
      ])
    : element('details', { class: 'passages' }, [element('summary', {}, [element('h2', {}, [title])]), ...figures]);
}

function passageFigure(
  dataset: Dataset,
  passage: Passage,
  language: Language,
  layout: Layout,
  report: string | null,
): Markup {
  const content = passageContent(dataset.article, passage, language, null, report);
  const places = passage.concerns.flatMap((id) => dataset.places.filter((place) => place.id === id));
  return element('figure', { class: 'quotation', 'data-passage': passage.id }, [
    ...quotedMarkup(content, language),
    element('p', { class: 'concerns' }, [
      element('span', {}, [`${sayOfReadings(language, 'passage.concerns')}${language === 'ja' ? '：' : ': '}`]),
      ...places.flatMap((place, index) => [
        index === 0 ? null : language === 'ja' ? '、' : ', ',
        placeLink(place, language, layout),
      ]),
    ]),
    captionMarkup(content, [
      element(
        'button',
        {
          class: 'light',
          type: 'button',
          ...command('light', { passage: passage.id }),
          'aria-pressed': 'false',
          ...scripted,
        },
        [sayOfReadings(language, 'passage.show')],
      ),
      citeMenu(content.id, language, scripted),
      ...reportMarkup(content, language),
    ]),
  ]);
}

/** A passage in the popup of a place; without a script nothing can be copied, and no menu offers it. */
export function quotation(passage: PassageContent, language: Language, canCopy = true): Markup {
  return element('figure', { class: 'quotation' }, [
    ...quotedMarkup(passage, language),
    captionMarkup(passage, [
      ...(canCopy ? [citeMenu(passage.id, language, null)] : []),
      ...reportMarkup(passage, language),
    ]),
  ]);
}

function reportMarkup({ report }: PassageContent, language: Language): readonly Markup[] {
  return report === null ? [] : [reportLink(report, sayOfReadings(language, 'report'))];
}

/** The words as they stand in the article, and under them our translation where the reader’s language is another. */
function quotedMarkup({ runs, lang, translation }: PassageContent, language: Language): readonly Markup[] {
  const words = runs.map((run) => (run.marked ? element('mark', {}, [run.text]) : run.text));
  return [
    element('blockquote', { lang, ...untranslated }, [element('p', {}, words)]),
    ...(translation === null
      ? []
      : [
          element('div', { class: 'translation' }, [
            element('p', { class: 'whose' }, [sayOfReadings(language, 'passage.translation')]),
            element('p', { lang: language }, [translation]),
          ]),
        ]),
  ];
}

function captionMarkup(passage: PassageContent, deeds: readonly Markup[]): Markup {
  return element('figcaption', {}, [
    element('cite', {}, [
      element('span', { lang: passage.lang }, [`“${passage.title}”`]),
      `, ${passage.publisher}, `,
      element('time', { datetime: passage.dateIso }, [passage.date]),
      `, ${passage.paragraph}`,
    ]),
    ...(deeds.length === 0 ? [] : [element('div', { class: 'deeds' }, deeds)]),
  ]);
}

/** What only a script can do is printed hidden, and the shell uncovers it. */
const scripted = { 'data-scripted': '', hidden: true } as const;

/** The ways to take the citation away. */
function citeMenu(passage: string, language: Language, attributes: typeof scripted | null): Markup {
  return element('details', { class: 'cite', ...attributes }, [
    element('summary', {}, [sayOfReadings(language, 'copyCitation')]),
    element(
      'div',
      { class: 'choices' },
      citationChoices.map((choice) =>
        element('button', { type: 'button', ...command('copy', { choice, passage }) }, [
          sayOfReadings(language, `cite.${choice}`),
        ]),
      ),
    ),
    element('label', { hidden: true }, [
      element('span', {}, [sayOfReadings(language, 'cite.text')]),
      element('textarea', { readonly: true, rows: 4, lang: 'en' }),
    ]),
  ]);
}
