/**
 * The embed builder as markup: a native dialog with a form of choices, a place for the preview, and a field for each
 * form of the code.
 */
import { element, type Markup } from '../../kernel/markup.ts';
import { conventions, type Dataset, type Language, languages } from '../../model/types.ts';
import { loads, type StateKey, stateKeys, themes, type ViewState, years } from '../../model/view-state.ts';
import { command } from '../commands.ts';
import { conjunction } from '../conjunction.ts';
import { languageNames } from '../language-names.ts';
import { say } from '../strings.ts';
import { sayOfTimeline } from '../timeline/timeline-strings.ts';
import { placeOptions } from '../tools/measure-markup.ts';
import { type EmbedSize, keysInQuery, keysNotShown, type SnippetKind, snippetKinds } from './embed-snippets.ts';
import { type EmbedString, sayOfEmbeds } from './embed-strings.ts';

/** The sizes that are offered, by their names in the form. */
export const embedSizes = {
  column: { width: '100%', height: 480 },
  medium: { width: 600, height: 480 },
  large: { width: 800, height: 600 },
  small: { width: 360, height: 420 },
} as const;

export type EmbedSizeName = keyof typeof embedSizes;
export const embedSizeNames = ['column', 'medium', 'large', 'small'] as const satisfies readonly EmbedSizeName[];

export interface EmbedDialogInput {
  readonly dataset: Dataset;
  /** What the form says at first. Its view is `null` for the four groups, else it is what the map shows now. */
  readonly state: ViewState;
  /** The version that can be kept; `null` where the site keeps none. */
  readonly version: string | null;
}

export function embedDialog({ dataset, state, version }: EmbedDialogInput): Markup {
  const { lang, names } = state;
  const word = (key: EmbedString) => sayOfEmbeds(lang, key);
  const option = (value: string, text: string, selected: boolean) => element('option', { value, selected }, [text]);
  const select = (name: StateKey | 'size', options: readonly Markup[]) =>
    element('label', {}, [element('span', {}, [labelOf(lang, name)]), element('select', { name }, options)]);
  const choices: Readonly<Record<StateKey, readonly Markup[]>> = {
    names: conventions.map((value) => option(value, say(lang, `names.${value}`), value === names)),
    lang: languages.map((value) =>
      element('option', { value, selected: value === lang, lang: value }, [languageNames[value]]),
    ),
    place: [
      option('', word('noPlace'), state.place === null),
      ...placeOptions(dataset, state.place, { language: lang, names }),
    ],
    view: [
      option('home', word('view.home'), state.view === null),
      option('present', word('view.present'), state.view !== null),
    ],
    year: years.map((value) => option(value, value === 'now' ? say(lang, 'now') : value, value === state.year)),
    lines: conventions.map((value) => option(value, sayOfTimeline(lang, `whose.${value}`), value === state.lines)),
    theme: themes.map((value) => option(value, word(`theme.${value}`), value === state.theme)),
    load: loads.map((value) => option(value, word(`load.${value}`), value === state.load)),
  };
  return element('dialog', { class: 'help embed', 'aria-labelledby': 'embed-title', lang }, [
    element('button', { class: 'close', type: 'button', ...command('close-embed'), 'aria-label': word('close') }, [
      '×',
    ]),
    element('h2', { id: 'embed-title' }, [word('title')]),
    element('p', {}, [word('intro')]),
    element('form', { method: 'dialog' }, [
      ...stateKeys.map((key) => select(key, choices[key])),
      select(
        'size',
        embedSizeNames.map((value) => option(value, word(`size.${value}`), value === 'column')),
      ),
      version === null
        ? null
        : element('label', { class: 'keep' }, [
            element('input', { type: 'checkbox', name: 'version' }),
            ` ${sayOfEmbeds(lang, 'version', { version })}`,
          ]),
    ]),
    element('h3', {}, [word('preview')]),
    element('div', { class: 'preview' }),
    ...snippetKinds.map((kind) =>
      element('div', { class: 'snippet' }, [
        element('label', { for: `snippet-${kind}` }, [word(`snippet.${kind}`)]),
        element('textarea', {
          id: `snippet-${kind}`,
          'data-snippet': kind,
          readonly: true,
          rows: kind === 'address' || kind === 'alt' ? 2 : 4,
          spellcheck: 'false',
          'aria-describedby': `limits-${kind}`,
        }),
        element('p', { id: `limits-${kind}`, class: 'licence', 'data-limits': kind }),
        element(
          'button',
          {
            type: 'button',
            ...command('copy-snippet', { kind }),
            'aria-label': `${word('copy')}: ${word(`snippet.${kind}`)}`,
          },
          [word('copy')],
        ),
      ]),
    ),
    element('p', { class: 'told', role: 'status' }),
  ]);
}

/** The string beside each control that has a label of its own: the others are labelled as on the map. */
const ownLabels = {
  lang: 'language',
  place: 'place',
  view: 'view',
  year: 'year',
  theme: 'theme',
  load: 'load',
  size: 'size',
} as const satisfies Partial<Record<StateKey | 'size', EmbedString>>;

function labelOf(language: Language, name: StateKey | 'size'): string {
  if (name === 'names') return say(language, 'names');
  if (name === 'lines') return sayOfTimeline(language, 'whose');
  return sayOfEmbeds(language, ownLabels[name]);
}

/**
 * What an editor must know of a form before pasting it: what of the choice it cannot show. Empty where it shows all.
 */
export function limitsOf(
  language: Language,
  kind: SnippetKind,
  choice: ViewState & { readonly size: EmbedSize },
): string {
  const named = (keys: readonly StateKey[]) =>
    conjunction(
      language,
      keys.map((key) => sayOfEmbeds(language, 'quoted', { word: labelOf(language, key) })),
    );
  const lost = keysNotShown(kind, choice);
  const inQuery = kind === 'address' ? keysInQuery(choice) : [];
  const sentences = [
    inQuery.length === 0 ? null : sayOfEmbeds(language, 'limit.address', { what: named(inQuery) }),
    kind === 'element' && choice.size.width !== '100%' ? sayOfEmbeds(language, 'limit.element') : null,
    lost.length === 0
      ? null
      : sayOfEmbeds(language, kind === 'alt' ? 'limit.alt' : 'limit.picture', { what: named(lost) }),
    (kind === 'picture' || kind === 'newsletter') && choice.year !== 'now' ? sayOfEmbeds(language, 'limit.past') : null,
  ];
  return sentences.filter((sentence) => sentence !== null).join(language === 'ja' ? '' : ' ');
}
