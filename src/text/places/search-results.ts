/** What a search shows: the places found, under their groups, and how many they are in words. */
import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import { labelOf } from '../../model/names/names.ts';
import { type FoundPlace, fits, type Query, type SearchName } from '../../model/names/search-places.ts';
import { conventions, type Language } from '../../model/types.ts';
import type { Layout } from '../layout.ts';
import { type ReadingString, sayOfReadings } from '../reading-strings.ts';
import { groupHeading, placeControl, visibleIn } from './place-list.ts';
import type { PlaceGroup } from './places-by-group.ts';

/**
 * The groups that have a place found, the best first, and in each its places, the best first. `found` is in that order.
 */
export function resultsMarkup(
  groups: readonly PlaceGroup[],
  found: readonly FoundPlace[],
  query: Query,
  language: Language,
  layout: Layout,
): readonly Markup[] {
  if (found.length === 0) return [element('li', { class: 'none' }, [sayOfReadings(language, 'found.none')])];
  const order = [...new Set(found.map(({ place }) => place.group))];
  return order.flatMap((group) => {
    const outline = groups.find((candidate) => candidate.group === group);
    if (outline === undefined) return [];
    const items = found
      .filter(({ place }) => place.group === group)
      .map((result) =>
        element('li', {}, [placeControl(result.place, language, layout, null, foundBy(result, query, language))]),
      );
    return [element('li', {}, [groupHeading(outline, language), element('ul', {}, items)])];
  });
}

/** How many places were found, in the plural form of the language. */
export function countInWords(count: number, language: Language): string {
  if (count === 0) return sayOfReadings(language, 'found.none');
  const category = new Intl.PluralRules(language).select(count);
  const key = category === 'one' || category === 'few' || category === 'many' ? category : 'other';
  return sayOfReadings(language, `found.${key}`, { number: String(count) });
}

/** The name by which a place was found, under the conventions that do not show a fitting one. */
function foundBy({ place, name }: FoundPlace, query: Query, language: Language): readonly (Markup | string)[] {
  if (name === null) return [];
  const hidden = conventions.filter((convention) => {
    const { primary, secondary } = labelOf(place, convention, language);
    return ![...primary, ...secondary].some((run) => fits(query, run.text));
  });
  if (hidden.length === 0) return [];
  return [
    ' ',
    element('span', { class: ['found-by', visibleIn(hidden)].filter((part) => part !== null).join(' ') }, [
      sayOfReadings(language, 'foundBy', { heading: sayOfReadings(language, headings[name.origin]) }),
      element('span', { lang: name.lang, ...untranslated }, [name.text]),
    ]),
  ];
}

const headings: Readonly<Record<SearchName['origin'], ReadingString>> = {
  ja: 'nameIn.ja',
  ru: 'nameIn.ru',
  ain: 'nameIn.ain',
  en: 'name',
  old: 'oldName',
};
