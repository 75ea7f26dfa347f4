/** Where the camera goes: to what it is fitted to, to what is chosen, and by the buttons of the map. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Frame, homeView } from '../../model/camera.ts';
import { placeView, sightOf, sightOfAll, viewFor } from '../../model/place-view.ts';
import type { View } from '../../model/view-state.ts';
import type { MapData } from '../data/load-data.ts';
import { camera, exactView, sameView, travelTime, viewOf } from './map-camera.ts';
import type { MapContent } from './map-content.ts';
import type { MapState, MapViewOptions } from './map-state.ts';

/** Milliseconds that a button's move takes. */
const buttonTime = 300;

type CameraOptions = Pick<MapViewOptions, 'container' | 'obstacles' | 'onMove' | 'onSelect'>;

export class CameraMoves {
  readonly #map: MapLibreMap;
  readonly #data: MapData;
  readonly #content: MapContent;
  readonly #options: CameraOptions;
  /**
   * What the camera stays fitted to when the size changes; `null` once a person, or a view that was given, has moved
   * it.
   */
  #fitted: 'home' | 'place' | null;
  #isTravelling = false;
  /** The place that was clicked on the map. */
  #clicked: string | null = null;

  constructor(map: MapLibreMap, data: MapData, content: MapContent, options: CameraOptions) {
    this.#map = map;
    this.#data = data;
    this.#content = content;
    this.#options = options;
    const { view, place } = content.shown;
    this.#fitted = view !== null ? null : place === null ? 'home' : 'place';
    map.jumpTo(camera(view ?? this.#home()));
    map.on('moveend', () => {
      this.#isTravelling = false;
    });
  }

  /** Reports where people move the camera to, from now on. */
  listen(): void {
    this.#map.on('moveend', ({ originalEvent }) => {
      if (originalEvent === undefined) return;
      this.#fitted = null;
      this.#options.onMove(viewOf(this.#map));
    });
  }

  /** The view in the form of addresses; `null` for the one that the map opens with. */
  view(): View | null {
    const view = viewOf(this.#map);
    return sameView(this.#home(), view) ? null : view;
  }

  /** Exactly what is seen. */
  frame(): Frame {
    const { clientWidth: width, clientHeight: height } = this.#options.container;
    return { view: exactView(this.#map), width, height };
  }

  /** Jumps to what the camera is fitted to. */
  showFitted(): void {
    const { clientWidth, clientHeight } = this.#options.container;
    // A page that hides the map gives it no size. Shown again, the map is as it was.
    if (clientWidth === 0 || clientHeight === 0) return;
    const view = this.#fittedView();
    if (view !== null && !sameView(view, viewOf(this.#map))) this.#map.jumpTo(camera(view));
  }

  goHome(): void {
    this.#fitted = 'home';
    this.#travel(this.#home());
  }

  zoomBy(steps: number): void {
    this.#beginMove();
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: buttonTime });
  }

  panBy(east: number, south: number): void {
    this.#beginMove();
    this.#map.panBy([east, south], { duration: buttonTime });
  }

  /** A place was clicked, which is in view where it was clicked. */
  click(place: string): void {
    this.#clicked = place;
    this.#options.onSelect(place);
  }

  /** Goes to what has changed. A view that is given goes before the place that comes with it. */
  follow(previous: MapState, next: MapState): void {
    const isPlaceNew = previous.place !== next.place;
    const isViewNew = previous.view !== next.view;
    const isWider = previous.extent.join() !== next.extent.join();
    const wasClicked = this.#clicked !== null && this.#clicked === next.place;
    if (isPlaceNew) this.#clicked = null;
    if (isViewNew && next.view !== null) {
      this.#fitted = null;
      this.#travel(next.view);
    } else if (isPlaceNew && next.place !== null) {
      this.#fitted = wasClicked ? null : 'place';
      this.#show([next.place], wasClicked);
    } else if (isPlaceNew || isViewNew || (isWider && next.view === null && next.place === null)) {
      // A place that is closed leaves the view from which it was opened.
      this.#fitted = next.view === null ? 'home' : null;
      this.#travel(next.view ?? this.#home());
    } else if (previous.outlined !== next.outlined && next.outlined.length > 0) {
      this.#fitted = null;
      this.#show(next.outlined, true);
    } else if (this.#fitted === 'place' && next.place !== null) {
      // The popup may have come after the camera did, and lie over the place.
      this.#show([next.place], true);
    }
  }

  #home(): View {
    const { clientWidth, clientHeight } = this.#options.container;
    return homeView(clientWidth, clientHeight, this.#content.shown.extent);
  }

  #fittedView(): View | null {
    if (this.#fitted === 'home') return this.#home();
    const { place } = this.#content.shown;
    const { dataset, land } = this.#data;
    const sight = this.#fitted === null || place === null ? null : sightOf(dataset, land, place);
    return sight === null ? null : placeView(sight, this.frame(), this.#options.obstacles());
  }

  /** Moves the camera so that places can be seen. */
  #show(places: readonly string[], clicked: boolean): void {
    const { dataset, land } = this.#data;
    const sight = sightOfAll(places.flatMap((place) => sightOf(dataset, land, place) ?? []));
    const view = sight === null ? null : viewFor(sight, this.frame(), this.#options.obstacles(), { clicked });
    if (view !== null) this.#travel(view);
  }

  /** Eases to a view, so that people see where it goes. MapLibre jumps for people who want less motion. */
  #travel(view: View): void {
    const map = this.#map;
    if (!sameView(view, viewOf(map))) map.easeTo({ ...camera(view), duration: travelTime });
    // The camera was on its way to a view that nothing calls for any more.
    else if (this.#isTravelling) map.stop();
    this.#isTravelling = map.isMoving();
  }

  /** Begins a move by a button, and reports the view at its end. */
  #beginMove(): void {
    this.#fitted = null;
    // A move under way would end now, and would be taken for the end of this one.
    this.#map.stop();
    this.#map.once('moveend', () => this.#options.onMove(viewOf(this.#map)));
  }
}
