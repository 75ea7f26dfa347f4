/** The popup of the selected place: what opens, fills and closes it, and where the focus goes when it is closed. */
import type { Step } from '../../model/story/timeline.ts';
import type { Place } from '../../model/types.ts';
import { describeStateProblem, reduce, unknownPlace, type ViewState } from '../../model/view-state.ts';
import { toDom } from '../browser/dom.ts';
import type { Read } from '../data/element-data.ts';
import type { HistoryStep } from '../host/page-address.ts';

/** What the popup needs of the element that it is part of. */
export interface PopupHost {
  readonly popup: () => HTMLElement;
  readonly state: () => ViewState;
  readonly commit: (next: ViewState, step?: HistoryStep) => void;
  /** The past step that is shown; `null` for now. */
  readonly step: () => Step | null;
  /** What has come of the data; `null` before. */
  readonly read: () => Read | null;
  /** Calls back once the data is there; never, where it does not come. */
  readonly withData: (use: (read: Read) => void) => Promise<void>;
  /** What has the focus in the frame, and what is to have it when that from which a place was opened is unknown. */
  readonly focused: () => Element | null;
  readonly fallback: () => HTMLElement | null;
  /** Called when a place was opened, and with `null` when it was closed. `passages` are the ids of those that concern it. */
  readonly onSelect: (place: string | null, passages: readonly string[]) => void;
}

export class PopupView {
  readonly #host: PopupHost;
  #returnFocus: HTMLElement | null = null;
  /** Counts what was selected and closed: only the last counts, whatever arrives first. */
  #choices = 0;

  constructor(host: PopupHost) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return !this.#host.popup().hidden;
  }

  /** Selects what the reader chose and moves the focus there; it goes back to `from`. */
  async choose(place: string, from: HTMLElement | null, signal: AbortSignal): Promise<void> {
    // A link inside the popup goes with the popup's old content: the focus then still returns to where it came from.
    const before = this.#returnFocus;
    if (!this.#host.popup().contains(from)) this.#returnFocus = from;
    await this.select(place, { focus: true, signal });
    if (signal.aborted) this.#returnFocus = before;
  }

  /** Selects a place by its id or by a name that a link used for it, as soon as the data is there; not when `signal` has aborted by then. */
  async select(
    name: string,
    { focus, signal }: { readonly focus: boolean; readonly signal: AbortSignal },
  ): Promise<void> {
    const { withData, state, commit } = this.#host;
    this.#choices += 1;
    const choice = this.#choices;
    await withData((read) => {
      const { data, reader } = read;
      if (choice !== this.#choices || signal.aborted) return;
      const place = reader.findPlace(data.dataset.places, name);
      if (place !== null) {
        this.#open(place, read, focus);
        return;
      }
      console.warn(describeStateProblem(unknownPlace(name)));
      if (state().place === name) commit({ ...state(), place: null });
    });
  }

  #open(place: Place, { data, reader }: Read, focus: boolean): void {
    const { popup, state, commit, onSelect } = this.#host;
    const step = focus && place.id !== state().place ? 'push' : 'replace';
    popup().hidden = false;
    commit(reduce(state(), { type: 'select', place: place.id }), step);
    this.fill();
    if (focus) popup().focus({ preventScroll: true });
    onSelect(
      place.id,
      reader.passagesFor(data.dataset.article, place).map(({ id }) => id),
    );
  }

  /** Makes the content anew, in the words and for the year that are shown. */
  fill(): void {
    const { popup, state, step, read } = this.#host;
    const known = read();
    const place = known?.data.dataset.places.find(({ id }) => id === state().place);
    if (known === null || place === undefined) return;
    const content = known.reader.popupContent(known.data.dataset, place, { ...state(), step: step() });
    popup().replaceChildren(...known.reader.popupMarkup(content, state().lang).map((node) => toDom(node)));
    popup().hidden = false;
    popup().scrollTop = 0;
  }

  /** Closes what is open or about to be. What the reader closes is a step of the history, what an address closes is not. */
  close(step: HistoryStep = 'push'): void {
    const { state, commit, focused, fallback, onSelect } = this.#host;
    const popup = this.#host.popup();
    this.#choices += 1;
    if (popup.hidden) {
      commit({ ...state(), place: null });
      return;
    }
    const hadFocus = popup.contains(focused());
    popup.hidden = true;
    popup.replaceChildren();
    commit({ ...state(), place: null }, step);
    onSelect(null, []);
    if (hadFocus) (this.#returnFocus ?? fallback())?.focus({ preventScroll: true });
    this.#returnFocus = null;
  }

  /** Opens the list of sources at a note and puts the focus on its link. */
  showSource(note: string): void {
    const sources = this.#host.popup().querySelector('[data-part="sources"]');
    sources?.setAttribute('open', '');
    sources?.querySelector<HTMLElement>(`[data-source="${CSS.escape(note)}"] a`)?.focus();
  }
}
