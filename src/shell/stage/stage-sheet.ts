/** The sheet under the map: the picture that stands while no map lives, and what is laid over it. */

import type { Box } from '../../kernel/box.ts';
import type { Markup } from '../../kernel/markup.ts';
import { finish } from '../../kernel/steps.ts';
import { type Frame, toPixels } from '../../model/camera.ts';
import { pictureWords } from '../../text/pictures/picture-words.ts';
import { toDom } from '../browser/dom.ts';
import { nextTask, spread } from '../browser/spread-steps.ts';
import type { Depicted } from '../data/stage-pictures.ts';

/** Milliseconds for which a map waits for the picture that it is to be completed under. */
const patience = 5000;

export type Pictures = typeof import('../data/stage-pictures.ts');

/** What the sheet needs of the element that it is part of. */
export interface SheetHost {
  readonly root: () => ShadowRoot | null;
  /** Until when there is somebody to draw for. */
  readonly connection: () => AbortSignal | null;
  /** What makes pictures and what they show: `null` before it has come. */
  readonly pictures: () => Pictures | null;
  readonly depicted: () => Depicted | null;
  /** Tells apart what pictures show. */
  readonly key: () => string;
  /** The view that a picture shows, in the stage as it is. */
  readonly frame: () => Frame;
  readonly covered: () => readonly Box[];
  /** Called when another picture stands. */
  readonly onShown: () => void;
  /** The map lies over the sheet, or is on its way. */
  readonly hasMap: () => boolean;
  readonly awaitsMap: () => boolean;
}

export class StageSheet {
  readonly #host: SheetHost;
  /** The key of the picture that was made here last. */
  #made = '';
  /** Settles when the first picture is there; `null` where none is to come. */
  #coming: Promise<void> | null = null;
  #onCome = () => {};
  /** The element of the first view that is being lettered in turns. */
  #inHand: Element | null = null;
  /** Where the picture stood when it was laid over the map; `null` while it is not. */
  #over: Frame | null = null;

  constructor(host: SheetHost) {
    this.#host = host;
  }

  /** Whether the picture that was made last shows what is to be shown. */
  get isCurrent(): boolean {
    return this.#made === this.#host.key();
  }

