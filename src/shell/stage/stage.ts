/** The stage of an element: its picture, the map that takes over from it, and the picture again without a map. */
import type { Markup } from '../../kernel/markup.ts';
import type { Frame } from '../../model/camera.ts';
import type { Context } from '../context/context.ts';
import { type FailureReason, reasonOf } from '../data/failure.ts';
import type { MapView } from '../map/map-state.ts';
import type { ChosenYear } from '../panels/chosen-year.ts';
import type { PopupView } from '../panels/popup-view.ts';
import type { BroughtPicture } from './brought-picture.ts';
import { frameOf, type Life, mapOf, sleptFrame } from './life.ts';
import { LiveMap } from './live-map.ts';
import { showHomeMargin, showMargin } from './margin-view.ts';
import { openMap } from './open-map.ts';
import { coveredOnPaper, frameOnPaper } from './print-view.ts';
import { Scene } from './scene.ts';
import { StageSheet } from './stage-sheet.ts';

/** Milliseconds in which a reader looks at a new map before touching it. */
const firstLook = 1000;

/** What the element does for its stage. */
export interface StageOptions {
  /** Makes the frame anew, with the picture in it. */
  readonly render: () => void;
  /** Called when the life of the map has gone on: to `opening`, `live` or `asleep`. */
  readonly onLife: (life: Life) => void;
  /** Called when there is no map, or none any more. */
  readonly onFailed: (reason: FailureReason, error: unknown) => void;
}

/** What of the stage comes into a frame that is made anew. */
export interface Moving {
  /** The picture for the new frame; `null` where the old one is kept, or where the first is drawn later. */
  readonly picture: Markup | null;
  /** Puts what is kept of the old frame into the new one. */
  readonly move: () => void;
  /** Completes the picture, once all stands round it. */
  readonly complete: () => void;
}

export class Stage {
  readonly sheet: StageSheet;
  /** The picture that the page has brought along; `null` in our own documents. */
  brought: BroughtPicture | null = null;
  readonly #context: Context;
  readonly #year: ChosenYear;
  readonly #options: StageOptions;
  readonly #scene: Scene;
  readonly #live: LiveMap;
  /** The picture under a living map is drawn when it is wanted again, not at every change. */
  #isStale = false;
  /** Tells apart the places that are drawn over the first picture. */
  #laid = '';
  /** What the picture shows that was there first: that of the document, or of the page that the element stands in. */
  #first: { readonly printed: string | null; readonly lang: string; readonly names: string } | null = null;
  /** On paper the map has no size, or another: what it says of its frame is not what is printed. */
  #isPrinting = false;

