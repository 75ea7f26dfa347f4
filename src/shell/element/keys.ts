/**
 * The keys that work while the focus is inside the element: Escape, the arrows among the years, and the shortcuts of
 * the help.
 */
import { type Year, years } from '../../model/view-state.ts';

/** What the keys do. */
export interface KeyActions {
  /** Closes what is open. Returns whether anything was. */
  readonly close: () => boolean;
  /** Goes on from a year by a number of steps, to the first or the last for a larger one. */
  readonly moveYear: (from: Year, by: number) => void;
  /** Enter on the map itself. Returns whether it was. */
  readonly pick: (target: EventTarget | undefined) => boolean;
  /** Whether the reader has left the keys of single characters on. */
  readonly shortcutsOn: () => boolean;
  readonly help: () => void;
  readonly search: () => void;
}

export function listenToKeys(element: HTMLElement, actions: KeyActions, signal: AbortSignal): void {
  element.addEventListener('keydown', (event) => onKey(event, actions), { signal });
}

function onKey(event: KeyboardEvent, actions: KeyActions): void {
  if (event.key === 'Escape') {
    if (!actions.close()) return;
    event.stopPropagation();
    // Else a dialog of the page that the map stands in would close with it.
    event.preventDefault();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !onYearKey(event, actions))
    onShortcut(event, actions);
}

/** Arrow keys, Home and End among the steps of the timeline. */
function onYearKey(event: KeyboardEvent, { moveYear }: KeyActions): boolean {
  const [target] = event.composedPath();
  const from = years.find((year) => target instanceof HTMLElement && target.dataset['year'] === year);
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -9, End: 9 }[event.key];
  if (from === undefined || by === undefined) return false;
  event.preventDefault();
  moveYear(from, by);
  return true;
}

/** The keys of the help. None of them does anything while somebody writes or has switched them off. */
function onShortcut(event: KeyboardEvent, actions: KeyActions): void {
  const [target] = event.composedPath();
  const writing = target instanceof Element && target.matches('textarea,select,input:not([type=radio])');
  if ((event.key === 'Enter' && actions.pick(target)) || writing || !actions.shortcutsOn()) return;
  if (event.key === '?') actions.help();
  else if (event.key === '/') {
    actions.search();
    event.preventDefault();
  }
}
