/** The year that is shown: its lines, step and extent. The timeline is loaded when it is first asked for. */
import { homeExtent } from '../../model/camera.ts';
import type { Bounds } from '../../model/measures.ts';
import { type Line, openLines } from '../../model/story/lines.ts';
import { extentOf, linesAt, type Timeline } from '../../model/story/timeline.ts';
import type { GroupId } from '../../model/types.ts';
import { type PictureTime, whoseWords } from '../../text/pictures/picture-words.ts';
import { say } from '../../text/strings.ts';
import type { Context } from '../context/context.ts';
import { logFailure, reasonOf } from '../data/failure.ts';
import type { Notice } from '../notices/notice.ts';
import { mark } from './mark-current.ts';
import type { TimelineView } from './timeline-view.ts';

interface Loaded {
  readonly timeline: Timeline;
  readonly view: TimelineView;
}

export class ChosenYear {
  readonly #context: Context;
  readonly #notice: Notice;
  #loaded: Loaded | null = null;
  #hasFailed = false;
  #outlined: readonly GroupId[] = [];
  /** The lines that are shown, kept as long as they are the same ones. */
  #lines: { readonly key: string; readonly shown: readonly Line[] } = { key: '', shown: [] };

  constructor(context: Context, notice: Notice) {
    this.#context = context;
    this.#notice = notice;
  }

  get isLoaded(): boolean {
    return this.#loaded !== null;
  }

  /** Whether all is there that the year is drawn of, or all that can be had of it. */
  get isKnown(): boolean {
    return this.#context.state.year === 'now' || this.#loaded !== null || this.#hasFailed;
  }

  /** Whether today stands for a year that cannot be had. */
  get #showsNow(): boolean {
    return this.#context.showsNow || (this.#hasFailed && this.#loaded === null);
  }

  /** Groups that an event of the timeline highlights; not part of the address. */
  get outlined(): readonly GroupId[] {
    return this.#outlined;
  }

  /** What every picture shows of the time. */
  get time(): PictureTime {
    const { year, lines } = this.#context.state;
    const step = year === 'now' ? null : (this.#loaded?.timeline.steps.find(({ id }) => id === year) ?? null);
    return { lines: this.lines, step, whose: year === 'now' ? lines : 'both' };
  }

  get lines(): readonly Line[] {
    const { year, lines } = this.#context.state;
    const drawn = this.#context.data.drawn?.data.lines ?? [];
    const key = `${year} ${lines} ${this.#loaded === null} ${drawn.length} ${this.#showsNow}`;
    if (this.#lines.key !== key) {
      const past = this.#loaded === null ? [] : linesAt(this.#loaded.timeline, year);
      const today = () => openLines(drawn, year === 'now' ? lines : 'both');
      this.#lines = { key, shown: year === 'now' || this.#showsNow ? today() : past };
    }
    return this.#lines.shown;
  }

  /** What the fitted view shows. */
  get extent(): Bounds {
    return this.#loaded === null ? homeExtent : extentOf(this.#loaded.timeline, this.#context.state.year);
  }

  /**
   * The panel of the timeline, as soon as it is there. `null` where it does not come, which the reader is told, where
   * `signal` aborts first, and where the element is gone by then.
   */
  async panel(signal: AbortSignal = this.#context.signal): Promise<TimelineView | null> {
    const context = this.#context;
    const connection = context.signal;
    try {
      if (this.#loaded === null) await this.#load(connection);
    } catch (error) {
      if (connection.aborted) return null;
      this.#hasFailed = true;
      logFailure('timeline', error);
      this.#notice.tell('timeline', 'error.tools', reasonOf(error));
      // Today's picture stands, and is marked as such.
      this.mark();
      context.later('picture');
      if (context.state.year !== 'now') context.later('map', 'words');
    }
    return connection.aborted || signal.aborted ? null : (this.#loaded?.view ?? null);
  }

  async #load(connection: AbortSignal): Promise<void> {
    const context = this.#context;
    const [{ TimelineView, loadTimeline }, { data }] = await Promise.all([
      import('./timeline-view.ts'),
      context.data.fetch(),
    ]);
    const timeline = await loadTimeline(data);
    if (connection.aborted) return;
    this.#loaded ??= {
      timeline,
      view: new TimelineView(context, timeline, data.dataset.sources, (groups) => {
        this.#outlined = groups;
        context.later('map');
      }),
    };
    this.#hasFailed = false;
    this.#notice.forget('timeline');
  }

  /** Follows a year or a choice of lines: at once for now, when the timeline is there for the past. */
  async follow(): Promise<void> {
    this.#outlined = [];
    this.mark();
    const isKnown = this.#context.state.year === 'now' || this.#loaded !== null;
    if (isKnown || (await this.panel()) !== null) this.#context.later('map', 'picture', 'words');
  }

  /** Marks the step that is shown, and says whose lines they are where they are of one side only. */
  mark(): void {
    const { root, state } = this.#context;
    const showsNow = this.#showsNow;
    const year = showsNow ? 'now' : state.year;
    for (const item of root.querySelectorAll<HTMLElement>('.years [data-year]'))
      mark(item, item.dataset['year'] === year);
    const dagger = year === 'now' ? say(state.lang, 'oneSided') : say(state.lang, 'oneSidedThen', { year });
    root.querySelector('[data-part="one-sided"]')?.replaceChildren(dagger);
    const words = whoseWords(state.lang, showsNow ? 'both' : this.time.whose);
    root.querySelector('[data-part="whose"]')?.replaceChildren(words === null ? '' : `${words} `);
  }

  /** Marks the step and fills the panel with the words on it. */
  show(): void {
    this.mark();
    this.#loaded?.view.show();
  }

  /** Forgets the timeline, which has ended with the connection. */
  forget(): void {
    this.#loaded = null;
  }
}
