/** What a reader can do with the map beyond reading it: share, measure, save, print, and the help. Loaded when first asked for. */
import { downloads } from 'virtual:four-islands/data';
import { release, siteRoot, siteUrl } from 'virtual:four-islands/files';
import { fonts } from 'virtual:four-islands/fonts';
import { fontsOfPictures } from '../../lettering/fonts/fonts.ts';
import type { MeasureEnd } from '../../model/great-circle.ts';
import type { LngLat } from '../../model/types.ts';
import { formatLink, type ViewState } from '../../model/view-state.ts';
import type { Layout } from '../../text/layout.ts';
import { helpDialog, toolMenu } from '../../text/tools/tool-markup.ts';
import { sayOfTools } from '../../text/tools/tool-strings.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { copyText } from '../browser/copy-text.ts';
import { toDom } from '../browser/dom.ts';
import rules from '../css/tools.css?inline';
import type { LoadedData } from '../data/load-data.ts';
import type { MapView } from '../map/map-state.ts';
import type { MeasureView } from './measure-view.ts';
import { embeddedFaces, saveFile, toPng } from './save-picture.ts';

/** What the tools need of the element they are part of. */
export interface ToolsHost {
  readonly root: ShadowRoot;
  readonly layout: () => Layout;
  readonly state: () => ViewState;
  readonly map: () => MapView | null;
  /** Does what the reader asked for when the data is there. What takes longer ends without effect when the signal aborts: the reader has called it off. */
  readonly withData: (use: (data: LoadedData, signal: AbortSignal) => Promise<void> | void) => void;
  /** Called when a part did not load. */
  readonly onFailed: (error: unknown) => void;
  /** Says something to those who do not see the map. */
  readonly announce: (text: string) => void;
  /** What is seen as an SVG file's text, with rules for the faces in it. */
  readonly plate: (faces: { readonly fontFaces?: string }) => string;
  /** Called when something was laid over the map or taken away. */
  readonly onCover: () => void;
}

type Picture = 'svg' | 'png1' | 'png2';

export class Tools {
  readonly #host: ToolsHost;
  readonly #signal: AbortSignal;
  #menu: HTMLElement | null = null;
  #help: HTMLDialogElement | null = null;
  #measure: MeasureView | null = null;
  #keysOn = true;