  constructor(context: Context, year: ChosenYear, popup: PopupView, options: StageOptions) {
    this.#context = context;
    this.#year = year;
    this.#options = options;
    this.#scene = new Scene(context, year);
    this.#live = new LiveMap(context, {
      make: (from, signal) =>
        openMap(context, this.#scene, year, {
          from,
          signal,
          depicted: () => (from === null ? this.#depictedFirst() : null),
          onSelect: (place) => popup.choose(place, context.canvas),
          onFrame: (frame) => this.#onFrame(frame),
          onContextLost: () => options.onFailed('context-lost', new Error('the WebGL context was lost')),
        }),
      onFallingAsleep: () => context.measuring?.end(),
      onChange: (life) => this.#onLife(life),
      onFailed: (error) => options.onFailed(reasonOf(error), error),
    });
    this.sheet = new StageSheet(context, this.#scene, { life: () => this.#live.life, onShown: () => this.veil() });
  }

  /** The living map; `null` while there is none. */
  get map(): MapView | null {
    return mapOf(this.#live.life);
  }

  get life(): Life {
    return this.#live.life;
  }

  /** Whether the map lives or is about to. */
  get isHeld(): boolean {
    return this.#live.isHeld;
  }

  /** Works until the element is taken away. */
  connect(): void {
    this.brought?.connect(this.#context.signal);
    this.#live.connect();
  }

  /** Whether a picture stands, or will, that the page has brought along. */
  get hasBrought(): boolean {
    return this.brought?.stands === true;
  }

  /** Opens the interactive map, wherever it is. */
  open(): void {
    this.#live.ask();
  }

  /** Gives up the map. Returns whether it was to be seen, living or asleep. */
  giveUp(): boolean {
    const wasShown = this.#live.giveUp();
    this.clear();
    return wasShown;
  }

  /** Lets the map, if there is one, follow the state. */
  apply(): void {
    this.#showView();
    this.#live.apply(this.#scene.mapState);
  }

  /** Lets the next change move the camera to its view even where that is the one that stood before. */
  forgetView(): void {
    this.#live.forgetView();
  }

  /** Hides the picture as long as it shows what nobody asks for: another year, other lines, another language. */
  veil(): void {
    const { root, state, showsNow } = this.#context;
    const { lang, names, year, lines } = state;
    const printed = root.querySelector('.frame')?.getAttribute('lang') ?? null;
    this.#first ??= { printed, lang, names };
    const isNow = year === 'now' && lines === 'both';
    const isRight = {
      made: this.sheet.isCurrent && this.#year.isKnown,
      printed: isNow && lang === this.#first.printed,
      brought: isNow && lang === this.#first.lang && names === this.#first.names,
    }[this.sheet.origin];
    this.sheet.hide(!isRight && !showsNow);
  }

  /** Leaves the stage to the picture, which follows what changed while the map lay over it. */
  clear(): void {
    const map = this.#context.part('map');
    this.sheet.lower();
    this.sheet.take();
    if (this.#isStale) this.#context.later('picture');
    this.veil();
    map.replaceChildren();
    map.hidden = true;
  }

  /** Begins the move into a frame that is about to take the place of `old`. */
  moveFrom(old: Element | null): Moving {
    const { root } = this.#context;
    this.sheet.lower();
    this.#isStale = this.map !== null;
    // The first picture is drawn in a task of its own.
    const isFirst = old?.querySelector('.picture') == null;
    const isBrought = isFirst && old?.querySelector('.brought') != null;
    const isKept = this.#isStale || isBrought || (!isFirst && this.sheet.isCurrent);
    // Where names stood before, others stand at once.
    const lettersAtOnce = !isKept && old?.querySelector('.home')?.hasChildNodes() === true;
    const picture = isFirst || isKept ? null : this.sheet.picture();
    const map = old?.querySelector('[data-part="map"]') ?? null;
    return {
      picture,
      move: () => {
        if (isKept) root.querySelector('.sheet')?.replaceChildren(...(old?.querySelector('.sheet')?.childNodes ?? []));
        if (this.#isStale) this.sheet.tell();
        // A living map moves with all that it shows.
        if (map !== null) this.#context.part('map').replaceWith(map);
      },
      complete: () => {
        // The frame came with the margin of the first view.
        if (this.map === null && !this.#scene.isFirstView) this.#showMargin(this.#scene.fittedFrame);
        this.#showView();
        this.veil();
        if (!isFirst || !this.hasBrought) void (isFirst ? this.sheet.drawFirst() : this.sheet.letter(lettersAtOnce));
      },
    };
  }

  /** Puts the picture for the state as it is in place of the one before. */
  showPicture(): void {
    if (this.#context.data.drawn === null) return;
    if (this.map !== null) {
      this.#isStale = true;
      this.sheet.tell();
    } else if (!this.sheet.isFilled) {
      this.#options.render();
    } else {
      const picture = this.sheet.picture();
      if (picture === null) return;
      this.#isStale = false;
      this.sheet.show(picture);
      // The margin goes with the picture.
      if (this.#scene.isFirstView) {
        showHomeMargin(this.#context.part('marginalia'), this.#context.state.lang);
        void this.sheet.letter(true);
      } else this.#showMargin(this.#scene.fittedFrame);
      this.#showView();
    }
  }

  /** What is seen at present as an SVG file's text, with rules for the faces in it. Throws before the data is there. */
  plate(faces: { readonly fontFaces?: string }): string {
    const { drawn } = this.#context.data;
    const { depicted, theme, isFirstView, fittedFrame } = this.#scene;
    if (drawn === null || depicted === null)
      throw new Error('four-islands: the data is not there yet; await `ready` first');
    const frame = this.map?.frame() ?? this.#placeFrame ?? (isFirstView ? null : fittedFrame);
    return drawn.pictures.platePicture(depicted, { theme, ...(frame === null ? {} : { frame }), ...faces });
  }

  /** On paper stands what the reader sees, lettered for the sheet; before the data is there, the first picture. */
  beginPrint(): void {
    const frame = frameOnPaper(frameOf(this.life) ?? this.#placeFrame ?? this.#scene.fittedFrame);
    this.#isPrinting = this.sheet.lay(frame, coveredOnPaper);
    if (this.#isPrinting) this.#showMargin(frame);
  }

  endPrint(): void {
    this.#isPrinting = false;
    if (!this.sheet.take()) return;
    this.#showView();
    const frame = frameOf(this.life);
    if (frame !== null) this.#showMargin(frame);
    else this.showPicture();
  }

  /** Draws over the first picture what the map showed before it slept, or the selected place where there is no map. */
  #showView(): void {
    const slept = sleptFrame(this.life);
    if (slept !== null) this.sheet.lay(slept, this.#scene.covered);
    if (this.life.is !== 'picture' && this.life.is !== 'lost') return;
    const frame = this.#placeFrame;
    const { place, names } = this.#context.state;
    const key = JSON.stringify([place, names, this.#scene.pictureKey, frame]);
    const isLaid = this.#context.root.querySelector('.view') !== null;
    if (frame === null) {
      if (this.sheet.take()) this.#showMargin(this.#scene.fittedFrame);
    } else if ((!isLaid || key !== this.#laid) && this.sheet.lay(frame, this.#scene.obstacles)) {
      this.#laid = key;
      this.#showMargin(frame);
    }
  }

  /** What is seen of the selected place where no map is to be seen, living or asleep. */
  get #placeFrame(): Frame | null {
    return frameOf(this.life) === null ? this.#scene.placeFrame : null;
  }

  #showMargin(frame: Frame): void {
    showMargin(this.#context.part('marginalia'), frame, this.#context.state.lang);
  }

  #onFrame(frame: Frame): void {
    if (this.#isPrinting || frame.width === 0) return;
    this.#showMargin(frame);
    this.sheet.follow(frame);
  }

  /** Whether the picture shows, or will show, what the map is about to show: all of the first view. */
  #depictedFirst(): Promise<boolean> | null {
    const { lang, place, view, year, lines } = this.#context.state;
    const isFirst = place === null && view === null && year === 'now' && lines === 'both';
    return isFirst && this.#scene.highlighted.length === 0 ? this.sheet.firstView(lang) : null;
  }

  #onLife(life: Life): void {
    if (life.is === 'live') this.#uncover(life.map);
    if (life.is === 'asleep') this.clear();
    this.#options.onLife(life);
    if (life.is !== 'asleep') return;
    this.#showView();
    void this.sheet.letter();
  }

  /** Puts the map over the picture, or under it until it is complete. */
  #uncover(map: MapView): void {
    if (map.complete !== null) this.sheet.raise(map.frame());
    // What changed while the map was being made follows now.
    this.apply();
    this.sheet.take();
    const onComplete = () => {
      this.sheet.lower();
      this.#context.element.dataset['lettered'] = '';
      // What is read comes while the reader looks at the map, and at once when it is asked for.
      setTimeout(() => this.map !== null && void this.#context.readings(), firstLook);
    };
    void Promise.resolve(map.complete).then(
      () => this.map === map && onComplete(),
      (error: unknown) => this.map === map && this.#options.onFailed(reasonOf(error), error),
    );
  }
}
