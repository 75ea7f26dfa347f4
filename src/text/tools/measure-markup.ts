/** The panel in which a distance is measured, and how a distance is told. */

import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import type { EndBasis, MeasureEnd, Measurement } from '../../model/great-circle.ts';
import { earthRadius } from '../../model/measures.ts';
import { labelOf, primaryText } from '../../model/names/names.ts';
import type { Convention, Dataset, Language } from '../../model/types.ts';
import { command } from '../commands.ts';
import { placesByGroup } from '../places/places-by-group.ts';
import { say } from '../strings.ts';
import { sayOfTools } from './tool-strings.ts';

/** How a reader is spoken to. */
export interface Speech {
  readonly language: Language;
  readonly names: Convention;
}

export type Ends = readonly [from: MeasureEnd | null, to: MeasureEnd | null];

export function measurePanel(dataset: Dataset, ends: Ends, speech: Speech): Markup {
  const { language } = speech;
  return element('section', { class: 'measure', 'aria-labelledby': 'measure-title', lang: language }, [
    element(
      'button',
      { class: 'close', type: 'button', ...command('end-measure'), 'aria-label': sayOfTools(language, 'close') },
      ['×'],
    ),
    element('h2', { id: 'measure-title' }, [sayOfTools(language, 'measure')]),
    element('div', { class: 'row' }, [
      choice(dataset, 'from', ends[0], speech),
      choice(dataset, 'to', ends[1], speech),
    ]),
    element('output', {}, []),
    element('p', { class: 'licence', 'data-part': 'method' }, [sayOfTools(language, 'measureHint')]),
  ]);
}

/** A native list of all places, and of the point on the map where one was chosen. */
function choice(dataset: Dataset, which: 'from' | 'to', end: MeasureEnd | null, speech: Speech): Markup {
  const { language } = speech;
  const option = (value: string, text: string, selected: boolean) => element('option', { value, selected }, [text]);
  const chosen = end?.kind === 'place' ? end.id : null;
  return element('label', {}, [
    element('span', {}, [sayOfTools(language, which)]),
    element('select', { 'data-end': which }, [
      option('', sayOfTools(language, 'nothing'), end === null),
      end?.kind === 'point' ? option('point', nameOf(dataset, end, speech), true) : null,
      ...placeOptions(dataset, chosen, speech),
    ]),
  ]);
}

/** All places as options of a native list, group by group. */
export function placeOptions(dataset: Dataset, chosen: string | null, { language, names }: Speech): readonly Markup[] {
  return placesByGroup(dataset, language).map(({ group, items }) => {
    const own = items.find(({ place }) => place.id === group);
    const label = own === undefined ? say(language, 'otherPlaces') : primaryText(own.label(names));
    return element(
      'optgroup',
      { label },
      items.map(({ place, label: labelIn }) =>
        element('option', { value: place.id, selected: place.id === chosen, ...untranslated }, [
          primaryText(labelIn(names)),
        ]),
      ),
    );
  });
}

/** What an end is called: a place's names, or a point's coordinates. */
export function nameOf(dataset: Dataset, end: MeasureEnd, { language, names }: Speech): string {
  if (end.kind === 'point') {
    const [lng, lat] = end.position;
    const degrees = (value: number) => number(language, value, 2);
    return sayOfTools(language, 'point', { lat: degrees(lat), lng: degrees(lng) });
  }
  const place = dataset.places.find(({ id }) => id === end.id);
  return place === undefined ? end.id : primaryText(labelOf(place, names, language));
}

/** The distance in a sentence, and how it was measured in another. */
export function measurementInWords(
  dataset: Dataset,
  [from, to]: readonly [MeasureEnd, MeasureEnd],
  { kilometres, nauticalMiles, bases }: Measurement,
  speech: Speech,
): { readonly result: string; readonly method: string } {
  const { language } = speech;
  const [first, second] = [nameOf(dataset, from, speech), nameOf(dataset, to, speech)];
  // The drawing is good to some tens of metres: more figures would promise what it does not hold.
  const digits = kilometres < 100 ? 1 : 0;
  const basis = (which: EndBasis, name: string) => sayOfTools(language, `basis.${which}`, { name });
  const space = language === 'ja' ? '' : ' ';
  return {
    result: sayOfTools(language, 'result', {
      from: first,
      to: second,
      kilometres: number(language, kilometres, digits),
      miles: number(language, nauticalMiles, digits),
    }),
    method: [
      sayOfTools(language, 'method', { radius: number(language, earthRadius, 4) }),
      sayOfTools(language, 'join', { first: basis(bases[0], first), second: basis(bases[1], second) }),
    ].join(space),
  };
}

function number(language: Language, value: number, digits: number): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(value);
}
