/** All parts of an element and how they hang together. Made once, when the element is first connected. */

import {
  describeStateProblem,
  type ParsedState,
  parseViewState,
  type StateKey,
  stateKeys,
  type ViewState,
} from '../../model/view-state.ts';
import type { StringKey } from '../../text/strings.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { Context, type Due } from '../context/context.ts';
import { dispatch } from '../context/element-events.ts';
import scriptedRules from '../css/scripted.css?inline';
import type { Read } from '../data/element-data.ts';
import { type FailureReason, logFailure, reasonOf } from '../data/failure.ts';
import { beginAnew } from '../host/begin-anew.ts';
import { listenToParent, postToParent } from '../host/frame-messages.ts';
import { readAddress } from '../host/page-address.ts';
import { type FailedPart, Notice } from '../notices/notice.ts';
import { OnItsWay } from '../notices/on-its-way.ts';
import { ChosenYear } from '../panels/chosen-year.ts';
import { PopupView } from '../panels/popup-view.ts';
import type { Life } from '../stage/life.ts';
import { listenToPrint } from '../stage/print-view.ts';
import { Stage } from '../stage/stage.ts';
import { listenToReader } from './controls.ts';
import type { GivenState } from './first-state.ts';
import { FrameView } from './frame-view.ts';
import type { Guest } from './guest.ts';
import { LateParts } from './late-parts.ts';

/** What settles the element's promise `ready`. */
export interface Settle {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

export class ElementParts {
  readonly context: Context;
  readonly notice: Notice;
  readonly onItsWay: OnItsWay;
  readonly year: ChosenYear;
  readonly popup: PopupView;
  readonly stage: Stage;
  readonly late: LateParts;
  readonly frame: FrameView;
  readonly #settle: Settle;

  constructor(element: HTMLElement, given: GivenState, guest: Guest | null, settle: Settle) {
    this.#settle = settle;
    const root = rootOf(element);
    if (root.querySelector('.frame') === null && guest !== null) adoptRules(root, guest.styleSheet);
    adoptRules(root, scriptedRules);
    const context = new Context({
      element,
      root,
      ...given,
      onChange: (changed) => this.#follow(changed),
      onDue: (due) => this.#catchUp(due),
      onRead: (read) => this.#onRead(read),
      onUnread: (error, isAsked) => this.#onUnread(error, isAsked),
    });
    this.context = context;
    this.notice = new Notice(context, () => this.stage.open());
    this.onItsWay = new OnItsWay(context);
    this.year = new ChosenYear(context, this.notice);
    this.popup = new PopupView(context, this.year, this.onItsWay);
    this.stage = new Stage(context, this.year, this.popup, {
      render: () => this.frame.render(),
      onLife: (life) => this.#onLife(life),
      onFailed: (reason, error) => this.#fail(reason, error),
    });
    this.late = new LateParts(context, this);
    this.frame = new FrameView(context, this);
    guest?.declareStandIns();
    if (guest !== null) this.stage.brought = guest.bring(context, () => void this.frame.drawPicture());
  }

  connect(): void {
    const { context, stage } = this;
    context.connect();
    const { state, signal, layout } = context;
    this.frame.build();
    if (state.year !== 'now' || state.lines !== 'both') void this.#drawChoice();
    listenToReader(context, this);
    this.#listenToPage();
    if (context.data.read !== null) void this.late.search(signal, false);
    if (state.place !== null) void this.popup.selectAsked(state.place);
    stage.connect();
    if (layout !== 'element' && this.notice.hasBegunAnew()) stage.open();
  }

  disconnect(): void {
    this.context.disconnect();
    this.onItsWay.callOff();
    this.late.forget();
    this.year.forget();
    this.stage.clear();
  }

  /** Takes a change from attributes, address or messages. What is not understood is reported and stays as it was. */
  take({ state, problems }: ParsedState): void {
    for (const problem of problems) console.warn(describeStateProblem(problem));
    const { context, popup } = this;
    const previous = context.state;
    const isViewNew = state.view !== previous.view;
    if (state.place !== previous.place) {
      context.commit({ ...state, place: previous.place });
      if (state.place === null) popup.close('replace');
      else {
        const isViewAsked = context.isDue('view') || isViewNew;
        void popup.selectAsked(state.place).then(() => this.#goToView(isViewAsked, previous));
      }
    } else context.commit(state);
    if (isViewNew) context.later('view');
    // An attribute that was not understood goes back to what stands.
    context.reflect(stateKeys.filter((key) => problems.some((problem) => problem.key === key)));
  }

  #listenToPage(): void {
    const { context, stage } = this;
    const { element, root, signal, layout } = context;
    window
      .matchMedia('(prefers-color-scheme: dark)')
      .addEventListener('change', () => context.later('map'), { signal });
    listenToPrint(
      () => stage.beginPrint(),
      () => stage.endPrint(),
      signal,
    );
    if (layout === 'page') window.addEventListener('popstate', () => this.#takeAddress(), { signal });
    if (layout !== 'frame') return;
    listenToParent((get) => this.take(parseViewState(get, context.state)), signal);
    // Pages and elements have no host to tell a height.
    import('../host/height-dialects.ts').then(
      ({ tellHeight }) => !signal.aborted && tellHeight(element, root, signal),
      (error: unknown) => console.error('four-islands: the host cannot be told the height', error),
    );
  }

  #takeAddress(): void {
    const asked = readAddress(this.context.state, this.context.base);
    this.take(asked);
    // Without place and view the address means the four groups, wherever the reader had gone to from there.
    if (asked.state.place === null && asked.state.view === null) this.stage.map?.goHome();
  }

