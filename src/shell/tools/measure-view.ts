/** Measuring: the panel over the map, what was chosen, and the line on the map. Works without the map as well. */
import { type MeasureEnd, type Measurement, measureBetween } from '../../model/great-circle.ts';
import type { Dataset, LngLat } from '../../model/types.ts';
import { type Ends, measurementInWords, measurePanel, nameOf, type Speech } from '../../text/tools/measure-markup.ts';
import { sayOfTools } from '../../text/tools/tool-strings.ts';
import { toDom } from '../browser/dom.ts';
import type { MapView } from '../map/map-state.ts';

export interface MeasureHost {
  readonly frame: () => HTMLElement | null;
  readonly dataset: Dataset;
  readonly speech: () => Speech;
  readonly map: () => MapView | null;
  readonly announce: (text: string) => void;
  /** Called when the panel was put over the map or taken away. */
  readonly onCover: () => void;
  readonly onEnd: () => void;
}

export class MeasureView {
  readonly #host: MeasureHost;
  #ends: Ends = [null, null];
  #measured: Measurement | null = null;
  #panel: HTMLElement | null = null;

  constructor(host: MeasureHost) {
    this.#host = host;
  }

  /** Begins anew, and puts the focus on the end that is still to be chosen. */
  start(from: MeasureEnd | null): void {
    this.#ends = [from, null];
    this.show();
    this.#panel?.querySelector<HTMLElement>(`[data-end="${from === null ? 'from' : 'to'}"]`)?.focus();
  }

  /** Takes the next end; a third one begins a new line. */
  take(end: MeasureEnd): void {
    const [from, to] = this.#ends;
    this.#ends = from === null || to !== null ? [end, null] : [from, end];
    this.show();
    // The reader is on the map or in the list, not in the panel: there its own output would be read out.
    this.#host.announce(this.#told());
  }

  /** Shows what was chosen, in the present frame and words. */
  show(): void {
    const { dataset, speech, frame, onCover } = this.#host;
    const focused = this.#focusedEnd();
    const panel = toDom(measurePanel(dataset, this.#ends, speech()));
    if (!(panel instanceof HTMLElement)) return;
    panel.addEventListener('change', (event) => this.#choose(event));
    this.#panel?.remove();
    this.#panel = panel;
    frame()?.append(panel);
    this.#tell();
    if (focused !== null) panel.querySelector<HTMLElement>(`[data-end="${focused}"]`)?.focus();
    onCover();
  }

  end(): void {
    this.#panel?.remove();
    this.#panel = null;
    this.#host.map()?.drawLine([]);
    this.#host.onCover();
    this.#host.onEnd();
  }

  #focusedEnd(): string | null {
    const root = this.#panel?.getRootNode();
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    return focused instanceof HTMLElement && this.#panel?.contains(focused) === true
      ? (focused.dataset['end'] ?? null)
      : null;
  }

  /** Native lists stay as they are while one chooses in them: with the arrow keys every step is a change. */
  #choose(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement) || target.value === 'point') return;
    const end: MeasureEnd | null = target.value === '' ? null : { kind: 'place', id: target.value };
    this.#ends = target.dataset['end'] === 'from' ? [end, this.#ends[1]] : [this.#ends[0], end];
    this.#tell();
    this.#host.onCover();
  }

  #tell(): void {
    const { dataset, speech, map } = this.#host;
    const output = this.#panel?.querySelector('output');
    const method = this.#panel?.querySelector('[data-part="method"]');
    if (output === null || output === undefined || method === null || method === undefined) return;
    const [from, to] = this.#ends;
    const measured = from !== null && to !== null ? measureBetween(dataset, from, to) : null;
    this.#measured = measured;
    output.textContent = this.#told();
    method.textContent =
      from !== null && to !== null && measured !== null
        ? measurementInWords(dataset, [from, to], measured, speech()).method
        : sayOfTools(speech().language, 'measureHint');
    map()?.drawLine(measured?.line ?? this.#singlePoint());
  }

  /** Marks the one point that stands, so that a tap is seen to have been taken. */
  #singlePoint(): readonly LngLat[] {
    const end = this.#ends[0] ?? this.#ends[1];
    if (end === null) return [];
    if (end.kind === 'point') return [end.position];
    return this.#host.dataset.places.filter(({ id }) => id === end.id).map(({ position }) => position);
  }

  #told(): string {
    const { dataset, speech } = this.#host;
    const [from, to] = this.#ends;
    if (from === null) return '';
    if (to === null) return sayOfTools(speech().language, 'first', { name: nameOf(dataset, from, speech()) });
    return this.#measured === null ? '' : measurementInWords(dataset, [from, to], this.#measured, speech()).result;
  }
}
