/** The shell's side of the table of commands: who does what a press on a control asks for. */
import { type Command, type Given, readCommand } from '../../text/commands.ts';

/** What a part does for some of the commands. `control` is what was pressed. */
export type Handlers = { readonly [Name in Command]?: (given: Given<Name>, control: HTMLElement) => void };

export class Commands {
  #handlers: Handlers = {};

  /** Takes over commands, until another part does: a part that is loaded later brings its own. */
  answer(handlers: Handlers): void {
    this.#handlers = { ...this.#handlers, ...handlers };
  }

  /** Listens to all presses inside `root` until `signal` aborts. */
  listen(root: ShadowRoot, signal: AbortSignal): void {
    // The page was printed with places in the addresses of links alone.
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href^="?place="]:not([data-place])'))
      link.dataset['place'] = new URLSearchParams(link.search).get('place') ?? '';
    root.addEventListener('click', (event) => event instanceof MouseEvent && this.#press(event), { signal });
  }

  #press(event: MouseEvent): void {
    const control =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-action],[data-place],[data-year]')
        : null;
    // With a key held down a link opens elsewhere.
    if (control === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const asked = readCommand(control.dataset);
    const act = asked === null ? undefined : this.#handlers[asked.name];
    if (asked === null || act === undefined) return;
    // It may be a link, for those who have no script.
    event.preventDefault();
    act(asked.given, control);
  }
}
