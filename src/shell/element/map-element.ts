/** The element of our own page and frame, which are printed with all that it needs to look right. */
import type { Convention, Language } from '../../model/types.ts';
import {
  defaultState,
  formatValue,
  type Load,
  parseViewState,
  type StateKey,
  stateKeys,
  type ThemeChoice,
  type ViewState,
  type Year,
} from '../../model/view-state.ts';
import type { MapView } from '../map/map-state.ts';
import type { LanguageTag } from './element-attributes.ts';
import { ElementParts, type Settle } from './element-parts.ts';
import { firstState, takeEarlyProperties } from './first-state.ts';
import type { Guest } from './guest.ts';

/** In Node there is no `HTMLElement`; the module can still be imported there. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<four-islands-map>`: the map of the islands that Japan and Russia dispute. Attributes and the properties of the same
 * names are the keys of `ViewState`. It shows a picture at once, and the interactive map when `load` says so.
 * `data-state` says which, and `data-lettered` is there while all that the map shows is its own: until then the picture
 * lies over it.
 */
export class MapElement extends Base {
  static readonly observedAttributes: readonly string[] = stateKeys;

  /** Settles when the map is interactive; rejects when it cannot become so. */
  readonly ready: Promise<void>;

  readonly #settle: Settle;
  #parts: ElementParts | null = null;

  constructor() {
    super();
    let settle: Settle = { resolve: () => {}, reject: () => {} };
    this.ready = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.#settle = settle;
    this.ready.catch(() => {});
  }

  get names(): Convention {
    return this.#state.names;
  }
  set names(value: Convention | null | undefined) {
    this.#write('names', value);
  }
  // HTMLElement has a `lang` of its own, typed as any string; ours narrows it.
  override get lang(): Language {
    return this.#state.lang;
  }
  override set lang(value: LanguageTag | null | undefined) {
    this.#write('lang', value);
  }
  get place(): string | null {
    return this.#state.place;
  }
  set place(value: string | null | undefined) {
    this.#write('place', value);
  }
  get view(): string {
    return formatValue('view', this.#state);
  }
  set view(value: string | null | undefined) {
    this.#write('view', value);
  }
  get year(): Year {
    return this.#state.year;
  }
  set year(value: Year | null | undefined) {
    this.#write('year', value);
  }
  get lines(): Convention {
    return this.#state.lines;
  }
  set lines(value: Convention | null | undefined) {
    this.#write('lines', value);
  }
  get theme(): ThemeChoice {
    return this.#state.theme;
  }
  set theme(value: ThemeChoice | null | undefined) {
    this.#write('theme', value);
  }
  get load(): Load {
    return this.#state.load;
  }
  set load(value: Load | null | undefined) {
    this.#write('load', value);
  }

  get #state(): ViewState {
    return this.#parts?.context.state ?? defaultState;
  }

  /** Nothing goes back to the default, as removing the attribute does. */
  #write(key: StateKey, value: string | null | undefined): void {
    if (value === null || value === undefined) this.removeAttribute(key);
    else this.setAttribute(key, value);
  }

  /**
   * The MapLibre map, for pages that add layers of their own and for audits; `null` while there is none. It changes
   * with MapLibre's versions, not with those of this package.
   */
  get maplibre(): MapView['maplibre'] | null {
    return this.#parts?.stage.map?.maplibre ?? null;
  }

  /** What is seen at present as an SVG file's text. Throws before the data is there: await `ready`. */
  toSVG(): string {
    if (this.#parts === null) throw new Error('four-islands: the element is in no document yet');
    return this.#parts.stage.plate({});
  }

  connectedCallback(): void {
    this.#parts ??= this.#begin();
    this.#parts.connect();
  }

  disconnectedCallback(): void {
    this.#parts?.disconnect();
  }

  attributeChangedCallback(name: string, _previous: string | null, value: string | null): void {
    if (this.#parts === null || this.#parts.context.isReflecting) return;
    this.#parts.take(
      parseViewState((key) => (key === name ? (value ?? formatValue(key, defaultState)) : null), this.#state),
    );
  }

  /** What the element needs in somebody else's page; `null` in our own documents. */
  protected get guest(): Guest | null {
    return null;
  }

  #begin(): ElementParts {
    takeEarlyProperties(this);
    const given = firstState(this);
    const parts = new ElementParts(this, given, given.layout === 'element' ? this.guest : null, this.#settle);
    const isWritten = (key: StateKey) =>
      this.hasAttribute(key) || formatValue(key, given.state) !== formatValue(key, defaultState);
    parts.context.reflect(stateKeys.filter(isWritten));
    return parts;
  }
}
