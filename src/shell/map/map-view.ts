/** The interactive map: the one file that knows MapLibre. It gives back all that it takes in `remove`. */

import { workerAddress } from 'virtual:four-islands/worker';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { Box } from '../../kernel/box.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Advances } from '../../lettering/fonts/text-width.ts';
import { type Frame, homeView } from '../../model/camera.ts';
import type { Bounds } from '../../model/measures.ts';
import { placeView, type Rectangle, sightOf, sightOfAll, viewFor } from '../../model/place-view.ts';
import type { Line } from '../../model/story/lines.ts';
import type { GroupId, LngLat } from '../../model/types.ts';
import { cameraLimits, type View, type ViewState } from '../../model/view-state.ts';
import { buildLandStyle, buildStyleInSteps } from '../../style/build-style.ts';
import { hatchTile } from '../../style/hatch.ts';
import { lineFeatures } from '../../style/layers/lines.ts';
import { measureFeatures } from '../../style/layers/measure.ts';
import { hatchImage, palettes, type ThemeName } from '../../style/theme.ts';
import { say } from '../../text/strings.ts';
import { adoptRules } from '../browser/adopt-rules.ts';
import { nextTask, spread } from '../browser/spread-steps.ts';
import rules from '../css/map-view.css?inline';
import type { MapData } from '../data/load-data.ts';
import { camera, exactView, sameView, travelTime, viewOf } from './map-camera.ts';
import { declareFaces } from './map-faces.ts';
import { MapNames } from './map-names.ts';
import { asMapError, drawn, MapError, orAborted, orGivenUp, watchWorker } from './map-waiting.ts';
import { drawSeldom } from './workarounds/frame-pacing.ts';

/** The part of the state that the map shows, with `auto` resolved. */
export type MapState = Pick<ViewState, 'names' | 'lang' | 'place' | 'view'> & {
  readonly theme: ThemeName;
  /** Groups that a chosen passage or an event speaks of: they have the look of what is selected. */
  readonly outlined: readonly GroupId[];
  readonly lines: readonly Line[];
  /** What the fitted view shows. */
  readonly extent: Bounds;
  /** The map's name for those who hear it. */
  readonly label: string;
};

/** What the map is made of, and what it shows at first. */
export interface Subject {
  readonly data: MapData;
  readonly state: MapState;
  readonly advances: Advances;
}

export interface MapViewOptions {
  readonly container: HTMLElement;
  /** Gives the map up while it is being made. */
  readonly signal: AbortSignal;
  /** Arrives while worker and graphics processor are made ready. */
  readonly subject: Promise<Subject>;
  /** Wheel and one finger scroll the page that the map stands in. */
  readonly cooperative: boolean;
  /** What a place must stand clear of, what matters most first, in CSS pixels from the container's top left corner. */
  readonly obstacles: () => readonly Rectangle[];
  /**
   * Whether a picture lies over the container that shows what the map will show at first, or is about to; `null` where none will. With one the
   * map is given away as soon as its land is there, and is completed under it.
   */
  readonly depicted: () => Promise<boolean> | null;
  /** What controls cover, in CSS pixels from the container's top left corner. */
  readonly covered: () => readonly Box[];
  /** Takes a click for itself, at `[lng, lat]` and on a place or on none; true when it did. */
  readonly onPick: (position: LngLat, place: string | null) => boolean;
  readonly onSelect: (place: string) => void;
  readonly onMove: (view: View) => void;
  /** Called for every frame that the camera passes through. */
  readonly onFrame: (frame: Frame) => void;
  readonly onContextLost: () => void;
}

export interface MapView {
  readonly maplibre: MapLibreMap;
  /** Settles when all is drawn, names too, and rejects with `MapError` when that cannot be; `null` where it was drawn from the start. */
  readonly complete: Promise<void> | null;
  apply(previous: MapState, next: MapState): void;
  zoomBy(steps: number): void;
  /** Moves the camera by CSS pixels, eastward and southward. */
  panBy(east: number, south: number): void;
  /** The camera as addresses write it; `null` when it shows the four groups as the first view does. */
  view(): View | null;
  /** Exactly what is seen. */
  frame(): Frame;
  goHome(): void;
  /** Draws a measured line, or one point of it, or nothing for nothing. */
  drawLine(line: readonly LngLat[]): void;
  /** Letters the frame anew, after something was laid over it. */
  relabel(): void;
  /** Settles when what was last applied is drawn. */
  settled(): Promise<void>;
  remove(): void;
}

