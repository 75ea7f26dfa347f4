/**
 * Draws a tenth of the pixels each way until the map is complete.
 *
 * MapLibre 6.17.0 draws many animation frames while sources arrive, all in full size. No issue reports that. It would
 * say: “Let a map load its tiles without drawing them, until it is shown.”
 *
 * Buys, by medians of five on two busy cores: without it interactive is 27 % and all drawn 78 % later, for 37 % more
 * processor time, where the processor draws; interactive 22 % and all drawn 30 % later through the graphics interface.
 * Not needed when a build with `unseenRatio = 1` is as fast by `npm run bench -- --only ours`.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** Canvas pixels to a CSS pixel while the sources arrive, each with an animation frame that nobody sees. */
export const unseenRatio = 0.1;

export class LowResolutionStart {
  readonly #map: MapLibreMap;
  #isOver = false;
  #isEnding = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Whether the present `moveend` comes from `end`: MapLibre reports other pixels as a move of the camera, at once. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Lets the map draw in the pixels of the device. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#isEnding = true;
    // Null makes MapLibre follow the device, as it does without the option; its type says number.
    Reflect.apply(this.#map.setPixelRatio, this.#map, [null]);
    this.#isEnding = false;
  }
}
