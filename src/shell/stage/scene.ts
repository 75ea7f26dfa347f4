/** What the stage is to show: worked out from the state, for picture and map alike. */
import type { Box } from '../../kernel/box.ts';
import { type Frame, homeView } from '../../model/camera.ts';
import type { GroupId } from '../../model/types.ts';
import type { ThemeName } from '../../style/theme/theme.ts';
import { say } from '../../text/strings.ts';
import type { Context } from '../context/context.ts';
import type { Depicted } from '../data/stage-pictures.ts';
import type { MapState } from '../map/map-state.ts';
import type { ChosenYear } from '../panels/chosen-year.ts';
import { coversOf, obstaclesOf } from './stage-covers.ts';

export class Scene {
  readonly #context: Context;
  readonly #year: ChosenYear;
  /** What was highlighted last. */
  #highlighted: readonly GroupId[] = [];

  constructor(context: Context, year: ChosenYear) {
    this.#context = context;
    this.#year = year;
  }

  /** Groups that the chosen passage or event speaks of: the same list as long as they are the same ones. */
  get highlighted(): readonly GroupId[] {
    const { lit, data } = this.#context;
    const passages = data.read?.data.dataset.article.passages ?? [];
    const groups = [...(passages.find(({ id }) => id === lit)?.concerns ?? []), ...this.#year.outlined];
    if (groups.join() !== this.#highlighted.join()) this.#highlighted = groups;
    return this.#highlighted;
  }

  /** The theme that is chosen, or the system's. */
  get theme(): ThemeName {
    const { theme } = this.#context.state;
    if (theme !== 'auto') return theme;
    return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  /** What the map shows. */
  get mapState(): MapState {
    const { names, lang, place, view } = this.#context.state;
    const title = this.#year.time.step?.title[lang];
    return {
      names,
      lang,
      place,
      view,
      theme: this.theme,
      outlined: this.highlighted,
      lines: this.#year.lines,
      day: this.#year.time.step?.at ?? null,
      extent: this.#year.extent,
      label: [say(lang, 'map'), title].filter((part) => part !== undefined).join(' – '),
    };
  }

  /** What every picture shows; `null` before the data is there. */
  get depicted(): Depicted | null {
    const { data, state } = this.#context;
    if (data.drawn === null) return null;
    return { data: data.drawn.data, time: this.#year.time, language: state.lang, convention: state.names };
  }

  /** Tells pictures apart: that of the first view holds all conventions, others the one that is chosen. */
  get pictureKey(): string {
    const { lang, names, year, lines } = this.#context.state;
    return [lang, year, lines, this.isFirstView ? '' : names].join(' ');
  }

  /** The picture shows the four groups as they are now: with every convention in it, and lettered for several sizes. */
  get isFirstView(): boolean {
    return this.#year.time.step === null;
  }

  /** The stage as it is, with the view that is fitted to the year. */
  get fittedFrame(): Frame {
    const { clientWidth, clientHeight } = this.#stage;
    const [width, height] = [Math.max(1, clientWidth), Math.max(1, clientHeight)];
    return { view: homeView(width, height, this.#year.extent), width, height };
  }

  /** What is seen of the selected place where there is no map; `null` where none is selected, or cannot be drawn. */
  get placeFrame(): Frame | null {
    const { state, data } = this.#context;
    if (data.drawn === null || state.place === null) return null;
    const frame = this.fittedFrame;
    if (state.view !== null) return { ...frame, view: state.view };
    const view = data.drawn.pictures.viewOfPlace(data.drawn.data, state.place, frame, this.obstacles);
    return view === null ? null : { ...frame, view };
  }

  /** Boxes of what controls cover, in CSS pixels from the stage's top left corner. */
  get covered(): readonly Box[] {
    return coversOf(this.#context.root, this.#stage);
  }

  /** Boxes of what a place must stand clear of, what matters most first. */
  get obstacles(): readonly Box[] {
    return obstaclesOf(this.#context.root, this.#stage);
  }

  /** Without a map its own part is hidden, and has no box. */
  get #stage(): HTMLElement {
    return this.#context.part('map').parentElement ?? this.#context.element;
  }
}
