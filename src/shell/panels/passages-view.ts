/** The article's passages beside the map: which one's places are highlighted, and its citations on the clipboard. */
import { labelOf, primaryText } from '../../model/names/names.ts';
import { citationChoices, cslJson, viewAddress } from '../../model/story/citations.ts';
import type { Dataset } from '../../model/types.ts';
import type { Given } from '../../text/commands.ts';
import { conjunction } from '../../text/conjunction.ts';
import { sayOfReadings } from '../../text/reading-strings.ts';
import { copyText } from '../browser/copy-text.ts';
import type { Context } from '../context/context.ts';
import { pageAddress } from '../host/page-address.ts';
import { markCurrent } from './mark-current.ts';

export class PassagesView {
  readonly #context: Context;
  readonly #dataset: Dataset;

  constructor(context: Context, dataset: Dataset) {
    this.#context = context;
    this.#dataset = dataset;
  }

  /** Highlights the places that a passage speaks of, or ends that; one passage at a time. */
  light(id: string): void {
    const context = this.#context;
    const passage = this.#dataset.article.passages.find((candidate) => candidate.id === id);
    if (passage === undefined) return;
    context.lit = context.lit === id ? null : id;
    context.later('map');
    markCurrent(context);
    if (context.lit === null) return;
    const { lang, names } = context.state;
    const places = this.#dataset.places
      .filter((place) => passage.concerns.some((group) => group === place.id))
      .map((place) => primaryText(labelOf(place, names, lang)));
    context.announce(sayOfReadings(lang, 'passage.shown', { places: conjunction(lang, places) }));
    context.root.querySelector('.stage')?.scrollIntoView({ block: 'nearest' });
  }

  /** Copies one form of a citation. Where the browser refuses that, the text is shown, ready to be copied by hand. */
  async copy(asked: Given<'copy'>, button: HTMLElement): Promise<void> {
    const { state, layout } = this.#context;
    const { bibliography, passages } = this.#dataset.article;
    const { lang } = state;
    const choice = citationChoices.find((known) => known === asked.choice);
    const passage = passages.find(({ id }) => id === asked.passage);
    if (choice === undefined || passage === undefined) return;
    const text =
      choice === 'link'
        ? viewAddress(pageAddress(layout), state)
        : choice === 'data'
          ? cslJson(bibliography, passage)
          : passage.citations[choice];
    const menu = button.closest('details');
    const field = menu?.querySelector('textarea');
    const shown = field?.closest('label');
    for (const other of menu?.querySelectorAll('[data-copied]') ?? []) other.removeAttribute('data-copied');
    if (await copyText(text)) {
      button.setAttribute('data-copied', '');
      if (shown != null) shown.hidden = true;
      const what = sayOfReadings(lang, `cite.${choice}`);
      this.#context.announce(sayOfReadings(lang, 'copied', { what }));
      return;
    }
    if (field != null && shown != null) {
      shown.hidden = false;
      field.value = text;
      field.focus();
      field.select();
    }
    this.#context.announce(sayOfReadings(lang, 'copyFailed', { citation: text }));
  }
}
