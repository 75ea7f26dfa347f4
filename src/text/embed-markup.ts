/** The embed builder as markup: a native dialog with a form of choices, a place for the preview, and a field for each form of the code. */
import { element, type Markup } from '../model/markup.ts';
import { conventions, type Dataset, languages } from '../model/types.ts';
import { themes, type ViewState } from '../model/view-state.ts';
import { snippetKinds } from './embed-snippets.ts';
import { type EmbedString, sayOfEmbeds } from './embed-strings.ts';
import { languageNames } from './language-names.ts';
import { placeOptions } from './measure-markup.ts';
import { say } from './strings.ts';

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
  readonly state: ViewState;
  /** The version that can be kept; `null` where the site keeps none. */
  readonly version: string | null;
}

export function embedDialog({ dataset, state, version }: EmbedDialogInput): Markup {
  const { lang, names } = state;
  const word = (key: EmbedString) => sayOfEmbeds(lang, key);
  const option = (value: string, text: string, selected: boolean) => element('option', { value, selected }, [text]);
  const select = (name: string, label: string, options: readonly Markup[]) =>
    element('label', {}, [element('span', {}, [label]), element('select', { name }, options)]);
  return element('dialog', { class: 'help embed', 'aria-labelledby': 'embed-title', lang }, [
    element('button', { class: 'close', type: 'button', 'data-embed': 'close', 'aria-label': word('close') }, ['×']),
    element('h2', { id: 'embed-title' }, [word('title')]),
    element('p', {}, [word('intro')]),
    element('form', { method: 'dialog' }, [
      select(
        'names',
        say(lang, 'names'),
        conventions.map((value) => option(value, say(lang, `names.${value}`), value === names)),
      ),
      select(
        'lang',
        word('language'),
        languages.map((value) =>
          element('option', { value, selected: value === lang, lang: value }, [languageNames[value]]),
        ),
      ),
      select('place', word('place'), [
        option('', word('noPlace'), state.place === null),
        ...placeOptions(dataset, state.place, { language: lang, names }),
      ]),
      select('view', word('view'), [
        option('home', word('view.home'), true),
        option('present', word('view.present'), false),
      ]),
      select(
        'size',
        word('size'),
        embedSizeNames.map((value) => option(value, word(`size.${value}`), value === 'column')),
      ),
      select(
        'theme',
        word('theme'),
        themes.map((value) => option(value, word(`theme.${value}`), value === state.theme)),
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
        }),
        element(
          'button',
          {
            type: 'button',
            'data-embed': 'copy',
            'data-kind': kind,
            'aria-label': `${word('copy')}: ${word(`snippet.${kind}`)}`,
          },
          [word('copy')],
        ),
      ]),
    ),
    element('p', { class: 'told', role: 'status' }),
  ]);
}