/** Milliseconds in which a line that has come is drawn along its course. */
const drawingTime = 600;
/** Canvas pixels to a CSS pixel while the sources arrive, each with a frame that nobody sees: where the processor draws, those frames cost seconds. */
const unseenRatio = 0.1;

/** Makes the map and waits until its first picture is complete, or its land where a picture shows the rest. Rejects with `MapError`, or with what the subject rejects with. */
export async function createMapView(given: MapViewOptions): Promise<MapView> {
  const { container } = given;
  const watching = new AbortController();
  const attempt = new AbortController();
  const { signal } = attempt;
  given.signal.addEventListener('abort', () => attempt.abort(given.signal.reason), { signal });
  const options = { ...given, signal };
  setWorkerUrl(workerAddress());
  const watch = watchWorker(workerAddress(), (error) => attempt.abort(error), watching.signal);
  declareFaces();
  // The library has just been evaluated; that and this together would be a long task.
  await nextTask(signal);
  const root = container.getRootNode();
  // Before the map: what it adds would be styled without them first, and fade from there to what it is with them.
  const dropRules = root instanceof ShadowRoot ? adoptRules(root, rules) : () => {};
  // The library would ask for its size in the midst of what it does, and wait for the browser.
  container.getBoundingClientRect();
  await nextTask();
  const leave = () => {
    watching.abort();
    attempt.abort();
    dropRules();
  };
  if (signal.aborted) leave();
  signal.throwIfAborted();
  const map = construct(options, leave);
  watch(map);
  const drawAtOnce = drawSeldom(map);
  const drop = () => {
    drawAtOnce();
    removeMap(map);
    leave();
  };
  try {
    const subject = await orAborted(options.subject, signal);
    const view = await openMap(map, subject, options, { drop, drawAtOnce });
    const unwatch = () => watching.abort();
    void Promise.resolve(view.complete).then(unwatch, unwatch);
    return view;
  } catch (error) {
    drop();
    throw error;
  }
}

