/** Measuring: the panel over the map, what was chosen, and the line on the map. Works without the map as well. */
import { type MeasureEnd, type Measurement, measureBetween } from '../../model/great-circle.ts';
import type { Dataset, LngLat } from '../../model/types.ts';
import { type Ends, measurementInWords, measurePanel, nameOf, type Speech } from '../../text/tools/measure-markup.ts';
import { sayOfTools } from '../../text/tools/tool-strings.ts';
import { toDom } from '../browser/dom.ts';
import type { Context, Measuring } from '../context/context.ts';
import type { Stage } from '../stage/stage.ts';

export class MeasureView implements Measuring {
  readonly #context: Context;
  readonly #stage: Stage;
  readonly #dataset: Dataset;
  #ends: Ends = [null, null];
  #measured: Measurement | null = null;
  #panel: HTMLElement | null = null;

  constructor(context: Context, stage: Stage, dataset: Dataset) {
    this.#context = context;
    this.#stage = stage;
    this.#dataset = dataset;
  }

  /** Begins anew, from a place where one is given, and puts the focus on the end that is still to be chosen. */
  start(place: string | null): void {
    this.#context.measuring = this;
    this.#ends = [place === null ? null : { kind: 'place', id: place }, null];
    this.show();
    this.#panel?.querySelector<HTMLElement>(`[data-end="${place === null ? 'from' : 'to'}"]`)?.focus();
  }

  /**
   * Takes the next end, a place or else a point; a third one begins a new line. Returns false where neither is given.
   */
  take(position: LngLat | null, place: string | null): boolean {
    const end: MeasureEnd | null =
      place !== null ? { kind: 'place', id: place } : position === null ? null : { kind: 'point', position };
    if (end === null) return false;
    const [from, to] = this.#ends;
    this.#ends = from === null || to !== null ? [end, null] : [from, end];
    this.show();
    // The reader is on the map or in the list, not in the panel: there its own output would be read out.
    this.#context.announce(this.#told());
    return true;
  }

  /** Shows what was chosen, in the present frame and words. */
  show(): void {
    const focused = this.#focusedEnd();
    const panel = toDom(measurePanel(this.#dataset, this.#ends, this.#speech));
    if (!(panel instanceof HTMLElement)) return;
    panel.addEventListener('change', (event) => this.#choose(event));
    this.#panel?.remove();
    this.#panel = panel;
    this.#context.root.querySelector('.frame')?.append(panel);
    this.#tell();
    if (focused !== null) panel.querySelector<HTMLElement>(`[data-end="${focused}"]`)?.focus();
    this.#relabel();
  }

  /** Ends the measurement and says so; the focus goes back to the button of the tools. */
  end(): void {
    this.leave();
    this.#context.announce(sayOfTools(this.#context.state.lang, 'ended'));
    this.#context.root.querySelector<HTMLElement>('[data-action="tools"]')?.focus();
  }

  /** Takes away panel and line. */
  leave(): void {
    this.#context.measuring = null;
    this.#panel?.remove();
    this.#panel = null;
    this.#stage.map?.drawLine([]);
    this.#relabel();
  }

  /** Names give way to the panel, and come back. */
  #relabel(): void {
    this.#stage.map?.relabel();
  }

  get #speech(): Speech {
    return { language: this.#context.state.lang, names: this.#context.state.names };
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
    this.#relabel();
  }

  #tell(): void {
    const dataset = this.#dataset;
    const output = this.#panel?.querySelector('output');
    const method = this.#panel?.querySelector('[data-part="method"]');
    if (output === null || output === undefined || method === null || method === undefined) return;
    const [from, to] = this.#ends;
    const measured = from !== null && to !== null ? measureBetween(dataset, from, to) : null;
    this.#measured = measured;
    output.textContent = this.#told();
    method.textContent =
      from !== null && to !== null && measured !== null
        ? measurementInWords(dataset, [from, to], measured, this.#speech).method
        : sayOfTools(this.#speech.language, 'measureHint');
    this.#stage.map?.drawLine(measured?.line ?? this.#singlePoint());
  }

  /** Marks the one point that stands, so that a tap is seen to have been taken. */
  #singlePoint(): readonly LngLat[] {
    const end = this.#ends[0] ?? this.#ends[1];
    if (end === null) return [];
    if (end.kind === 'point') return [end.position];
    return this.#dataset.places.filter(({ id }) => id === end.id).map(({ position }) => position);
  }

  #told(): string {
    const dataset = this.#dataset;
    const [from, to] = this.#ends;
    if (from === null) return '';
    if (to === null) return sayOfTools(this.#speech.language, 'first', { name: nameOf(dataset, from, this.#speech) });
    return this.#measured === null ? '' : measurementInWords(dataset, [from, to], this.#measured, this.#speech).result;
  }
}