  /** Where the picture that stands comes from; `brought`: the page has put it into the element. */
  get origin(): 'brought' | 'printed' | 'made' {
    if (this.#sheet()?.querySelector(':scope > slot') != null) return 'brought';
    return this.#made === '' ? 'printed' : 'made';
  }

  /** Hides the picture that stands, or shows it again. What it shows is heard all the same. */
  hide(isHidden: boolean): void {
    this.#sheet()?.classList.toggle('other', isHidden);
  }

  /** The picture of what is to be shown; `null` before there is anything to make it of. */
  picture(): Markup | null {
    const [pictures, depicted] = [this.#host.pictures(), this.#host.depicted()];
    if (depicted === null || pictures === null) return null;
    this.#made = this.#host.key();
    return pictures.stagePicture(depicted, this.#host.frame(), this.#host.covered());
  }

  /** Whether there is a picture of ours. */
  get isFilled(): boolean {
    return this.#sheet()?.querySelector('.picture') != null;
  }

  /** Puts a picture in place of the one before. */
  show(picture: Markup): void {
    this.#sheet()?.replaceChildren(toDom(picture));
    this.#host.onShown();
  }

  /** Lets the words of a picture that is not drawn anew say what is shown: it is heard, though the map lies over it. */
  tell(): void {
    const depicted = this.#host.depicted();
    if (depicted === null) return;
    const { title, description } = pictureWords(depicted.language, depicted.time);
    this.#host.root()?.querySelector('#picture-title')?.replaceChildren(title);
    this.#host.root()?.querySelector('#picture-desc')?.replaceChildren(description);
  }

  /** Whether the picture is, or will be, one of the first view in this language, lettered for the stage as it is; `null` where it is not. */
  firstView(language: string): Promise<boolean> | null {
    if (this.#isFirstView(language)) return Promise.resolve(true);
    return this.#coming?.then(() => this.#isFirstView(language)) ?? null;
  }

  /** Says that the first picture will be drawn as soon as can be. */
  expect(): void {
    this.#coming = Promise.race([
      new Promise<void>((resolve) => {
        this.#onCome = resolve;
      }),
      new Promise<void>((resolve) => setTimeout(resolve, patience)),
    ]);
  }

  /** Draws and letters the first picture of a stage that has none, without a long task. */
  async drawFirst(): Promise<void> {
    const { connection, pictures, depicted, key, frame, covered } = this.#host;
    const [signal, made, shown, sheet] = [connection(), pictures(), depicted(), this.#sheet()];
    if (made === null || shown === null || signal === null || sheet === null) return;
    const asked = key();
    await nextTask();
    this.#made = asked;
    const steps = made.stagePictureInSteps(shown, frame(), covered());
    const picture = await spread(steps, signal).catch(() => null);
    if (picture === null || !sheet.isConnected || this.#host.hasMap()) return;
    await nextTask();
    // The year has come meanwhile, and its picture with it or after it.
    if (asked !== key()) {
      this.#onCome();
      return;
    }
    // What the map showed, or what is printed, lies over it.
    sheet.replaceChildren(toDom(picture), ...sheet.querySelectorAll('.view'));
    this.#host.onShown();
    await this.letter();
    this.#onCome();
  }

  /**
   * Letters a picture that was made here, without a long task: for the size that is seen, and then for others, unless a map is on its way,
   * which letters for itself.
   */
  async letter(atOnce = false): Promise<void> {
    const { connection, pictures, depicted, frame, hasMap, awaitsMap } = this.#host;
    const [signal, made, shown, home] = [connection(), pictures(), depicted(), this.#home()];
    if (home === null || shown === null || made === null || signal === null) return;
    if (hasMap() || this.#inHand === home) return;
    let isSeen = true;
    this.#inHand = home;
    try {
      for (const steps of made.missingPlates(shown, home, frame())) {
        const plate = atOnce && isSeen ? finish(steps) : await spread(steps, signal).catch(() => null);
        isSeen = false;
        if (plate === null || !home.isConnected || hasMap()) return;
        home.append(toDom(plate, home.namespaceURI ?? undefined));
        if (awaitsMap()) return;
      }
    } finally {
      if (this.#inHand === home) this.#inHand = null;
    }
  }

  #isFirstView(language: string): boolean {
    const home = this.#home();
    const isRead = home?.closest('.frame')?.getAttribute('lang') === language;
    return home !== null && isRead && this.#host.pictures()?.isLettered(home, this.#host.frame()) === true;
  }

  /** Draws any frame over the picture. Returns whether it could: before the data is there, it cannot. */
  lay(frame: Frame, covered: readonly Box[]): boolean {
    const [pictures, depicted, sheet] = [this.#host.pictures(), this.#host.depicted(), this.#sheet()];
    if (depicted === null || pictures === null || sheet === null) return false;
    this.take();
    sheet.append(toDom(pictures.viewPicture(depicted, frame, covered)));
    return true;
  }

  /** Takes away what was laid over the picture. Returns whether there was anything. */
  take(): boolean {
    const view = this.#host.root()?.querySelector('.view') ?? null;
    view?.remove();
    return view !== null;
  }

  /** Lays the picture, which shows `frame`, over a map that is not complete. */
  raise(frame: Frame): void {
    this.#over = frame;
    this.#sheet()?.classList.add('raised');
  }

  /** Lets a raised picture go where the camera goes, so that what the reader moves is all there. */
  follow(frame: Frame): void {
    const [from, picture] = [this.#over, this.#sheet()?.firstElementChild];
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
    const sheet = this.#sheet();
    sheet?.classList.remove('raised');
    const picture = sheet?.firstElementChild;
    if (!(picture instanceof HTMLElement)) return;
    picture.style.removeProperty('will-change');
    picture.style.removeProperty('transform');
  }

  #sheet(): HTMLElement | null {
    return this.#host.root()?.querySelector<HTMLElement>('.sheet') ?? null;
  }

  #home(): Element | null {
    return this.#host.root()?.querySelector('.picture .home') ?? null;
  }
}
