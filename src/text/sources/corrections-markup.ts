/** The dated list of corrections. */
import { element, type Markup } from '../../kernel/markup.ts';
import { type Correction, latestFirst } from '../../model/story/corrections.ts';
import type { Language, Source } from '../../model/types.ts';
import { sourceMarkup } from './source-markup.ts';
import { sayOfSources } from './sources-page-strings.ts';

/** A day `YYYY-MM-DD` as a reader of the language writes it. */
function dayText(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** `pageOf` gives the address that shows a place. */
export function correctionsMarkup(
  corrections: readonly Correction[],
  sources: readonly Source[],
  language: Language,
  pageOf: (place: string) => string,
): Markup {
  const colon = language === 'ja' ? '：' : ': ';
  const told = (heading: 'wrong' | 'right', text: string) =>
    element('p', { class: heading }, [element('strong', {}, [`${sayOfSources(language, heading)}${colon}`]), text]);
  return element(
    'ol',
    { class: 'corrections' },
    latestFirst(corrections).map(({ date, place, wrong, right, sources: ids }) =>
      element('li', {}, [
        element('p', { class: 'when' }, [element('time', { datetime: date }, [dayText(date, language)])]),
        told('wrong', wrong[language]),
        told('right', right[language]),
        element('p', { class: 'cited' }, [
          ...sources
            .filter(({ id }) => ids.includes(id))
            .flatMap((source, index) => [...(index === 0 ? [] : ['; ']), ...sourceMarkup(source, language)]),
          ...(place === null
            ? []
            : [' · ', element('a', { href: pageOf(place) }, [sayOfSources(language, 'toPlace')])]),
        ]),
      ]),
    ),
  );
}
