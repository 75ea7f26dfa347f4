/**
 * The dialog in which an editor chooses what an article shows and copies the code for it. Remembers nothing when it is
 * closed.
 */

import { heights } from 'virtual:four-islands/plates';
import type { Dataset } from '../../model/types.ts';
import { defaultState, parseViewState, type View } from '../../model/view-state.ts';
import { embedDialog, embedSizeNames, embedSizes, limitsOf } from '../../text/embed/embed-markup.ts';
import { type EmbedChoice, embedSnippets, frameAddress, snippetKinds } from '../../text/embed/embed-snippets.ts';
import { type EmbedString, sayOfEmbeds } from '../../text/embed/embed-strings.ts';
import { say } from '../../text/strings.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { copyText } from '../browser/copy-text.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';
import rules from '../css/embed-builder.css?inline';

export interface EmbedBuilderOptions {
  readonly dataset: Dataset;
  /** What the map shows at present; `null` for the four groups. */
  readonly view: () => View | null;
  /** Absolute address of the site that articles embed from; ends with a slash. */
  readonly site: string;
  /** The same for the files beside this page, which the preview shows. */
  readonly here: string;
  /** The version of this build and the folder that keeps it for good; `null` where the site keeps none. */
  readonly release: { readonly version: string; readonly path: string } | null;
  /** Has the focus again when the builder is closed. */
  readonly opener: HTMLElement | null;
}

/** Milliseconds of rest after a choice before the preview follows. */
const rest = 300;

/** Opens the builder. It closes with the element's connection. */
export function openEmbedBuilder(context: Context, options: EmbedBuilderOptions): void {
  const { root, signal } = context;
  const { dataset, view, site, here, release } = options;
  // What the reader sees; when the map begins is for the article to say.
  const state = { ...context.state, load: defaultState.load };
  const { lang } = state;
  const dialog = toDom(embedDialog({ dataset, state, version: release?.version ?? null }));
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('the embed builder is no dialog');
  const form = dialog.querySelector('form');
  const preview = dialog.querySelector('.preview');
  const told = dialog.querySelector('.told');
  if (form === null || preview === null || told === null) throw new Error('the embed builder lacks a part');
  const dropRules = adoptRules(root, rules);
  let timer = 0;

  const choose = (): EmbedChoice => {
    const values = new FormData(form);
    const text = (name: string) => String(values.get(name) ?? '');
    const chosen = parseViewState((key) => (key === 'view' || !values.has(key) ? null : text(key)), state).state;
    const size = embedSizeNames.find((name) => name === text('size')) ?? 'column';
    return {
      ...chosen,
      view: text('view') === 'present' ? view() : null,
      site: release !== null && values.has('version') ? `${site}${release.path}` : site,
      size: embedSizes[size],
      heights,
    };
  };

  const show = (choice: EmbedChoice) => {
    const frame = document.createElement('iframe');
    frame.title = say(choice.lang, 'title');
    frame.width = String(choice.size.width);
    frame.height = String(choice.size.height);
    frame.loading = 'lazy';
    // Before it is in the page: each change of `src` afterwards would be a step of the page's history.
    frame.src = frameAddress({ ...choice, site: here });
    preview.replaceChildren(frame);
  };

  const follow = (wait: number) => {
    const choice = choose();
    const snippets = embedSnippets(choice);
    for (const kind of snippetKinds) {
      const field = dialog.querySelector<HTMLTextAreaElement>(`[data-snippet="${kind}"]`);
      const limits = dialog.querySelector(`[data-limits="${kind}"]`);
      if (field !== null) field.value = snippets[kind];
      if (limits !== null) limits.textContent = limitsOf(lang, kind, choice);
    }
    told.textContent = '';
    window.clearTimeout(timer);
    timer = window.setTimeout(() => show(choice), wait);
  };

  const copy = async (kind: string) => {
    const field = dialog.querySelector<HTMLTextAreaElement>(`[data-snippet="${kind}"]`);
    if (field === null) return;
    const key: EmbedString | undefined = snippetKinds
      .map((known) => `snippet.${known}` as const)
      .find((known) => known === `snippet.${kind}`);
    if (await copyText(field.value)) {
      told.textContent = key === undefined ? '' : sayOfEmbeds(lang, 'copied', { what: sayOfEmbeds(lang, key) });
      return;
    }
    field.focus();
    field.select();
    told.textContent = sayOfEmbeds(lang, 'notCopied');
  };

  const leave = () => {
    window.clearTimeout(timer);
    signal.removeEventListener('abort', leave);
    dialog.remove();
    dropRules();
  };

  form.addEventListener('change', (event) => {
    // Not for the element, whose naming control has the same name.
    event.stopPropagation();
    follow(rest);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  context.commands.answer({
    'close-embed': () => dialog.close(),
    'copy-snippet': ({ kind }) => void copy(kind),
  });
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    leave();
    options.opener?.focus();
  });
  signal.addEventListener('abort', leave);
  root.append(dialog);
  dialog.showModal();
  follow(0);
}
