/** The sentences that say what has failed, and the button beside them that tries anew. */
import { element } from '../../kernel/markup.ts';
import type { ViewState } from '../../model/view-state.ts';
import type { Layout } from '../../text/layout.ts';
import { type StringKey, say } from '../../text/strings.ts';
import { toDom } from '../browser/dom.ts';
import type { FailureReason } from '../data/failure.ts';
import { writeAddress } from '../host/page-address.ts';

/** What can fail apart from the others: the map, what is read, the timeline, the tools. */
const parts = ['map', 'readings', 'timeline', 'tools'] as const;
export type FailedPart = (typeof parts)[number];

/** What the notice needs of the element that it is part of. */
export interface NoticeHost {
  readonly root: () => ShadowRoot | null;
  readonly state: () => ViewState;
  readonly layout: () => Layout;
  readonly dataState: () => string | undefined;
  /** What the address means where it says nothing. */
  readonly base: () => ViewState;
  /** Opens the map. */
  readonly open: () => void;
}

/** In the state of the browser's history: the reader has asked for the map, and the document is loaded anew for it. */
const mark = 'fourIslandsOpens';

export class Notice {
  readonly #host: NoticeHost;
  readonly #told = new Map<FailedPart, { readonly sentence: StringKey; readonly reason: FailureReason }>();
  /** The reader has pressed the button, and waits for what comes of it. */
  #isTrying = false;

  constructor(host: NoticeHost) {
    this.#host = host;
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

  forget(part: FailedPart): void {
    this.#told.delete(part);
    this.show();
  }

  /** The map is there. Returns whether the focus was on the button, which is gone with it. */
  opened(): boolean {
    const hadFocus = this.#host.root()?.activeElement?.closest('.notice') != null;
    this.#isTrying = false;
    this.forget('map');
    return hadFocus;
  }

  /** Says what stands in the frame as it is, in its language: each sentence once. */
  show(): void {
    const { root, state, dataState } = this.#host;
    const { lang } = state();
    const line = this.#line(root(), lang);
    if (line === null) return;
    const keys = parts.flatMap((name) => this.#told.get(name)?.sentence ?? []);
    const sentences = new Set<StringKey>(this.#isTrying ? ['loading'] : keys);
    const text = [...sentences].map((key) => say(lang, key)).join(lang === 'ja' ? '' : ' ');
    // What is said again is heard again.
    if (line.textContent !== text) line.textContent = text;
    line.nextElementSibling?.toggleAttribute('hidden', !this.#isTrying && !this.#canTry(dataState() === 'failed'));
  }

  /** The line of the notice, which is put into a frame that has none yet. */
  #line(root: ShadowRoot | null, lang: ViewState['lang']): Element | null {
    const frame = root?.querySelector('.frame') ?? null;
    if (frame !== null && frame.querySelector('.notice') === null) {
      const notice = element('div', { class: 'notice' }, [
        element('p', { role: 'alert' }),
        element('button', { type: 'button', 'data-part': 'retry', hidden: true }, [say(lang, 'tryAgain')]),
      ]);
      frame.querySelector('.years')?.before(toDom(notice));
    }
    return frame?.querySelector('.notice > p') ?? null;
  }

  /** Tries anew: the map, or all of the document where the browser would only remember that a script had failed. */
  async retry(): Promise<void> {
    if (this.#isTrying) return;
    const { dataState, open } = this.#host;
    this.#isTrying = true;
    if (dataState() === 'failed') {
      open();
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

  /** Where the browser cannot draw, it could not the next time either. What else is missing is asked for again by what asks for it, but for scripts. */
  #canTry(failed: boolean): boolean {
    const others = parts.filter((part) => part !== 'map').flatMap((part) => this.#told.get(part)?.reason ?? []);
    return (failed && this.reason !== 'webgl') || others.some((reason) => this.#mustBeginAnew(reason));
  }

  /** A browser remembers a script that failed as long as the document lives. Documents of others are theirs to load. */
  #mustBeginAnew(reason: FailureReason): boolean {
    return reason === 'module' && this.#host.layout() !== 'element';
  }

  /** Loads the document again as it is, where the server answers: without a connection there would be nothing in the place of a picture. */
  async #beginAnew(): Promise<void> {
    this.show();
    const answers = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) {
      const { state, base } = this.#host;
      writeAddress(state(), base(), 'replace');
      window.history.replaceState({ [mark]: true }, '');
      window.location.reload();
      return;
    }
    this.#isTrying = false;
    this.show();
  }
}
