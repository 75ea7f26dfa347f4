/** The article's passages beside the map: which one's places are lit, and its citations on the clipboard. */

import { labelOf, primaryText } from '../../model/names/names.ts';
import { citationChoices, cslJson, viewAddress } from '../../model/story/citations.ts';
import type { Dataset } from '../../model/types.ts';
import type { ViewState } from '../../model/view-state.ts';
import { conjunction } from '../../text/conjunction.ts';
import { sayOfReadings } from '../../text/reading-strings.ts';
import { copyText } from '../browser/copy-text.ts';

/** What the passages need of the element that they are part of. */
export interface PassagesHost {
  readonly root: ShadowRoot;
  readonly dataset: Dataset;
  readonly state: () => ViewState;
  /** The address of our page, for links to a view. */
  readonly pageAddress: () => string;
  /** Says something to those who do not see the page. */
  readonly announce: (text: string) => void;
  /** Called when another passage is lit, or none. */
  readonly onLight: () => void;
}

export class PassagesView {
  readonly #host: PassagesHost;
  #lit: string | null = null;

  constructor(host: PassagesHost) {
    this.#host = host;
  }

  /** Id of the passage whose places are lit on the map; not part of the address. */
  get lit(): string | null {
    return this.#lit;
  }

  putOut(): void {
    this.#lit = null;
  }

  /** Lights the places that a passage speaks of, or puts them out again; one passage at a time. */
  light(id: string): void {
    const { root, dataset, state, announce, onLight } = this.#host;
    const passage = dataset.article.passages.find((candidate) => candidate.id === id);
    if (passage === undefined) return;
    this.#lit = this.#lit === id ? null : id;
    onLight();
    if (this.#lit === null) return;
    const { lang, names } = state();
    const places = dataset.places
      .filter((place) => passage.concerns.some((group) => group === place.id))
      .map((place) => primaryText(labelOf(place, names, lang)));
    announce(sayOfReadings(lang, 'passage.shown', { places: conjunction(lang, places) }));
    root.querySelector('.stage')?.scrollIntoView({ block: 'nearest' });
  }

  /** Copies the form of a citation that `button` offers; where that is refused, the text itself is shown, ready to be copied. */
  async copy(button: HTMLElement): Promise<void> {
    const { dataset, state, pageAddress, announce } = this.#host;
    const { bibliography, passages } = dataset.article;
    const { lang } = state();
    const choice = citationChoices.find((known) => known === button.dataset['choice']);
    const passage = passages.find(({ id }) => id === button.dataset['passage']);
    if (choice === undefined || passage === undefined) return;
    const text =
      choice === 'link'
        ? viewAddress(pageAddress(), state())
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
      announce(sayOfReadings(lang, 'copied', { what: sayOfReadings(lang, `cite.${choice}`) }));
      return;
    }
    if (field != null && shown != null) {
      shown.hidden = false;
      field.value = text;
      field.focus();
      field.select();
    }
    announce(sayOfReadings(lang, 'copyFailed', { citation: text }));
  }
}
