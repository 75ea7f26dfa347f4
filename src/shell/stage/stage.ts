/** The stage of an element: its picture, the map that takes over from it, and the picture again when there is no map any more. */
import { startWorker } from 'virtual:four-islands/early-worker';
import type { Box } from '../../kernel/box.ts';
import type { Markup } from '../../kernel/markup.ts';
import { type Frame, homeView } from '../../model/camera.ts';
import type { GroupId, LngLat } from '../../model/types.ts';
import type { View, ViewState } from '../../model/view-state.ts';
import type { ThemeName } from '../../style/theme/theme.ts';
import type { Layout } from '../../text/layout.ts';
import { say } from '../../text/strings.ts';
import { nextTask } from '../browser/spread-steps.ts';
import type { ElementData } from '../data/element-data.ts';
import type { Depicted } from '../data/stage-pictures.ts';
import { beginAnew } from '../host/begin-anew.ts';
import type { MapState, MapView, Subject } from '../map/map-state.ts';
import type { ChosenYear } from '../panels/chosen-year.ts';
import { BroughtPicture } from './brought-picture.ts';
import { LiveMap } from './live-map.ts';
import { showHomeMargin, showMargin } from './margin-view.ts';
import { coveredOnPaper, frameOnPaper } from './print-view.ts';
import { coversOf, obstaclesOf } from './stage-covers.ts';
import { StageSheet } from './stage-sheet.ts';

/** What the stage needs of the element that it is part of. */
export interface StageHost {
  readonly element: HTMLElement;
  /** Until when there is somebody to show anything to. */
  readonly connection: () => AbortSignal | null;
  readonly part: (name: string) => HTMLElement;
  readonly layout: () => Layout;
  readonly state: () => ViewState;
  readonly data: ElementData;
  readonly year: ChosenYear;
  /** Groups that have the look of what is selected: the same list as long as they are the same ones. */
  readonly singledOut: () => readonly GroupId[];
  /** Draws our own picture, where the page has brought none that can be shown. */
  readonly draw: () => void;
  /** Makes the frame anew, with the picture in it. */
  readonly render: () => void;
  /** Asks for the picture to follow in the next task. */
  readonly laterPicture: () => void;
  /** Whether the picture of now stands because what was asked for cannot be had. */
  readonly showsNow: () => boolean;
  /** Whether all is as it was loaded. */
  readonly isUntouched: () => boolean;
  /** Takes a click on the map for itself; true when it did. */
  readonly onPick: (position: LngLat, place: string | null) => boolean;
  readonly onSelect: (place: string) => void;
  /** Called when the reader has moved the map. */
  readonly onMove: (view: View) => void;
  /** Called when a map is about to be made, when it lives, and when all that it shows is its own. */
  readonly onOpening: () => void;
  readonly onOpened: () => void;
  readonly onComplete: () => void;
  /** Called before a map is put to sleep, and after. */
  readonly onFallingAsleep: () => void;
  readonly onAsleep: () => void;
  /** Called when there is no map, or none any more. */
  readonly onFailed: (error: unknown) => void;
  readonly onContextLost: () => void;
}

/** What of the stage comes into a frame that is made anew. */
export interface Moving {
  /** The picture to make the frame with; `null` where the one that stands is kept, or where the first is drawn later. */
  readonly picture: Markup | null;
  /** Puts what is kept of the old frame into the new one. */
  readonly move: () => void;
  /** Completes the picture, once all stands round it. */
  readonly complete: () => void;
}

export class Stage {
  readonly #host: StageHost;
  readonly #live: LiveMap;
  readonly #sheet: StageSheet;
  readonly #brought: BroughtPicture;
  /** The picture under a living map is drawn when it is wanted again, not at every change. */
  #stale = false;
  /** Tells apart the places that are drawn over the first picture. */
  #laid = '';
  /** What the picture shows that was there first: that of the document, or of the page that the element stands in. */
  #first: { readonly printed: string | null; readonly lang: string; readonly names: string } | null = null;
  /** On paper the map has no size, or another: what it says of its frame is not what is printed. */
  #printing = false;

