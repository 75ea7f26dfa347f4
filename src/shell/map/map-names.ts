/**
 * The names on the map. A new viewport letters them anew, in slices; another convention or language only changes their
 * words.
 */
import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from '../../kernel/box.ts';
import type { Frame } from '../../model/camera.ts';
import { labelFeatures, wordsOf } from '../../style/label-features.ts';
import { lineLabelFeatures } from '../../style/layers/lines.ts';
import { coverTheSame } from '../browser/boxes.ts';
import { nextTask, spread } from '../browser/spread-steps.ts';
import { createLetterer, type Letterer } from './letterer.ts';
import { facesFor } from './map-faces.ts';
import type { MapState, Subject } from './map-state.ts';
import { setFadeDuration } from './workarounds/fade-duration.ts';
import { holdFrames } from './workarounds/held-frames.ts';

/** What the names need of the map that they stand on. */
export interface NamesHost {
  readonly map: MapLibreMap;
  /** What the map shows at present. */
  readonly shown: () => MapState;
  readonly frame: () => Frame;
  /** What the controls cover, in CSS pixels from the top left corner of the stage. */
  readonly covered: () => readonly Box[];
  /** Settles when the map has all its sources. */
  readonly styled: Promise<void>;
  /** Puts features into the source of that name. */
  readonly fill: (source: string, features: FeatureCollection) => void;
  /** Called before the viewport is lettered. */
  readonly onLetter: () => void;
}

/** Milliseconds in which a name fades in or out. */
const fadingTime = 150;

export class MapNames {
  readonly #host: NamesHost;
  readonly #letterer: Letterer;
  /** The labels on the map, or about to be, and the wording they have. */
  #written = [labelFeatures([]), lineLabelFeatures([])] as const;
  #wording: Pick<MapState, 'names' | 'lang'>;
  #coveredThen: readonly Box[] = [];
  #isComplete = false;
  #lettering = new AbortController();
  #hasEnded = false;
  /** The animation frame in which the next lettering begins. */
  #soon = 0;
  /** Lets the map draw again. */
  #release = () => {};
  /** Settle when the current lettering, or the new wording, is on the map. */
  #current: Promise<void> = Promise.resolve();
  #reworded: Promise<void> = Promise.resolve();
  #onLettered = () => {};
  #onFailed = (error: unknown) => console.error(error);
  /** Settles with the first lettering that was not interrupted. */
  readonly lettered = new Promise<void>((resolve, reject) => {
    this.#onLettered = resolve;
    this.#onFailed = reject;
  });

  constructor(host: NamesHost, { data, advances, state }: Subject) {
    this.#host = host;
    this.#letterer = createLetterer(data, advances);
    this.#wording = { names: state.names, lang: state.lang };
  }

  /** Letters the viewport anew. Interrupts a lettering under way. */
  letter(): void {
    this.#lettering.abort();
    this.#lettering = new AbortController();
    const { signal } = this.#lettering;
    this.#host.onLetter();
    this.#current = this.#letter(signal).then(this.#onLettered, (error: unknown) => {
      if (signal.aborted) return;
      if (this.#isComplete) console.error(error);
      else this.#onFailed(error);
    });
  }

  /** The same in the next animation frame, once for many changes. */
  letterSoon(): void {
    cancelAnimationFrame(this.#soon);
    this.#soon = requestAnimationFrame(() => this.letter());
  }

  /** The map is complete: from now on names fade, and give way to what has come to lie over the map meanwhile. */
  complete(): void {
    this.#isComplete = true;
    setFadeDuration(this.#host.map, fadingTime);
    this.#soon = requestAnimationFrame(() => {
      if (!coverTheSame(this.#host.covered(), this.#coveredThen)) this.letter();
    });
  }

  /** Switches all labels to the current wording once the fonts are there. Only labels that come and go fade. */
  reword(): void {
    const { names, lang } = this.#host.shown();
    const faces = facesFor(wordsOf(...this.#written, { names, lang }));
    const act = () => {
      // The wording may have changed again, and the map may be gone.
      this.#release();
      const { names: namesNow, lang: langNow } = this.#host.shown();
      if (names === namesNow && lang === langNow && !this.#hasEnded) this.#say({ names, lang });
    };
    if (faces === null) act();
    else this.#reworded = faces.then(act);
  }

  /** Settles when all names are on the map in their final wording. */
  async settle(): Promise<void> {
    cancelAnimationFrame(this.#soon);
    this.letter();
    for (let last: Promise<void> | null = null; last !== this.#current; ) {
      last = this.#current;
      await last;
    }
    await this.#reworded;
  }

  end(): void {
    this.#hasEnded = true;
    this.#release();
    cancelAnimationFrame(this.#soon);
    this.#lettering.abort();
  }

  async #letter(signal: AbortSignal): Promise<void> {
    const { shown, frame, covered, styled, fill } = this.#host;
    await nextTask(signal);
    const { lang: language, place: selected, lines, day } = shown();
    this.#coveredThen = covered();
    const covers = this.#coveredThen;
    const steps = this.#letterer.letter({ frame: frame(), language, selected, covered: covers, lines, day });
    const { placed, lineLabels } = await spread(steps, signal);
    // On a busy machine the lettering ends before the style has its sources.
    await styled;
    signal.throwIfAborted();
    this.#written = [labelFeatures(placed), lineLabelFeatures(lineLabels)];
    const [labels, lineWords] = this.#written;
    await facesFor(wordsOf(labels, lineWords, this.#wording) + wordsOf(labels, lineWords, shown()));
    signal.throwIfAborted();
    fill('labels', labels);
    fill('line-labels', lineWords);
  }

  #say({ names, lang }: Pick<MapState, 'names' | 'lang'>): void {
    const { map } = this.#host;
    setFadeDuration(map, 0);
    map.once('idle', () => setFadeDuration(map, fadingTime));
    const before = this.#wording;
    this.#wording = { names, lang };
    const change = () => {
      if (before.names !== names) map.setGlobalStateProperty('names', names);
      if (before.lang !== lang) map.setGlobalStateProperty('lang', lang);
    };
    if (this.#isComplete) this.#release = holdFrames(map, change);
    else change();
  }
}
