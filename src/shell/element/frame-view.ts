/**
 * All that stands round the map, as elements: taken over from the document, or made, and made anew in another language.
 */
import { inset, reportForm } from 'virtual:four-islands/files';
import type { Language } from '../../model/types.ts';
import { type FrameContents, frameMarkup } from '../../text/frame/frame-markup.ts';
import { say } from '../../text/strings.ts';
import { toDom } from '../browser/dom.ts';
import { nextTask, spread } from '../browser/spread-steps.ts';
import type { Context } from '../context/context.ts';
import type { Read } from '../data/element-data.ts';
import { markCurrent } from '../panels/mark-current.ts';
import type { ElementParts } from './element-parts.ts';

/** The field of the search. */
export const searchField = '[data-part="search"] input';

export class FrameView {
  readonly #context: Context;
  readonly #parts: ElementParts;
  /** What the frame holds of the data, made ahead of it; `made` is `null` while it is being made. */
  #contents: { readonly language: Language; readonly made: FrameContents | null } | null = null;

  constructor(context: Context, parts: ElementParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Uses what is printed in the document when it fits, and makes it anew otherwise. */
  build(): void {
    const { root, state, data } = this.#context;
    const { stage, notice, year } = this.#parts;
    stage.veil();
    const printed = root.querySelector('.frame');
    if (printed !== null) notice.show();
    if (printed?.getAttribute('lang') !== state.lang) this.render();
    // A picture that the page has brought along stands until the reader comes near.
    if (root.querySelector('.picture') === null && stage.brought?.stands !== true) void this.drawPicture();
    if (data.read !== null) this.makeWords(data.read);
    this.checkRadio();
    this.showControls();
    if (state.year !== 'now' || state.lines !== 'both') year.mark();
  }

  /** Whether lists and passages are in the frame. */
  get hasWords(): boolean {
    return this.#context.root.querySelector('.places') !== null;
  }

  /** Makes the frame anew, in the language of the state. */
  render(): void {
    const { root, state, layout } = this.#context;
    const { stage, late, notice, onItsWay } = this.#parts;
    const { lang, names } = state;
    const old = root.querySelector('.frame');
    const { picture, move, complete } = stage.moveFrom(old);
    const contents = this.#frameContents();
    const frame = toDom(frameMarkup({ language: lang, names, layout, inset, contents, picture }));
    const query = old?.querySelector<HTMLInputElement>(searchField)?.value ?? '';
    const announced = old?.querySelector('[data-part="announcement"]')?.textContent ?? '';
    if (old === null) root.append(frame);
    else old.replaceWith(frame);
    move();
    if (layout !== 'element') {
      document.documentElement.lang = lang;
      document.title = say(lang, 'title');
      for (const link of document.querySelectorAll('.languages a'))
        if (link.getAttribute('hreflang') === lang) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
    }
    this.checkRadio();
    this.showControls();
    this.fillSources();
    markCurrent(this.#context);
    const field = root.querySelector<HTMLInputElement>(searchField);
    if (field !== null) field.value = query;
    late.loadedSearch?.restore(query);
    this.showWords();
    notice.show();
    onItsWay.mark();
    if (announced !== '') this.#context.announce(announced);
    complete();
  }

  /** Brings the words on place, year and tools up to date. */
  showWords(): void {
    const { year, popup, late } = this.#parts;
    year.show();
    popup.fill();
    late.loadedTools?.refresh();
  }

  /** Puts our own picture in place when what it shows is there, and the words round it when they are. */
  async drawPicture(): Promise<void> {
    const { stage } = this.#parts;
    const { signal, data } = this.#context;
    const isInTheWay = () => signal.aborted || stage.brought?.stands === true;
    stage.sheet.expect();
    // The frame has just been made.
    await nextTask();
    if (isInTheWay()) return;
    // What is wrong is told below.
    data.fetchDrawn().then(
      () => isInTheWay() || this.#context.later('frame'),
      () => {},
    );
    await this.#context.readings();
  }

  /** Makes the words that a frame lacks which was made before what is read had come. */
  makeWords({ data: { dataset, lines }, reader }: Read): void {
    const { signal, state, layout } = this.#context;
    const { lang: language } = state;
    if (this.hasWords || this.#contents?.language === language) return;
    // Until they are made the frame stands without them.
    this.#contents = { language, made: null };
    spread(reader.frameContentsInSteps(dataset, language, layout, lines, reportForm), signal).then(
      (made) => {
        this.#contents = { language, made };
        if (this.#context.state.lang === language) this.#fillWords(made);
      },
      () => {
        this.#contents = null;
      },
    );
  }

  /** Puts words into a frame that was made without them. All else of it stays as it is, and the focus where it is. */
  #fillWords(contents: FrameContents): void {
    const { root, state, layout } = this.#context;
    const { lang: language, names } = state;
    const side = root.querySelector('.side');
    const made = toDom(frameMarkup({ language, names, layout, inset, contents, picture: null }));
    if (side === null || !(made instanceof Element)) return;
    const [places, passages, legend] = ['.places', '.passages', '.legend'].map((part) => made.querySelector(part));
    const former = side.querySelector('.legend');
    if (places == null || passages == null || legend == null || former === null) return;
    legend.toggleAttribute('open', former.hasAttribute('open'));
    side.querySelector('[data-part="places"]')?.replaceWith(places);
    former.replaceWith(passages, legend);
    this.showControls();
    markCurrent(this.#context);
  }

  /** What the frame holds of the data; `null` before it can be made, and while it is being made. */
  #frameContents(): FrameContents | null {
    const { data, state, layout } = this.#context;
    const { read } = data;
    if (read === null) return null;
    if (this.#contents?.language === state.lang) return this.#contents.made;
    return read.reader.frameContents(read.data.dataset, state.lang, layout, read.data.lines, reportForm);
  }

  /** Puts the list of all sources where the page has only a link to it. */
  fillSources(): void {
    const { root, data, state } = this.#context;
    const list = root.querySelector('[data-part="all-sources"]');
    if (data.read === null || list === null) return;
    const sources = data.read.reader.sourceListMarkup(data.read.data.dataset, state.lang);
    list.replaceChildren(...sources.map((node) => toDom(node)));
  }

  checkRadio(): void {
    const { root, state } = this.#context;
    for (const radio of root.querySelectorAll<HTMLInputElement>('input[name="names"]'))
      radio.checked = radio.value === state.names;
  }

  /** Shows the controls that can do something at present. */
  showControls(): void {
    const { root, state, data } = this.#context;
    const { stage, notice } = this.#parts;
    const { is } = stage.life;
    this.#context.part('camera').hidden = is !== 'live';
    for (const item of root.querySelectorAll<HTMLElement>('[data-scripted]')) item.hidden = false;
    this.#context.part('tools').hidden = false;
    this.#context.part('open').hidden = (is !== 'picture' && is !== 'asleep') || state.load !== 'click';
    // Without what is drawn there is nothing to search in; what is read may still come when it is asked for.
    const search = root.querySelector<HTMLElement>('[data-part="search"]');
    if (search !== null) search.hidden = is === 'lost' && data.drawn === null && notice.reason === 'data';
  }
}
