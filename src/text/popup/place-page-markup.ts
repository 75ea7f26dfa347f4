/** What is told of a place on its own page, where nothing moves: the popup's words, with links in place of buttons. */
import { element, type Markup } from '../../kernel/markup.ts';
import { primaryText } from '../../model/names/names.ts';
import type { Language } from '../../model/types.ts';
import { labelMarkup } from '../places/place-list.ts';
import { sayOfReadings } from '../reading-strings.ts';
import { reportLink } from '../report/report-link.ts';
import type { PopupContent } from './popup-content.ts';
import { headingMarkup, type Leads, sourcesMarkup, toldMarkup } from './popup-markup.ts';

/** The names of the place as one text. */
export function placeTitle({ label }: PopupContent): string {
  return primaryText({ ...label, oneSided: false });
}

/** `pageOf` gives the address of another place's page, `mapAddress` that of the map with this place open. */
export function placePageMarkup(
  content: PopupContent,
  language: Language,
  mapAddress: string,
  pageOf: (place: string) => string,
): readonly Markup[] {
  const leads: Leads = {
    toPlace: ({ place, label }) => element('a', { href: pageOf(place) }, labelMarkup({ ...label, secondary: [] })),
    // Each source is told in words where the link leads.
    toSource: (number) => element('a', { class: 'mark', href: `#s${number}` }, [String(number)]),
    canCopy: false,
  };
  return [
    element('h1', {}, headingMarkup(content.label, content.kana)),
    element('p', { class: 'to-map' }, [element('a', { href: mapAddress }, [sayOfReadings(language, 'passage.show')])]),
    ...toldMarkup(content, language, leads),
    element('section', { class: 'sources', 'aria-label': sayOfReadings(language, 'popupSources') }, [
      ...sourcesMarkup(content, language, true),
    ]),
    ...(content.report === null
      ? []
      : [element('p', {}, [reportLink(content.report, sayOfReadings(language, 'report'))])]),
  ];
}
