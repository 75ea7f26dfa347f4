/** The state as attributes of the element. */
import { defaultState, formatValue, parseViewState, type StateKey, type ViewState } from '../../model/view-state.ts';

/** Writes the values of keys into the attributes; a default that no attribute names needs none. */
export function reflect(element: HTMLElement, state: ViewState, keys: readonly StateKey[]): void {
  for (const key of keys) {
    const value = formatValue(key, state);
    if (says(element, key, value)) continue;
    if (value === '' || (value === formatValue(key, defaultState) && !element.hasAttribute(key)))
      element.removeAttribute(key);
    else element.setAttribute(key, value);
  }
}

/** Whether the attribute says this already, in the host's own words: `ja-JP`. */
function says(element: HTMLElement, key: StateKey, value: string): boolean {
  const written = element.getAttribute(key);
  if (written === null || written === '') return false;
  const { state, problems } = parseViewState((other) => (other === key ? written : null), defaultState);
  return problems.length === 0 && formatValue(key, state) === value;
}
