/** The life of an element's map: made when it is wanted, put to sleep when others need its context, woken where it was, given up when it is lost. */
import type { Frame } from '../../model/camera.ts';
import type { ViewState } from '../../model/view-state.ts';
import { isAmongMany } from '../host/begin-anew.ts';
import type { MapState, MapView } from '../map/map-state.ts';
import { arrangeLiveMaps, shareLiveMaps } from './live-maps.ts';

/** What the life of a map needs of the element that it is part of. */
export interface LiveMapHost {
  readonly element: HTMLElement;
  /** When the map is opened: as soon as possible, when it is seen, or when the reader asks. */
  readonly load: () => ViewState['load'];
  /** In a frame of another page, where it does not see its neighbours. */
  readonly framed: () => boolean;
  readonly readerIsIn: () => boolean;
  /** Called when a map is about to be made, and when it lives. */
  readonly onOpening: () => void;
  readonly onOpened: () => void;
  /** Makes the map, of what it showed before it slept or of what the element shows. */
  readonly make: (
    asleep: Frame | null,
    signal: AbortSignal,
  ) => Promise<{ readonly map: MapView; readonly shown: MapState } | null>;
  /** Called before a map is put to sleep, and after. */
  readonly onFallingAsleep: () => void;
  readonly onAsleep: () => void;
  readonly onFailed: (error: unknown) => void;
}

export class LiveMap {
  readonly #host: LiveMapHost;
  #connection: AbortSignal | null = null;
  #map: MapView | null = null;
  /** What the map shows, which follows the element's state and the system's theme. */
  #shown: MapState | null = null;
  /** What ends the making of a map; `null` while none is being made. */
  #attempt: AbortController | null = null;
  /** Near the window, so that the reader is about to see it. */
  #seen = false;
  /** The reader or the page has asked for the interactive map, wherever it is. */
  #asked = false;
  /** A map that was lost is not made again before the reader comes by anew. */
  #lost = false;
  #asleep: Frame | null = null;

  constructor(host: LiveMapHost) {
    this.#host = host;
  }

  get view(): MapView | null {
    return this.#map;
  }

  get opening(): boolean {
    return this.#attempt !== null;
  }

  /** Lives or is about to. */
  get wanted(): boolean {
    return this.#map !== null || this.opening || this.#seen || this.#asked;
  }

  /** What the map showed when it went back to its picture; `null` while it has not. */
  get asleep(): Frame | null {
    return this.#asleep;
  }

  /** What is seen of the map, living or asleep. */
  get frame(): Frame | null {
    return this.#map?.frame() ?? this.#asleep;
  }

  /** Takes part in the sharing of contexts until `signal` aborts. */
  connect(signal: AbortSignal): void {
    this.#connection = signal;
    this.#asked = this.#host.load() === 'eager';
    const { element } = this.#host;
    shareLiveMaps(
      {
        wanted: () =>
          !this.#lost && (this.#asked || (this.#seen && (this.#host.load() !== 'click' || this.#asleep !== null))),
        live: () => this.#map !== null || this.opening,
        busy: () => this.opening || this.#host.readerIsIn(),
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
        this.#seen = entries.at(-1)?.isIntersecting === true;
        if (this.#seen) this.#lost = false;
        else this.#leaveSight();
        arrangeLiveMaps();
      },
      // Each frame among many has a library of its own: there a map is near when it is seen.
      { rootMargin: isAmongMany() ? '0px' : '200px' },
    );
    observer.observe(element);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.#connection = null;
      this.#endAttempt();
      this.#seen = false;
      this.#asleep = null;
      this.#remove();
    });
    arrangeLiveMaps();
  }

  /** Opens the map wherever it is, even if it was lost. */
  ask(): void {
    this.#asked = true;
    this.#lost = false;
    arrangeLiveMaps();
  }

  apply(next: MapState): void {
    if (this.#map === null || this.#shown === null) return;
    this.#map.apply(this.#shown, next);
    this.#shown = next;
  }

  /** Lets the next `apply` move the camera to its view even where that is the one that stood before. */
  forgetView(): void {
    if (this.#shown !== null) this.#shown = { ...this.#shown, view: null };
  }

  /** Gives the map up for lost. Returns whether there was one to be seen, living or asleep. */
  giveUp(): boolean {
    const wasShown = this.#map !== null || this.#asleep !== null;
    this.#endAttempt();
    this.#asked = false;
    this.#lost = true;
    this.#asleep = null;
    this.#remove();
    // Its place is free for another.
    arrangeLiveMaps();
    return wasShown;
  }

  /** A frame cannot count its neighbours' maps: it gives its own back as soon as it is out of sight. */
  #leaveSight(): void {
    if (this.#host.framed() && !this.#seen && !this.#asked && !this.#host.readerIsIn()) this.#sleep();
  }

  /** Gives the map's context back; everything else stays as it is. */
  #sleep(): void {
    if (this.#map === null) return;
    this.#host.onFallingAsleep();
    this.#asleep = this.#map.frame();
    this.#asked = false;
    this.#remove();
    this.#host.onAsleep();
  }

  async #open(): Promise<void> {
    if (this.opening || this.#map !== null || this.#connection === null) return;
    const attempt = new AbortController();
    const { signal } = attempt;
    this.#attempt = attempt;
    this.#host.onOpening();
    try {
      const made = await this.#host.make(this.#asleep, signal);
      if (made === null || signal.aborted) {
        made?.map.remove();
        return;
      }
      this.#map = made.map;
      this.#shown = made.shown;
      this.#asleep = null;
      this.#host.onOpened();
    } catch (error) {
      if (!signal.aborted) this.#host.onFailed(error);
    } finally {
      // Given up, or of a connection that has ended: another may have begun since.
      if (this.#attempt === attempt) {
        this.#attempt = null;
        this.#leaveSight();
        arrangeLiveMaps();
      }
    }
  }

  #endAttempt(): void {
    this.#attempt?.abort();
    this.#attempt = null;
  }

  #remove(): void {
    this.#map?.remove();
    this.#map = null;
    this.#shown = null;
  }
}
