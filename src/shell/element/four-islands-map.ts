import { inset } from 'virtual:four-islands/files';
import { type Convention, conventions, type GroupId, type Language } from '../../model/types.ts';
import {
  defaultState,
  describeStateProblem,
  formatValue,
  type Load,
  type ParsedState,
  parseLanguage,
  parseViewState,
  readQuery,
  reduce,
  type StateKey,
  stateKeys,
  type ThemeChoice,
  type ViewState,
  type Year,
} from '../../model/view-state.ts';
import { type FrameContents, frameMarkup } from '../../text/frame/frame-markup.ts';
import type { Layout } from '../../text/layout.ts';
import { type StringKey, say } from '../../text/strings.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { toDom } from '../browser/dom.ts';
import { nextTask, spread } from '../browser/spread-steps.ts';
import { declareStandIns } from '../browser/stand-in-faces.ts';
import { dispatch } from '../context/element-events.ts';
import elementRules from '../css/element.css?inline';
import rules from '../css/frame.css?inline';
import { frameStyleSheet } from '../css/frame-styles.ts';
import scriptedRules from '../css/scripted.css?inline';
import { ElementData, type Read, type Reader } from '../data/element-data.ts';
import { type FailureReason, logFailure, reasonOf } from '../data/failure.ts';
import { listenToParent, postToParent } from '../host/frame-messages.ts';
import { type HistoryStep, readAddress, writeAddress } from '../host/page-address.ts';
import type { MapView } from '../map/map-state.ts';
import { type FailedPart, Notice } from '../notices/notice.ts';
import { OnItsWay } from '../notices/on-its-way.ts';
import { ChosenYear } from '../panels/chosen-year.ts';
import { markCurrent } from '../panels/mark-current.ts';
import { PopupView } from '../panels/popup-view.ts';
import type { TimelineView } from '../panels/timeline-view.ts';
import { listenToPrint } from '../stage/print-view.ts';
import { Stage } from '../stage/stage.ts';
import type { Tools } from '../tools/tools.ts';
import { type ClickActions, listenToClicks, type ToolName } from './clicks.ts';
import type { LanguageTag } from './element-attributes.ts';
import { type KeyActions, listenToKeys } from './keys.ts';

export type DataState = 'picture' | 'loading' | 'interactive' | 'failed';

/**
 * What is made anew when the state has changed: all of the frame, its picture, its words, what the map shows, or the page's address; `view`
 * while one has been asked for.
 */
type Part = 'frame' | 'picture' | 'words' | 'map' | 'address' | 'view';

interface Settle {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/** Milliseconds in which a reader looks at a new map before touching it. */
const firstLook = 1000;

/** In Node there is no `HTMLElement`; the module can still be imported there. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<four-islands-map>`: the map of the islands that Japan and Russia dispute. Attributes and the properties of the same
 * names are the keys of `ViewState`. It shows a picture at once, and the interactive map when `load` says so. `data-state` tells which, and
 * `data-lettered` stands from when all that the map shows is its own: until then the picture goes with it.
 */
export class FourIslandsMap extends Base {
  static readonly observedAttributes: readonly string[] = stateKeys;

  /** Settles when the map is interactive; rejects when it cannot become so. */
  readonly ready: Promise<void>;

