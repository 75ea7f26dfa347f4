/** The search field over the list of places: it filters as one types, and keys walk through what it found. */
import { indexPlaces, parseQuery, type SearchIndex, searchPlaces } from '../../model/names/search-places.ts';
import type { Dataset, Language } from '../../model/types.ts';
import type { Layout } from '../../text/layout.ts';
import { type PlaceGroup, placesByGroup } from '../../text/places/places-by-group.ts';
import { countInWords, resultsMarkup } from '../../text/places/search-results.ts';
import { toDom } from '../browser/dom.ts';

/** What the search needs of the element it is part of. */
export interface PlaceSearchHost {
  readonly root: ShadowRoot;
  readonly layout: () => Layout;
  readonly language: () => Language;
  /** Calls back once the data is there; never, where it does not come. */
  readonly withDataset: (use: (dataset: Dataset) => void) => void;
  /** Says something to those who do not see the list. */
  readonly announce: (text: string) => void;
  /** Selects the place with this id; when it is closed the focus goes back to `from`. */
  readonly select: (id: string, from: HTMLElement) => void;
  /** Called when the list of results is new. */
  readonly onResults: () => void;
}

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
  readonly #host: PlaceSearchHost;
  #prepared: Prepared | null = null;
  #announcing: number | undefined;

  /** Listens until `signal` aborts. Field and list are looked up anew each time, because a change of language replaces them. */
  constructor(host: PlaceSearchHost, signal: AbortSignal) {
    this.#host = host;
    const { root } = host;
    root.addEventListener('input', (event) => event.target === this.#field() && this.#filter(), { signal });
    root.addEventListener('focusin', (event) => event.target === this.#field() && host.withDataset(() => {}), {
      signal,
    });
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#onKey(event), { signal });
    signal.addEventListener('abort', () => window.clearTimeout(this.#announcing));
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
    if (field !== null) this.#host.withDataset((dataset) => this.#selectBest(dataset, field));
  }

  #filter(): void {
    window.clearTimeout(this.#announcing);
    this.#host.announce('');
    if (parseQuery(this.query) === null) this.#show(null);
    else this.#host.withDataset((dataset) => this.#find(dataset));
  }

  #find(dataset: Dataset): void {
    const query = parseQuery(this.query);
    if (query === null) return;
    const language = this.#host.language();
    const { groups, index } = this.#prepare(dataset, language);
    const found = searchPlaces(index, query);
    this.#show(resultsMarkup(groups, found, query, language, this.#host.layout()).map((node) => toDom(node)));
    this.#announcing = window.setTimeout(
      () => this.#host.announce(countInWords(found.length, language)),
      announcementDelay,
    );
  }

  #selectBest(dataset: Dataset, field: HTMLInputElement): void {
    const query = parseQuery(field.value);
    if (query === null) return;
    const [best] = searchPlaces(this.#prepare(dataset, this.#host.language()).index, query);
    if (best !== undefined) this.#host.select(best.place.id, field);
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
    this.#host.onResults();
  }

  #onKey(event: KeyboardEvent): void {
    const field = this.#field();
    const focused = this.#host.root.activeElement;
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
    return [...this.#host.root.querySelectorAll<HTMLElement>('.places nav [data-place]')].filter(
      (control) => control.getClientRects().length > 0,
    );
  }

  #field(): HTMLInputElement | null {
    return this.#host.root.querySelector<HTMLInputElement>('[data-part="search"] input');
  }

  #part(name: string): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }
}
