/** The state with which an element begins: from its attributes, and on our own page and frame from the address. */
import {
  defaultState,
  describeStateProblem,
  parseLanguage,
  parseViewState,
  readQuery,
  stateKeys,
  type ViewState,
} from '../../model/view-state.ts';
import type { Layout } from '../../text/layout.ts';

/** What an element is told at its beginning. */
export interface GivenState {
  readonly layout: Layout;
  readonly state: ViewState;
  /** What stands where the address says nothing: the document's own language and convention, or the defaults. */
  readonly base: ViewState;
}

/** Reports what is not understood to the console. */
export function firstState(element: HTMLElement): GivenState {
  const layout = layoutOf(element);
  const lang = layout === 'page' ? browserLanguage() : defaultState.lang;
  const attributes = parseViewState((key) => element.getAttribute(key), { ...defaultState, lang });
  const address =
    layout === 'element'
      ? { state: attributes.state, problems: [] }
      : parseViewState(readQuery(window.location), attributes.state);
  for (const problem of [...attributes.problems, ...address.problems]) console.warn(describeStateProblem(problem));
  return { layout, state: address.state, base: attributes.state };
}

/**
 * Properties that were set before the class was there have become the element's own, and would hide those of the class
 * for good: what they say is taken over. It counts more than the attributes, as what is written afterwards does.
 */
export function takeEarlyProperties(element: HTMLElement): void {
  for (const key of stateKeys) {
    const early = Object.getOwnPropertyDescriptor(element, key);
    if (early === undefined) continue;
    Reflect.deleteProperty(element, key);
    Reflect.set(element, key, early.value);
  }
}

function layoutOf({ dataset }: HTMLElement): Layout {
  const { layout } = dataset;
  return layout === 'page' || layout === 'frame' ? layout : 'element';
}

function browserLanguage(): ViewState['lang'] {
  const [first = defaultState.lang] = navigator.languages.flatMap((tag) => parseLanguage(tag) ?? []);
  return first;
}
