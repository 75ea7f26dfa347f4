/** Our page's address: it says what is shown, and what the reader chose is a step of the browser's history. */
import {
  formatValue,
  formatViewState,
  type ParsedState,
  parseViewState,
  readQuery,
  type ViewState,
} from '../../model/view-state.ts';
import type { Layout } from '../../text/layout.ts';

/** Whether a change is a step of its own that the reader can go back from, or goes into the present one. */
export type HistoryStep = 'push' | 'replace';

/** Writes what `state` has beyond `base` into the address. */
export function writeAddress(state: ViewState, base: ViewState, step: HistoryStep): void {
  const query = formatViewState(state, base);
  const address = query === '' ? window.location.pathname : `?${query}`;
  try {
    if (step === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(window.history.state, '', address);
  } catch {
    // Safari refuses more than a hundred in half a minute; the address then lags behind what is seen.
  }
}

/** What the address asks for; where it says nothing, `base` stands, and the way of loading stays as it is. */
export function readAddress(state: ViewState, base: ViewState): ParsedState {
  const query = readQuery(window.location);
  return parseViewState((key) => query(key) ?? (key === 'load' ? null : formatValue(key, base)), state);
}

/** The address of our page: this document’s, or that of the page beside it where this one is a frame. */
export function pageAddress(layout: Layout): string {
  return layout === 'frame' ? new URL('./', window.location.href).href : window.location.href;
}
