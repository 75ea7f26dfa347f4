/**
 * What a reader can do with the map beyond reading it: share, measure, save, print, and the help. Loaded when first
 * used.
 */
import { release, siteRoot, siteUrl } from 'virtual:four-islands/files';
import { fonts } from 'virtual:four-islands/fonts';
import { fontsOfPictures } from '../../lettering/fonts/fonts.ts';
import { formatLink } from '../../model/view-state.ts';
import { helpDialog } from '../../text/tools/tool-markup.ts';
import { sayOfTools } from '../../text/tools/tool-strings.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { copyText } from '../browser/copy-text.ts';
import { toDom } from '../browser/dom.ts';
import type { Context } from '../context/context.ts';
import rules from '../css/tools.css?inline';
import type { LoadedData } from '../data/load-data.ts';
import type { Notice } from '../notices/notice.ts';
import type { OnItsWay } from '../notices/on-its-way.ts';
import type { Stage } from '../stage/stage.ts';
import type { MeasureView } from './measure-view.ts';
import { embeddedFaces, saveFile, toPng } from './save-picture.ts';
import { keepKeys, ToolMenu } from './tool-menu.ts';

export class Tools {
  readonly #context: Context;
  readonly #stage: Stage;
  readonly #onItsWay: OnItsWay;
  readonly #notice: Notice;
  readonly #menu: ToolMenu;
  #help: HTMLDialogElement | null = null;
  #measure: MeasureView | null = null;
  #keysOn = true;

  /** Works until the element is taken away, and then leaves nothing behind. */
  constructor(context: Context, stage: Stage, onItsWay: OnItsWay, notice: Notice) {
    this.#context = context;
    this.#stage = stage;
    this.#onItsWay = onItsWay;
    this.#notice = notice;
    this.#menu = new ToolMenu(context, () => ({ canLink: this.#link() !== null, canEmbed: this.#site() !== null }));
    const { root, signal } = context;
    const dropRules = adoptRules(root, rules);
    this.#answerCommands();
    root.addEventListener('change', (event) => this.#onChange(event), { signal });
    // Before the map hears them: its own handler cannot give up + and − alone.
    root.addEventListener('keydown', (event) => event instanceof KeyboardEvent && this.#silence(event), {
      signal,
      capture: true,
    });
    signal.addEventListener('abort', () => {
      this.#menu.remove();
      this.#help?.remove();
      this.#measure?.leave();
      dropRules();
    });
  }

  /** Whether keys that are single characters do anything (WCAG 2.1.4). Remembered while the page is open. */
  get keysOn(): boolean {
    return this.#keysOn;
  }

  /** Opens the menu at its button, or closes it. */
  toggleMenu(): void {
    this.#menu.toggle();
  }

