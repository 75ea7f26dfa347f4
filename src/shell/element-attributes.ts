/** The element's attributes as templates and JSX write them. */
import type { ViewState } from '../model/view-state.ts';

/** One attribute a key of the state; `view` is written `zoom/lat/lng`. */
export type FourIslandsMapAttributes = {
  readonly [Key in keyof ViewState]?: (Key extends 'place' | 'view' ? string : ViewState[Key]) | undefined;
};

/** What each event of the element carries in `detail`. */
export interface FourIslandsMapEvents {
  'four-islands-ready': CustomEvent<null>;
  'four-islands-select': CustomEvent<{ readonly place: string | null; readonly passages: readonly string[] }>;
  'four-islands-names': CustomEvent<{ readonly names: ViewState['names'] }>;
  'four-islands-error': CustomEvent<{
    readonly reason: 'webgl' | 'module' | 'worker' | 'data' | 'context-lost';
  }>;
}