async function openMap(
  map: MapLibreMap,
  { data, state, advances }: Subject,
  options: MapViewOptions,
  { drop, drawAtOnce }: { readonly drop: () => void; readonly drawAtOnce: () => void },
): Promise<MapView> {
  const { container, signal } = options;
  let shown = state;
  const depicted = options.depicted();
  const wholeStyle = () => buildStyleInSteps({ ...data, lines: shown.lines, placed: [], state: shown });
  const style = depicted === null ? await spread(wholeStyle(), signal) : buildLandStyle(data, state);
  await nextTask(signal);
  const { clientWidth, clientHeight } = container;
  map.resize();
  map.jumpTo(camera(state.view ?? homeView(clientWidth, clientHeight, state.extent)));
  map.setStyle(style, { diff: false });
  const frame = (): Frame => ({ view: exactView(map), width: container.clientWidth, height: container.clientHeight });
  const home = () => homeView(container.clientWidth, container.clientHeight, shown.extent);
  const sightsOf = (places: readonly string[]) =>
    sightOfAll(places.flatMap((place) => sightOf(data.dataset, data.land, place) ?? []));
  /** What the camera is fitted to, and follows where the frame changes; `null` once the reader, or a view that is asked for, has moved it. */
  let fitted: 'home' | 'place' | null = state.view === null ? (state.place === null ? 'home' : 'place') : null;
  /** The view that what is fitted asks for in the frame as it is; `null` where there is none. */
  const fittedView = (): View | null => {
    if (fitted === 'home') return home();
    const sight = fitted === null || shown.place === null ? null : sightOf(data.dataset, data.land, shown.place);
    return sight === null ? null : placeView(sight, frame(), options.obstacles());
  };
  const showFitted = () => {
    // A page that hides the map gives it no size, and it is as before when it is seen again.
    if (container.clientWidth === 0 || container.clientHeight === 0) return;
    const view = fittedView();
    if (view !== null && !sameView(view, viewOf(map))) map.jumpTo(camera(view));
  };
  let isTravelling = false;
  map.on('moveend', () => {
    isTravelling = false;
  });
  /** Eased, so that a story which steers the map shows where it goes; who wants less motion sees a jump. */
  const travel = (view: View) => {
    if (!sameView(view, viewOf(map))) map.easeTo({ ...camera(view), duration: travelTime });
    // Where it was going to before, it does not go any more.
    else if (isTravelling) map.stop();
    isTravelling = map.isMoving();
  };
  /** The place that the reader has clicked on the map. */
  let clicked: string | null = null;
  /** Shows places that were chosen. */
  const show = (places: readonly string[], isClicked: boolean) => {
    const sight = sightsOf(places);
    const view = sight === null ? null : viewFor(sight, frame(), options.obstacles(), { clicked: isClicked });
    if (view !== null) travel(view);
  };
  const tellFrame = () => options.onFrame(frame());
  const filled = new Map<string, string>();
  /** What stays as it is costs no frame. */
  const fill = (name: string, data: FeatureCollection) => {
    const source = map.getSource(name);
    const text = JSON.stringify(data);
    if (!(source instanceof GeoJSONSource) || filled.get(name) === text) return;
    filled.set(name, text);
    source.setData(data);
  };
  const closing = new AbortController();
  signal.addEventListener('abort', () => closing.abort(signal.reason), { signal: closing.signal });
  const begun = new Promise<void>((resolve) => {
    map.once('style.load', () => {
      addHatch(map);
      resolve();
    });
  });
  /** Settles when all sources are there. */
  let onStyled = () => {};
  const styled =
    depicted === null
      ? begun
      : new Promise<void>((resolve) => {
          onStyled = resolve;
        });
  let hasOwnPixels = false;
  let isAdjusted = false;
  let measured: readonly LngLat[] = [];
  const names = new MapNames(
    { map, shown: () => shown, frame, covered: options.covered, styled, fill, onLetter: tellFrame },
    { data, state, advances },
  );
  /** Lets the map draw in the device's own pixels, if it does not yet. */
  const ownPixels = () => {
    if (hasOwnPixels) return;
    hasOwnPixels = true;
    // The library tells of it as of a camera that has moved, at once.
    isAdjusted = true;
    // Null is what the library documents for them; its type says number.
    Reflect.apply(map.setPixelRatio, map, [null]);
    isAdjusted = false;
  };
  const finish = async () => {
    await names.lettered;
    await drawn(map);
    drawAtOnce();
    ownPixels();
    await drawn(map);
    names.complete();
  };
  /** What is left when the land is there. */
  const completeUnderPicture = async () => {
    await nextTask(closing.signal);
    const then = shown;
    const style = await spread(wholeStyle(), closing.signal);
    await nextTask(closing.signal);
    await addMissingSources(map, style.sources, closing.signal);
    await spread(addMissingLayers(map, style.layers), closing.signal);
    // What was to be drawn meanwhile found no place.
    if (shown !== then) fill('lines', lineFeatures(shown.lines, shown.lang));
    if (measured.length > 0) fill('measure', measureFeatures(measured));
    onStyled();
    names.letter();
    await finish();
  };
  map.on('move', tellFrame);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  let complete: Promise<void> | null = null;
  try {
    if (state.view === null) showFitted();
    // While this lettering is made, worker and graphics processor are busy with the ground.
    if (depicted === null) names.letter();
    await orGivenUp(map, depicted === null ? finish() : begun.then(() => drawn(map)), closing.signal);
    if (depicted !== null) {
      if (await orAborted(depicted, closing.signal)) complete = completeUnderPicture();
      else await orGivenUp(map, completeUnderPicture(), closing.signal);
    }
  } catch (error) {
    closing.abort();
    names.end();
    throw asMapError(error);
  }
  if (complete !== null) {
    // Who moves the camera sees what is beside the picture. A camera that moves already would be stopped by it.
    for (const type of ['pointerdown', 'touchstart', 'wheel', 'keydown'])
      container.addEventListener(type, ownPixels, { signal: closing.signal, capture: true, passive: true });
    complete = orGivenUp(map, complete, closing.signal).catch((error: unknown) => {
      throw asMapError(error);
    });
    // A map that is not wanted any more is told of to nobody.
    complete.catch(() => {});
  }
  if (shown.outlined.length > 0) map.setGlobalStateProperty('lit', [...shown.outlined]);
  /** The line that is being drawn is cut short by the next. */
  let drawing = 0;
  const drawLines = (known: readonly Line[]) => {
    cancelAnimationFrame(drawing);
    const begun = performance.now();
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const step = (now: number) => {
      const share = still ? 1 : Math.min(1, Math.max(0, (now - begun) / drawingTime));
      fill(
        'lines',
        lineFeatures(shown.lines, shown.lang, (line) => (known.includes(line) ? 1 : share)),
      );
      if (share < 1) drawing = requestAnimationFrame(step);
    };
    step(begun);
  };

  listenToPlaces(map, {
    ...options,
    onSelect: (place) => {
      clicked = place;
      options.onSelect(place);
    },
  });
  map.on('moveend', (event) => {
    if (event.originalEvent === undefined) return;
    fitted = null;
    options.onMove(viewOf(map));
  });
  let size = '';
  map.on('resize', () => {
    const before = size;
    size = `${container.clientWidth} ${container.clientHeight}`;
    // The library speaks of other pixels as of another size.
    if (size !== before) showFitted();
  });
  map.on('webglcontextlost', () => options.onContextLost());
  map.on('moveend', () => {
    if (!isAdjusted) names.letterSoon();
  });
  // How large it is may have changed while it was made, and when it is uncovered.
  size = `${container.clientWidth} ${container.clientHeight}`;
  if (clientWidth !== container.clientWidth || clientHeight !== container.clientHeight) map.resize();
  showFitted();
  tellFrame();
  describe(map, state);

  /** Says where a button has moved the map to, once it is there. */
  const beginMove = () => {
    ownPixels();
    fitted = null;
    // What was under way would end with this move, and be told as its end.
    map.stop();
    map.once('moveend', () => options.onMove(viewOf(map)));
  };
  /** Takes the camera to what has changed: a view that is asked for goes before the place that comes with it. */
  const moveCamera = (previous: MapState, next: MapState) => {
    const isPlaceNew = previous.place !== next.place;
    const isViewNew = previous.view !== next.view;
    const isWider = previous.extent.join() !== next.extent.join();
    const wasClicked = clicked !== null && clicked === next.place;
    if (isPlaceNew) clicked = null;
    if (isViewNew && next.view !== null) {
      fitted = null;
      travel(next.view);
    } else if (isPlaceNew && next.place !== null) {
      fitted = wasClicked ? null : 'place';
      show([next.place], wasClicked);
    } else if (isPlaceNew || isViewNew || (isWider && next.view === null && next.place === null)) {
      // A place that is closed leaves the view from which it was opened.
      fitted = next.view === null ? 'home' : null;
      travel(next.view ?? home());
    } else if (previous.outlined !== next.outlined && next.outlined.length > 0) {
      fitted = null;
      show(next.outlined, true);
    } else if (fitted === 'place' && next.place !== null) {
      // Something may have been laid over it since: the popup comes with what is read, and the map may be there before.
      show([next.place], true);
    }
  };

  return {
    maplibre: map,
    complete,
    apply(previous, next) {
      shown = next;
      if (previous.place !== next.place || previous.view !== next.view || previous.outlined !== next.outlined)
        ownPixels();
      if (previous.names !== next.names || previous.lang !== next.lang) names.reword();
      if (previous.theme !== next.theme) map.setGlobalStateProperty('theme', next.theme);
      if (previous.label !== next.label) describe(map, next);
      const isPlaceNew = previous.place !== next.place;
      if (isPlaceNew) map.setGlobalStateProperty('place', next.place ?? '');
      if (previous.outlined !== next.outlined) map.setGlobalStateProperty('lit', [...next.outlined]);
      if (previous.lines !== next.lines) drawLines(previous.lines);
      if (previous.lang !== next.lang || isPlaceNew || previous.lines !== next.lines) names.letterSoon();
      moveCamera(previous, next);
    },
    zoomBy(steps) {
      beginMove();
      map.easeTo({ zoom: map.getZoom() + steps, duration: 300 });
    },
    panBy(east, south) {
      beginMove();
      map.panBy([east, south], { duration: 300 });
    },
    view: () => (sameView(home(), viewOf(map)) ? null : viewOf(map)),
    frame,
    goHome() {
      fitted = 'home';
      travel(home());
    },
    drawLine(line) {
      measured = line;
      fill('measure', measureFeatures(line));
    },
    relabel: () => names.letter(),
    settled: () =>
      orGivenUp(
        map,
        names.settle().then(() => drawn(map)),
        closing.signal,
      ),
    remove() {
      closing.abort();
      names.end();
      cancelAnimationFrame(drawing);
      drop();
    },
  };
}