  readonly #settle: Settle;
  #state: ViewState = defaultState;
  /** What stands where the address says nothing: the document's own language and convention, or the defaults. */
  #base: ViewState = defaultState;
  /** What was shown at first. */
  #begun: ViewState = defaultState;
  #started = false;
  /** The rules of what only a script brings about are adopted. */
  #isRuled = false;
  #reflecting = false;
  #connection: AbortController | null = null;
  readonly #data: ElementData;
  readonly #year: ChosenYear;
  readonly #stage: Stage;
  readonly #popup: PopupView;
  #search: InstanceType<Reader['PlaceSearch']> | null = null;
  #passages: InstanceType<Reader['PassagesView']> | null = null;
  #tools: Tools | null = null;
  readonly #onItsWay = new OnItsWay({
    root: () => this.shadowRoot,
    language: () => this.#state.lang,
    announce: (text) => this.#announce(text),
    callOff: () => this.#callOff(),
  });
  readonly #notice = new Notice({
    root: () => this.shadowRoot,
    state: () => this.#state,
    layout: () => this.#layout(),
    dataState: () => this.dataset['state'],
    base: () => this.#base,
    open: () => this.#stage.open(),
  });
  /** What was singled out last. */
  #single: readonly GroupId[] = [];
  /** What follows the state in the next task: many writes make one update. */
  readonly #due = new Set<Part>();
  /** What the frame holds of the data, made ahead of it. */
  #contents: { readonly language: Language; readonly made: FrameContents | null } | null = null;

  constructor() {
    super();
    let settle: Settle = { resolve: () => {}, reject: () => {} };
    this.ready = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.#settle = settle;
    this.ready.catch(() => {});
    this.#data = new ElementData((read) => this.#onRead(read));
    this.#year = this.#makeYear();
    this.#stage = this.#makeStage();
    this.#popup = this.#makePopup();
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

  /** Nothing goes back to the default, as removing the attribute does. */
  #write(key: StateKey, value: string | null | undefined): void {
    if (value === null || value === undefined) this.removeAttribute(key);
    else this.setAttribute(key, value);
  }

  /** The MapLibre map, for pages that add layers of their own and for audits; `null` while there is none. Not bound by this package's versions. */
  get maplibre(): MapView['maplibre'] | null {
    return this.#stage.map?.maplibre ?? null;
  }

  /** What is seen at present as an SVG file's text. Throws before the data is there: await `ready`. */
  toSVG(): string {
    return this.#stage.plate({});
  }

  connectedCallback(): void {
    const connection = new AbortController();
    this.#connection = connection;
    if (this.#layout() === 'element') declareStandIns();
    if (!this.#started) this.#start();
    this.#build();
    this.#listen(connection.signal);
    this.#setDataState('picture');
    if (this.#state.place !== null) void this.#selectAsked(this.#state.place);
    this.#stage.connect(connection.signal);
    if (this.#layout() !== 'element' && this.#notice.hasBegunAnew()) this.#stage.open();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#connection = null;
    this.#onItsWay.callOff();
    this.#tools = null;
    this.#search = null;
    this.#year.forget();
    this.#stage.clear();
    this.#setDataState('picture');
  }

  attributeChangedCallback(name: string, _previous: string | null, value: string | null): void {
    if (!this.#started || this.#reflecting) return;
    this.#take(parseViewState((key) => (key === name ? (value ?? formatValue(key, defaultState)) : null), this.#state));
  }

  /**
   * Properties that were set before this class was there have become the element's own, and would hide ours for good:
   * what they say is taken over. They count as what is written afterwards does: more than the attributes.
   */
  #takeEarlyProperties(): void {
    for (const key of stateKeys) {
      const early = Object.getOwnPropertyDescriptor(this, key);
      if (early === undefined) continue;
      Reflect.deleteProperty(this, key);
      Reflect.set(this, key, early.value);
    }
  }

  /** First connection: the attributes, and on our own page and frame the address, make the first state. */
  #start(): void {
    this.#takeEarlyProperties();
    const base = { ...defaultState, lang: this.#layout() === 'page' ? browserLanguage() : defaultState.lang };
    const attributes = parseViewState((key) => this.getAttribute(key), base);
    const address =
      this.#layout() === 'element'
        ? { ...attributes, problems: [] }
        : parseViewState(readQuery(window.location), attributes.state);
    for (const problem of [...attributes.problems, ...address.problems]) console.warn(describeStateProblem(problem));
    this.#base = attributes.state;
    this.#state = address.state;
    this.#begun = address.state;
    this.#started = true;
    this.#reflect(
      stateKeys.filter(
        (key) => this.hasAttribute(key) || formatValue(key, this.#state) !== formatValue(key, defaultState),
      ),
    );
  }

  /** Uses what the build printed into the document when it fits, and makes it anew otherwise. */
  #build(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const printed = root.querySelector('.frame');
    if (printed === null) adoptRules(root, frameStyleSheet(elementRules + rules));
    if (!this.#isRuled) adoptRules(root, scriptedRules);
    this.#isRuled = true;
    this.#stage.veil();
    if (printed !== null) this.#notice.show();
    if (printed?.getAttribute('lang') !== this.#state.lang) this.#render();
    // A picture that the page has brought along stands until the reader comes near.
    if (root.querySelector('.picture') === null && !this.#stage.hasBrought) void this.#drawPicture();
    if (this.#data.read !== null) this.#makeWords(this.#data.read);
    this.#checkRadio();
    this.#showControls();
    if (this.#state.year !== 'now' || this.#state.lines !== 'both') {
      this.#year.mark();
      void this.#drawChoice();
    }
  }

  /** Draws the year and the lines that are asked for at the start, as soon as what is drawn is there. */
  async #drawChoice(): Promise<void> {
    const connection = this.#connection;
    try {
      await this.#data.fetchDrawn();
      if (connection?.signal.aborted === false) this.#followYear();
    } catch (error) {
      if (connection?.signal.aborted === false) this.#fail(reasonOf(error), error);
    }
  }

  /** Puts our own picture in place when what it shows is there, and the words round it when they are. */
  async #drawPicture(): Promise<void> {
    const connection = this.#connection;
    this.#stage.expectPicture();
    // The frame has just been made.
    await nextTask();
    if (connection === null || connection.signal.aborted || this.#stage.hasBrought) return;
    const draw = () => {
      if (!connection.signal.aborted && !this.#stage.hasBrought) this.#later('frame');
    };
    // What is wrong is told below.
    this.#data.fetchDrawn().then(draw, () => {});
    await this.#withData(() => {});
  }

  /** Makes the words that a frame lacks which was made before what is read had come. */
  #makeWords({ data: { dataset, lines }, reader: { frameContentsInSteps } }: Read): void {
    const [{ lang: language }, signal] = [this.#state, this.#connection?.signal];
    if (signal === undefined || this.#hasWords || this.#contents?.language === language) return;
    // Until they are made the frame stands without them.
    this.#contents = { language, made: null };
    spread(frameContentsInSteps(dataset, language, this.#layout(), lines), signal).then(
      (made) => {
        this.#contents = { language, made };
        if (this.#state.lang === language) this.#fillWords(made);
      },
      () => {
        this.#contents = null;
      },
    );
  }

  get #hasWords(): boolean {
    return this.shadowRoot?.querySelector('.places') != null;
  }

  /** Puts words into a frame that was made without them. All else of it stays as it is, and the focus where it is. */
  #fillWords(contents: FrameContents): void {
    const { lang: language, names } = this.#state;
    const side = this.shadowRoot?.querySelector('.side') ?? null;
    const made = toDom(frameMarkup({ language, names, layout: this.#layout(), inset, contents, picture: null }));
    if (side === null || !(made instanceof Element)) return;
    const [places, passages, legend] = ['.places', '.passages', '.legend'].map((part) => made.querySelector(part));
    const former = side.querySelector('.legend');
    if (places == null || passages == null || legend == null || former === null) return;
    legend.toggleAttribute('open', former.hasAttribute('open'));
    side.querySelector('[data-part="places"]')?.replaceWith(places);
    former.replaceWith(passages, legend);
    this.#showControls();
    this.#markCurrent();
  }

  #render(): void {
    const root = this.shadowRoot;
    if (root === null) return;
    const { lang, names } = this.#state;
    const old = root.querySelector('.frame');
    const { picture, move, complete } = this.#stage.moveFrom(old);
    const contents = this.#frameContents();
    const frame = toDom(frameMarkup({ language: lang, names, layout: this.#layout(), inset, contents, picture }));
    const query = old?.querySelector<HTMLInputElement>(searchField)?.value ?? '';
    const announced = old?.querySelector('[data-part="announcement"]')?.textContent ?? '';
    if (old === null) root.append(frame);
    else old.replaceWith(frame);
    move();
    if (this.#layout() !== 'element') {
      document.documentElement.lang = lang;
      document.title = say(lang, 'title');
      for (const link of document.querySelectorAll('.languages a'))
        if (link.getAttribute('hreflang') === lang) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
    }
    this.#checkRadio();
    this.#showControls();
    this.#fillSources();
    this.#markCurrent();
    const field = root.querySelector<HTMLInputElement>(searchField);
    if (field !== null) field.value = query;
    this.#search?.restore(query);
    this.#showWords();
    this.#notice.show();
    this.#onItsWay.mark();
    if (announced !== '') this.#announce(announced);
    complete();
  }

  /** What the frame holds of the data; `null` before there is anything to make it of, or while it is being made. */
  #frameContents(): FrameContents | null {
    const { lang } = this.#state;
    const { read } = this.#data;
    if (read === null) return null;
    if (this.#contents?.language === lang) return this.#contents.made;
    return read.reader.frameContents(read.data.dataset, lang, this.#layout(), read.data.lines);
  }

  /** Lets frame, picture or map follow the state in the next task, together with what else changes until then. */
  #later(...parts: readonly Part[]): void {
    if (this.#due.size === 0) setTimeout(() => this.#catchUp());
    for (const part of parts) this.#due.add(part);
  }

  /** What is told of place and year, and the tools' words. */
  #showWords(): void {
    this.#year.show();
    this.#popup.fill();
    this.#tools?.refresh();
  }

  #catchUp(): void {
    const due = new Set(this.#due);
    this.#due.clear();
    if (due.has('frame')) this.#render();
    else {
      if (due.has('picture')) this.#stage.showPicture();
      if (due.has('words')) this.#showWords();
    }
    if (due.has('map')) this.#stage.apply();
    if (due.has('address')) writeAddress(this.#state, this.#base, 'replace');
  }

  /** Does something with the passages, once the data is there. */
  async #withPassages(use: (passages: InstanceType<Reader['PassagesView']>) => void, name?: string): Promise<void> {
    await this.#withAsked(({ data: { dataset }, reader: { PassagesView } }) => {
      const root = this.shadowRoot;
      if (root === null) return;
      this.#passages ??= new PassagesView({
        root,
        dataset,
        state: () => this.#state,
        pageAddress: () => this.#pageAddress(),
        announce: (text) => this.#announce(text),
        onLight: () => {
          this.#later('map');
          this.#markCurrent();
        },
      });
      use(this.#passages);
    }, name);
  }

  #followYear(): void {
    // The picture does not follow.
    this.#stage.lowerPicture();
    this.#year.follow();
  }

  #listen(signal: AbortSignal): void {
    const root = this.shadowRoot;
    if (root === null) return;
    root.addEventListener('change', (event) => this.#onChange(event), { signal });
    listenToClicks(root, this.#clickActions(), signal);
    // Opening the list of sources asks for the data that it is made of; the event does not bubble.
    root.addEventListener('toggle', (event) => this.#onToggle(event), { signal, capture: true });
    listenToKeys(this, this.#keyActions(), signal);
    root.addEventListener('focusin', (event) => this.#onFocus(event), { signal });
    for (const sign of ['focusin', 'pointerover'])
      root.addEventListener(sign, () => this.#onReader(), { signal, once: true });
    // Who types fast presses Enter before there is anything that searches.
    root.addEventListener('keydown', (event) => this.#onEarlyEnter(event), { signal });
    this.#listenToSearch();
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#later('map'), { signal });
    listenToPrint(
      () => this.#stage.beginPrint(),
      () => this.#stage.endPrint(),
      signal,
    );
    if (this.#layout() === 'page') window.addEventListener('popstate', () => this.#takeAddress(), { signal });
    if (this.#layout() === 'frame') {
      listenToParent((get) => this.#take(parseViewState(get, this.#state)), signal);
      // Pages and elements have no host to tell a height.
      import('../host/height-dialects.ts').then(
        ({ tellHeight }) => !signal.aborted && tellHeight(this, root, signal),
        (error: unknown) => console.error('four-islands: the host cannot be told the height', error),
      );
    }
  }

  #onChange(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.name !== 'names') return;
    const chosen = conventions.find((convention) => convention === target.value);
    if (chosen === undefined) return;
    this.#commit(reduce(this.#state, { type: 'name', names: chosen }));
    this.#announce(say(this.#state.lang, `legend.${chosen}`));
  }

  #clickActions(): ClickActions {
    return {
      open: () => this.#stage.open(),
      retry: () => void this.#notice.retry(),
      chooseYear: (year) => void this.#withTimeline((timeline) => timeline.choose(year)),
      useTool: (tool) => this.#useTool(tool),
      panBy: (east, south) => this.#stage.map?.panBy(east, south),
      zoomBy: (steps) => this.#stage.map?.zoomBy(steps),
      goHome: () => {
        this.#stage.map?.goHome();
        this.#commit(reduce(this.#state, { type: 'move', view: null }));
      },
      close: () => this.#popup.close(),
      showSource: (note) => this.#popup.showSource(note),
      lightPassage: (passage) => void this.#withPassages((passages) => passages.light(passage), `light ${passage}`),
      copyCitation: (button) => void this.#withPassages((passages) => void passages.copy(button)),
      choosePlace: (place, control) => this.#choose(place, control),
    };
  }

  /** Selects what the reader chose, unless it is an end of a line that is being measured; the focus goes back to `from`. */
  #choose(place: string, from: HTMLElement | null): void {
    if (this.#tools?.pick(null, place) === true) return;
    void this.#onItsWay.run((signal) => this.#popup.choose(place, from, signal));
  }

  /** Opens the place that an attribute or an address asks for. */
  #selectAsked(place: string): Promise<void> {
    return this.#onItsWay.run((signal) => this.#popup.select(place, { focus: false, signal }));
  }

  /** Does what the reader asked for with the timeline, unless that is called off before it is there. */
  #withTimeline(use: (timeline: TimelineView) => void): Promise<void> {
    return this.#onItsWay.run((signal) => this.#year.with((timeline) => !signal.aborted && use(timeline)));
  }

  /** Does what the reader asked for with the data, unless that is called off before it is there. */
  #withAsked(use: (read: Read, signal: AbortSignal) => Promise<void> | void, name?: string): Promise<void> {
    return this.#onItsWay.run(async (signal) => {
      let work = Promise.resolve();
      await this.#withData((read) => {
        if (!signal.aborted) work = Promise.resolve(use(read, signal));
      }, true);
      await work;
    }, name);
  }

  /** Calls off what is on its way. Returns whether anything was. */
  #callOff(): boolean {
    if (!this.#onItsWay.callOff()) return false;
    // A place that an address asked for is asked for no longer.
    if (!this.#popup.isOpen) this.#popup.close();
    return true;
  }

  #useTool(tool: ToolName): void {
    void this.#withTools((tools) => {
      if (tool === 'tools') tools.toggleMenu();
      else if (tool === 'help') tools.openHelp();
      else {
        const { place } = this.#state;
        const view = this.#stage.map?.view();
        // It is measured in the view that is seen.
        if (view !== undefined) this.#commit(reduce(this.#state, { type: 'move', view }));
        this.#popup.close();
        tools.measureFrom(place);
      }
    }, tool);
  }

  /** Does something with the tools, which are loaded when they are first asked for. */
  #withTools(use: (tools: Tools) => void, name?: string): Promise<void> {
    return this.#onItsWay.run(async (signal) => {
      const tools = await this.#loadTools();
      if (tools !== null && !signal.aborted) use(tools);
    }, name);
  }

  async #loadTools(): Promise<Tools | null> {
    const connection = this.#connection;
    const root = this.shadowRoot;
    try {
      const { Tools } = await import('../tools/tools.ts');
      if (root === null || connection === null || connection.signal.aborted) return null;
      this.#tools ??= new Tools(
        {
          root,
          layout: () => this.#layout(),
          state: () => this.#state,
          map: () => this.#stage.map,
          withData: (then) => void this.#withAsked(({ data }, signal) => then(data, signal)),
          announce: (text) => this.#announce(text),
          onFailed: (error) => this.#tellOf('tools', error),
          plate: (faces) => this.#stage.plate(faces),
          onCover: () => this.#stage.map?.relabel(),
        },
        connection.signal,
      );
      this.#notice.forget('tools');
      return this.#tools;
    } catch (error) {
      this.#tellOf('tools', error);
      return null;
    }
  }

  /** Tells reader and console of a part that did not come. */
  #tellOf(part: FailedPart, error: unknown): void {
    logFailure(reasonOf(error), error);
    this.#notice.tell(part, 'error.tools', reasonOf(error));
  }

  #onToggle({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.all-sources')) return;
    if (this.#data.read === null) void this.#withData(() => {});
  }

  #onEarlyEnter(event: Event): void {
    const { target } = event;
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing || this.#search !== null)
      return;
    if (isSearchField(target)) void this.#withAsked(() => this.#search?.submit());
  }

  /** A map that waits for a click leaves what is read until a reader is there. */
  #onReader(): void {
    if (this.#state.load === 'click' && !this.#hasWords) void this.#withData(() => {});
  }

  #onFocus({ target }: Event): void {
    if (this.#search === null && isSearchField(target)) void this.#withData(() => {});
  }

  #keyActions(): KeyActions {
    return {
      close: () => {
        if (this.#callOff()) return true;
        if (!this.#popup.isOpen) return this.#tools?.endMeasure() === true;
        this.#popup.close();
        return true;
      },
      moveYear: (from, by) => void this.#withTimeline((timeline) => timeline.move(from, by)),
      pick: (target) => {
        if (target === undefined || target !== this.#canvas()) return false;
        const view = this.#stage.map?.frame().view;
        if (view !== undefined) this.#tools?.pick([view.lng, view.lat], null);
        return true;
      },
      shortcutsOn: () => this.#tools?.keysOn !== false,
      help: () => this.#useTool('help'),
      search: () => {
        const field = this.shadowRoot?.querySelector<HTMLElement>('[data-part="search"] input');
        field?.closest('details')?.setAttribute('open', '');
        field?.focus();
      },
    };
  }

  /** Takes a parsed change from attributes or messages: what was not understood is told to the console and stays as it was. */
  #take({ state, problems }: ParsedState): void {
    for (const problem of problems) console.warn(describeStateProblem(problem));
    const previous = this.#state;
    if (state.place !== previous.place) {
      this.#commit({ ...state, place: previous.place });
      if (state.place === null) this.#popup.close('replace');
      else {
        const isAsked = this.#due.has('view') || state.view !== previous.view;
        void this.#selectAsked(state.place).then(() => this.#goToView(isAsked, previous));
      }
    } else this.#commit(state);
    if (state.view !== previous.view) this.#later('view');
    // An attribute that was not understood goes back to what stands.
    this.#reflect(stateKeys.filter((key) => problems.some((problem) => problem.key === key)));
  }

  /**
   * A view that was asked for together with a place, in the same task, goes before the one that the place brings with it; and so does one that
   * was asked for, or that the reader went to, while the place was on its way.
   */
  #goToView(isAsked: boolean, { view: before }: ViewState): void {
    const { view } = this.#state;
    if (view === null || !(isAsked || view !== before)) return;
    this.#stage.forgetView();
    this.#later('map');
  }

  #takeAddress(): void {
    const asked = readAddress(this.#state, this.#base);
    this.#take(asked);
    // Without place and view the address means the four groups, wherever the reader had gone to from there.
    if (asked.state.place === null && asked.state.view === null) this.#stage.map?.goHome();
  }

  /**
   * The one way in which the element's state changes: everything visible follows from the difference. On the page the address follows
   * too: what the reader chose or closed is a step of the history, everything else goes into the present one.
   */
  #commit(next: ViewState, step: HistoryStep = 'replace'): void {
    const previous = this.#state;
    const changed = stateKeys.filter((key) => formatValue(key, previous) !== formatValue(key, next));
    if (changed.length === 0) return;
    this.#state = next;
    this.#reflect(changed);
    // The page's own picture cannot follow.
    const wasBrought = this.#stage.hasBrought;
    if (changed.includes('lang') || changed.includes('names')) this.#stage.outdateBrought();
    this.#stage.veil();
    if (changed.includes('lang')) {
      this.#later('frame');
      if (this.#data.read === null) void this.#drawPicture();
    }
    if (changed.includes('names')) {
      if (wasBrought && this.#stage.map === null) void this.#drawPicture();
      else if (wasBrought) this.#later('picture');
      this.#checkRadio();
      dispatch(this, 'four-islands-names', { names: next.names });
      if (this.#layout() === 'frame') postToParent({ type: 'four-islands:names', names: next.names });
    }
    if (changed.some((key) => key === 'names' || key === 'year')) this.#later('words');
    if (changed.some((key) => key === 'year' || key === 'lines')) this.#followYear();
    else if (changed.includes('names') && this.#year.time.step !== null) this.#later('picture');
    this.#later('map');
    if (this.#layout() !== 'page') return;
    if (step === 'push') writeAddress(next, this.#base, step);
    else this.#later('address');
  }

  #tellSelection(place: string | null, passages: readonly string[]): void {
    dispatch(this, 'four-islands-select', { place, passages });
    if (this.#layout() === 'frame') postToParent({ type: 'four-islands:select', place });
  }

  #markCurrent(): void {
    const root = this.shadowRoot;
    if (root === null) return;
    const dataset = this.#data.read?.data.dataset ?? null;
    markCurrent(root, dataset, { place: this.#state.place, lit: this.#passages?.lit ?? null });
  }

  /** The address of our page: this document’s, or that of the page beside it where this one is a frame. */
  #pageAddress(): string {
    return this.#layout() === 'frame' ? new URL('./', window.location.href).href : window.location.href;
  }

  /** Puts the list of all sources where the page has only a link to it. */
  #fillSources(): void {
    const { read } = this.#data;
    const list = this.shadowRoot?.querySelector('[data-part="all-sources"]');
    if (read === null || list == null) return;
    const sources = read.reader.sourceListMarkup(read.data.dataset, this.#state.lang);
    list.replaceChildren(...sources.map((node) => toDom(node)));
  }

  #makeYear(): ChosenYear {
    return new ChosenYear({
      root: () => this.shadowRoot,
      connection: () => this.#connection?.signal ?? null,
      state: () => this.#state,
      drawn: () => this.#data.drawn,
      fetch: () => this.#data.fetch(),
      choose: (change) => this.#commit(reduce(this.#state, { type: 'set', change }), 'push'),
      announce: (text) => this.#announce(text),
      onFollow: () => this.#later('map', 'picture', 'words'),
      onOutline: () => this.#later('map'),
      showsNow: () => this.#showsNow(),
      onFailed: (error) => {
        this.#notice.tell('timeline', 'error.tools', reasonOf(error));
        this.#later('picture');
      },
      onLoaded: () => this.#notice.forget('timeline'),
    });
  }

  #makeStage(): Stage {
    return new Stage({
      element: this,
      connection: () => this.#connection?.signal ?? null,
      part: (name) => this.#part(name),
      layout: () => this.#layout(),
      state: () => this.#state,
      data: this.#data,
      year: this.#year,
      singledOut: () => this.#singledOut(),
      draw: () => void this.#drawPicture(),
      render: () => this.#render(),
      laterPicture: () => this.#later('picture'),
      showsNow: () => this.#showsNow(),
      isUntouched: () => this.#isUntouched(),
      onPick: (position, place) => this.#tools?.pick(position, place) === true,
      onSelect: (place) => this.#choose(place, this.#canvas()),
      onMove: (view) => this.#commit(reduce(this.#state, { type: 'move', view })),
      onOpening: () => {
        this.#setDataState('loading');
        this.#notice.forget('map');
        // What will lie over the map has its room from now on, so that no name is lettered under it.
        this.#showControls();
      },
      onOpened: () => {
        this.#setDataState('interactive');
        if (this.#notice.opened()) this.#canvas()?.focus({ preventScroll: true });
        this.#showControls();
        this.#settle.resolve();
        dispatch(this, 'four-islands-ready', null);
      },
      onComplete: () => {
        this.dataset['lettered'] = '';
        // What is read comes while the reader looks at the map, and at once when it is asked for.
        setTimeout(() => {
          if (this.#stage.map !== null) void this.#withData(() => {});
        }, firstLook);
      },
      onFallingAsleep: () => this.#tools?.endMeasure(),
      onAsleep: () => {
        this.#setDataState('picture');
        this.#showControls();
      },
      onFailed: (error) => this.#fail(reasonOf(error), error),
      onContextLost: () => this.#fail('context-lost', new Error('the WebGL context was lost')),
    });
  }

  #makePopup(): PopupView {
    return new PopupView({
      popup: () => this.#part('popup'),
      state: () => this.#state,
      commit: (next, step) => this.#commit(next, step),
      step: () => this.#year.time.step,
      read: () => this.#data.read,
      withData: (use) => this.#withData(use),
      focused: () => this.shadowRoot?.activeElement ?? null,
      fallback: () => this.#canvas(),
      onSelect: (place, passages) => {
        if (place !== null) {
          this.#passages?.putOut();
          // A map that shows the place already is told of what is no longer lit.
          this.#later('map');
        }
        this.#markCurrent();
        this.#tellSelection(place, passages);
      },
    });
  }

  /** As it was loaded. */
  #isUntouched(): boolean {
    const isLoaded = this.#tools !== null || this.#year.isLoaded || this.#passages !== null;
    const isSame = stateKeys.every((key) => formatValue(key, this.#state) === formatValue(key, this.#begun));
    return isSame && !isLoaded;
  }

  #fail(reason: FailureReason, error: unknown): void {
    // It may be found out twice.
    if (this.dataset['state'] === 'failed' && !this.#stage.isOpening) return;
    const wasShown = this.#stage.giveUp();
    // The picture shows the home view again, and so must its margin.
    if (wasShown) this.#render();
    this.#setDataState('failed');
    this.#tell('map', reason, error, `error.${reason}`);
    this.#settle.reject(error instanceof Error ? error : new Error(reason));
    this.#showControls();
    this.#stage.veil();
    this.#year.mark();
    this.#stage.letterPicture();
    // The picture goes to the selected place in place of the map.
    this.#later('map');
    // What a map would have brought along: it can be read without one.
    if (reason !== 'data' && !this.#hasWords) void this.#withData(() => {});
  }

  /** Tells reader, page and console what is wrong. */
  #tell(part: FailedPart, reason: FailureReason, error: unknown, sentence: StringKey): void {
    this.#notice.tell(part, sentence, reason);
    logFailure(reason, error);
    dispatch(this, 'four-islands-error', { reason });
  }

  /** Where nothing can be drawn, the picture of now stands, whatever was asked for. */
  #showsNow(): boolean {
    return this.dataset['state'] === 'failed' && this.#data.drawn === null;
  }

  /** What is read has come, and what shows it. */
  #onRead(read: Read): void {
    const { reader } = read;
    if (this.shadowRoot !== null) adoptRules(this.shadowRoot, reader.rules);
    this.#notice.forget('readings');
    this.#listenToSearch();
    this.#fillSources();
    this.#showControls();
    this.#makeWords(read);
  }

  /** The search field works from when there is something to search in; what was typed before is looked for then. */
  #listenToSearch(): void {
    const [root, connection, read] = [this.shadowRoot, this.#connection, this.#data.read];
    if (this.#search !== null || read === null || root === null || connection === null) return;
    this.#search = new read.reader.PlaceSearch(
      {
        root,
        layout: () => this.#layout(),
        language: () => this.#state.lang,
        withDataset: (use) => void this.#withData(({ data }) => use(data.dataset)),
        announce: (text) => this.#announce(text),
        select: (id, from) => this.#choose(id, from),
        onResults: () => this.#markCurrent(),
      },
      connection.signal,
    );
    this.#search.restore(this.#search.query);
  }

  /**
   * Does something with the data once it is there, unless the element is gone by then. Tells the reader when it never comes; where there is no
   * map either, only a reader who has `asked` for it.
   */
  async #withData(use: (read: Read) => void, asked = false): Promise<void> {
    const connection = this.#connection;
    try {
      const read = await this.#data.fetch();
      if (connection?.signal.aborted === false) use(read);
    } catch (error) {
      if (connection?.signal.aborted !== false) return;
      if (this.dataset['state'] === 'failed') {
        if (asked) this.#tellOf('readings', error);
      } else if (this.#data.drawn === null) this.#fail(reasonOf(error), error);
      // Map and picture need nothing of what is read.
      else this.#tell('readings', reasonOf(error), error, 'error.tools');
    }
  }

  /** Groups that the chosen passage or event speaks of: the same list as long as they are the same ones. */
  #singledOut(): readonly GroupId[] {
    const lit = this.#passages?.lit ?? null;
    const spokenOf = this.#data.read?.data.dataset.article.passages.find(({ id }) => id === lit)?.concerns ?? [];
    const groups = [...spokenOf, ...this.#year.outlined];
    if (groups.join() !== this.#single.join()) this.#single = groups;
    return this.#single;
  }

  #layout(): Layout {
    const layout = this.dataset['layout'];
    return layout === 'page' || layout === 'frame' ? layout : 'element';
  }

  #part(name: string): HTMLElement {
    const part = this.shadowRoot?.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null || part === undefined) throw new Error(`four-islands: the frame has no part “${name}”`);
    return part;
  }

  #canvas(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('[data-part="map"] canvas') ?? null;
  }

  #checkRadio(): void {
    for (const radio of this.shadowRoot?.querySelectorAll<HTMLInputElement>('input[name="names"]') ?? [])
      radio.checked = radio.value === this.#state.names;
  }

  #showControls(): void {
    const interactive = this.#stage.map !== null;
    this.#part('camera').hidden = !interactive;
    for (const item of this.shadowRoot?.querySelectorAll<HTMLElement>('[data-scripted]') ?? []) item.hidden = false;
    this.#part('tools').hidden = false;
    const failed = this.dataset['state'] === 'failed';
    this.#part('open').hidden = interactive || this.#stage.isOpening || failed || this.#state.load !== 'click';
    // Without what is drawn there is nothing to search in; what is read may still come when it is asked for.
    const search = this.shadowRoot?.querySelector<HTMLElement>('[data-part="search"]');
    if (search != null) search.hidden = failed && this.#data.drawn === null && this.#notice.reason === 'data';
  }

  #setDataState(state: DataState): void {
    this.dataset['state'] = state;
    if (state !== 'interactive') delete this.dataset['lettered'];
  }

  #announce(text: string): void {
    this.#part('announcement').textContent = text;
  }

  /** Whether the attribute says this already, in the host's own words: `ja-JP`. */
  #says(key: StateKey, value: string): boolean {
    const written = this.getAttribute(key);
    if (written === null || written === '') return false;
    const { state, problems } = parseViewState((other) => (other === key ? written : null), defaultState);
    return problems.length === 0 && formatValue(key, state) === value;
  }

  #reflect(keys: readonly StateKey[]): void {
    this.#reflecting = true;
    for (const key of keys) {
      const value = formatValue(key, this.#state);
      if (this.#says(key, value)) continue;
      if (value === '' || (value === formatValue(key, defaultState) && !this.hasAttribute(key)))
        this.removeAttribute(key);
      else this.setAttribute(key, value);
    }
    this.#reflecting = false;
  }
}

const searchField = '[data-part="search"] input';

function isSearchField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(searchField);
}

function browserLanguage(): ViewState['lang'] {
  const [first = defaultState.lang] = navigator.languages.flatMap((tag) => parseLanguage(tag) ?? []);
  return first;
}
