import { startWorker } from 'virtual:four-islands/early-worker';
import { inset } from 'virtual:four-islands/files';
import { type Frame, homeExtent, homeView } from '../model/camera.ts';
import { type Line, openLines } from '../model/lines.ts';
import type { Bounds } from '../model/measures.ts';
import { type Convention, conventions, type GroupId, type Language, type Place } from '../model/types.ts';
import {
  defaultState,
  describeStateProblem,
  formatValue,
  type ParsedState,
  parseViewState,
  reduce,
  type StateKey,
  stateKeys,
  unknownPlace,
  type ViewState,
  years,
} from '../model/view-state.ts';
import type { Box } from '../style/land-mask.ts';
import type { ThemeName } from '../style/theme.ts';
import { type FrameContents, frameMarkup, type Layout } from '../text/frame-markup.ts';
import { type PictureTime, whoseWords } from '../text/picture-words.ts';
import { type StringKey, say } from '../text/strings.ts';
import { adoptRules } from './adopt-rules.ts';
import { beginAnew } from './begin-anew.ts';
import type { DataError } from './data-error.ts';
import { toDom } from './dom.ts';
import rules from './frame.css?inline';
import { listenToParent, postToParent } from './frame-messages.ts';
import { frameStyleSheet } from './frame-styles.ts';
import { type KeyActions, listenToKeys } from './keys.ts';
import { LiveMap } from './live-map.ts';
import type { LoadedData, MapData } from './load-data.ts';
import type { MapState, MapView, Subject } from './map-view.ts';
import { showMargin } from './margin-view.ts';
import { mark, markCurrent } from './mark-current.ts';
import { type HistoryStep, readAddress, writeAddress } from './page-address.ts';
import { coveredOnPaper, frameOnPaper, listenToPrint } from './print-view.ts';
import { nextTask, spread } from './spread-steps.ts';
import { coveredBelow, coversOf } from './stage-covers.ts';
import type { Depicted } from './stage-pictures.ts';
import { type Pictures, StageSheet } from './stage-sheet.ts';
import { declareStandIns } from './stand-in-faces.ts';
import type { TimelineView } from './timeline-view.ts';
import type { Tools } from './tools.ts';

export type DataState = 'picture' | 'loading' | 'interactive' | 'failed';
export type FailureReason = 'webgl' | 'module' | 'worker' | 'data' | 'context-lost';

type Reader = typeof import('./reader.ts');

