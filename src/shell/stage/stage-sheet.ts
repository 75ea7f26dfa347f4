/** The sheet under the map: the picture that stands while no map lives, and what is laid over it. */

import type { Box } from '../../kernel/box.ts';
import type { Markup } from '../../kernel/markup.ts';
import { finish } from '../../kernel/steps.ts';
import { type Frame, toPixels } from '../../model/camera.ts';
import { pictureWords } from '../../text/pictures/picture-words.ts';
import { toDom } from '../browser/dom.ts';
import { nextTask, spread } from '../browser/spread-steps.ts';
import type { Context } from '../context/context.ts';
import type { Life } from './life.ts';
import type { Scene } from './scene.ts';

/** Milliseconds for which a map waits for the picture that it is to be completed under. */
const patience = 5000;

/** What the sheet needs of the stage that it is part of. */
export interface SheetOptions {
  readonly life: () => Life;
  /** Called when another picture stands. */
  readonly onShown: () => void;
}

export class StageSheet {
  readonly #context: Context;
  readonly #scene: Scene;
  readonly #options: SheetOptions;
  /** The key of the picture that was made here last. */
  #made = '';
  /** Settles when the first picture is there; `null` where none is to come. */
  #coming: Promise<void> | null = null;
  #onCome = () => {};
  /** The element of the first view that is being lettered in turns. */
  #inHand: Element | null = null;
  /** Where the picture stood when it was laid over the map; `null` while it is not. */
  #over: Frame | null = null;

  constructor(context: Context, scene: Scene, options: SheetOptions) {
    this.#context = context;
    this.#scene = scene;
    this.#options = options;
  }

  /** Whether the picture that was made last shows what is to be shown. */
  get isCurrent(): boolean {
    return this.#made === this.#scene.pictureKey;
  }