  /** Listens until `signal` aborts, and then leaves nothing behind. */
  constructor(host: ToolsHost, signal: AbortSignal) {
    this.#host = host;
    this.#signal = signal;
    const { root } = host;
    const dropRules = adoptRules(root, rules);
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    root.addEventListener('change', (event) => this.#onChange(event), { signal });
    // Before the map hears them: its own handler cannot give up + and − alone.
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#silence(event), {
      signal,
      capture: true,
    });
    signal.addEventListener('abort', () => {
      this.#menu?.remove();
      this.#help?.remove();
      this.#measure?.end();
      dropRules();
    });
  }

  /** Whether keys that are single characters do anything (WCAG 2.1.4). Held as long as the page is open. */
  get keysOn(): boolean {
    return this.#keysOn;
  }

  /** Opens the menu at its button, or closes it. */
  toggleMenu(): void {
    const menu = this.#menu ?? this.#makeMenu();
    const button = this.#button('tools');
    // So the browser knows that a press on the button is none beside the menu.
    if (button instanceof HTMLButtonElement) button.popoverTargetElement = menu;
    menu.togglePopover();
  }

  openHelp(): void {
    if (this.#help?.open === true) return;
    this.#help?.remove();
    const help = toDom(helpDialog(this.#host.state().lang, this.#keysOn));
    if (!(help instanceof HTMLDialogElement)) return;
    this.#help = help;
    this.#keepKeys(help);
    this.#host.root.append(help);
    help.showModal();
  }

  /** Begins to measure, from a place where one is given. */
  measureFrom(place: string | null): void {
    const { root, state, map, withData, announce, onCover, onFailed } = this.#host;
    withData(async ({ dataset }, errand) => {
      const part = await import('./measure-view.ts').catch(onFailed);
      if (part === undefined || this.#signal.aborted || errand.aborted) return;
      const { MeasureView } = part;
      this.#measure ??= new MeasureView({
        frame: () => root.querySelector<HTMLElement>('.frame'),
        dataset,
        speech: () => ({ language: state().lang, names: state().names }),
        map,
        announce,
        onCover,
        onEnd: () => {
          this.#measure = null;
        },
      });
      this.#measure.start(place === null ? null : { kind: 'place', id: place });
    });
  }

  /** Takes a place or a point for the measurement that is going on; false when none is. */
  pick(position: LngLat | null, place: string | null): boolean {
    const end: MeasureEnd | null =
      place !== null ? { kind: 'place', id: place } : position === null ? null : { kind: 'point', position };
    if (this.#measure === null || end === null) return false;
    this.#measure.take(end);
    return true;
  }

  /** Follows a frame that was made anew, or names that changed: what was open in old words is closed, the measurement goes on. */
  refresh(): void {
    if (this.#menu?.lang !== this.#host.state().lang) {
      this.#menu?.remove();
      this.#menu = null;
    }
    if (this.#help?.open !== true) this.#help?.remove();
    this.#measure?.show();
  }

  /** Ends the measurement; false when there is none. */
  endMeasure(): boolean {
    if (this.#measure === null) return false;
    this.#measure.end();
    this.#host.announce(sayOfTools(this.#host.state().lang, 'ended'));
    this.#button('tools')?.focus();
    return true;
  }

  #makeMenu(): HTMLElement {
    const menu = toDom(
      toolMenu({
        language: this.#host.state().lang,
        canLink: this.#link() !== null,
        canShare: 'share' in navigator,
        // A sandbox without an origin lets nothing be saved and opens no window to print.
        canSave: window.origin !== 'null',
        canFill: document.fullscreenEnabled && this.#host.layout() !== 'element',
        canEmbed: this.#site() !== null,
        data: downloads,
      }),
    );
    if (!(menu instanceof HTMLElement)) throw new Error('the menu of tools is no element');
    this.#keepKeys(menu);
    let hadFocus = false;
    menu.addEventListener('beforetoggle', () => {
      hadFocus = menu.contains(this.#host.root.activeElement);
    });
    menu.addEventListener('toggle', (event) => {
      const open = event instanceof ToggleEvent && event.newState === 'open';
      this.#button('tools')?.setAttribute('aria-expanded', String(open));
      if (open) this.#place(menu);
      else this.#tell('');
      // The browser looks for the former focus in the document, and does not find it in a shadow tree.
      const { activeElement } = this.#host.root;
      if (!open && hadFocus && (activeElement === null || menu.contains(activeElement))) this.#button('tools')?.focus();
    });
    this.#host.root.append(menu);
    this.#menu = menu;
    return menu;
  }

  /** Beside its button, else below or above it; inside the window, and over the button only where nothing else is left. */
  #place(menu: HTMLElement): void {
    const button = this.#button('tools')?.getBoundingClientRect();
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

  /** Keys pressed in a panel are for the panel: Escape closes it alone. */
  #keepKeys(panel: HTMLElement): void {
    panel.addEventListener('keydown', (event) => event.stopPropagation());
  }

  #silence(event: KeyboardEvent): void {
    const canvas = this.#host.root.querySelector('.map canvas');
    if (!this.#keysOn && event.target === canvas && event.key.length === 1) event.stopPropagation();
  }

  #onChange(event: Event): void {
    if (event.target instanceof HTMLInputElement && event.target.dataset['tool'] === 'keys')
      this.#keysOn = event.target.checked;
  }

  #onClick(event: Event): void {
    const tool = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tool]') : null;
    const name = tool?.dataset['tool'];
    if (name === 'close-help') this.#help?.close();
    else if (name === 'copy-link') void this.#copyLink();
    else if (name === 'share-link') void this.#shareLink();
    else if (name === 'svg' || name === 'png1' || name === 'png2')
      this.#host.withData((_data, errand) => this.#save(name, errand));
    else if (name === 'end-measure') this.endMeasure();
    else if (name === 'measure') {
      this.#menu?.hidePopover();
      this.measureFrom(null);
    } else if (name === 'fill') {
      this.#menu?.hidePopover();
      void (document.fullscreenElement === null
        ? document.documentElement.requestFullscreen()
        : document.exitFullscreen());
    } else if (name === 'embed') {
      this.#menu?.hidePopover();
      this.#openBuilder();
    } else if (name === 'print') {
      this.#menu?.hidePopover();
      window.print();
    }
  }

  /** The address at which everybody sees what is seen here: our page's own, or where the build was told that it is published. */
  #link(): string | null {
    const base = this.#host.layout() === 'page' ? window.location.href : siteUrl;
    if (base === null) return null;
    const state = this.#host.state();
    const map = this.#host.map();
    const link = new URL(base);
    link.search = formatLink({ ...state, view: map === null ? state.view : map.view() });
    link.hash = '';
    return link.href;
  }

  /** The root of the site that others can embed the map from; `null` off our own page, and where the page is a file. */
  #site(): string | null {
    if (this.#host.layout() !== 'page') return null;
    if (siteUrl !== null) return siteUrl;
    return window.location.protocol === 'file:' ? null : siteRoot;
  }

  #openBuilder(): void {
    const site = this.#site();
    if (site === null) return;
    const { root, state, map, withData, onFailed } = this.#host;
    withData(async ({ dataset }, errand) => {
      const part = await import('./embed-builder.ts').catch(onFailed);
      if (part === undefined || this.#signal.aborted || errand.aborted) return;
      const view = () => (map() === null ? state().view : (map()?.view() ?? null));
      const host = { root, dataset, state, view, site, here: siteRoot ?? site, release };
      part.openEmbedBuilder(host, this.#button('tools'), this.#signal);
    });
  }

  async #copyLink(): Promise<void> {
    const link = this.#link();
    if (link === null) return;
    const { lang } = this.#host.state();
    this.#tell((await copyText(link)) ? sayOfTools(lang, 'linkCopied') : sayOfTools(lang, 'linkNotCopied', { link }));
  }

  async #shareLink(): Promise<void> {
    const url = this.#link();
    if (url === null) return;
    try {
      await navigator.share({ url, title: document.title });
    } catch (error) {
      // Who closes the system's own sheet has changed their mind: that is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.#copyLink();
    }
  }

  async #save(picture: Picture, errand: AbortSignal): Promise<void> {
    const { lang, names } = this.#host.state();
    this.#tell(sayOfTools(lang, 'saving'));
    try {
      const faces = await embeddedFaces(fontsOfPictures(fonts), this.#host.plate({}));
      const svg = this.#host.plate({ fontFaces: faces.map(({ rule }) => rule).join('') });
      const twice = picture === 'png2' ? '@2x' : '';
      const file = `four-islands.${names}.${lang}${twice}.${picture === 'svg' ? 'svg' : 'png'}`;
      const content =
        picture === 'svg'
          ? new Blob([svg], { type: 'image/svg+xml' })
          : await toPng(svg, faces, picture === 'png2' ? 2 : 1);
      if (errand.aborted) {
        this.#tell('');
        return;
      }
      saveFile(content, file);
      this.#tell(sayOfTools(lang, 'saved', { file }));
    } catch (error) {
      console.error('four-islands: no picture could be made', error);
      this.#tell(sayOfTools(lang, 'notSaved'));
    }
  }

  /** Says something in the menu itself, aloud too. */
  #tell(text: string): void {
    const told = this.#menu?.querySelector('.told');
    if (told !== null && told !== undefined) told.textContent = text;
  }

  #button(action: string): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>(`[data-action="${action}"]`);
  }
}