/** What is made anew when the state has changed: all of the frame, its picture, its words, what the map shows, or the page's address. */
type Part = 'frame' | 'picture' | 'words' | 'map' | 'address';

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
  #reflecting = false;
  #connection: AbortController | null = null;
  /** What is drawn, and what makes pictures of it. */
  #drawn: MapData | null = null;
  #pictures: Pictures | null = null;
  /** The same with what is read, and what makes popups and lists of it. */
  #data: LoadedData | null = null;
  #reader: Reader | null = null;
  readonly #live: LiveMap;
  #returnFocus: HTMLElement | null = null;
  /** Counts what was selected and closed: only the last counts, whatever arrives first. */
  #choices = 0;
  #search: InstanceType<Reader['PlaceSearch']> | null = null;
  #passages: InstanceType<Reader['PassagesView']> | null = null;
  #tools: Tools | null = null;
  #timeline: TimelineView | null = null;
  /** Groups that an event of the timeline singles out; not part of the address. */
  #outlined: readonly GroupId[] = [];
  /** What was singled out last. */
  #single: readonly GroupId[] = [];
  /** What follows the state in the next task: many writes make one update. */
  readonly #due = new Set<Part>();
  readonly #sheet: StageSheet;
  /** What the frame holds of the data, made ahead of it. */
  #contents: { readonly language: Language; readonly made: FrameContents | null } | null = null;
  /** The picture under a living map is drawn when it is wanted again, not at every change. */
  #stale = false;
  /** The lines that are shown, kept as long as they are the same ones. */
  #lines: { readonly key: string; readonly shown: readonly Line[] } = { key: '', shown: [] };

  constructor() {
    super();
    let settle: Settle = { resolve: () => {}, reject: () => {} };
    this.ready = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.#settle = settle;
    this.ready.catch(() => {});
    this.#live = this.#makeLive();
    this.#sheet = this.#makeSheet();
  }

  get names(): Convention {
    return this.#state.names;
  }
  set names(value: string) {
    this.setAttribute('names', value);
  }
  // HTMLElement has a `lang` of its own, typed as any string; ours narrows what it returns.
  override get lang(): string {
    return this.#state.lang;
  }
  override set lang(value: string) {
    this.setAttribute('lang', value);
  }
  get place(): string | null {
    return this.#state.place;
  }
  set place(value: string | null) {
    this.setAttribute('place', value ?? '');
  }
  get view(): string {
    return formatValue('view', this.#state);
  }
  set view(value: string) {
    this.setAttribute('view', value);
  }
  get year(): string {
    return this.#state.year;
  }
  set year(value: string) {
    this.setAttribute('year', value);
  }
  get lines(): Convention {
    return this.#state.lines;
  }
  set lines(value: string) {
    this.setAttribute('lines', value);
  }
  get theme(): string {
    return this.#state.theme;
  }
  set theme(value: string) {
    this.setAttribute('theme', value);
  }
  get load(): string {
    return this.#state.load;
  }
  set load(value: string) {
    this.setAttribute('load', value);
  }

  /** The MapLibre map, for pages that add layers of their own and for audits; `null` while there is none. Not bound by this package's versions. */
  get maplibre(): MapView['maplibre'] | null {
    return this.#live.view?.maplibre ?? null;
  }

  /** What is seen at present as an SVG file's text. Throws before the data is there: await `ready`. */
  toSVG(): string {
    return this.#plate({});
  }

  #plate(faces: { readonly fontFaces?: string }): string {
    const depicted = this.#depicted();
    if (this.#pictures === null || depicted === null)
      throw new Error('four-islands: the data is not there yet; await `ready` first');
    const frame = this.#live.view?.frame() ?? (depicted.time.step === null ? null : this.#fittedFrame());
    return this.#pictures.platePicture(depicted, {
      theme: this.#themeName(),
      ...(frame === null ? {} : { frame }),
      ...faces,
    });
  }

  /** What every picture shows at present; `null` before the data is there. */
  #depicted(): Depicted | null {
    const { lang, names } = this.#state;
    return this.#drawn === null ? null : { data: this.#drawn, time: this.#time(), language: lang, convention: names };
  }

  connectedCallback(): void {
    const connection = new AbortController();
    this.#connection = connection;
    if (this.#layout() === 'element') declareStandIns();
    if (!this.#started) this.#start();
    this.#build();
    this.#listen(connection.signal);
    this.#setDataState('picture');
    if (this.#state.place !== null) void this.#select(this.#state.place, { focus: false });
    this.#live.connect(connection.signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#connection = null;
    this.#tools = null;
    this.#timeline = null;
    this.#search = null;
    this.#sheet.take();
    this.#clearStage();
    this.#setDataState('picture');
  }

  attributeChangedCallback(name: string, _previous: string | null, value: string | null): void {
    if (!this.#started || this.#reflecting) return;
    this.#take(parseViewState((key) => (key === name ? (value ?? formatValue(key, defaultState)) : null), this.#state));
  }

  /** First connection: the attributes, and on our own page and frame the address, make the first state. */
  #start(): void {
    const base = { ...defaultState, lang: this.#layout() === 'page' ? browserLanguage() : defaultState.lang };
    const attributes = parseViewState((key) => this.getAttribute(key), base);
    const query = new URLSearchParams(this.#layout() === 'element' ? '' : window.location.search);
    const address = parseViewState((key) => query.get(key), attributes.state);
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
    if (printed === null) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(frameStyleSheet(rules));
      root.adoptedStyleSheets = [sheet];
    }
    if (printed?.getAttribute('lang') !== this.#state.lang) {
      this.#render();
      // A picture that the page has brought along stands until the reader comes near.
      if (this.#data === null && (this.#layout() !== 'element' || this.childElementCount === 0))
        void this.#drawPicture();
    }
    this.#checkRadio();
    this.#showControls();
    if (this.#state.year !== 'now' || this.#state.lines !== 'both') {
      this.#markYear();
      void this.#withData(() => this.#followYear());
    }
  }

  /** Puts our own picture in place when what it shows is there, and the words round it when they are. */
  async #drawPicture(): Promise<void> {
    const connection = this.#connection;
    if (this.shadowRoot?.querySelector('.picture') == null) this.#sheet.expect();
    // The frame has just been made.
    await nextTask();
    if (connection === null || connection.signal.aborted) return;
    const draw = () => {
      if (!connection.signal.aborted && this.#data === null) this.#later('frame');
    };
    // What is wrong is told below.
    this.#fetchDrawn().then(draw, () => {});
    await this.#withData(({ dataset, lines }, { frameContentsInSteps }) => {
      const { lang: language } = this.#state;
      // Until they are made the frame stands without them.
      this.#contents = { language, made: null };
      const steps = frameContentsInSteps(dataset, language, this.#layout(), lines);
      spread(steps, connection.signal).then(
        (made) => {
          this.#contents = { language, made };
          this.#later('frame');
        },
        () => {
          this.#contents = null;
        },
      );
    });
  }

  #render(): void {
    const root = this.shadowRoot;
    if (root === null) return;
    this.#sheet.lower();
    const { lang, names } = this.#state;
    const [data, reader] = [this.#data, this.#reader];
    const layout = this.#layout();
    this.#stale = this.#live.view !== null;
    const old = root.querySelector('.frame');
    // The first picture is drawn in a task of its own.
    const first = old?.querySelector('.picture') == null;
    const contents =
      data === null || reader === null
        ? null
        : this.#contents?.language !== lang
          ? reader.frameContents(data.dataset, lang, layout, data.lines)
          : this.#contents.made;
    const isKept = this.#stale || (!first && this.#sheet.isCurrent);
    // Where names stood before, others stand at once.
    const lettersAtOnce = !isKept && old?.querySelector('.home')?.hasChildNodes() === true;
    const picture = first || isKept ? null : this.#sheet.picture();
    const frame = toDom(frameMarkup({ language: lang, names, layout, inset, contents, picture }));
    const map = root.querySelector('[data-part="map"]');
    const query = this.#search?.query ?? '';
    if (old === null) root.append(frame);
    else old.replaceWith(frame);
    if (isKept) root.querySelector('.sheet')?.replaceChildren(...(old?.querySelector('.sheet')?.childNodes ?? []));
    if (this.#stale) this.#sheet.tell();
    if (this.#layout() !== 'element') {
      document.documentElement.lang = lang;
      document.title = say(lang, 'title');
    }
    // A living map moves into the new frame, with all that it shows.
    if (map !== null) root.querySelector('[data-part="map"]')?.replaceWith(map);
    this.#checkRadio();
    this.#showControls();
    this.#fillSources();
    this.#markCurrent();
    this.#search?.restore(query);
    this.#showView();
    this.#showWords();
    void (first ? this.#sheet.drawFirst() : this.#sheet.letter(lettersAtOnce));
  }

  /** Tells pictures apart: that of the first view holds all conventions, others the one that is chosen. */
  #pictureKey(): string {
    const { lang, names, year, lines } = this.#state;
    return [lang, year, lines, this.#time().step === null ? '' : names].join(' ');
  }

  /** Puts the picture for the state as it is in place of the one before. */
  #showPicture(): void {
    if (this.#pictures === null) return;
    if (this.#live.view !== null) {
      this.#stale = true;
      this.#sheet.tell();
    } else if (this.#time().step === null) {
      // The margin goes with the picture; the one of the first view comes with the frame.
      this.#render();
    } else {
      const picture = this.#sheet.picture();
      if (picture === null) return;
      this.#stale = false;
      this.#sheet.show(picture);
      showMargin(this.#part('marginalia'), this.#fittedFrame(), this.#state.lang);
    }
  }

  /** Lets frame, picture or map follow the state in the next task, together with what else changes until then. */
  #later(...parts: readonly Part[]): void {
    if (this.#due.size === 0) setTimeout(() => this.#catchUp());
    for (const part of parts) this.#due.add(part);
  }

  /** What is told of place and year, and the tools' words. */
  #showWords(): void {
    this.#markYear();
    this.#fillPopup();
    this.#timeline?.show();
    this.#tools?.refresh();
  }

  #catchUp(): void {
    const due = new Set(this.#due);
    this.#due.clear();
    if (due.has('frame')) this.#render();
    else {
      if (due.has('picture')) this.#showPicture();
      if (due.has('words')) this.#showWords();
    }
    if (due.has('map')) this.#applyToMap();
    if (due.has('address')) writeAddress(this.#state, this.#base, 'replace');
  }

  #time(): PictureTime {
    const { year, lines } = this.#state;
    return {
      lines: this.#shownLines(),
      step: this.#timeline?.stepOf(year) ?? null,
      whose: year === 'now' ? lines : 'both',
    };
  }

  #shownLines(): readonly Line[] {
    const { year, lines } = this.#state;
    const key = `${year} ${lines} ${this.#timeline === null} ${this.#drawn === null}`;
    if (this.#lines.key !== key) {
      const shown =
        this.#timeline?.linesOf(this.#state) ?? (year === 'now' ? openLines(this.#drawn?.lines ?? [], lines) : []);
      this.#lines = { key, shown };
    }
    return this.#lines.shown;
  }

  /** The view that is fitted to the step, in the stage as it is. */
  #fittedFrame(): Frame {
    const { clientWidth, clientHeight } = this.#part('map').parentElement ?? this;
    const [width, height] = [Math.max(1, clientWidth), Math.max(1, clientHeight)];
    return { view: homeView(width, height, this.#extent()), width, height };
  }

  #extent(): Bounds {
    return this.#timeline?.extentOf(this.#state.year) ?? homeExtent;
  }

  /** Marks the step that is shown, and says whose lines they are where they are of one side only. */
  #markYear(): void {
    const { year, lang } = this.#state;
    for (const item of this.shadowRoot?.querySelectorAll<HTMLElement>('.years [data-year]') ?? [])
      mark(item, item.dataset['year'] === year);
    const words = whoseWords(lang, this.#time().whose);
    this.#part('whose').textContent = words === null ? '' : `${words} `;
  }

  /** Does something with the passages, once the data is there. */
  async #withPassages(use: (passages: InstanceType<Reader['PassagesView']>) => void): Promise<void> {
    await this.#withData(({ dataset }, { PassagesView }) => {
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
    });
  }

  /** Does something with the timeline, which is loaded when it is first asked for. */
  async #withTimeline(use: (timeline: TimelineView) => void): Promise<void> {
    const connection = this.#connection;
    const root = this.shadowRoot;
    if (connection === null || root === null) return;
    if (this.#timeline !== null) return use(this.#timeline);
    try {
      const [{ TimelineView, loadTimeline }, [data]] = await Promise.all([import('./timeline-view.ts'), this.#fetch()]);
      const timeline = await loadTimeline(data);
      if (connection.signal.aborted) return;
      this.#timeline ??= new TimelineView(
        {
          root,
          timeline,
          sources: data.dataset.sources,
          state: () => this.#state,
          choose: (change) => this.#commit(reduce(this.#state, { type: 'set', change }), 'push'),
          outline: (groups) => {
            this.#outlined = groups;
            this.#later('map');
          },
          announce: (text) => this.#announce(text),
        },
        connection.signal,
      );
      use(this.#timeline);
    } catch (error) {
      if (connection.signal.aborted) return;
      console.error('four-islands: timeline', isDataError(error) ? `\n${error.problems.join('\n')}` : error);
      this.#notify('error.tools');
    }
  }

  /** Follows a year or a choice of lines: at once for now, when the timeline is there for the past. */
  #followYear(): void {
    const { year } = this.#state;
    this.#outlined = [];
    // The picture does not follow.
    this.#sheet.lower();
    this.#markYear();
    const follow = () => {
      this.#later('map', 'picture', 'words');
    };
    if (year === 'now' || this.#timeline !== null) follow();
    else void this.#withTimeline(follow);
  }

  #listen(signal: AbortSignal): void {
    const root = this.shadowRoot;
    if (root === null) return;
    root.addEventListener('change', (event) => this.#onChange(event), { signal });
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    // Opening the list of sources asks for the data that it is made of; the event does not bubble.
    root.addEventListener('toggle', (event) => this.#onToggle(event), { signal, capture: true });
    listenToKeys(this, this.#keyActions(), signal);
    root.addEventListener('focusin', (event) => this.#onFocus(event), { signal });
    // Who types fast presses Enter before there is anything that searches.
    root.addEventListener('keydown', (event) => this.#onEarlyEnter(event), { signal });
    this.#listenToSearch();
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#later('map'), { signal });
    if (this.#layout() !== 'element')
      listenToPrint(
        () => this.#showPrint(),
        () => this.#endPrint(),
        signal,
      );
    if (this.#layout() === 'page') window.addEventListener('popstate', () => this.#takeAddress(), { signal });
    if (this.#layout() === 'frame') {
      listenToParent((get) => this.#take(parseViewState(get, this.#state)), signal);
      // Pages and elements have no host to tell a height.
      import('./height-dialects.ts').then(
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

  #onClick(event: Event): void {
    const target =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-place],[data-action],[data-year],[data-part="open"]')
        : null;
    if (target === null || (event instanceof MouseEvent && (event.metaKey || event.ctrlKey || event.shiftKey))) return;
    const { place, action, note, part, passage } = target.dataset;
    const year = years.find((known) => known === target.dataset['year']);
    if (part === 'open') this.#live.ask();
    else if (year !== undefined) {
      event.preventDefault();
      void this.#withTimeline((timeline) => timeline.choose(year));
    } else if (action === 'tools' || action === 'help' || action === 'measure') {
      event.preventDefault();
      this.#useTool(action);
    } else if (action?.startsWith('pan-')) this.#pan(action);
    else if (action === 'close') this.#close();
    else if (action === 'copy') void this.#withPassages((passages) => void passages.copy(target));
    else if (action === 'light') void this.#withPassages((passages) => passages.light(passage ?? ''));
    else if (action === 'note') this.#showSource(note ?? '');
    else if (action === 'zoom-in') this.#live.view?.zoomBy(1);
    else if (action === 'zoom-out') this.#live.view?.zoomBy(-1);
    else if (action === 'home') {
      this.#live.view?.goHome();
      this.#commit(reduce(this.#state, { type: 'move', view: null }));
    } else if (place !== undefined) {
      event.preventDefault();
      // A link inside the popup goes with the popup's old content: the focus then still returns to where it came from.
      this.#choose(place, this.#part('popup').contains(target) ? this.#returnFocus : target);
    }
  }

  /** Selects what the reader chose, unless it is an end of a line that is being measured; the focus goes back to `from`. */
  #choose(place: string, from: HTMLElement | null): void {
    if (this.#tools?.pick(null, place) === true) return;
    this.#returnFocus = from;
    void this.#select(place, { focus: true });
  }

  #pan(action: string): void {
    const step = 100;
    const side = (forward: string, back: string) =>
      action === `pan-${forward}` ? step : action === `pan-${back}` ? -step : 0;
    this.#live.view?.panBy(side('east', 'west'), side('south', 'north'));
  }

  #useTool(action: 'tools' | 'help' | 'measure'): void {
    void this.#withTools((tools) => {
      if (action === 'tools') tools.toggleMenu();
      else if (action === 'help') tools.openHelp();
      else {
        const { place } = this.#state;
        this.#close();
        tools.measureFrom(place);
      }
    });
  }

  /** Does something with the tools, which are loaded when they are first asked for. */
  async #withTools(use: (tools: Tools) => void): Promise<void> {
    const connection = this.#connection;
    const root = this.shadowRoot;
    try {
      const { Tools } = await import('./tools.ts');
      if (root === null || connection === null || connection.signal.aborted) return;
      this.#tools ??= new Tools(
        {
          root,
          layout: () => this.#layout(),
          state: () => this.#state,
          map: () => this.#live.view,
          withData: (then) => void this.#withData(then),
          announce: (text) => this.#announce(text),
          plate: (faces) => this.#plate(faces),
          onCover: () => this.#live.view?.relabel(),
        },
        connection.signal,
      );
      use(this.#tools);
    } catch (error) {
      console.error('four-islands: module', error);
      this.#notify('error.tools');
    }
  }

  #onToggle({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.all-sources')) return;
    if (this.#data === null) void this.#withData(() => this.#fillSources());
  }

  #onEarlyEnter(event: Event): void {
    const { target } = event;
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing || this.#search !== null)
      return;
    if (isSearchField(target)) void this.#withData(() => this.#search?.submit());
  }

  #onFocus({ target }: Event): void {
    if (this.#search === null && isSearchField(target)) void this.#withData(() => {});
  }

  /** Opens the popup's list of sources at a note and puts the focus on its link. */
  #showSource(note: string): void {
    const sources = this.#part('sources');
    sources.setAttribute('open', '');
    sources.querySelector<HTMLElement>(`[data-source="${CSS.escape(note)}"] a`)?.focus();
  }

  #keyActions(): KeyActions {
    return {
      close: () => {
        if (this.#part('popup').hidden) return this.#tools?.endMeasure() === true;
        this.#close();
        return true;
      },
      moveYear: (from, by) => void this.#withTimeline((timeline) => timeline.move(from, by)),
      pick: (target) => {
        if (target === undefined || target !== this.#canvas()) return false;
        const view = this.#live.view?.frame().view;
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
      if (state.place === null) this.#close('replace');
      else void this.#select(state.place, { focus: false }).then(() => this.#goToView(previous, state));
    } else this.#commit(state);
    // An attribute that was not understood goes back to what stands.
    this.#reflect(stateKeys.filter((key) => problems.some((problem) => problem.key === key)));
  }

  /** A view that was asked for together with a place goes before the one that the place brings with it. */
  #goToView({ view: before }: ViewState, { view }: ViewState): void {
    if (view === null || view === before || this.#state.view !== view) return;
    this.#live.forgetView();
    this.#later('map');
  }

  #takeAddress(): void {
    const asked = readAddress(this.#state, this.#base);
    this.#take(asked);
    // Without place and view the address means the four groups, wherever the reader had gone to from there.
    if (asked.state.place === null && asked.state.view === null) this.#live.view?.goHome();
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
    if (changed.includes('lang')) {
      this.#later('frame');
      if (this.#data === null) void this.#drawPicture();
    }
    if (changed.includes('names')) {
      // The page's own picture cannot follow.
      if (this.shadowRoot?.querySelector('.sheet slot') != null) void this.#drawPicture();
      this.#checkRadio();
      this.dispatchEvent(
        new CustomEvent('four-islands-names', { bubbles: true, composed: true, detail: { names: next.names } }),
      );
      if (this.#layout() === 'frame') postToParent({ type: 'four-islands:names', names: next.names });
    }
    if (changed.some((key) => key === 'names' || key === 'year')) this.#later('words');
    if (changed.some((key) => key === 'year' || key === 'lines')) this.#followYear();
    else if (changed.includes('names') && this.#time().step !== null) this.#later('picture');
    this.#later('map');
    if (this.#layout() !== 'page') return;
    if (step === 'push') writeAddress(next, this.#base, step);
    else this.#later('address');
  }

  async #select(name: string, { focus }: { readonly focus: boolean }): Promise<void> {
    this.#choices += 1;
    const choice = this.#choices;
    await this.#withData(({ dataset }, reader) => {
      if (choice !== this.#choices) return;
      const place = reader.findPlace(dataset.places, name);
      if (place === null) {
        console.warn(describeStateProblem(unknownPlace(name)));
        if (this.#state.place === name) this.#commit({ ...this.#state, place: null });
        return;
      }
      this.#showPopup(place, focus);
    });
  }

  #showPopup(place: Place, focus: boolean): void {
    const popup = this.#part('popup');
    popup.hidden = false;
    this.#passages?.putOut();
    const step = focus && place.id !== this.#state.place ? 'push' : 'replace';
    this.#commit(reduce(this.#state, { type: 'select', place: place.id }), step);
    this.#later('map');
    this.#fillPopup();
    this.#markCurrent();
    if (focus) popup.focus({ preventScroll: true });
    const passages =
      this.#data?.dataset.article.passages.filter(
        (passage) => place.group !== null && passage.concerns.includes(place.group),
      ) ?? [];
    this.#tellSelection(
      place.id,
      passages.map((passage) => passage.id),
    );
  }

  #fillPopup(): void {
    const place = this.#data?.dataset.places.find((candidate) => candidate.id === this.#state.place);
    if (this.#data === null || this.#reader === null || place === undefined) return;
    const { step } = this.#time();
    const content = this.#reader.popupContent(this.#data.dataset, place, { ...this.#state, step });
    const popup = this.#part('popup');
    popup.replaceChildren(...this.#reader.popupMarkup(content, this.#state.lang).map((node) => toDom(node)));
    popup.hidden = false;
    popup.scrollTop = 0;
  }

  #close(step: HistoryStep = 'push'): void {
    this.#choices += 1;
    const popup = this.#part('popup');
    if (popup.hidden) {
      this.#commit({ ...this.#state, place: null });
      return;
    }
    const hadFocus = popup.contains(this.shadowRoot?.activeElement ?? null) || popup === this.shadowRoot?.activeElement;
    popup.hidden = true;
    popup.replaceChildren();
    // The map stays where the place had taken it, and the address says so; an address that was asked for is left as it is.
    const view = step === 'push' && this.#live.view !== null ? this.#live.view.view() : this.#state.view;
    this.#commit({ ...this.#state, place: null, view }, step);
    this.#markCurrent();
    this.#tellSelection(null, []);
    if (hadFocus) (this.#returnFocus ?? this.#canvas())?.focus({ preventScroll: true });
    this.#returnFocus = null;
  }

  #tellSelection(place: string | null, passages: readonly string[]): void {
    this.dispatchEvent(
      new CustomEvent('four-islands-select', { bubbles: true, composed: true, detail: { place, passages } }),
    );
    if (this.#layout() === 'frame') postToParent({ type: 'four-islands:select', place });
  }

  #markCurrent(): void {
    const root = this.shadowRoot;
    if (root === null) return;
    markCurrent(root, this.#data?.dataset ?? null, { place: this.#state.place, lit: this.#passages?.lit ?? null });
  }

  /** The address of our page: this document’s, or that of the page beside it where this one is a frame. */
  #pageAddress(): string {
    return this.#layout() === 'frame' ? new URL('./', window.location.href).href : window.location.href;
  }

  /** Puts the list of all sources where the page has only a link to it. */
  #fillSources(): void {
    const list = this.shadowRoot?.querySelector('[data-part="all-sources"]');
    if (this.#data === null || this.#reader === null || list === null || list === undefined) return;
    const sources = this.#reader.sourceListMarkup(this.#data.dataset, this.#state.lang);
    list.replaceChildren(...sources.map((node) => toDom(node)));
  }

  #makeLive(): LiveMap {
    return new LiveMap({
      element: this,
      load: () => this.#state.load,
      framed: () => this.#layout() === 'frame' && window.parent !== window,
      readerIsIn: () => this.shadowRoot?.activeElement?.closest('[data-part="map"]') != null,
      onOpening: () => {
        this.#setDataState('loading');
        this.#notify(null);
        // What will lie over the map has its room from now on, so that no name is lettered under it.
        this.#showControls();
      },
      make: (asleep, signal) => this.#makeMap(asleep, signal),
      onOpened: () => this.#onOpened(),
      onFallingAsleep: () => this.#tools?.endMeasure(),
      onAsleep: () => {
        this.#clearStage();
        this.#setDataState('picture');
        this.#showView();
        this.#showControls();
        void this.#sheet.letter();
        if (this.#layout() === 'frame' && this.#connection !== null)
          beginAnew(() => this.#isUntouched(), this.#connection.signal);
      },
      onFailed: (error) => this.#fail(reasonOf(error), error),
    });
  }

  #makeSheet(): StageSheet {
    return new StageSheet({
      root: () => this.shadowRoot,
      connection: () => this.#connection?.signal ?? null,
      pictures: () => this.#pictures,
      depicted: () => this.#depicted(),
      key: () => this.#pictureKey(),
      frame: () => this.#fittedFrame(),
      covered: () => this.#covered(),
      hasMap: () => this.#live.view !== null,
      awaitsMap: () => this.#live.opening,
    });
  }

  /** Out of sight, and as it was loaded. */
  #isUntouched(): boolean {
    const isLoaded = this.#tools !== null || this.#timeline !== null || this.#passages !== null;
    const isSame = stateKeys.every((key) => formatValue(key, this.#state) === formatValue(key, this.#begun));
    return isSame && !isLoaded && !this.#live.wanted && !document.hasFocus();
  }

  /** Draws what the map showed over the first picture. */
  #showView(): void {
    const { asleep } = this.#live;
    if (asleep !== null) this.#sheet.lay(asleep, this.#covered());
  }

  /** On paper stands what the reader sees, lettered for the sheet; before the data is there, the first picture. */
  #showPrint(): void {
    const frame = frameOnPaper(this.#live.frame ?? this.#fittedFrame());
    if (this.#sheet.lay(frame, coveredOnPaper)) showMargin(this.#part('marginalia'), frame, this.#state.lang);
  }

  #endPrint(): void {
    if (!this.#sheet.take()) return;
    this.#showView();
    const { frame } = this.#live;
    if (frame !== null) showMargin(this.#part('marginalia'), frame, this.#state.lang);
    else this.#showPicture();
  }

  /** Loads data and map, and makes the map; `null` where the element was taken away meanwhile. */
  async #makeMap(
    asleep: Frame | null,
    signal: AbortSignal,
  ): Promise<{ readonly map: MapView; readonly shown: MapState } | null> {
    const stopWorker = startWorker();
    await nextTask();
    const subject = this.#subject(asleep);
    // Should both fail, the script's failure is the one that is told.
    subject.catch(() => {});
    const { createMapView } = await import('./map-view.ts').catch((error: unknown) => {
      stopWorker();
      throw error;
    });
    if (signal.aborted) return null;
    const container = this.#part('map');
    container.hidden = false;
    const map = await createMapView({
      container,
      signal,
      subject,
      cooperative: this.#layout() !== 'page',
      depicted: () => (asleep === null ? this.#depictedFirst() : null),
      coveredBelow: () => coveredBelow(container, this.#part('popup')),
      covered: () => this.#covered(),
      onPick: (position, place) => this.#tools?.pick(position, place) === true,
      onSelect: (place) => this.#choose(place, this.#canvas()),
      onFrame: (frame) => {
        showMargin(this.#part('marginalia'), frame, this.#state.lang);
        this.#sheet.follow(frame);
      },
      onMove: (view) => this.#commit(reduce(this.#state, { type: 'move', view })),
      onContextLost: () => this.#fail('context-lost', new Error('the WebGL context was lost')),
    });
    const { state, view } = await subject;
    return { map, shown: { ...state, view } };
  }

  /** Whether the picture shows, or will show, what the map is about to show: all of the first view. */
  #depictedFirst(): Promise<boolean> | null {
    const { lang, place, view, year, lines } = this.#state;
    const isFirst = place === null && view === null && year === 'now' && lines === 'both';
    return isFirst && this.#singledOut().length === 0 ? this.#sheet.firstView(lang) : null;
  }

  /** What the map is made of and shows, once it has arrived; `view` is what the element was asked for. */
  async #subject(asleep: Frame | null): Promise<Subject & Pick<MapState, 'view'>> {
    const [[data, { advances }]] = await Promise.all([
      this.#fetchDrawn(),
      this.#state.year === 'now' ? null : this.#withTimeline(() => {}),
    ]);
    const state = this.#mapState();
    // A map that slept wakes where it was; at home it fits itself to its frame anew.
    const wakes = asleep !== null && (state.view ?? state.place) !== null;
    return { data, advances, state: wakes ? { ...state, view: asleep.view } : state, view: state.view };
  }

  /** Puts the map over the picture: its own first picture is complete. */
  #onOpened(): void {
    const { view: map } = this.#live;
    if (map?.complete != null) this.#sheet.raise(map.frame());
    // What changed while the map was being made follows now.
    this.#applyToMap();
    this.#setDataState('interactive');
    this.#sheet.take();
    this.#showControls();
    this.#settle.resolve();
    this.dispatchEvent(new CustomEvent('four-islands-ready', { bubbles: true, composed: true }));
    void Promise.resolve(map?.complete).then(
      () => {
        if (this.#live.view === map) this.#onComplete();
      },
      (error: unknown) => {
        if (this.#live.view === map) this.#fail(reasonOf(error), error);
      },
    );
  }

  /** All that the map shows is its own. */
  #onComplete(): void {
    this.#sheet.lower();
    this.dataset['lettered'] = '';
    // What is read comes while the reader looks at the map, and at once when it is asked for.
    setTimeout(() => {
      if (this.#live.view !== null) void this.#withData(() => {});
    }, firstLook);
  }

  #fail(reason: FailureReason, error: unknown): void {
    const wasShown = this.#live.giveUp();
    this.#clearStage();
    this.#sheet.take();
    // The picture shows the home view again, and so must its margin.
    if (wasShown) this.#render();
    this.#setDataState('failed');
    this.#tell(reason, error, `error.${reason}`);
    this.#settle.reject(error instanceof Error ? error : new Error(reason));
    this.#showControls();
    void this.#sheet.letter();
  }

  /** Tells reader, page and console what is wrong. */
  #tell(reason: FailureReason, error: unknown, sentence: StringKey): void {
    this.#notify(sentence);
    console.error(`four-islands: ${reason}`, isDataError(error) ? `\n${error.problems.join('\n')}` : error);
    this.dispatchEvent(new CustomEvent('four-islands-error', { bubbles: true, composed: true, detail: { reason } }));
  }

  /** Leaves the stage to the picture, which follows what changed while the map lay over it. */
  #clearStage(): void {
    this.#sheet.lower();
    if (this.#stale) this.#later('picture');
    const container = this.shadowRoot?.querySelector<HTMLElement>('[data-part="map"]');
    if (container !== null && container !== undefined) {
      container.replaceChildren();
      container.hidden = true;
    }
  }

  /** What is drawn, which the map waits for. */
  async #fetchDrawn(): Promise<readonly [MapData, Pictures]> {
    const loading = import('./load-data.ts').then(({ loadMapData }) => loadMapData());
    // Should both fail, the script's failure is the one that is told.
    loading.catch(() => {});
    const pictures = await import('./stage-pictures.ts');
    const drawn = await loading;
    this.#drawn ??= drawn;
    this.#pictures ??= pictures;
    return [drawn, pictures];
  }

  /** With what is read, for which a map that is on its way does not wait. */
  async #fetch(): Promise<readonly [LoadedData, Reader]> {
    const loading = import('./load-data.ts').then(({ loadData }) => loadData());
    loading.catch(() => {});
    const reading = import('./reader.ts');
    reading.catch(() => {});
    await this.#fetchDrawn();
    const reader = await reading;
    const data = await loading;
    if (this.#data === null) {
      this.#data = data;
      this.#reader = reader;
      if (this.shadowRoot !== null) adoptRules(this.shadowRoot, reader.rules);
      this.#listenToSearch();
      this.#fillSources();
      this.#showControls();
    }
    return [data, reader];
  }

  /** The search field works from when there is something to search in; what was typed before is looked for then. */
  #listenToSearch(): void {
    const [root, connection] = [this.shadowRoot, this.#connection];
    if (this.#search !== null || this.#data === null || this.#reader === null || root === null || connection === null)
      return;
    this.#search = new this.#reader.PlaceSearch(
      {
        root,
        layout: () => this.#layout(),
        language: () => this.#state.lang,
        withDataset: (use) => void this.#withData(({ dataset }) => use(dataset)),
        announce: (text) => this.#announce(text),
        select: (id, from) => this.#choose(id, from),
        onResults: () => this.#markCurrent(),
      },
      connection.signal,
    );
    this.#search.restore(this.#search.query);
  }

  /** Does something with the data once it is there, unless the element is gone by then; tells the reader when it never comes. */
  async #withData(use: (data: LoadedData, reader: Reader) => void): Promise<void> {
    const connection = this.#connection;
    try {
      const [data, reader] = await this.#fetch();
      if (connection?.signal.aborted === false) use(data, reader);
    } catch (error) {
      if (connection?.signal.aborted !== false || this.dataset['state'] === 'failed') return;
      // A map needs nothing of what is read.
      if (this.#drawn !== null && (this.#live.opening || this.#live.view !== null))
        this.#tell(reasonOf(error), error, 'error.tools');
      else this.#fail(reasonOf(error), error);
    }
  }

  #mapState(): MapState {
    const { names, lang, place, view } = this.#state;
    const title = this.#time().step?.title[lang];
    return {
      names,
      lang,
      place,
      view,
      theme: this.#themeName(),
      outlined: this.#singledOut(),
      lines: this.#shownLines(),
      extent: this.#extent(),
      label: [say(lang, 'map'), title].filter((part) => part !== undefined).join(' – '),
    };
  }

  /** Groups that the chosen passage or event speaks of: the same list as long as they are the same ones. */
  #singledOut(): readonly GroupId[] {
    const lit = this.#passages?.lit ?? null;
    const spokenOf = this.#data?.dataset.article.passages.find(({ id }) => id === lit)?.concerns ?? [];
    const groups = [...spokenOf, ...this.#outlined];
    if (groups.join() !== this.#single.join()) this.#single = groups;
    return this.#single;
  }

  #applyToMap(): void {
    this.#showView();
    if (this.#live.view !== null) this.#live.apply(this.#mapState());
  }

  #themeName(): ThemeName {
    const { theme } = this.#state;
    if (theme !== 'auto') return theme;
    return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  #layout(): Layout {
    const layout = this.dataset['layout'];
    return layout === 'page' || layout === 'frame' ? layout : 'element';
  }

  #covered(): readonly Box[] {
    const root = this.shadowRoot;
    return root === null ? [] : coversOf(root, this.#part('map'));
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
    this.shadowRoot?.querySelector('.frame')?.setAttribute('data-names', this.#state.names);
    for (const radio of this.shadowRoot?.querySelectorAll<HTMLInputElement>('input[name="names"]') ?? [])
      radio.checked = radio.value === this.#state.names;
  }

  #showControls(): void {
    const interactive = this.#live.view !== null;
    this.#part('camera').hidden = !interactive;
    for (const item of this.shadowRoot?.querySelectorAll<HTMLElement>('[data-scripted]') ?? []) item.hidden = false;
    this.#part('tools').hidden = false;
    this.#part('open').hidden =
      interactive || this.#live.opening || (this.#state.load !== 'click' && this.dataset['state'] !== 'failed');
    // Without the data there is nothing to search in; before the data the list itself is not there either.
    const search = this.shadowRoot?.querySelector<HTMLElement>('[data-part="search"]');
    if (search !== null && search !== undefined)
      search.hidden = this.#data === null && this.dataset['state'] === 'failed';
  }

  #setDataState(state: DataState): void {
    this.dataset['state'] = state;
    if (state !== 'interactive') delete this.dataset['lettered'];
  }

  #notify(key: StringKey | null): void {
    this.#part('notice').textContent = key === null ? '' : say(this.#state.lang, key);
  }

  #announce(text: string): void {
    this.#part('announcement').textContent = text;
  }

  #reflect(keys: readonly StateKey[]): void {
    this.#reflecting = true;
    for (const key of keys) {
      const value = formatValue(key, this.#state);
      if (value === '' || (value === formatValue(key, defaultState) && !this.hasAttribute(key)))
        this.removeAttribute(key);
      else this.setAttribute(key, value);
    }
    this.#reflecting = false;
  }
}

function isSearchField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[data-part="search"] input');
}

/** By its name: the class itself comes with the code that loads the data. */
function isDataError(error: unknown): error is DataError {
  return error instanceof Error && error.name === 'DataError';
}

function reasonOf(error: unknown): FailureReason {
  if (isDataError(error)) return 'data';
  if (error instanceof Error && error.name === 'MapError' && 'reason' in error)
    return error.reason === 'webgl' ? 'webgl' : 'worker';
  return 'module';
}

function browserLanguage(): ViewState['lang'] {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  const known = wanted.find((tag) => tag === 'en' || tag === 'ja' || tag === 'ru');
  return known === 'ja' || known === 'ru' ? known : 'en';
}
