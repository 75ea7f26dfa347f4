/** The search field over the list of places: it filters as one types, and keys walk through what it found. */
import { indexPlaces, parseQuery, type SearchIndex, searchPlaces } from '../../model/names/search-places.ts';
import type { Dataset, Language } from '../../model/types.ts';
import { type PlaceGroup, placesByGroup } from '../../text/places/places-by-group.ts';
import { countInWords, resultsMarkup } from '../../text/places/search-results.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';
import { markCurrent } from './mark-current.ts';
import type { PopupView } from './popup-view.ts';

/** What is made of the data once, and again in another language. */
interface Prepared {
  readonly dataset: Dataset;
  readonly language: Language;
  readonly groups: readonly PlaceGroup[];
  readonly index: SearchIndex;
}

/** Milliseconds without a key after which the number of results is said: a count for every letter would drown it. */
const announcementDelay = 400;

export class PlaceSearch {
  readonly #context: Context;
  readonly #popup: PopupView;
  #prepared: Prepared | null = null;
  #announcing: number | undefined;

  /**
   * Works until the element is taken away. Field and list are looked up anew each time, because a change of language
   * replaces them.
   */
  constructor(context: Context, popup: PopupView) {
    this.#context = context;
    this.#popup = popup;
    const { root, signal } = context;
    root.addEventListener('input', (event) => event.target === this.#field() && this.#filter(), { signal });
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#onKey(event), { signal });
    signal.addEventListener('abort', () => window.clearTimeout(this.#announcing));
    this.restore(this.query);
  }

  /** What stands in the field. */
  get query(): string {
    return this.#field()?.value ?? '';
  }

  /** Puts a query into a frame that was made anew. */
  restore(query: string): void {
    const field = this.#field();
    if (field === null || query === '') return;
    field.value = query;
    this.#filter();
  }

  /** Selects the best of what is found, as Enter in the field does. */
  submit(): void {
    const field = this.#field();
    const dataset = this.#context.data.read?.data.dataset;
    if (field !== null && dataset !== undefined) this.#selectBest(dataset, field);
  }

  #filter(): void {
    window.clearTimeout(this.#announcing);
    this.#context.announce('');
    const dataset = this.#context.data.read?.data.dataset;
    if (parseQuery(this.query) === null) this.#show(null);
    else if (dataset !== undefined) this.#find(dataset);
  }

  #find(dataset: Dataset): void {
    const query = parseQuery(this.query);
    if (query === null) return;
    const { lang: language } = this.#context.state;
    const { groups, index } = this.#prepare(dataset, language);
    const found = searchPlaces(index, query);
    this.#show(resultsMarkup(groups, found, query, language, this.#context.layout).map((node) => toDom(node)));
    this.#announcing = window.setTimeout(
      () => this.#context.announce(countInWords(found.length, language)),
      announcementDelay,
    );
  }

  #selectBest(dataset: Dataset, field: HTMLInputElement): void {
    const query = parseQuery(field.value);
    if (query === null) return;
    const [best] = searchPlaces(this.#prepare(dataset, this.#context.state.lang).index, query);
    if (best !== undefined) this.#popup.choose(best.place.id, field);
  }

  #prepare(dataset: Dataset, language: Language): Prepared {
    if (this.#prepared?.dataset === dataset && this.#prepared.language === language) return this.#prepared;
    const groups = placesByGroup(dataset, language);
    const places = groups.flatMap(({ items }) => items.map(({ place }) => place));
    this.#prepared = { dataset, language, groups, index: indexPlaces(places) };
    return this.#prepared;
  }

  /** Shows results in place of the list, or with `null` the list again. */
  #show(results: readonly Node[] | null): void {
    const [all, list] = [this.#part('all-places'), this.#part('results')];
    if (all === null || list === null) return;
    all.hidden = results !== null;
    list.hidden = results === null;
    list.replaceChildren(...(results ?? []));
    markCurrent(this.#context);
  }

  #onKey(event: KeyboardEvent): void {
    const field = this.#field();
    const focused = this.#context.root.activeElement;
    // Enter and Escape also end a word in an input method, and are not meant for us then.
    if (field === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const controls = this.#controls();
    const at = focused instanceof HTMLElement ? controls.indexOf(focused) : -1;
    if (at === -1 && focused !== field) return;
    const target = this.#targetOf(event.key, field, controls, at);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    target();
  }

  /** What a key does in the field (`at` is −1) or on an item of the list; `null` where it is not ours. */
  #targetOf(key: string, field: HTMLInputElement, controls: readonly HTMLElement[], at: number): (() => void) | null {
    if (key === 'ArrowDown') return () => controls[at + 1]?.focus();
    if (key === 'ArrowUp' && at >= 0) return () => (controls[at - 1] ?? field).focus();
    if (key === 'Escape' && field.value !== '')
      return () => {
        field.value = '';
        this.#filter();
        field.focus();
      };
    // Who types fast presses Enter before the data is there: the best result is looked for, not read off the list.
    if (key === 'Enter' && at === -1) return () => this.submit();
    return null;
  }

  /** The places that are listed at present and not folded away, from the top. */
  #controls(): readonly HTMLElement[] {
    return [...this.#context.root.querySelectorAll<HTMLElement>('.places nav [data-place]')].filter(
      (control) => control.getClientRects().length > 0,
    );
  }

  #field(): HTMLInputElement | null {
    return this.#context.root.querySelector<HTMLInputElement>('[data-part="search"] input');
  }

  #part(name: string): HTMLElement | null {
    return this.#context.root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}
