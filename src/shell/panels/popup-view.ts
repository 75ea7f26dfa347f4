/** The popup of the selected place: what opens, fills and closes it, and where the focus goes when it is closed. */
import { reportForm } from 'virtual:four-islands/files';
import type { Place } from '../../model/types.ts';
import { describeStateProblem, unknownPlace } from '../../model/view-state.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';
import { dispatch } from '../context/element-events.ts';
import type { Read } from '../data/element-data.ts';
import { postToParent } from '../host/frame-messages.ts';
import type { HistoryStep } from '../host/page-address.ts';
import type { OnItsWay } from '../notices/on-its-way.ts';
import type { ChosenYear } from './chosen-year.ts';
import { markCurrent } from './mark-current.ts';

export class PopupView {
  readonly #context: Context;
  readonly #year: ChosenYear;
  readonly #onItsWay: OnItsWay;
  #returnFocus: HTMLElement | null = null;
  /** Counts what was selected and closed: only the last counts, whatever arrives first. */
  #choices = 0;

  constructor(context: Context, year: ChosenYear, onItsWay: OnItsWay) {
    this.#context = context;
    this.#year = year;
    this.#onItsWay = onItsWay;
  }

  get isOpen(): boolean {
    return !this.#popup.hidden;
  }

  /**
   * Selects what the reader chose and moves the focus to it; on closing, the focus goes back to `from`. While a
   * distance is measured, the place is an end of the line instead.
   */
  choose(place: string, from: HTMLElement | null): void {
    if (this.#context.measuring?.take(null, place) === true) return;
    // A link inside the popup goes with the popup's old content: the focus still returns to where it came from.
    const before = this.#returnFocus;
    if (!this.#popup.contains(from)) this.#returnFocus = from;
    void this.#onItsWay.run(async (signal) => {
      await this.#select(place, true, signal);
      if (signal.aborted) this.#returnFocus = before;
    });
  }

  /** Selects the place that an attribute or an address asks for. */
  selectAsked(place: string): Promise<void> {
    return this.#onItsWay.run((signal) => this.#select(place, false, signal));
  }

  /** Selects a place by its id or by another of its names, as soon as the data is there and unless `signal` aborts. */
  async #select(name: string, withFocus: boolean, signal: AbortSignal): Promise<void> {
    this.#choices += 1;
    const choice = this.#choices;
    const read = await this.#context.readings(signal);
    if (read === null || choice !== this.#choices) return;
    const place = read.reader.findPlace(read.data.dataset.places, name);
    if (place !== null) {
      this.#open(place, read, withFocus);
      return;
    }
    console.warn(describeStateProblem(unknownPlace(name)));
    if (this.#context.state.place === name) this.#context.commit({ place: null });
  }

  #open(place: Place, { data, reader }: Read, withFocus: boolean): void {
    const context = this.#context;
    this.#popup.hidden = false;
    context.commit({ place: place.id }, withFocus && place.id !== context.state.place ? 'push' : 'replace');
    this.fill();
    if (withFocus) this.#popup.focus({ preventScroll: true });
    // A map that shows the place already must hear that no passage is highlighted any more.
    context.lit = null;
    context.later('map');
    this.#tell(
      place.id,
      reader.passagesFor(data.dataset.article, place).map(({ id }) => id),
    );
  }

  /** Makes the content anew, in the words and for the year that are shown. */
  fill(): void {
    const { data, state } = this.#context;
    const { read } = data;
    const place = read?.data.dataset.places.find(({ id }) => id === state.place);
    if (read === null || place === undefined) return;
    const content = read.reader.popupContent(read.data.dataset, place, {
      ...state,
      step: this.#year.time.step,
      report: reportForm,
    });
    this.#popup.replaceChildren(...read.reader.popupMarkup(content, state.lang).map((node) => toDom(node)));
    this.#popup.hidden = false;
    this.#popup.scrollTop = 0;
  }

  /**
   * Closes what is open or about to be. What the reader closes is a step of the history, what an address closes is not.
   */
  close(step: HistoryStep = 'push'): void {
    const { root, canvas } = this.#context;
    const popup = this.#popup;
    this.#choices += 1;
    if (popup.hidden) {
      this.#context.commit({ place: null });
      return;
    }
    const hadFocus = popup.contains(root.activeElement);
    popup.hidden = true;
    popup.replaceChildren();
    this.#context.commit({ place: null }, step);
    this.#tell(null, []);
    if (hadFocus) (this.#returnFocus ?? canvas)?.focus({ preventScroll: true });
    this.#returnFocus = null;
  }

  /** Opens the list of sources at a note and puts the focus on its link. */
  showSource(note: string): void {
    const sources = this.#popup.querySelector('[data-part="sources"]');
    sources?.setAttribute('open', '');
    sources?.querySelector<HTMLElement>(`[data-source="${CSS.escape(note)}"] a`)?.focus();
  }

  /** Tells the lists, the page and the page round it what is selected: a place, and the passages that concern it. */
  #tell(place: string | null, passages: readonly string[]): void {
    markCurrent(this.#context);
    dispatch(this.#context.element, 'four-islands-select', { place, passages });
    if (this.#context.layout === 'frame') postToParent({ type: 'four-islands:select', place });
  }

  get #popup(): HTMLElement {
    return this.#context.part('popup');
  }
}
