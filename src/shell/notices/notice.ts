/** The sentences that say what has failed, and the button beside them that tries anew. */
import { element } from '../../kernel/markup.ts';
import { command } from '../../text/commands.ts';
import { type StringKey, say } from '../../text/strings.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';
import { type FailureReason, logFailure, reasonOf } from '../data/failure.ts';
import { writeAddress } from '../host/page-address.ts';

/** What can fail apart from the others: the map, what is read, the timeline, the tools. */
const parts = ['map', 'readings', 'timeline', 'tools'] as const;
export type FailedPart = (typeof parts)[number];

/** In the state of the browser's history: the reader has asked for the map, and the document is loaded anew for it. */
const mark = 'fourIslandsOpens';

export class Notice {
  readonly #context: Context;
  /** Opens the map. */
  readonly #open: () => void;
  readonly #told = new Map<FailedPart, { readonly sentence: StringKey; readonly reason: FailureReason }>();
  /** The reader has pressed the button, and waits for what comes of it. */
  #isTrying = false;

  constructor(context: Context, open: () => void) {
    this.#context = context;
    this.#open = open;
  }

  /** Why there is no map; `null` where nothing is known to be wrong with it. */
  get reason(): FailureReason | null {
    return this.#told.get('map')?.reason ?? null;
  }

  tell(part: FailedPart, sentence: StringKey, reason: FailureReason): void {
    this.#told.set(part, { sentence, reason });
    if (part === 'map' && this.#isTrying && this.#mustBeginAnew(reason)) {
      void this.#beginAnew();
      return;
    }
    if (part === 'map') this.#isTrying = false;
    this.show();
  }

  /** Tells reader and console of a part that did not come. */
  tellOf(part: FailedPart, error: unknown): void {
    logFailure(reasonOf(error), error);
    this.tell(part, 'error.tools', reasonOf(error));
  }

  forget(part: FailedPart): void {
    this.#told.delete(part);
    this.show();
  }

  /** The map is there. Returns whether the focus was on the button, which is gone with it. */
  opened(): boolean {
    const hadFocus = this.#context.root.activeElement?.closest('.notice') != null;
    this.#isTrying = false;
    this.forget('map');
    return hadFocus;
  }

  /** Says what stands in the frame as it is, in its language: each sentence once. */
  show(): void {
    const { lang } = this.#context.state;
    const line = this.#line();
    if (line === null) return;
    const keys = parts.flatMap((name) => this.#told.get(name)?.sentence ?? []);
    const sentences = new Set<StringKey>(this.#isTrying ? ['loading'] : keys);
    const text = [...sentences].map((key) => say(lang, key)).join(lang === 'ja' ? '' : ' ');
    // What is said again is heard again.
    if (line.textContent !== text) line.textContent = text;
    line.nextElementSibling?.toggleAttribute('hidden', !this.#isTrying && !this.#canTry());
  }

  /** The line of the notice, which is put into a frame that has none yet. */
  #line(): Element | null {
    const { root, state } = this.#context;
    const frame = root.querySelector('.frame');
    if (frame !== null && frame.querySelector('.notice') === null) {
      const notice = element('div', { class: 'notice' }, [
        element('p', { role: 'alert' }),
        element('button', { type: 'button', ...command('retry'), hidden: true }, [say(state.lang, 'tryAgain')]),
      ]);
      frame.querySelector('.years')?.before(toDom(notice));
    }
    return frame?.querySelector('.notice > p') ?? null;
  }

  /** There is no map, and it is known why. */
  get #hasFailed(): boolean {
    return this.#context.element.dataset['state'] === 'failed';
  }

  /** Tries anew: the map, or all of the document where the browser would only remember that a script had failed. */
  async retry(): Promise<void> {
    if (this.#isTrying) return;
    this.#isTrying = true;
    if (this.#hasFailed) {
      this.#open();
      this.show();
    } else await this.#beginAnew();
  }

  /** Whether the document was loaded anew because the reader asked for the map. Answers once. */
  hasBegunAnew(): boolean {
    const state: unknown = window.history.state;
    if (typeof state !== 'object' || state === null || !(mark in state)) return false;
    window.history.replaceState(null, '');
    return true;
  }

  /**
   * Whether to try again can help. Where the browser cannot draw, it could not the next time either. Data that are
   * missing are asked for again by what needs them; only scripts are not.
   */
  #canTry(): boolean {
    const others = parts.filter((part) => part !== 'map').flatMap((part) => this.#told.get(part)?.reason ?? []);
    return (this.#hasFailed && this.reason !== 'webgl') || others.some((reason) => this.#mustBeginAnew(reason));
  }

  /** A browser remembers a script that failed as long as the document lives. Documents of others are theirs to load. */
  #mustBeginAnew(reason: FailureReason): boolean {
    return reason === 'module' && this.#context.layout !== 'element';
  }

  /**
   * Loads the document again as it is, where the server answers: without a connection nothing would stand in the place
   * of the picture.
   */
  async #beginAnew(): Promise<void> {
    this.show();
    const answers = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) {
      writeAddress(this.#context.state, this.#context.base, 'replace');
      window.history.replaceState({ [mark]: true }, '');
      window.location.reload();
      return;
    }
    this.#isTrying = false;
    this.show();
  }
}