/** Lets a place be chosen by a click near it, and the cursor say that it can be. */
function listenToPlaces(map: MapLibreMap, { onPick, onSelect }: MapViewOptions): void {
  map.on('click', (event) => {
    const reach = 6;
    const { x, y } = event.point;
    const hits = map.queryRenderedFeatures([
      [x - reach, y - reach],
      [x + reach, y + reach],
    ]);
    const hit =
      hits.find((feature) => feature.source === 'labels' || feature.source === 'places') ??
      hits.find((feature) => feature.source === 'islands');
    const id: unknown = hit?.properties['id'];
    const place = typeof id === 'string' ? id : null;
    if (!onPick([event.lngLat.lng, event.lngLat.lat], place) && place !== null) onSelect(place);
  });
  map.on('mousemove', (event) => {
    const over = map.queryRenderedFeatures(event.point).some((feature) => typeof feature.properties['id'] === 'string');
    map.getCanvas().style.cursor = over ? 'pointer' : '';
  });
}

/** A map of nothing yet. Where there can be none it calls `onFailed` and throws `MapError`. */
function construct({ container, cooperative }: MapViewOptions, onFailed: () => void): MapLibreMap {
  const { bounds, zoom } = cameraLimits;
  try {
    return new MapLibreMap({
      container,
      style: { version: 8, sources: {}, layers: [] },
      ...camera(homeView(container.clientWidth, container.clientHeight)),
      maxBounds: [
        [bounds.west, bounds.south],
        [bounds.east, bounds.north],
      ],
      minZoom: zoom.least,
      maxZoom: zoom.most,
      attributionControl: false,
      cooperativeGestures: cooperative,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      refreshExpiredTiles: false,
      // The tests do, for every language and convention.
      validateStyle: false,
      // While nobody sees it, a name that fades in would only be drawn once more.
      fadeDuration: 0,
      pixelRatio: unseenRatio,
    });
  } catch (error) {
    onFailed();
    throw new MapError('webgl', error);
  }
}

