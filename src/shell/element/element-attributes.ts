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