  constructor(host: StageHost) {
    this.#host = host;
    this.#live = this.#makeLive();
    this.#sheet = this.#makeSheet();
    this.#brought = new BroughtPicture({
      element: host.element,
      sheet: () => this.#root()?.querySelector<HTMLElement>('.sheet') ?? null,
      words: () => say(host.state().lang, 'pictureTitle'),
      onMissing: () => host.draw(),
    });
  }

  /** The living map; `null` while there is none. */
  get map(): MapView | null {
    return this.#live.view;
  }

  /** A map is on its way. */
  get isOpening(): boolean {
    return this.#live.opening;
  }

  connect(signal: AbortSignal): void {
    if (this.#host.layout() === 'element') this.#brought.connect(signal);
    this.#live.connect(signal);
  }

  /** Whether a picture stands, or will, that the page has brought along. */
  get hasBrought(): boolean {
    return this.#host.layout() === 'element' && this.#brought.stands;
  }

  /** Says that names or language are no longer those that the page's own picture shows. */
  outdateBrought(): void {
    this.#brought.outdate();
  }

  /** Opens the interactive map, wherever it is. */
  open(): void {
    this.#live.ask();
  }

  /** Gives up the map. Returns whether there was one to be seen, living or asleep. */
  giveUp(): boolean {
    const wasShown = this.#live.giveUp();
    this.clear();
    return wasShown;
  }

  /** Lets the map, if there is one, follow the state. */
  apply(): void {
    this.#showView();
    if (this.#live.view !== null) this.#live.apply(this.#mapState());
  }

  /** Lets the next change move the camera to its view even where that is the one that stood before. */
  forgetView(): void {
    this.#live.forgetView();
  }

  /** Hides the picture as long as it shows what nobody asks for: another year, other lines, another language. */
  veil(): void {
    const { lang, names, year, lines } = this.#host.state();
    const printed = this.#root()?.querySelector('.frame')?.getAttribute('lang') ?? null;
    this.#first ??= { printed, lang, names };
    const isRight = {
      made: this.#sheet.isCurrent && this.#host.year.isKnown,
      printed: lang === this.#first.printed && year === 'now' && lines === 'both',
      brought: lang === this.#first.lang && names === this.#first.names && year === 'now' && lines === 'both',
    }[this.#sheet.origin];
    this.#sheet.hide(!isRight && !this.#host.showsNow());
  }

  /** Leaves the stage to the picture, which follows what changed while the map lay over it. */
  clear(): void {
    this.#sheet.lower();
    this.#sheet.take();
    if (this.#stale) this.#host.laterPicture();
    if (this.#root() !== null) this.veil();
    const container = this.#root()?.querySelector<HTMLElement>('[data-part="map"]');
    container?.replaceChildren();
    container?.toggleAttribute('hidden', true);
  }

  /** Says that the first picture will be drawn as soon as can be. */
  expectPicture(): void {
    if (this.#root()?.querySelector('.picture') == null) this.#sheet.expect();
  }

  /** Takes the picture off a map that is not complete: what it is about to show, the picture does not. */
  lowerPicture(): void {
    this.#sheet.lower();
  }

  /** Letters the picture, where names are missing in it. */
  letterPicture(): void {
    void this.#sheet.letter();
  }

  /** Begins the move into a frame that is about to take the place of `old`. */
  moveFrom(old: Element | null): Moving {
    this.#sheet.lower();
    this.#stale = this.#live.view !== null;
    // The first picture is drawn in a task of its own.
    const isFirst = old?.querySelector('.picture') == null;
    const isBrought = isFirst && old?.querySelector('.brought') != null;
    const isKept = this.#stale || isBrought || (!isFirst && this.#sheet.isCurrent);
    // Where names stood before, others stand at once.
    const lettersAtOnce = !isKept && old?.querySelector('.home')?.hasChildNodes() === true;
    const picture = isFirst || isKept ? null : this.#sheet.picture();
    const map = old?.querySelector('[data-part="map"]') ?? null;
    return {
      picture,
      move: () => {
        const root = this.#root();
        if (isKept) root?.querySelector('.sheet')?.replaceChildren(...(old?.querySelector('.sheet')?.childNodes ?? []));
        if (this.#stale) this.#sheet.tell();
        // A living map moves with all that it shows.
        if (map !== null) root?.querySelector('[data-part="map"]')?.replaceWith(map);
      },
      complete: () => {
        this.#showView();
        this.veil();
        if (!isFirst || !this.hasBrought) void (isFirst ? this.#sheet.drawFirst() : this.#sheet.letter(lettersAtOnce));
      },
    };
  }

  /** Puts the picture for the state as it is in place of the one before. */
  showPicture(): void {
    if (this.#host.data.drawn === null) return;
    if (this.#live.view !== null) {
      this.#stale = true;
      this.#sheet.tell();
    } else if (!this.#sheet.isFilled) {
      this.#host.render();
    } else {
      const picture = this.#sheet.picture();
      if (picture === null) return;
      this.#stale = false;
      this.#sheet.show(picture);
      // The margin goes with the picture.
      if (this.#host.year.time.step !== null) this.#showMargin(this.#fittedFrame());
      else {
        showHomeMargin(this.#host.part('marginalia'), this.#host.state().lang);
        void this.#sheet.letter(true);
      }
      this.#showView();
    }
  }

  /** What is seen at present as an SVG file's text, with rules for the faces in it. Throws before the data is there. */
  plate(faces: { readonly fontFaces?: string }): string {
    const [depicted, drawn] = [this.#depicted(), this.#host.data.drawn];
    if (drawn === null || depicted === null)
      throw new Error('four-islands: the data is not there yet; await `ready` first');
    const frame =
      this.#live.view?.frame() ?? this.#placeFrame() ?? (depicted.time.step === null ? null : this.#fittedFrame());
    return drawn.pictures.platePicture(depicted, {
      theme: this.#theme(),
      ...(frame === null ? {} : { frame }),
      ...faces,
    });
  }

  /** On paper stands what the reader sees, lettered for the sheet; before the data is there, the first picture. */
  beginPrint(): void {
    const frame = frameOnPaper(this.#live.frame ?? this.#placeFrame() ?? this.#fittedFrame());
    this.#printing = this.#sheet.lay(frame, coveredOnPaper);
    if (this.#printing) this.#showMargin(frame);
  }

  endPrint(): void {
    this.#printing = false;
    if (!this.#sheet.take()) return;
    this.#showView();
    const { frame } = this.#live;
    if (frame !== null) this.#showMargin(frame);
    else this.showPicture();
  }

  /** Draws over the first picture what the map showed before it slept, or the selected place where there is no map. */
  #showView(): void {
    const { asleep } = this.#live;
    if (asleep !== null) this.#sheet.lay(asleep, this.#covered());
    else if (this.#live.view === null && !this.#live.opening) this.#showPlace();
  }

  /** Draws the selected place over the first picture, or takes it away. */
  #showPlace(): void {
    const frame = this.#placeFrame();
    const { place, names } = this.#host.state();
    const key = JSON.stringify([place, names, this.#pictureKey(), frame]);
    const isLaid = this.#root()?.querySelector('.view') != null;
    if (frame === null) {
      if (this.#sheet.take()) this.#showMargin(this.#fittedFrame());
    } else if ((!isLaid || key !== this.#laid) && this.#sheet.lay(frame, this.#obstacles())) {
      this.#laid = key;
      this.#showMargin(frame);
    }
  }

  /** What is seen of the selected place where there is no map; `null` where nothing is selected, or cannot be drawn. */
  #placeFrame(): Frame | null {
    const { place, view } = this.#host.state();
    const { drawn } = this.#host.data;
    if (drawn === null || place === null || this.#live.frame !== null) return null;
    const frame = this.#fittedFrame();
    if (view !== null) return { ...frame, view };
    const ofPlace = drawn.pictures.viewOfPlace(drawn.data, place, frame, this.#obstacles());
    return ofPlace === null ? null : { ...frame, view: ofPlace };
  }

  #showMargin(frame: Frame): void {
    showMargin(this.#host.part('marginalia'), frame, this.#host.state().lang);
  }

  /** What every picture shows at present; `null` before the data is there. */
  #depicted(): Depicted | null {
    const { data, year, state } = this.#host;
    const { lang: language, names: convention } = state();
    return data.drawn === null ? null : { data: data.drawn.data, time: year.time, language, convention };
  }

  /** The view that is fitted to the step, in the stage as it is. */
  #fittedFrame(): Frame {
    const { clientWidth, clientHeight } = this.#host.part('map').parentElement ?? this.#host.element;
    const [width, height] = [Math.max(1, clientWidth), Math.max(1, clientHeight)];
    return { view: homeView(width, height, this.#host.year.extent), width, height };
  }

  #covered(): readonly Box[] {
    const root = this.#root();
    // Without a map its own part is hidden, and has no box.
    const { parentElement } = this.#host.part('map');
    return root === null || parentElement === null ? [] : coversOf(root, parentElement);
  }

  #obstacles(): readonly Box[] {
    const root = this.#root();
    const { parentElement } = this.#host.part('map');
    return root === null || parentElement === null ? [] : obstaclesOf(root, parentElement);
  }

  /** Tells pictures apart: that of the first view holds all conventions, others the one that is chosen. */
  #pictureKey(): string {
    const { lang, names, year, lines } = this.#host.state();
    return [lang, year, lines, this.#host.year.time.step === null ? '' : names].join(' ');
  }

  #makeLive(): LiveMap {
    const { element, layout, state, connection, onOpening, onFallingAsleep, onAsleep, onFailed, isUntouched } =
      this.#host;
    return new LiveMap({
      element,
      load: () => state().load,
      framed: () => layout() === 'frame' && window.parent !== window,
      readerIsIn: () => this.#root()?.activeElement?.closest('[data-part="map"]') != null,
      onOpening,
      make: (asleep, signal) => this.#makeMap(asleep, signal),
      onOpened: () => this.#onOpened(),
      onFallingAsleep,
      onAsleep: () => {
        this.clear();
        onAsleep();
        this.#showView();
        this.letterPicture();
        const signal = connection();
        if (layout() === 'frame' && signal !== null)
          beginAnew(() => isUntouched() && !this.#live.wanted && !document.hasFocus(), signal);
      },
      onFailed,
    });
  }

  #makeSheet(): StageSheet {
    const { connection, data } = this.#host;
    return new StageSheet({
      root: () => this.#root(),
      connection,
      pictures: () => data.drawn?.pictures ?? null,
      depicted: () => this.#depicted(),
      key: () => this.#pictureKey(),
      frame: () => this.#fittedFrame(),
      covered: () => this.#covered(),
      onShown: () => this.veil(),
      hasMap: () => this.#live.view !== null,
      awaitsMap: () => this.#live.opening,
    });
  }

  /** Loads data and map, and makes the map; `null` where the element was taken away meanwhile. */
  async #makeMap(
    asleep: Frame | null,
    signal: AbortSignal,
  ): Promise<{ readonly map: MapView; readonly shown: MapState } | null> {
    const { part, layout, onPick, onSelect, onMove, onContextLost } = this.#host;
    const stopWorker = startWorker();
    await nextTask();
    const subject = this.#subject(asleep);
    // Should both fail, the script's failure is the one that is told.
    subject.catch(() => {});
    const { createMapView } = await import('../map/map-view.ts').catch((error: unknown) => {
      stopWorker();
      throw error;
    });
    if (signal.aborted) return null;
    const container = part('map');
    container.hidden = false;
    const map = await createMapView({
      container,
      signal,
      subject,
      cooperative: layout() !== 'page',
      depicted: () => (asleep === null ? this.#depictedFirst() : null),
      obstacles: () => this.#obstacles(),
      covered: () => this.#covered(),
      onPick,
      onSelect,
      onFrame: (frame) => {
        if (this.#printing || frame.width === 0) return;
        this.#showMargin(frame);
        this.#sheet.follow(frame);
      },
      onMove,
      onContextLost,
    });
    const { state, view } = await subject;
    return { map, shown: await this.#catchUp(map, { ...state, view }, signal) };
  }

  /** Lets a map that nobody sees yet show what was chosen while it was made: what it was made of is never seen. Returns what it shows then. */
  async #catchUp(map: MapView, made: MapState, signal: AbortSignal): Promise<MapState> {
    let shown = made;
    try {
      for (let next = this.#mapState(); map.complete === null && !looksAlike(shown, next); next = this.#mapState()) {
        map.apply(shown, next);
        shown = next;
        await map.settled();
      }
    } catch (error) {
      map.remove();
      throw error;
    }
    if (signal.aborted) map.remove();
    return shown;
  }

  /** Whether the picture shows, or will show, what the map is about to show: all of the first view. */
  #depictedFirst(): Promise<boolean> | null {
    const { lang, place, view, year, lines } = this.#host.state();
    const isFirst = place === null && view === null && year === 'now' && lines === 'both';
    return isFirst && this.#host.singledOut().length === 0 ? this.#sheet.firstView(lang) : null;
  }

  /** What the map is made of and shows, once it has arrived; `view` is what the element was asked for. */
  async #subject(asleep: Frame | null): Promise<Subject & Pick<MapState, 'view'>> {
    const { data, year } = this.#host;
    const isPast = this.#host.state().year !== 'now';
    const [drawn] = await Promise.all([data.fetchDrawn(), isPast ? year.with(() => {}) : null]);
    const state = this.#mapState();
    // A map that slept wakes where it was; at home it fits itself to its frame anew.
    const wakes = asleep !== null && (state.view ?? state.place) !== null;
    return {
      data: drawn.data,
      advances: drawn.pictures.advances,
      state: wakes ? { ...state, view: asleep.view } : state,
      view: state.view,
    };
  }

  #mapState(): MapState {
    const { year, singledOut } = this.#host;
    const { names, lang, place, view } = this.#host.state();
    const title = year.time.step?.title[lang];
    return {
      names,
      lang,
      place,
      view,
      theme: this.#theme(),
      outlined: singledOut(),
      lines: year.lines,
      extent: year.extent,
      label: [say(lang, 'map'), title].filter((part) => part !== undefined).join(' – '),
    };
  }

  /** Puts the map over the picture, or under it until it is complete. */
  #onOpened(): void {
    const { view: map } = this.#live;
    if (map?.complete != null) this.#sheet.raise(map.frame());
    // What changed while the map was being made follows now.
    this.apply();
    this.#sheet.take();
    this.#host.onOpened();
    void Promise.resolve(map?.complete).then(
      () => {
        if (this.#live.view !== map) return;
        this.#sheet.lower();
        this.#host.onComplete();
      },
      (error: unknown) => {
        if (this.#live.view === map) this.#host.onFailed(error);
      },
    );
  }

  /** The theme that is chosen, or the system's. */
  #theme(): ThemeName {
    const { theme } = this.#host.state();
    if (theme !== 'auto') return theme;
    return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  #root(): ShadowRoot | null {
    return this.#host.element.shadowRoot;
  }
}

/** Whether two states look the same but for the place and the view, to which a map travels before one's eyes. */
function looksAlike(one: MapState, other: MapState): boolean {
  return (['names', 'lang', 'theme', 'lines'] as const).every((key) => one[key] === other[key]);
}
