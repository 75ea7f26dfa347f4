/** Brings an element's map through its life: made when it is wanted, put to sleep when others need its context. */
import type { Frame } from '../../model/camera.ts';
import type { Context } from '../context/context.ts';
import { isAmongMany } from '../host/begin-anew.ts';
import type { MapState, MapView } from '../map/map-state.ts';
import {
  askedFor,
  dataStateOf,
  frameOf,
  holdsContext,
  isAsked,
  isWanted,
  type Life,
  mapOf,
  seen,
  sleptFrame,
} from './life.ts';
import { arrangeLiveMaps, shareLiveMaps } from './live-maps.ts';

/** A map, and what it shows. */
export interface Made {
  readonly map: MapView;
  readonly shown: MapState;
}

/** What the stage does in the life of its map. */
export interface LiveMapOptions {
  /** Makes the map, of what it showed before it slept or else of the state; `null` where `signal` has aborted. */
  readonly make: (from: Frame | null, signal: AbortSignal) => Promise<Made | null>;
  /** Called before the map goes to sleep. */
  readonly onFallingAsleep: () => void;
  /** Called when the life has gone on: to `opening`, `live` or `asleep`. */
  readonly onChange: (life: Life) => void;
  readonly onFailed: (error: unknown) => void;
}

export class LiveMap {
  readonly #context: Context;
  readonly #options: LiveMapOptions;
  #life: Life = { is: 'picture', isAsked: false };
  /** The element is near the window, so that the reader is about to see it. */
  #isNear = false;

  constructor(context: Context, options: LiveMapOptions) {
    this.#context = context;
    this.#options = options;
  }

  get life(): Life {
    return this.#life;
  }

  /** Whether the map lives or is about to. */
  get isHeld(): boolean {
    return holdsContext(this.#life) || isAsked(this.#life) || this.#isNear;
  }

  /** Takes part in the sharing of contexts until the element is taken away. */
  connect(): void {
    const { element, signal, state } = this.#context;
    this.#become({ is: 'picture', isAsked: state.load === 'eager' });
    shareLiveMaps(
      {
        wanted: () => isWanted(this.#life, { isNear: this.#isNear, load: this.#context.state.load }),
        live: () => holdsContext(this.#life),
        busy: () => this.#life.is === 'opening' || this.#hasReader(),
        distance: () => {
          const { top, bottom } = element.getBoundingClientRect();
          return Math.abs((top + bottom) / 2 - window.innerHeight / 2);
        },
        wake: () => void this.#open(),
        sleep: () => this.#sleep(),
      },
      signal,
    );
    const observer = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries.at(-1)?.isIntersecting === true;
        if (this.#isNear) this.#life = seen(this.#life);
        else this.#leaveSight();
        arrangeLiveMaps();
      },
      // Each frame among many has a library of its own: there a map is near when it is seen.
      { rootMargin: isAmongMany() ? '0px' : '200px' },
    );
    observer.observe(element);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.#isNear = false;
      this.#end({ is: 'picture', isAsked: false });
    });
    arrangeLiveMaps();
  }

  /** Opens the map wherever it is, even if it was lost. */
  ask(): void {
    this.#life = askedFor(this.#life);
    arrangeLiveMaps();
  }

  apply(next: MapState): void {
    if (this.#life.is !== 'live') return;
    this.#life.map.apply(this.#life.shown, next);
    this.#life = { ...this.#life, shown: next };
  }

  /** Lets the next `apply` move the camera to its view even where that is the one that stood before. */
  forgetView(): void {
    if (this.#life.is === 'live') this.#life = { ...this.#life, shown: { ...this.#life.shown, view: null } };
  }

  /** Gives the map up for lost. Returns whether it was to be seen, living or asleep. */
  giveUp(): boolean {
    const wasShown = mapOf(this.#life) !== null || sleptFrame(this.#life) !== null;
    this.#end({ is: 'lost', isSeenAgain: false });
    // Its place is free for another.
    arrangeLiveMaps();
    return wasShown;
  }

  #become(life: Life): void {
    this.#life = life;
    const { dataset } = this.#context.element;
    dataset['state'] = dataStateOf(life);
    if (life.is !== 'live') delete dataset['lettered'];
  }

  /** Ends what is there or on its way. */
  #end(next: Life): void {
    const ended = this.#life;
    this.#become(next);
    if (ended.is === 'opening') ended.attempt.abort();
    if (ended.is === 'live') ended.map.remove();
  }

  #hasReader(): boolean {
    return this.#context.root.activeElement?.closest('[data-part="map"]') != null;
  }

  /** A frame cannot count its neighbours' maps: it gives its own back as soon as it is out of sight. */
  #leaveSight(): void {
    const isFramed = this.#context.layout === 'frame' && window.parent !== window;
    if (isFramed && !this.#isNear && !isAsked(this.#life) && !this.#hasReader()) this.#sleep();
  }

  /** Gives the map's context back; everything else stays as it is. */
  #sleep(): void {
    if (this.#life.is !== 'live') return;
    this.#options.onFallingAsleep();
    const frame = frameOf(this.#life);
    if (frame === null) return;
    this.#end({ is: 'asleep', isAsked: false, frame });
    this.#options.onChange(this.#life);
  }

  async #open(): Promise<void> {
    if (holdsContext(this.#life)) return;
    const attempt = new AbortController();
    const { signal } = attempt;
    const from = sleptFrame(this.#life);
    this.#become({ is: 'opening', isAsked: isAsked(this.#life), attempt, from });
    this.#options.onChange(this.#life);
    try {
      const made = await this.#options.make(from, signal);
      if (made === null || signal.aborted) {
        made?.map.remove();
        return;
      }
      this.#become({ is: 'live', isAsked: isAsked(this.#life), ...made });
      this.#options.onChange(this.#life);
      this.#leaveSight();
      arrangeLiveMaps();
    } catch (error) {
      if (!signal.aborted) this.#options.onFailed(error);
    }
  }
}
