/** The element's attributes as templates and JSX write them. */
import type { Language } from '../../model/types.ts';
import type { ViewState } from '../../model/view-state.ts';

/** A language of the interface, or a tag that begins with one: `ja-JP`. */
export type LanguageTag = Language | `${Language}-${string}`;

/** What each key of the state is given as; `view` is written `zoom/lat/lng`. */
interface Given extends Omit<ViewState, 'lang' | 'place' | 'view'> {
  readonly lang: LanguageTag;
  readonly place: string;
  readonly view: string;
}

/** One attribute a key of the state. Nothing, `null` or `undefined` stands for the default. */
export type FourIslandsMapAttributes = {
  readonly [Key in keyof ViewState]?: Given[Key] | null | undefined;
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

// They bubble and are composed: whatever stands above the element, up to the window, hears them.
declare global {
  interface GlobalEventHandlersEventMap extends FourIslandsMapEvents {}
  interface ShadowRootEventMap extends FourIslandsMapEvents {}
}
