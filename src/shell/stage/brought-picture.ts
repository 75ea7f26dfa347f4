/**
 * The picture that a page has brought along inside the element: linked or not, in `<picture>`, a paragraph or whatever
 * else its editor made of it. What stands in the page is laid out in the stage without being seen, so that it is chosen
 * and loaded as the page wants it. Seen is a picture of ours with the same address, which no rule of the page reaches.
 */
import { say } from '../../text/strings.ts';
import type { Context } from '../context/context.ts';

/** What of the page's picture decides how it is fetched: what is fetched alike is fetched once. */
const kept = ['loading', 'crossorigin', 'referrerpolicy'] as const;
const linkKept = ['target', 'rel', 'hreflang'] as const;

export class BroughtPicture {
  readonly #context: Context;
  readonly #onMissing: () => void;
  /** Whether it stood, or was to stand, when that was last looked at. */
  #stood = false;
  /** The address at which nothing came. */
  #broken: string | null = null;
  /** It shows names or a language that the reader has left. */
  #isOutdated = false;

  /** `onMissing` is called when there is nothing to show: nothing was brought, or it does not come. */
  constructor(context: Context, onMissing: () => void) {
    this.#context = context;
    this.#onMissing = onMissing;
  }

  /** Whether it stands in the stage, or will, and shows what is to be shown. */
  get stands(): boolean {
    return !this.#isOutdated && this.#slot() !== null && this.#isThere();
  }

  #isThere(): boolean {
    const image = this.#image();
    return image === null ? this.#mayStillCome() : addressOf(image) !== this.#broken;
  }

  /** Shows what is brought, and follows what becomes of it, until `signal` aborts. */
  connect(signal: AbortSignal): void {
    const { element } = this.#context;
    this.#stood = this.stands;
    const show = () => this.#show();
    const observer = new MutationObserver(show);
    observer.observe(element, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['src', 'srcset', 'sizes', 'media', 'alt', 'href', ...kept, ...linkKept],
    });
    signal.addEventListener('abort', () => observer.disconnect());
    // Which of several addresses was chosen is known for certain when it has come, or not. The events do not bubble.
    for (const end of ['load', 'error']) element.addEventListener(end, show, { signal, capture: true });
    document.addEventListener('DOMContentLoaded', show, { signal });
    this.#show();
  }

  /** Leaves the stage to a picture of ours, as soon as there is one. */
  outdate(): void {
    this.#isOutdated = true;
  }

  #show(): void {
    const [slot, image] = [this.#slot(), this.#image()];
    // Where a picture of ours stands, or is to, that one follows what is shown.
    if (slot === null || this.#isOutdated) return;
    if (!this.#isThere()) {
      slot.parentElement?.querySelector('.brought')?.remove();
      if (this.#stood) this.#onMissing();
      this.#stood = false;
      return;
    }
    this.#stood = true;
    const address = image === null ? '' : addressOf(image);
    // It is still to come, a script of the page will say it, or the browser has not chosen yet.
    if (image === null || address === '') return;
    const alt = image.getAttribute('alt') ?? say(this.#context.state.lang, 'pictureTitle');
    const link = image.closest('a');
    const made = this.#made(slot);
    if (made.src !== address) {
      copy(kept, image, made);
      made.src = address;
    }
    if (made.alt !== alt) made.alt = alt;
    this.#link(made, link !== null && this.#context.element.contains(link) ? link : null);
  }

  /** Our picture in the stage. */
  #made(slot: Element): HTMLImageElement {
    const standing = slot.parentElement?.querySelector('.brought img') ?? null;
    if (standing instanceof HTMLImageElement) return standing;
    const made = document.createElement('img');
    // What the reader has seen already stays, without a frame in which there is nothing.
    made.decoding = 'sync';
    made.addEventListener('error', () => {
      this.#broken = made.src;
      this.#show();
    });
    const room = document.createElement('div');
    room.className = 'brought';
    room.append(made);
    slot.after(room);
    return made;
  }

  /** A picture that leads somewhere goes on doing so. */
  #link(made: HTMLImageElement, link: HTMLAnchorElement | null): void {
    const standing = made.closest('a');
    if (link === null || link.href === '') {
      standing?.replaceWith(made);
      return;
    }
    const anchor = standing ?? document.createElement('a');
    if (anchor.href !== link.href) anchor.href = link.href;
    copy(linkKept, link, anchor);
    if (standing !== null) return;
    made.replaceWith(anchor);
    anchor.append(made);
  }

  #image(): HTMLImageElement | null {
    return this.#context.element.querySelector('img');
  }

  /** The place that the page's own picture has in the stage; `null` where one of ours has taken it. */
  #slot(): Element | null {
    return this.#context.root.querySelector('.sheet > slot');
  }

  /** While the page is being read, what stands in the element may not have been read yet. */
  #mayStillCome(): boolean {
    if (document.readyState !== 'loading') return false;
    for (let node: Node | null = this.#context.element; node !== null; node = node.parentNode)
      if (node.nextSibling !== null) return false;
    return true;
  }
}

/** What the browser has chosen, or will where there is nothing to choose from; empty while it has not chosen. */
function addressOf(image: HTMLImageElement): string {
  const isChoice = image.srcset !== '' || image.parentElement instanceof HTMLPictureElement;
  return image.currentSrc === '' && !isChoice ? image.src : image.currentSrc;
}

function copy(names: readonly string[], from: Element, to: Element): void {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value === to.getAttribute(name)) continue;
    if (value === null) to.removeAttribute(name);
    else to.setAttribute(name, value);
  }
}
