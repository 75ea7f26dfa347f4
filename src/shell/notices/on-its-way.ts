/** What the reader has asked for and waits for: it can be called off, and after a while something says that it is on its way. */
import { element } from '../../kernel/markup.ts';
import type { Language } from '../../model/types.ts';
import { say } from '../../text/strings.ts';
import { toDom } from '../browser/dom.ts';

/** What it needs of the element that it is part of. */
export interface OnItsWayHost {
  readonly root: () => ShadowRoot | null;
  readonly language: () => Language;
  /** Says something to those who do not see the page. */
  readonly announce: (text: string) => void;
  /** Calls off what is on its way, as Escape does. */
  readonly callOff: () => void;
}

/** Milliseconds without a word: what comes sooner needs none. */
const patience = 400;

export class OnItsWay {
  readonly #host: OnItsWayHost;
  /** Each with its name, where it has one. */
  readonly #errands = new Map<AbortController, string | undefined>();
  #sign: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: OnItsWayHost) {
    this.#host = host;
  }

  /**
   * Does what the reader asked for, once: an errand of the same name that is on its way already is not begun again. Its signal aborts when
   * it is called off: then nothing may open any more, nor take the focus.
   */
  async run(work: (signal: AbortSignal) => Promise<void>, name?: string): Promise<void> {
    if (name !== undefined && [...this.#errands.values()].includes(name)) return;
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
    const frame = this.#host.root()?.querySelector('.frame');
    if (this.#sign === null) frame?.removeAttribute('aria-busy');
    else frame?.setAttribute('aria-busy', 'true');
  }

  #show(): void {
    const root = this.#host.root();
    if (root === null) return;
    const language = this.#host.language();
    const sign = toDom(
      element('p', { class: 'on-its-way', popover: 'manual', lang: language }, [
        say(language, 'loading'),
        ' ',
        element('button', { type: 'button' }, [say(language, 'cancel')]),
      ]),
    );
    if (!(sign instanceof HTMLElement)) return;
    const button = sign.querySelector('button');
    // The focus stays where the reader was.
    button?.addEventListener('pointerdown', (event) => event.preventDefault());
    button?.addEventListener('click', () => this.#host.callOff());
    root.append(sign);
    sign.showPopover();
    this.#sign = sign;
    this.mark();
    this.#host.announce(say(language, 'loading'));
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
