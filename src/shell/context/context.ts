/** What all parts of an element share. Made once, when the element is first connected. */

import type { LngLat } from '../../model/types.ts';
import { formatValue, type StateKey, stateKeys, type ViewState } from '../../model/view-state.ts';
import type { Layout } from '../../text/layout.ts';
import { ElementData, type Read } from '../data/element-data.ts';
import { type HistoryStep, writeAddress } from '../host/page-address.ts';
import { Commands } from './commands.ts';
import { reflect } from './reflect.ts';

/**
 * What is brought up to date after a change: the whole frame, its picture, its words, the map, or the page's address.
 * `view` stands for a view that a host has asked for, which counts more than that of a place.
 */
export type Due = 'frame' | 'picture' | 'words' | 'map' | 'address' | 'view';

/** A measurement that is going on: it takes the clicks on the map for itself. */
export interface Measuring {
  take(position: LngLat | null, place: string | null): boolean;
  end(): void;
}

/** What the element does when something has happened to what its parts share. */
export interface ContextOptions {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly layout: Layout;
  /** The first state, and what stands where the address says nothing. */
  readonly state: ViewState;
  readonly base: ViewState;
  /** Called at once when the state has changed, with the keys that did. */
  readonly onChange: (changed: readonly StateKey[]) => void;
  /** Called in the task after a change, once for all that changed until then. */
  readonly onDue: (due: ReadonlySet<Due>) => void;
  /** Called once, when what is read has come. */
  readonly onRead: (read: Read) => void;
  /** Called when it could not be had; `isAsked` where the reader waits for it. */
  readonly onUnread: (error: unknown, isAsked: boolean) => void;
}

export class Context {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly layout: Layout;
  readonly data: ElementData;
  readonly commands = new Commands();
  /** What stands where the address says nothing: what the document itself says, or the defaults. */
  readonly base: ViewState;
  /** Id of the passage whose places are highlighted; not part of the address. */
  lit: string | null = null;
  /** The measurement that is going on; `null` while there is none. */
  measuring: Measuring | null = null;
  readonly #options: ContextOptions;
  readonly #due = new Set<Due>();
  #state: ViewState;
  #connection = new AbortController();
  #isReflecting = false;

  constructor(options: ContextOptions) {
    this.#options = options;
    this.element = options.element;
    this.root = options.root;
    this.layout = options.layout;
    this.base = options.base;
    this.#state = options.state;
    this.data = new ElementData(options.onRead);
  }

  get state(): ViewState {
    return this.#state;
  }

  /** Aborts when the element is taken out of its document. When it is put back, another one stands here. */
  get signal(): AbortSignal {
    return this.#connection.signal;
  }

  connect(): void {
    this.#connection = new AbortController();
  }

  disconnect(): void {
    this.#connection.abort();
  }

  /**
   * The one way in which the state changes: all that is visible follows from the difference. On our page the address
   * follows too. What the reader chose or closed is a step of the history, everything else changes the present one.
   */
  commit(change: Partial<ViewState>, step: HistoryStep = 'replace'): void {
    const previous = this.#state;
    const next = { ...previous, ...change };
    const changed = differences(previous, next);
    if (changed.length === 0) return;
    this.#state = next;
    this.reflect(changed);
    this.#options.onChange(changed);
    if (this.layout !== 'page') return;
    if (step === 'push') writeAddress(next, this.base, step);
    else this.later('address');
  }

  /** Whether attributes change because the state did, and not because a host has set them. */
  get isReflecting(): boolean {
    return this.#isReflecting;
  }

  /** Writes the values of keys into the attributes. */
  reflect(keys: readonly StateKey[]): void {
    this.#isReflecting = true;
    reflect(this.element, this.#state, keys);
    this.#isReflecting = false;
  }

  /** Brings parts up to date in the next task, together with what else changes until then. */
  later(...parts: readonly Due[]): void {
    if (this.#due.size === 0)
      setTimeout(() => {
        const due = new Set(this.#due);
        this.#due.clear();
        this.#options.onDue(due);
        if (due.has('address')) writeAddress(this.#state, this.base, 'replace');
      });
    for (const part of parts) this.#due.add(part);
  }

  isDue(part: Due): boolean {
    return this.#due.has(part);
  }

  /**
   * What is read and what shows it, as soon as they are there. `null` where they do not come, which the reader is told,
   * where `signal` aborts first, and where the element is gone by then.
   */
  async readings(signal: AbortSignal = this.signal, isAsked = false): Promise<Read | null> {
    const connection = this.signal;
    try {
      const read = await this.data.fetch();
      return connection.aborted || signal.aborted ? null : read;
    } catch (error) {
      if (!connection.aborted) this.#options.onUnread(error, isAsked);
      return null;
    }
  }

  /** Whether the state is the first one. */
  get isAsBegun(): boolean {
    return differences(this.#options.state, this.#state).length === 0;
  }

  /** Whether the picture of now stands, because what was asked for cannot be had. */
  get showsNow(): boolean {
    return this.element.dataset['state'] === 'failed' && this.data.drawn === null;
  }

  /** A part of the frame, which always has it. */
  part(name: string): HTMLElement {
    const part = this.root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`four-islands: the frame has no part “${name}”`);
    return part;
  }

  /** The map's canvas; `null` while there is no map. */
  get canvas(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('[data-part="map"] canvas');
  }

  /** Says something to those who do not see the page. */
  announce(text: string): void {
    this.part('announcement').textContent = text;
  }
}

function differences(one: ViewState, other: ViewState): readonly StateKey[] {
  return stateKeys.filter((key) => formatValue(key, one) !== formatValue(key, other));
}
