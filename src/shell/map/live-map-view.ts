/** A map that is open: shows one state after the other, moves by buttons, and gives back all that it took. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Frame } from '../../model/camera.ts';
import type { LngLat } from '../../model/types.ts';
import type { View } from '../../model/view-state.ts';
import type { CameraMoves } from './camera-moves.ts';
import { listenToPlaces } from './hit-testing.ts';
import type { MapContent } from './map-content.ts';
import type { MapNames } from './map-names.ts';
import type { MapState, MapView, MapViewOptions } from './map-state.ts';
import { drawn, orGivenUp } from './map-waiting.ts';
import { describeMap } from './workarounds/gesture-hints.ts';
import type { LowResolutionStart } from './workarounds/low-resolution-start.ts';

/** What an open map is made of. */
export interface MapParts {
  readonly map: MapLibreMap;
  readonly content: MapContent;
  readonly camera: CameraMoves;
  readonly names: MapNames;
  readonly resolution: LowResolutionStart;
  /** Aborts when the map is given up or removed. */
  readonly signal: AbortSignal;
  readonly remove: () => void;
}

export class LiveMapView implements MapView {
  readonly maplibre: MapLibreMap;
  readonly complete: Promise<void> | null;
  readonly #parts: MapParts;

  constructor(parts: MapParts, options: MapViewOptions, complete: Promise<void> | null) {
    this.maplibre = parts.map;
    this.complete = complete;
    this.#parts = parts;
    this.#listen(options);
  }

  apply(previous: MapState, next: MapState): void {
    const { map, content, camera, names, resolution } = this.#parts;
    content.shown = next;
    const isPlaceNew = previous.place !== next.place;
    const areLinesNew = previous.lines !== next.lines;
    const isDayNew = previous.day !== next.day;
    const isHighlightNew = previous.outlined !== next.outlined;
    if (isPlaceNew || isHighlightNew || previous.view !== next.view) resolution.end();
    if (previous.names !== next.names || previous.lang !== next.lang) names.reword();
    if (previous.theme !== next.theme) map.setGlobalStateProperty('theme', next.theme);
    if (previous.label !== next.label) describeMap(map, next);
    if (isPlaceNew) map.setGlobalStateProperty('place', next.place ?? '');
    if (isHighlightNew) map.setGlobalStateProperty('lit', [...next.outlined]);
    if (areLinesNew) content.drawLines(previous.lines);
    if (isDayNew || (isPlaceNew && next.day !== null)) content.mark();
    if (previous.lang !== next.lang || isPlaceNew || areLinesNew || isDayNew) names.letterSoon();
    camera.follow(previous, next);
  }

  zoomBy(steps: number): void {
    this.#parts.resolution.end();
    this.#parts.camera.zoomBy(steps);
  }

  panBy(east: number, south: number): void {
    this.#parts.resolution.end();
    this.#parts.camera.panBy(east, south);
  }

  view(): View | null {
    return this.#parts.camera.view();
  }

  frame(): Frame {
    return this.#parts.camera.frame();
  }

  goHome(): void {
    this.#parts.camera.goHome();
  }

  drawLine(path: readonly LngLat[]): void {
    this.#parts.content.measure(path);
  }

  relabel(): void {
    this.#parts.names.letter();
  }

  settled(): Promise<void> {
    const { map, names, signal } = this.#parts;
    return orGivenUp(
      map,
      names.settle().then(() => drawn(map)),
      signal,
    );
  }

  remove(): void {
    this.#parts.remove();
  }

  #listen({ container, onPick, onContextLost }: MapViewOptions): void {
    const { map, camera, names, resolution, signal } = this.#parts;
    if (this.complete !== null)
      // Whoever moves the camera sees what is beside the picture. Other pixels would stop a camera that moves already.
      for (const type of ['pointerdown', 'touchstart', 'wheel', 'keydown'])
        container.addEventListener(type, () => resolution.end(), { signal, capture: true, passive: true });
    listenToPlaces(map, { onPick, onSelect: (place) => camera.click(place) });
    camera.listen();
    let size = sizeOf(container);
    map.on('resize', () => {
      const before = size;
      size = sizeOf(container);
      // MapLibre reports other pixels as another size.
      if (size !== before) camera.showFitted();
    });
    map.on('webglcontextlost', () => onContextLost());
    map.on('moveend', () => {
      if (!resolution.isEnding) names.letterSoon();
    });
  }
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`;
}
