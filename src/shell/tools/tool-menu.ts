/** The menu of tools: a popover beside its button, made when it is first opened and in another language. */
import { downloads } from 'virtual:four-islands/data';
import { type ToolMenuInput, toolMenu } from '../../text/tools/tool-markup.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';

/** What the menu offers: not everything can be done in every document. */
export type Offer = Pick<ToolMenuInput, 'canLink' | 'canEmbed'>;

export class ToolMenu {
  readonly #context: Context;
  readonly #offer: () => Offer;
  #menu: HTMLElement | null = null;

  constructor(context: Context, offer: () => Offer) {
    this.#context = context;
    this.#offer = offer;
  }

  /** Opens the menu, or closes it. */
  toggle(): void {
    const menu = this.#menu ?? this.#make();
    const { button } = this;
    // So the browser knows that a press on the button is none beside the menu.
    if (button instanceof HTMLButtonElement) button.popoverTargetElement = menu;
    menu.togglePopover();
  }

  hide(): void {
    this.#menu?.hidePopover();
  }

  /** Follows a change of language. */
  refresh(): void {
    if (this.#menu?.lang !== this.#context.state.lang) this.remove();
  }

  remove(): void {
    this.#menu?.remove();
    this.#menu = null;
  }

  /** Says something in the menu itself, aloud too. */
  tell(text: string): void {
    this.#menu?.querySelector('.told')?.replaceChildren(text);
  }

  /** The button that opens the menu. */
  get button(): HTMLElement | null {
    return this.#context.root.querySelector<HTMLElement>('[data-action="tools"]');
  }

  #make(): HTMLElement {
    const { root, state, layout } = this.#context;
    const menu = toDom(
      toolMenu({
        ...this.#offer(),
        language: state.lang,
        canShare: 'share' in navigator,
        // A sandbox without an origin lets nothing be saved and opens no window to print.
        canSave: window.origin !== 'null',
        canFill: document.fullscreenEnabled && layout !== 'element',
        data: downloads,
      }),
    );
    if (!(menu instanceof HTMLElement)) throw new Error('the menu of tools is no element');
    keepKeys(menu);
    let hadFocus = false;
    menu.addEventListener('beforetoggle', () => {
      hadFocus = menu.contains(root.activeElement);
    });
    menu.addEventListener('toggle', (event) => {
      const open = event instanceof ToggleEvent && event.newState === 'open';
      this.button?.setAttribute('aria-expanded', String(open));
      if (open) this.#place(menu);
      else this.tell('');
      // The browser looks for the former focus in the document, and does not find it in a shadow tree.
      const { activeElement } = root;
      if (!open && hadFocus && (activeElement === null || menu.contains(activeElement))) this.button?.focus();
    });
    root.append(menu);
    this.#menu = menu;
    return menu;
  }

  /** Beside its button, else below or above it; inside the window, over the button only where nothing else is left. */
  #place(menu: HTMLElement): void {
    const button = this.button?.getBoundingClientRect();
    if (button === undefined) return;
    const edge = 8;
    const { offsetWidth: width, offsetHeight: height } = menu;
    const within = (wanted: number, room: number) => Math.max(edge, Math.min(wanted, room - edge));
    const across = document.documentElement.clientWidth - width;
    const down = window.innerHeight - height;
    const beside = button.left - width - edge;
    const below = button.bottom + edge;
    const left = beside >= edge ? beside : within(button.left, across);
    const top =
      beside >= edge
        ? within(button.top, down)
        : within(below <= down - edge ? below : button.top - height - edge, down);
    menu.style.setProperty('left', `${left}px`);
    menu.style.setProperty('top', `${top}px`);
    menu.querySelector<HTMLElement>('button')?.focus();
  }
}

/** Keys pressed in a panel are for the panel: Escape closes it alone. */
export function keepKeys(panel: HTMLElement): void {
  panel.addEventListener('keydown', (event) => event.stopPropagation());
}
