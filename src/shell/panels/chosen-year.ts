/** The year that is shown: its lines, its step and its extent, and the timeline, which is loaded when it is first asked for. */
import { homeExtent } from '../../model/camera.ts';
import type { Bounds } from '../../model/measures.ts';
import { type Line, openLines } from '../../model/story/lines.ts';
import type { GroupId } from '../../model/types.ts';
import { type PictureTime, whoseWords } from '../../text/pictures/picture-words.ts';
import type { Drawn, Read } from '../data/element-data.ts';
import { logFailure } from '../data/failure.ts';
import { mark } from './mark-current.ts';
import type { TimelineHost, TimelineView } from './timeline-view.ts';

/** What the year needs of the element that it is part of; the timeline's own needs go through. */
export interface YearHost extends Pick<TimelineHost, 'state' | 'choose' | 'announce'> {
  readonly root: () => ShadowRoot | null;
  /** Until when there is somebody to show it to. */
  readonly connection: () => AbortSignal | null;
  /** What is drawn, as far as it has come. */
  readonly drawn: () => Drawn | null;
  readonly fetch: () => Promise<Read>;
  /** Whether what is of now stands because what was asked for cannot be had. */
  readonly showsNow: () => boolean;
  /** Called when another year or choice of lines can be shown. */
  readonly onFollow: () => void;
  /** Called when an event singles out other groups. */
  readonly onOutline: () => void;
  /** Called when the timeline cannot be had, and when it has come. */
  readonly onFailed: (error: unknown) => void;
  readonly onLoaded: () => void;
}

export class ChosenYear {
  readonly #host: YearHost;
  #timeline: TimelineView | null = null;
  #hasFailed = false;
  #outlined: readonly GroupId[] = [];
  /** The lines that are shown, kept as long as they are the same ones. */
  #lines: { readonly key: string; readonly shown: readonly Line[] } = { key: '', shown: [] };

  constructor(host: YearHost) {
    this.#host = host;
  }

  get isLoaded(): boolean {
    return this.#timeline !== null;
  }

  /** Whether all is there that the year is drawn of, or all that can be had of it. */
  get isKnown(): boolean {
    return this.#host.state().year === 'now' || this.#timeline !== null || this.#hasFailed;
  }

  /** Groups that an event of the timeline singles out; not part of the address. */
  get outlined(): readonly GroupId[] {
    return this.#outlined;
  }

  /** What every picture shows of the time. */
  get time(): PictureTime {
    const { year, lines } = this.#host.state();
    return {
      lines: this.lines,
      step: this.#timeline?.stepOf(year) ?? null,
      whose: year === 'now' ? lines : 'both',
    };
  }

  get lines(): readonly Line[] {
    const { year, lines } = this.#host.state();
    const drawn = this.#host.drawn();
    const key = `${year} ${lines} ${this.#timeline === null} ${drawn === null} ${this.#hasFailed}`;
    if (this.#lines.key !== key) {
      const now = () =>
        year === 'now' || this.#hasFailed ? openLines(drawn?.data.lines ?? [], year === 'now' ? lines : 'both') : [];
      this.#lines = { key, shown: this.#timeline?.linesOf({ year, lines }) ?? now() };
    }
    return this.#lines.shown;
  }

  /** What the fitted view shows. */
  get extent(): Bounds {
    return this.#timeline?.extentOf(this.#host.state().year) ?? homeExtent;
  }

  /** Does something with the timeline, once it is there. */
  async with(use: (timeline: TimelineView) => void): Promise<void> {
    const { root, connection, state, choose, announce, fetch, onOutline, onFailed, onLoaded } = this.#host;
    const [signal, shadow] = [connection(), root()];
    if (signal === null || shadow === null) return;
    if (this.#timeline !== null) return use(this.#timeline);
    try {
      const [{ TimelineView, loadTimeline }, { data }] = await Promise.all([import('./timeline-view.ts'), fetch()]);
      const timeline = await loadTimeline(data);
      if (signal.aborted) return;
      this.#timeline ??= new TimelineView(
        {
          root: shadow,
          timeline,
          sources: data.dataset.sources,
          state,
          choose,
          outline: (groups) => {
            this.#outlined = groups;
            onOutline();
          },
          announce,
        },
        signal,
      );
      this.#hasFailed = false;
      onLoaded();
      use(this.#timeline);
    } catch (error) {
      if (signal.aborted) return;
      this.#hasFailed = true;
      logFailure('timeline', error);
      onFailed(error);
      // Today's picture stands, and is marked as such.
      this.mark();
      if (state().year !== 'now') this.#host.onFollow();
    }
  }

  /** Follows a year or a choice of lines: at once for now, when the timeline is there for the past. */
  follow(): void {
    this.#outlined = [];
    this.mark();
    const { onFollow } = this.#host;
    if (this.#host.state().year === 'now' || this.#timeline !== null) onFollow();
    else void this.with(onFollow);
  }

  /** Marks the step that is shown, and says whose lines they are where they are of one side only. */
  mark(): void {
    const root = this.#host.root();
    const { year: asked, lang } = this.#host.state();
    const showsNow = this.#host.showsNow() || (this.#hasFailed && this.#timeline === null);
    const year = showsNow ? 'now' : asked;
    for (const item of root?.querySelectorAll<HTMLElement>('.years [data-year]') ?? [])
      mark(item, item.dataset['year'] === year);
    const words = whoseWords(lang, showsNow ? 'both' : this.time.whose);
    root?.querySelector('[data-part="whose"]')?.replaceChildren(words === null ? '' : `${words} `);
  }

  /** Marks the step and fills the panel with the words on it. */
  show(): void {
    this.mark();
    this.#timeline?.show();
  }

  /** Forgets the timeline, which has ended with the connection. */
  forget(): void {
    this.#timeline = null;
  }
}
