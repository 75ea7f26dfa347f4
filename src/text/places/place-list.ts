/**
 * The map as a list: a search field, and every place as a link or button under its group, with its names and its kind
 * in words.
 */
import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import type { Steps } from '../../kernel/steps.ts';
import { type Label, labelOf, type NameRun, nameSeparator, oneSidedMark } from '../../model/names/names.ts';
import { type Convention, conventions, type Dataset, type Language, type Place } from '../../model/types.ts';
import { chooses } from '../commands.ts';
import type { Layout } from '../layout.ts';
import { sayOfReadings } from '../reading-strings.ts';
import { say } from '../strings.ts';
import { type PlaceGroup, placesByGroup } from './places-by-group.ts';

/**
 * The section as it is printed. Without a script nothing can be searched, so the shell uncovers the field. Pauses after
 * every place.
 */
export function* placeList(dataset: Dataset, language: Language, layout: Layout): Steps<Markup> {
  const groups: Markup[] = [];
  for (const group of placesByGroup(dataset, language))
    groups.push(element('li', {}, yield* groupMarkup(group, language, layout)));
  return element('details', { class: 'places', 'data-part': 'places', open: layout === 'page' }, [
    element('summary', {}, [element('h2', {}, [sayOfReadings(language, 'places')])]),
    element('label', { class: 'search', 'data-part': 'search', hidden: true }, [
      element('span', {}, [sayOfReadings(language, 'search')]),
      element('input', {
        type: 'search',
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: 'false',
        enterkeyhint: 'search',
      }),
    ]),
    element('nav', { 'aria-label': sayOfReadings(language, 'places') }, [
      element('ul', { 'data-part': 'all-places' }, groups),
      element('ul', { 'data-part': 'results', hidden: true }),
    ]),
  ]);
}

/** On the page a group's heading is the link to it; elsewhere, where room is scarce, it folds the group away. */
function* groupMarkup(outline: PlaceGroup, language: Language, layout: Layout): Steps<readonly Markup[]> {
  const { group, items } = outline;
  const own = layout === 'page' ? items.find(({ place }) => place.id === group) : undefined;
  const others: Markup[] = [];
  for (const item of items) {
    if (item === own) continue;
    others.push(element('li', {}, [placeControl(item.place, language, layout)]));
    yield;
  }
  const rest = element('ul', {}, others);
  if (layout === 'page')
    return [
      own === undefined
        ? groupHeading(outline, language)
        : element('h3', {}, [placeControl(own.place, language, layout, 'group')]),
      rest,
    ];
  return [element('details', { open: true }, [element('summary', {}, [groupHeading(outline, language)]), rest])];
}

/** The heading of a group as words: its names, or what the places outside the groups are called together. */
export function groupHeading({ group, items }: PlaceGroup, language: Language): Markup {
  const own = items.find(({ place }) => place.id === group);
  return element(
    'h3',
    own === undefined ? {} : untranslated,
    own === undefined ? [say(language, 'otherPlaces')] : lineMarkup(labelsOf(own.place, language), primaryOf),
  );
}

/** What selects a place: a link where there is an address for it, a button on somebody else's page. */
export function placeControl(
  place: Place,
  language: Language,
  layout: Layout,
  className: string | null = null,
  after: readonly (Markup | string)[] = [],
): Markup {
  const attributes = { class: className, ...chooses('place', place.id) };
  const content = [
    ...namesMarkup(place, language),
    ' ',
    element('span', { class: 'kind' }, [kindOf(place, language)]),
    ...after,
  ];
  return layout === 'element'
    ? element('button', { type: 'button', ...attributes }, content)
    : element('a', { href: `?place=${place.id}`, ...attributes }, content);
}

function kindOf(place: Place, language: Language): string {
  return sayOfReadings(language, place.endedIn1945 ? 'kindUntil1945' : `kind.${place.kind}`);
}

type Labels = Readonly<Record<Convention, Label>>;