  /**
   * A view that was asked for together with a place, in the same task, counts more than the one that the place brings.
   * So does one that was asked for, or that the reader went to, while the place was on its way.
   */
  #goToView(isAsked: boolean, { view: before }: ViewState): void {
    const { view } = this.context.state;
    if (view === null || !(isAsked || view !== before)) return;
    this.stage.forgetView();
    this.context.later('map');
  }

  /** What follows at once from another state. */
  #follow(changed: readonly StateKey[]): void {
    const { context, stage, frame, year } = this;
    const { state, layout, element, data } = context;
    const has = (key: StateKey) => changed.includes(key);
    // The page's own picture cannot follow.
    const wasBrought = stage.brought?.stands === true;
    if (has('lang') || has('names')) stage.brought?.outdate();
    stage.veil();
    if (has('lang')) {
      context.later('frame');
      if (data.read === null) void frame.drawPicture();
    }
    if (has('names')) {
      if (wasBrought && stage.map === null) void frame.drawPicture();
      else if (wasBrought || year.time.step !== null) context.later('picture');
      frame.checkRadio();
      dispatch(element, 'four-islands-names', { names: state.names });
      if (layout === 'frame') postToParent({ type: 'four-islands:names', names: state.names });
    }
    if (has('names') || has('year')) context.later('words');
    if (has('year') || has('lines')) this.#followYear();
    context.later('map');
  }

  #followYear(): void {
    // The picture does not follow.
    this.stage.sheet.lower();
    void this.year.follow();
  }

  /** Draws the year and the lines that are asked for at the start, as soon as what is drawn is there. */
  async #drawChoice(): Promise<void> {
    const { signal, data } = this.context;
    try {
      await data.fetchDrawn();
      if (!signal.aborted) this.#followYear();
    } catch (error) {
      if (!signal.aborted) this.#fail(reasonOf(error), error);
    }
  }

  #catchUp(due: ReadonlySet<Due>): void {
    if (due.has('frame')) this.frame.render();
    else {
      if (due.has('picture')) this.stage.showPicture();
      if (due.has('words')) this.frame.showWords();
    }
    if (due.has('map')) this.stage.apply();
  }

  #onRead(read: Read): void {
    const { context, frame, notice } = this;
    adoptRules(context.root, read.reader.rules);
    notice.forget('readings');
    void this.late.search(context.signal, false);
    frame.fillSources();
    frame.showControls();
    frame.makeWords(read);
  }

  /** What is read does not come. Where there is no map either, only a reader who waits for it is told. */
  #onUnread(error: unknown, isAsked: boolean): void {
    const { stage, notice, context } = this;
    if (stage.life.is === 'lost') {
      if (isAsked) notice.tellOf('readings', error);
    } else if (context.data.drawn === null) this.#fail(reasonOf(error), error);
    // Map and picture need nothing of what is read.
    else this.#tell('readings', reasonOf(error), error);
  }

  #onLife(life: Life): void {
    const { context, frame, notice, stage } = this;
    if (life.is === 'opening') notice.forget('map');
    if (life.is === 'live' && notice.opened()) context.canvas?.focus({ preventScroll: true });
    // What will lie over the map has its room from now on, so that no name is lettered under it.
    frame.showControls();
    if (life.is === 'live') {
      this.#settle.resolve();
      dispatch(context.element, 'four-islands-ready', null);
    }
    if (life.is === 'asleep' && context.layout === 'frame')
      beginAnew(() => this.#isUntouched && !stage.isHeld && !document.hasFocus(), context.signal);
  }

  /** As it was loaded. */
  get #isUntouched(): boolean {
    return this.context.isAsBegun && !this.late.isUsed && !this.year.isLoaded;
  }

  #fail(reason: FailureReason, error: unknown): void {
    const { context, stage, frame, year } = this;
    // It may be found out twice.
    if (stage.life.is === 'lost') return;
    const wasShown = stage.giveUp();
    // The picture shows the home view again, and so must its margin.
    if (wasShown) frame.render();
    this.#tell('map', reason, error);
    this.#settle.reject(error instanceof Error ? error : new Error(reason));
    frame.showControls();
    stage.veil();
    year.mark();
    void stage.sheet.letter();
    // The picture goes to the selected place in place of the map.
    context.later('map');
    // What a map would have brought along: it can be read without one.
    if (reason !== 'data' && !frame.hasWords) void context.readings();
  }

  /** Tells reader, page and console what is wrong. */
  #tell(part: FailedPart, reason: FailureReason, error: unknown): void {
    const sentence: StringKey = part === 'map' ? `error.${reason}` : 'error.tools';
    this.notice.tell(part, sentence, reason);
    logFailure(reason, error);
    dispatch(this.context.element, 'four-islands-error', { reason });
  }
}

/** The tree that the document brought along, also in a browser that does not make it by itself, or an empty one. */
function rootOf(element: HTMLElement): ShadowRoot {
  if (element.shadowRoot !== null) return element.shadowRoot;
  const root = element.attachShadow({ mode: 'open' });
  const printed = element.querySelector<HTMLTemplateElement>(':scope > template[shadowrootmode]');
  if (printed !== null) root.append(printed.content);
  return root;
}
