/**
 * The panel of the timeline: the words on the chosen step. Loaded when a step is chosen or the address asks for one.
 */
import { reportForm } from 'virtual:four-islands/files';
import type { Timeline } from '../../model/story/timeline.ts';
import { conventions, type GroupId, groupIds, type Source } from '../../model/types.ts';
import { type Year, years } from '../../model/view-state.ts';
import { timelineContent } from '../../text/timeline/timeline-content.ts';
import { historyPanel } from '../../text/timeline/timeline-markup.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';
import rules from '../css/timeline.css?inline';

export { loadTimeline } from '../data/load-timeline.ts';

export class TimelineView {
  readonly #context: Context;
  readonly #timeline: Timeline;
  readonly #sources: readonly Source[];
  readonly #onOutline: (groups: readonly GroupId[]) => void;
  #open = false;

  /** Works until the element is taken away. `onOutline` is called when an event highlights other groups. */
  constructor(
    context: Context,
    timeline: Timeline,
    sources: readonly Source[],
    onOutline: (groups: readonly GroupId[]) => void,
  ) {
    this.#context = context;
    this.#timeline = timeline;
    this.#sources = sources;
    this.#onOutline = onOutline;
    const { root, signal } = context;
    const dropRules = adoptRules(root, rules);
    context.commands.answer({
      'history-close': () => this.#close(),
      outline: ({ groups }, button) => this.#outline(groups.split(' '), button),
    });
    root.addEventListener('change', (event) => this.#onChange(event), { signal });
    signal.addEventListener('abort', () => {
      this.#panel.hidden = true;
      dropRules();
    });
  }

  /** Chooses a step and opens the words on it. */
  choose(year: Year): void {
    this.#open = true;
    this.#context.commit({ year, view: null }, 'push');
    this.show();
    this.#announceStep();
  }

  /**
   * The step `by` places on from the one that has the focus; the first or the last for a larger number. Wraps at the
   * ends.
   */
  move(from: Year, by: number): void {
    const last = years.length - 1;
    const at = Math.abs(by) > 1 ? (by < 0 ? 0 : last) : (years.indexOf(from) + by + years.length) % years.length;
    const year = years[at] ?? 'now';
    this.#context.root.querySelector<HTMLElement>(`.years [data-year="${year}"]`)?.focus();
    this.choose(year);
  }

  /** Fills the panel for the state as it is, or hides it where nobody has opened it and nothing but now is shown. */
  show(): void {
    const panel = this.#panel;
    const { year, lang, lines } = this.#context.state;
    if (year !== 'now') this.#open = true;
    panel.hidden = !this.#open;
    const content = timelineContent(this.#timeline, this.#sources, { year, lang, report: reportForm });
    if (!this.#open || content === null) return;
    const { activeElement } = this.#context.root;
    const focused = panel.contains(activeElement) ? activeElement?.getAttribute('value') : null;
    panel.replaceChildren(...historyPanel(content, { language: lang, year, lines }).map((node) => toDom(node)));
    if (focused != null) panel.querySelector<HTMLElement>(`input[value="${focused}"]`)?.focus();
  }

  get #panel(): HTMLElement {
    return this.#context.part('history');
  }

  #announceStep(): void {
    const { year, lang } = this.#context.state;
    const step = this.#timeline.steps.find(({ id }) => id === year);
    if (step !== undefined) this.#context.announce(`${step.title[lang]}. ${step.line[lang]}`);
  }

  #close(): void {
    this.#open = false;
    this.#onOutline([]);
    this.#context.commit({ year: 'now', view: null }, 'push');
    this.show();
    this.#context.root.querySelector<HTMLElement>('.years [data-year="now"]')?.focus();
  }

  /** Highlights the groups of the event that `button` belongs to, or ends that. */
  #outline(wanted: readonly string[], button: HTMLElement): void {
    const pressed = button.getAttribute('aria-pressed') === 'true';
    for (const other of this.#panel.querySelectorAll('[aria-pressed]')) other.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-pressed', String(!pressed));
    this.#onOutline(pressed ? [] : groupIds.filter((id) => wanted.includes(id)));
  }

  #onChange({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.name !== 'lines') return;
    const lines = conventions.find((convention) => convention === target.value);
    if (lines !== undefined) this.#context.commit({ lines }, 'push');
  }
}