function labelsOf(place: Place, language: Language): Labels {
  return {
    both: labelOf(place, 'both', language),
    ja: labelOf(place, 'ja', language),
    ru: labelOf(place, 'ru', language),
  };
}

const primaryOf = (label: Label) => label.primary;
const secondaryOf = (label: Label) => label.secondary;

/** The labels of a place under all conventions at once, a name that they share written once. */
function namesMarkup(place: Place, language: Language): readonly (Markup | string)[] {
  const labels = labelsOf(place, language);
  const secondary = lineMarkup(labels, secondaryOf);
  return [
    element('span', { class: 'primary', ...untranslated }, [
      ...lineMarkup(labels, primaryOf),
      labels.both.oneSided ? oneSidedMark : null,
    ]),
    ...(secondary.length === 0 ? [] : [' ', element('span', { class: 'secondary', ...untranslated }, secondary)]),
  ];
}

/**
 * One line under all conventions. Where the others show some of the names that `both` shows, that line is written once
 * and each name says where it stands; otherwise each distinct line is written out.
 */
function lineMarkup(labels: Labels, lineOf: (label: Label) => readonly NameRun[]): readonly (Markup | string)[] {
  const spine = lineOf(labels.both);
  const shownIn = (run: NameRun) =>
    conventions.filter((convention) => lineOf(labels[convention]).some((other) => isSame(run, other)));
  const covered = conventions.every((convention) =>
    lineOf(labels[convention]).every((run) => spine.some((other) => isSame(run, other))),
  );
  if (covered)
    return spine.flatMap((run, index) => {
      const shown = shownIn(run);
      const name = element('span', { class: visibleIn(shown), lang: run.lang }, [run.text]);
      const previous = spine[index - 1];
      if (previous === undefined) return [name];
      const together = visibleIn(shownIn(previous).filter((convention) => shown.includes(convention)));
      return [together === null ? nameSeparator : element('span', { class: together }, [nameSeparator]), name];
    });
  const key = (convention: Convention) => JSON.stringify(lineOf(labels[convention]));
  return conventions
    .filter((convention, index) => conventions.findIndex((other) => key(other) === key(convention)) === index)
    .map((convention) =>
      element(
        'span',
        { class: visibleIn(conventions.filter((other) => key(other) === key(convention))) },
        runMarkup(lineOf(labels[convention])),
      ),
    );
}

/** What selects a place inside a sentence: its first line alone. */
export function placeLink(place: Place, language: Language, layout: Layout): Markup {
  const names = lineMarkup(labelsOf(place, language), primaryOf);
  const attributes = { class: 'link', ...chooses('place', place.id), ...untranslated };
  return layout === 'element'
    ? element('button', { type: 'button', ...attributes }, names)
    : element('a', { href: `?place=${place.id}`, ...attributes }, names);
}

/**
 * The class that shows something under some conventions only: `names-ja` under that one, `not-ja` under the two others.
 */
export function visibleIn(shown: readonly Convention[]): string | null {
  const [first] = shown;
  if (first === undefined || shown.length === conventions.length) return null;
  if (shown.length === 1) return `names-${first}`;
  return `not-${conventions.find((convention) => !shown.includes(convention)) ?? ''}`;
}

/** A label as spans that carry their language: the first line, then the second, quieter. */
export function labelMarkup(label: Label): readonly (Markup | string)[] {
  return [
    element('span', { class: 'primary', ...untranslated }, [
      ...runMarkup(label.primary),
      label.oneSided ? oneSidedMark : null,
    ]),
    ...(label.secondary.length === 0
      ? []
      : [' ', element('span', { class: 'secondary', ...untranslated }, runMarkup(label.secondary))]),
  ];
}

/** Names that stand beside each other, each in its own language. */
export function runMarkup(runs: readonly NameRun[]): readonly (Markup | string)[] {
  return runs.flatMap((run, index) => [
    ...(index === 0 ? [] : [nameSeparator]),
    element('span', { lang: run.lang }, [run.text]),
  ]);
}

function isSame(first: NameRun, second: NameRun): boolean {
  return first.text === second.text && first.lang === second.lang;
}
