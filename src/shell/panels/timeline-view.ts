/** The timeline: which lines a step shows, and the words beside the map. Loaded when a step is chosen or the address asks for a past year. */

import type { Bounds } from '../../model/measures.ts';
import { openLines } from '../../model/story/lines.ts';
import { extentOf, type Line, linesAt, type Step, type Timeline } from '../../model/story/timeline.ts';
import { conventions, type GroupId, groupIds, type Source } from '../../model/types.ts';
import { type ViewState, type Year, years } from '../../model/view-state.ts';
import { timelineContent } from '../../text/timeline/timeline-content.ts';
import { historyPanel } from '../../text/timeline/timeline-markup.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { toDom } from '../browser/dom.ts';
import rules from '../css/timeline.css?inline';

export { loadTimeline } from '../data/load-timeline.ts';

/** What the timeline needs of the element that it is part of. */
export interface TimelineHost {
  readonly root: ShadowRoot;
  readonly timeline: Timeline;
  readonly sources: readonly Source[];
  readonly state: () => ViewState;
  readonly choose: (change: Partial<ViewState>) => void;
  readonly outline: (groups: readonly GroupId[]) => void;
  /** Says something to those who do not see the map. */
  readonly announce: (text: string) => void;
}

export class TimelineView {
  readonly #host: TimelineHost;
  #open = false;

  /** Listens until `signal` aborts, and then leaves nothing behind. */
  constructor(host: TimelineHost, signal: AbortSignal) {
    this.#host = host;
    const { root } = host;
    const dropRules = adoptRules(root, rules);
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    root.addEventListener('change', (event) => this.#onChange(event), { signal });
    signal.addEventListener('abort', () => {
      this.#panel()?.setAttribute('hidden', '');
      dropRules();
    });
  }

  /** The lines that a step shows. */
  linesOf({ year, lines }: Pick<ViewState, 'year' | 'lines'>): readonly Line[] {
    const { timeline } = this.#host;
    return year === 'now' ? openLines(timeline.lines, lines) : linesAt(timeline, year);
  }

  extentOf(year: Year): Bounds {
    return extentOf(this.#host.timeline, year);
  }

  /** The step of a past year; `null` for now. */
  stepOf(year: Year): Step | null {
    return year === 'now' ? null : (this.#host.timeline.steps.find(({ id }) => id === year) ?? null);
  }

  /** Chooses a step and opens the words on it. */
  choose(year: Year): void {
    this.#open = true;
    this.#host.choose({ year, view: null });
    this.show();
    this.#announceStep();
  }

  /** The step `by` places on from the one that has the focus; the first or the last for a larger number. Wraps at the ends. */
  move(from: Year, by: number): void {
    const last = years.length - 1;
    const at = Math.abs(by) > 1 ? (by < 0 ? 0 : last) : (years.indexOf(from) + by + years.length) % years.length;
    const year = years[at] ?? 'now';
    this.#host.root.querySelector<HTMLElement>(`.years [data-year="${year}"]`)?.focus();
    this.choose(year);
  }

  /** Fills the panel for the state as it is, or hides it where nobody has opened it and nothing but now is shown. */
  show(): void {
    const panel = this.#panel();
    if (panel === null) return;
    const { year, lang, lines } = this.#host.state();
    if (year !== 'now') this.#open = true;
    panel.hidden = !this.#open;
    const content = timelineContent(this.#host.timeline, this.#host.sources, { year, lang });
    if (!this.#open || content === null) return;
    const focused = panel.contains(this.#host.root.activeElement)
      ? this.#host.root.activeElement?.getAttribute('value')
      : null;
    panel.replaceChildren(...historyPanel(content, { language: lang, year, lines }).map((node) => toDom(node)));
    if (focused != null) panel.querySelector<HTMLElement>(`input[value="${focused}"]`)?.focus();
  }

  #panel(): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>('[data-part="history"]');
  }

  #announceStep(): void {
    const { year, lang } = this.#host.state();
    const step = this.#host.timeline.steps.find(({ id }) => id === year);
    if (step !== undefined) this.#host.announce(`${step.title[lang]}. ${step.line[lang]}`);
  }

  #onClick({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
    if (button?.dataset['action'] === 'history-close') {
      this.#open = false;
      this.#host.outline([]);
      this.#host.choose({ year: 'now', view: null });
      this.show();
      this.#host.root.querySelector<HTMLElement>('.years [data-year="now"]')?.focus();
    } else if (button?.dataset['action'] === 'outline') {
      const pressed = button.getAttribute('aria-pressed') === 'true';
      for (const other of this.#panel()?.querySelectorAll('[aria-pressed]') ?? [])
        other.setAttribute('aria-pressed', 'false');
      button.setAttribute('aria-pressed', String(!pressed));
      const wanted = (button.dataset['groups'] ?? '').split(' ');
      this.#host.outline(pressed ? [] : groupIds.filter((id) => wanted.includes(id)));
    }
  }

  #onChange({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.name !== 'lines') return;
    const lines = conventions.find((convention) => convention === target.value);
    if (lines !== undefined) this.#host.choose({ lines });
  }
}
