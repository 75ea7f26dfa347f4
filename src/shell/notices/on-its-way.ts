/**
 * What the reader has asked for and waits for. It can be called off, and after a while a sign says that it is on its
 * way.
 */
import { element } from '../../kernel/markup.ts';
import { command } from '../../text/commands.ts';
import { say } from '../../text/strings.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';

/** Milliseconds without a word: what comes sooner needs none. */
const patience = 400;

export class OnItsWay {
  readonly #context: Context;
  /** Each with its name, where it has one. */
  readonly #errands = new Map<AbortController, string | null>();
  #sign: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Does what the reader asked for, once: while an errand of this name is on its way, it is not begun again. Its signal
   * aborts when the reader calls it off: then nothing may open any more, nor take the focus.
   */
  async run(work: (signal: AbortSignal) => Promise<void>, name: string | null = null): Promise<void> {
    if (name !== null && [...this.#errands.values()].includes(name)) return;
    const errand = new AbortController();
    if (this.#errands.size === 0) this.#timer = setTimeout(() => this.#show(), patience);
    this.#errands.set(errand, name);
    try {
      await work(errand.signal);
    } finally {
      this.#errands.delete(errand);
      this.#hideWhenDone();
    }
  }

  /** Calls off all that is on its way. Returns whether anything was. */
  callOff(): boolean {
    const running = [...this.#errands.keys()];
    this.#errands.clear();
    for (const errand of running) errand.abort();
    this.#hideWhenDone();
    return running.length > 0;
  }

  /** Says in a frame that was made anew what it said in the one before. */
  mark(): void {
    const frame = this.#context.root.querySelector('.frame');
    if (this.#sign === null) frame?.removeAttribute('aria-busy');
    else frame?.setAttribute('aria-busy', 'true');
  }

  #show(): void {
    const { root, state } = this.#context;
    const loading = say(state.lang, 'loading');
    const sign = toDom(
      element('p', { class: 'on-its-way', popover: 'manual', lang: state.lang }, [
        loading,
        ' ',
        element('button', { type: 'button', ...command('call-off') }, [say(state.lang, 'cancel')]),
      ]),
    );
    if (!(sign instanceof HTMLElement)) return;
    // The focus stays where the reader was.
    sign.querySelector('button')?.addEventListener('pointerdown', (event) => event.preventDefault());
    root.append(sign);
    sign.showPopover();
    this.#sign = sign;
    this.mark();
    this.#context.announce(loading);
  }

  #hideWhenDone(): void {
    if (this.#errands.size > 0) return;
    clearTimeout(this.#timer);
    if (this.#sign === null) return;
    this.#sign.remove();
    this.#sign = null;
    this.mark();
  }
}