  /** Where the picture that stands comes from; `brought`: the page has put it into the element. */
  get origin(): 'brought' | 'printed' | 'made' {
    if (this.#sheet?.querySelector(':scope > slot') != null) return 'brought';
    return this.#made === '' ? 'printed' : 'made';
  }

  /** Hides the picture that stands, or shows it again. What it shows is heard all the same. */
  hide(isHidden: boolean): void {
    this.#sheet?.classList.toggle('other', isHidden);
  }

  /** The picture of what is to be shown; `null` before there is anything to make it of. */
  picture(): Markup | null {
    const { depicted, pictureKey, fittedFrame, covered } = this.#scene;
    const { drawn } = this.#context.data;
    if (depicted === null || drawn === null) return null;
    this.#made = pictureKey;
    return drawn.pictures.stagePicture(depicted, fittedFrame, covered);
  }

  /** Whether there is a picture of ours. */
  get isFilled(): boolean {
    return this.#sheet?.querySelector('.picture') != null;
  }

  /** Puts a picture in place of the one before. */
  show(picture: Markup): void {
    this.#sheet?.replaceChildren(toDom(picture));
    this.#options.onShown();
  }

  /** Lets the words of a picture that is not drawn anew say what is shown: it is heard, though the map lies over it. */
  tell(): void {
    const { depicted } = this.#scene;
    if (depicted === null) return;
    const { root } = this.#context;
    const { title, description } = pictureWords(depicted.language, depicted.time);
    root.querySelector('#picture-title')?.replaceChildren(title);
    root.querySelector('#picture-desc')?.replaceChildren(description);
  }

  /**
   * Whether the picture is, or will be, one of the first view in this language, lettered for the stage as it is; `null`
   * where it is not.
   */
  firstView(language: string): Promise<boolean> | null {
    if (this.#isFirstView(language)) return Promise.resolve(true);
    return this.#coming?.then(() => this.#isFirstView(language)) ?? null;
  }

  /** Says that the first picture, where there is none, will be drawn as soon as can be. */
  expect(): void {
    if (this.#context.root.querySelector('.picture') !== null) return;
    this.#coming = Promise.race([
      new Promise<void>((resolve) => {
        this.#onCome = resolve;
      }),
      new Promise<void>((resolve) => setTimeout(resolve, patience)),
    ]);
  }

  /** Draws and letters the first picture of a stage that has none, without a long task. */
  async drawFirst(): Promise<void> {
    const { signal, data } = this.#context;
    const { depicted, pictureKey } = this.#scene;
    const sheet = this.#sheet;
    if (data.drawn === null || depicted === null || sheet === null) return;
    const { pictures } = data.drawn;
    await nextTask();
    this.#made = pictureKey;
    const { fittedFrame, covered } = this.#scene;
    const steps = pictures.stagePictureInSteps(depicted, fittedFrame, covered);
    const picture = await spread(steps, signal).catch(() => null);
    if (picture === null || !sheet.isConnected || this.#isUnderMap) return;
    await nextTask();
    // The year has come meanwhile, and its picture with it or after it.
    if (pictureKey !== this.#scene.pictureKey) {
      this.#onCome();
      return;
    }
    // What the map showed, or what is printed, lies over it.
    sheet.replaceChildren(toDom(picture), ...sheet.querySelectorAll('.view'));
    this.#options.onShown();
    await this.letter();
    this.#onCome();
  }

  /**
   * Letters a picture that was made here, without a long task: for the size that is seen, and then for others, unless a
   * map is on its way, which letters for itself.
   */
  async letter(atOnce = false): Promise<void> {
    const { signal, data } = this.#context;
    const { depicted, fittedFrame } = this.#scene;
    const home = this.#home;
    if (home === null || depicted === null || data.drawn === null) return;
    if (this.#isUnderMap || this.#inHand === home) return;
    let isSeen = true;
    this.#inHand = home;
    try {
      for (const steps of data.drawn.pictures.missingPlates(depicted, home, fittedFrame)) {
        const plate = atOnce && isSeen ? finish(steps) : await spread(steps, signal).catch(() => null);
        isSeen = false;
        if (plate === null || !home.isConnected || this.#isUnderMap) return;
        home.append(toDom(plate, home.namespaceURI ?? undefined));
        if (this.#options.life().is === 'opening') return;
      }
    } finally {
      if (this.#inHand === home) this.#inHand = null;
    }
  }

  #isFirstView(language: string): boolean {
    const home = this.#home;
    const isRead = home?.closest('.frame')?.getAttribute('lang') === language;
    const pictures = this.#context.data.drawn?.pictures;
    return home !== null && isRead && pictures?.isLettered(home, this.#scene.fittedFrame) === true;
  }

  /** Draws any frame over the picture. Returns whether it could: before the data is there, it cannot. */
  lay(frame: Frame, covered: readonly Box[]): boolean {
    const { drawn } = this.#context.data;
    const { depicted } = this.#scene;
    const sheet = this.#sheet;
    if (depicted === null || drawn === null || sheet === null) return false;
    this.take();
    sheet.append(toDom(drawn.pictures.viewPicture(depicted, frame, covered)));
    return true;
  }

  /** Takes away what was laid over the picture. Returns whether there was anything. */
  take(): boolean {
    const view = this.#context.root.querySelector('.view');
    view?.remove();
    return view !== null;
  }

  /** Lays the picture, which shows `frame`, over a map that is not complete. */
  raise(frame: Frame): void {
    this.#over = frame;
    this.#sheet?.classList.add('raised');
  }

  /** Lets a raised picture go where the camera goes, so that what the reader moves is all there. */
  follow(frame: Frame): void {
    const [from, picture] = [this.#over, this.#sheet?.firstElementChild];
    if (from === null || !(picture instanceof HTMLElement)) return;
    // In a stage of another size the picture fits itself anew.
    if (frame.width !== from.width || frame.height !== from.height) {
      this.lower();
      return;
    }
    const scale = 2 ** (frame.view.zoom - from.view.zoom);
    const [x, y] = toPixels(frame, [from.view.lng, from.view.lat]);
    const [right, down] = [x - (scale * from.width) / 2, y - (scale * from.height) / 2];
    // Where it has not moved yet it stays as it is painted: a layer of its own would be painted anew.
    const isInPlace = Math.abs(right) + Math.abs(down) + Math.abs(scale - 1) < 1e-3;
    if (isInPlace && picture.style.transform === '') return;
    picture.style.setProperty('will-change', 'transform');
    picture.style.setProperty('transform', `matrix(${scale}, 0, 0, ${scale}, ${right}, ${down})`);
  }

  /** Leaves the stage to the map. */
  lower(): void {
    if (this.#over === null) return;
    this.#over = null;
    const sheet = this.#sheet;
    sheet?.classList.remove('raised');
    const picture = sheet?.firstElementChild;
    if (!(picture instanceof HTMLElement)) return;
    picture.style.removeProperty('will-change');
    picture.style.removeProperty('transform');
  }

  get #isUnderMap(): boolean {
    return this.#options.life().is === 'live';
  }

  get #sheet(): HTMLElement | null {
    return this.#context.root.querySelector<HTMLElement>('.sheet');
  }

  get #home(): Element | null {
    return this.#context.root.querySelector('.picture .home');
  }
}