  openHelp(): void {
    if (this.#help?.open === true) return;
    this.#help?.remove();
    const help = toDom(helpDialog(this.#context.state.lang, this.#keysOn));
    if (!(help instanceof HTMLDialogElement)) return;
    this.#help = help;
    keepKeys(help);
    this.#context.root.append(help);
    help.showModal();
  }

  /** Begins to measure, from a place where one is given. */
  measureFrom(place: string | null): void {
    this.#load(
      () => import('./measure-view.ts'),
      ({ MeasureView }, { dataset }) => {
        this.#measure ??= new MeasureView(this.#context, this.#stage, dataset);
        this.#measure.start(place);
      },
    );
  }

  /** Follows a frame or words that changed: what was open in old words is closed, the measurement goes on. */
  refresh(): void {
    this.#menu.refresh();
    if (this.#help?.open !== true) this.#help?.remove();
    if (this.#context.measuring !== null) this.#measure?.show();
  }

  #answerCommands(): void {
    const thenHide = (act: () => void) => () => {
      this.#menu.hide();
      act();
    };
    this.#context.commands.answer({
      'close-help': () => this.#help?.close(),
      'copy-link': () => void this.#copyLink(),
      'share-link': () => void this.#shareLink(),
      save: ({ picture }) => void this.#save(picture),
      'end-measure': () => this.#measure?.end(),
      'measure-anew': thenHide(() => this.measureFrom(null)),
      fill: thenHide(
        () =>
          void (document.fullscreenElement === null
            ? document.documentElement.requestFullscreen()
            : document.exitFullscreen()),
      ),
      embed: thenHide(() => this.#openBuilder()),
      print: thenHide(() => window.print()),
    });
  }

  /** Uses a part of the tools with the data, as soon as both are there and unless the reader calls that off. */
  #load<Part>(load: () => Promise<Part>, use: (part: Part, data: LoadedData) => void): void {
    const context = this.#context;
    void this.#onItsWay.run(async (errand) => {
      const read = await context.readings(errand, true);
      const connection = context.signal;
      if (read === null) return;
      try {
        const part = await load();
        if (!errand.aborted && !connection.aborted) use(part, read.data);
      } catch (error) {
        this.#notice.tellOf('tools', error);
      }
    });
  }

  #silence(event: KeyboardEvent): void {
    if (!this.#keysOn && event.target === this.#context.canvas && event.key.length === 1) event.stopPropagation();
  }

  #onChange({ target }: Event): void {
    if (target instanceof HTMLInputElement && target.dataset['part'] === 'keys') this.#keysOn = target.checked;
  }

  /**
   * The address at which everybody sees what is seen here: our page's own, or where the build was told that it is
   * published. `null` where there is none.
   */
  #link(): string | null {
    const { layout, state } = this.#context;
    const base = layout === 'page' ? window.location.href : siteUrl;
    if (base === null) return null;
    const { map } = this.#stage;
    const link = new URL(base);
    link.search = formatLink({ ...state, view: map === null ? state.view : map.view() });
    link.hash = '';
    return link.href;
  }

  /** The root of the site that others can embed the map from; `null` off our own page, and where the page is a file. */
  #site(): string | null {
    if (this.#context.layout !== 'page') return null;
    if (siteUrl !== null) return siteUrl;
    return window.location.protocol === 'file:' ? null : siteRoot;
  }

  #openBuilder(): void {
    const site = this.#site();
    if (site === null) return;
    this.#load(
      () => import('./embed-builder.ts'),
      ({ openEmbedBuilder }, { dataset }) => {
        const view = () => (this.#stage.map === null ? this.#context.state.view : this.#stage.map.view());
        const addresses = { site, here: siteRoot ?? site, release };
        openEmbedBuilder(this.#context, { ...addresses, dataset, view, opener: this.#menu.button });
      },
    );
  }

  async #copyLink(): Promise<void> {
    const link = this.#link();
    if (link === null) return;
    const { lang } = this.#context.state;
    const isCopied = await copyText(link);
    this.#menu.tell(isCopied ? sayOfTools(lang, 'linkCopied') : sayOfTools(lang, 'linkNotCopied', { link }));
  }

  async #shareLink(): Promise<void> {
    const url = this.#link();
    if (url === null) return;
    try {
      await navigator.share({ url, title: document.title });
    } catch (error) {
      // A reader who closes the system's own sheet has changed their mind: that is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.#copyLink();
    }
  }

  /** Saves what is seen: as `svg`, as `png1`, or as `png2` with twice as many pixels. */
  #save(picture: string): Promise<void> {
    return this.#onItsWay.run(async (errand) => {
      if ((await this.#context.readings(errand, true)) === null) return;
      const { lang, names } = this.#context.state;
      this.#menu.tell(sayOfTools(lang, 'saving'));
      try {
        const faces = await embeddedFaces(fontsOfPictures(fonts), this.#stage.plate({}));
        const svg = this.#stage.plate({ fontFaces: faces.map(({ rule }) => rule).join('') });
        const isTwice = picture === 'png2';
        const file = `four-islands.${names}.${lang}${isTwice ? '@2x' : ''}.${picture === 'svg' ? 'svg' : 'png'}`;
        const content =
          picture === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await toPng(svg, faces, isTwice ? 2 : 1);
        if (!errand.aborted) saveFile(content, file);
        this.#menu.tell(errand.aborted ? '' : sayOfTools(lang, 'saved', { file }));
      } catch (error) {
        console.error('four-islands: no picture could be made', error);
        this.#menu.tell(sayOfTools(lang, 'notSaved'));
      }
    });
  }
}
