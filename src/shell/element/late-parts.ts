/**
 * Parts that are loaded when they are first asked for. Each comes as a promise of `null` where it does not come, which
 * the reader is told, where `signal` aborts first, and where the element is gone by then.
 */
import type { Context } from '../context/context.ts';
import type { PassagesView } from '../panels/passages-view.ts';
import type { PlaceSearch } from '../panels/place-search.ts';
import type { Tools } from '../tools/tools.ts';
import type { ElementParts } from './element-parts.ts';

export class LateParts {
  readonly #context: Context;
  readonly #parts: ElementParts;
  #tools: Tools | null = null;
  #search: PlaceSearch | null = null;
  #passages: PassagesView | null = null;

  constructor(context: Context, parts: ElementParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** `null` before they have come, as the search is. */
  get loadedTools(): Tools | null {
    return this.#tools;
  }

  get loadedSearch(): PlaceSearch | null {
    return this.#search;
  }

  /** Whether the reader has asked for any of them. */
  get isUsed(): boolean {
    return this.#tools !== null || this.#passages !== null;
  }

  async tools(signal: AbortSignal): Promise<Tools | null> {
    const context = this.#context;
    const connection = context.signal;
    const { stage, onItsWay, notice } = this.#parts;
    try {
      const { Tools } = await import('../tools/tools.ts');
      if (connection.aborted) return null;
      this.#tools ??= new Tools(context, stage, onItsWay, notice);
      notice.forget('tools');
    } catch (error) {
      notice.tellOf('tools', error);
    }
    return signal.aborted ? null : this.#tools;
  }

  /** The panel of passages. */
  async passages(signal: AbortSignal): Promise<PassagesView | null> {
    const context = this.#context;
    const read = await context.readings(signal, true);
    if (read === null) return null;
    const part = await this.#load(() => import('../panels/passages-view.ts'));
    if (part === null || signal.aborted) return null;
    this.#passages ??= new part.PassagesView(context, read.data.dataset);
    return this.#passages;
  }

  /** The search, which begins with what has been typed so far. It comes by itself with what is read. */
  async search(signal: AbortSignal, isAsked: boolean): Promise<PlaceSearch | null> {
    const context = this.#context;
    const connection = context.signal;
    if ((await context.readings(signal, isAsked)) === null) return null;
    const part = await this.#load(() => import('../panels/place-search.ts'));
    if (part === null || connection.aborted) return null;
    this.#search ??= new part.PlaceSearch(context, this.#parts.popup);
    return signal.aborted ? null : this.#search;
  }

  async #load<Part>(load: () => Promise<Part>): Promise<Part | null> {
    try {
      return await load();
    } catch (error) {
      this.#parts.notice.tellOf('readings', error);
      return null;
    }
  }

  /** Forgets those that have ended with the connection. */
  forget(): void {
    this.#tools = null;
    this.#search = null;
  }
}