/**
 * The library keeps the error with which it ends its workers, and V8 keeps with an error's stack all objects on it, the map among them, so
 * that a page that has shown one would hold it for good. No stack is recorded meanwhile.
 */
function removeMap(map: MapLibreMap): void {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    map.remove();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

/** Adds the sources that the map lacks. The library hands the data of each over when its task is done: two in one task would make a long one. */
async function addMissingSources(
  map: MapLibreMap,
  sources: StyleSpecification['sources'],
  signal: AbortSignal,
): Promise<void> {
  for (const [id, source] of Object.entries(sources)) {
    if (map.getSource(id) !== undefined) continue;
    map.addSource(id, source);
    await nextTask(signal);
  }
}

/** Adds the layers that the map lacks, each under the one that follows it in the style, with a pause after each. */
function* addMissingLayers(map: MapLibreMap, layers: StyleSpecification['layers']): Steps<void> {
  let following: string | undefined;
  for (const layer of [...layers].reverse()) {
    if (map.getLayer(layer.id) === undefined) map.addLayer(layer, following);
    following = layer.id;
    yield;
  }
}

function addHatch(map: MapLibreMap): void {
  // The map shows it at up to twice its size.
  const ratio = 2 * Math.max(1, Math.round(window.devicePixelRatio));
  for (const theme of ['light', 'dark'] as const)
    map.addImage(`${hatchImage}-${theme}`, hatchTile(palettes[theme].hatch, ratio), { pixelRatio: ratio });
}

function describe(map: MapLibreMap, { lang, label }: MapState): void {
  map.getCanvas().setAttribute('aria-label', label);
  // The library takes its words at the start alone.
  for (const [kind, key] of [
    ['desktop', 'gestureHint'],
    ['mobile', 'gestureHintTouch'],
  ] as const) {
    const hint = map.getCanvasContainer().querySelector(`.maplibregl-${kind}-message`);
    if (hint !== null) hint.textContent = say(lang, key);
  }
}
