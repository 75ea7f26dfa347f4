/** The interactive map: the one file that knows MapLibre. It gives back all that it takes in `remove`. */

import { workerAddress } from 'virtual:four-islands/worker';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { GeoJSONSource, type LngLatBoundsLike, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import { type Frame, homeView } from '../model/camera.ts';
import type { Line } from '../model/lines.ts';
import { type Bounds, boundsOf } from '../model/measures.ts';
import type { Steps } from '../model/steps.ts';
import type { Gazetteer, GroupId, LngLat } from '../model/types.ts';
import { cameraLimits, type View, type ViewState } from '../model/view-state.ts';
import { buildLandStyle, buildStyleInSteps } from '../style/build-style.ts';
import { hatchTile } from '../style/hatch.ts';
import { labelFeatures, wordsOf } from '../style/label-features.ts';
import type { Box } from '../style/land-mask.ts';
import { lineFeatures, lineLabelFeatures } from '../style/layers/lines.ts';
import { measureFeatures } from '../style/layers/measure.ts';
import type { Advances } from '../style/text-width.ts';
import { hatchImage, palettes, type ThemeName } from '../style/theme.ts';
import { say } from '../text/strings.ts';
import { adoptRules } from './adopt-rules.ts';
import { drawSeldom, holdFrames } from './frame-pacing.ts';
import { createLetterer, type Letterer } from './letterer.ts';
import type { MapData } from './load-data.ts';
import { declareFaces, facesFor } from './map-faces.ts';
import rules from './map-view.css?inline';
import { nextTask, spread } from './spread-steps.ts';
import { coverTheSame } from './stage-covers.ts';

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
  /** CSS pixels at the lower edge that a sheet covers when a place is selected. */
  readonly coveredBelow: () => number;
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
  remove(): void;
}

/** Why no map could be made: the reasons of `four-islands-error` that concern the map itself. */
export class MapError extends Error {
  readonly reason: 'webgl' | 'worker';

  constructor(reason: 'webgl' | 'worker', cause: unknown) {
    super(`four-islands: ${reason}`, { cause });
    this.name = 'MapError';
    this.reason = reason;
  }
}

/** Milliseconds that a place may take to come into view. */
const travelTime = 500;
/** Milliseconds in which a line that has come is drawn along its course. */
const drawingTime = 600;
/** Milliseconds in which a name fades in or out. */
const fadingTime = 150;
/** Canvas pixels to a CSS pixel while the sources arrive, each with a frame that nobody sees: where the processor draws, those frames cost seconds. */
const unseenRatio = 0.1;
/** Milliseconds after which a map that has drawn nothing is given up. */
const patience = 30_000;

/** Makes the map and waits until its first picture is complete, or its land where a picture shows the rest. Rejects with `MapError`, or with what the subject rejects with. */
export async function createMapView(options: MapViewOptions): Promise<MapView> {
  const { container, signal } = options;
  setWorkerUrl(workerAddress());
  declareFaces();
  // The library has just been evaluated; that and this together would be a long task.
  await nextTask(signal);
  const root = container.getRootNode();
  // Before the map: what it adds would be styled without them first, and fade from there to what it is with them.
  const dropRules = root instanceof ShadowRoot ? adoptRules(root, rules) : () => {};
  // The library would ask for its size in the midst of what it does, and wait for the browser.
  container.getBoundingClientRect();
  await nextTask();
  if (signal.aborted) dropRules();
  signal.throwIfAborted();
  const map = construct(options, dropRules);
  const drawAtOnce = drawSeldom(map);
  const drop = () => {
    drawAtOnce();
    removeMap(map);
    dropRules();
  };
  try {
    const subject = await orAborted(options.subject, signal);
    return await openMap(map, subject, options, { drop, drawAtOnce });
  } catch (error) {
    drop();
    throw error;
  }
}

/** The same promise, which rejects as soon as `signal` aborts. The signal outlives many maps and keeps nothing of this one. */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const listening = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
  });
  return Promise.race([promise, aborted]).finally(() => listening.abort());
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
  /** Ends the holding back of frames. */
  let release = () => {};
  /** What is written at present, or is about to be, and in which words. */
  let written = [labelFeatures([]), lineLabelFeatures([])] as const;
  let wording = { names: state.names, lang: state.lang };
  let isComplete = false;
  let hasOwnPixels = false;
  let isAdjusted = false;
  let measured: readonly LngLat[] = [];
  let letterer: Letterer | null = null;
  let coveredThen: readonly Box[] = [];
  const letter = async (signal: AbortSignal) => {
    await nextTask(signal);
    letterer ??= createLetterer(data, advances);
    const { lang: language, place: selected, lines } = shown;
    const covered = options.covered();
    coveredThen = covered;
    const steps = letterer.letter({ frame: frame(), language, selected, covered, lines });
    const { placed, lineLabels } = await spread(steps, signal);
    // On a busy machine the lettering is done before the style has its sources.
    await styled;
    signal.throwIfAborted();
    written = [labelFeatures(placed), lineLabelFeatures(lineLabels)];
    const [labels, lineWords] = written;
    await facesFor(wordsOf(labels, lineWords, wording) + wordsOf(labels, lineWords, shown));
    signal.throwIfAborted();
    fill('labels', labels);
    fill('line-labels', lineWords);
  };
  let lettering = new AbortController();
  /** Settles with the first lettering that nothing has cut short. */
  let onNamed = () => {};
  let onUnnamed = (error: unknown) => console.error(error);
  const named = new Promise<void>((resolve, reject) => {
    onNamed = resolve;
    onUnnamed = reject;
  });
  const relabel = () => {
    lettering.abort();
    lettering = new AbortController();
    const { signal } = lettering;
    tellFrame();
    letter(signal).then(onNamed, (error: unknown) => {
      if (signal.aborted) return;
      if (isComplete) console.error(error);
      else onUnnamed(error);
    });
  };
  /** Many changes at once are lettered once, in the next frame. */
  let soon = 0;
  const relabelSoon = () => {
    cancelAnimationFrame(soon);
    soon = requestAnimationFrame(relabel);
  };
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
    await named;
    await drawn(map);
    drawAtOnce();
    ownPixels();
    await drawn(map);
    isComplete = true;
    map._fadeDuration = fadingTime;
    // What lies over the map may have changed while it was made.
    soon = requestAnimationFrame(() => {
      if (!coverTheSame(options.covered(), coveredThen)) relabel();
    });
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
    relabel();
    await finish();
  };
  map.on('move', tellFrame);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  let complete: Promise<void> | null = null;
  try {
    if (state.place !== null && state.view === null)
      bringInto(map, data.dataset, [state.place], options.coveredBelow(), 0);
    // While this lettering is made, worker and graphics processor are busy with the ground.
    if (depicted === null) relabel();
    await orGivenUp(map, depicted === null ? finish() : begun.then(() => drawn(map)), closing.signal);
    if (depicted !== null) {
      if (await orAborted(depicted, closing.signal)) complete = completeUnderPicture();
      else await orGivenUp(map, completeUnderPicture(), closing.signal);
    }
  } catch (error) {
    closing.abort();
    lettering.abort();
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
  const home = () => homeView(container.clientWidth, container.clientHeight, shown.extent);
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
  /** Names that are asked for in other words change at once, when their faces are there: to fade is for those that come and go. */
  const reword = () => {
    const { names, lang } = shown;
    const faces = facesFor(wordsOf(...written, shown));
    const act = () => {
      // Other words may have been asked for since, and the map may be gone.
      release();
      if (names !== shown.names || lang !== shown.lang || closing.signal.aborted) return;
      map._fadeDuration = 0;
      map.once('idle', () => {
        map._fadeDuration = fadingTime;
      });
      const before = wording;
      wording = { names, lang };
      const ask = () => {
        if (before.names !== names) map.setGlobalStateProperty('names', names);
        if (before.lang !== lang) map.setGlobalStateProperty('lang', lang);
      };
      if (isComplete) release = holdFrames(map, ask);
      else ask();
    };
    if (faces === null) act();
    else void faces.then(act);
  };
  let atHome = state.view === null && state.place === null;

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
    if (!options.onPick([event.lngLat.lng, event.lngLat.lat], place) && place !== null) options.onSelect(place);
  });
  map.on('mousemove', (event) => {
    const over = map.queryRenderedFeatures(event.point).some((feature) => typeof feature.properties['id'] === 'string');
    map.getCanvas().style.cursor = over ? 'pointer' : '';
  });
  map.on('moveend', (event) => {
    if (event.originalEvent === undefined) return;
    atHome = false;
    options.onMove(viewOf(map));
  });
  let size = '';
  map.on('resize', () => {
    const before = size;
    size = `${container.clientWidth} ${container.clientHeight}`;
    // The library speaks of other pixels as of another size.
    if (atHome && size !== before) map.jumpTo(camera(home()));
  });
  map.on('webglcontextlost', () => options.onContextLost());
  map.on('moveend', () => {
    if (!isAdjusted) relabelSoon();
  });
  // How large it is may have changed while it was made, and when it is uncovered.
  size = `${container.clientWidth} ${container.clientHeight}`;
  if (clientWidth !== container.clientWidth || clientHeight !== container.clientHeight) map.resize();
  if (atHome && !sameView(home(), viewOf(map))) map.jumpTo(camera(home()));
  tellFrame();
  describe(map, state);

  return {
    maplibre: map,
    complete,
    apply(previous, next) {
      shown = next;
      if (previous.place !== next.place || previous.view !== next.view || previous.outlined !== next.outlined)
        ownPixels();
      if (previous.names !== next.names || previous.lang !== next.lang) reword();
      if (previous.theme !== next.theme) map.setGlobalStateProperty('theme', next.theme);
      if (previous.label !== next.label) describe(map, next);
      if (previous.place !== next.place) {
        map.setGlobalStateProperty('place', next.place ?? '');
        if (next.place !== null) {
          atHome = false;
          // A view that is asked for with a place goes before the one that the place brings with it.
          if (next.view === null || next.view === previous.view)
            bringInto(map, data.dataset, [next.place], options.coveredBelow());
        } else if (next.view === null) atHome = sameView(home(), viewOf(map));
      }
      if (previous.outlined !== next.outlined) {
        map.setGlobalStateProperty('lit', [...next.outlined]);
        if (next.outlined.length > 0) {
          atHome = false;
          bringInto(map, data.dataset, next.outlined, options.coveredBelow());
        }
      }
      if (previous.lines !== next.lines) drawLines(previous.lines);
      const wider = previous.extent.join() !== next.extent.join();
      if (wider && next.view === null && next.place === null) {
        atHome = true;
        map.easeTo({ ...camera(home()), duration: travelTime });
      } else if (previous.lang !== next.lang || previous.place !== next.place || previous.lines !== next.lines)
        relabelSoon();
      if (previous.view !== next.view) {
        atHome = next.view === null;
        const wanted = next.view ?? home();
        // Eased, so that a story which steers the map shows where it goes; who wants less motion sees a jump.
        if (!sameView(wanted, viewOf(map)) && !(wider && next.view === null))
          map.easeTo({ ...camera(wanted), duration: travelTime });
      }
    },
    zoomBy(steps) {
      ownPixels();
      atHome = false;
      map.once('moveend', () => options.onMove(viewOf(map)));
      map.easeTo({ zoom: map.getZoom() + steps, duration: 300 });
    },
    panBy(east, south) {
      ownPixels();
      atHome = false;
      map.once('moveend', () => options.onMove(viewOf(map)));
      map.panBy([east, south], { duration: 300 });
    },
    view: () => (sameView(home(), viewOf(map)) ? null : viewOf(map)),
    frame,
    goHome() {
      atHome = true;
      map.easeTo({ ...camera(home()), duration: travelTime });
    },
    drawLine(line) {
      measured = line;
      fill('measure', measureFeatures(line));
    },
    relabel,
    remove() {
      closing.abort();
      release();
      cancelAnimationFrame(drawing);
      cancelAnimationFrame(soon);
      lettering.abort();
      drop();
    },
  };
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

/** Settles when all that has come is drawn: a map that the reader moves is never idle. */
function drawn(map: MapLibreMap): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      for (const { unsubscribe } of listening.splice(0)) unsubscribe();
      resolve();
    };
    const listening = [
      map.on('idle', settle),
      map.on('render', () => {
        if (map.isMoving() && map.isStyleLoaded() === true) settle();
      }),
    ];
    map.triggerRepaint();
  });
}

/** The same promise, which rejects when nothing comes of it: the context is lost, the map is taken away, or the reader has waited too long. */
function orGivenUp(map: MapLibreMap, work: Promise<void>, signal: AbortSignal): Promise<void> {
  const listening = new AbortController();
  const givenUp = new Promise<never>((_resolve, reject) => {
    // A tab that is not seen draws nothing, however well it is: its time begins when it is seen again.
    const watch = () => {
      clearTimeout(timer);
      if (!document.hidden)
        timer = setTimeout(() => reject(new MapError('worker', new Error('nothing was drawn'))), patience);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    listening.signal.addEventListener('abort', () => clearTimeout(timer));
    document.addEventListener('visibilitychange', watch, { signal: listening.signal });
    watch();
    const lost = () => reject(new MapError('webgl', new Error('the context was lost')));
    // It may have been lost while the data were awaited.
    if (map.getCanvas().getContext('webgl2')?.isContextLost() === true) lost();
    const loss = map.on('webglcontextlost', lost);
    listening.signal.addEventListener('abort', () => loss.unsubscribe());
  });
  return orAborted(Promise.race([work, givenUp]), signal).finally(() => listening.abort());
}

function asMapError(error: unknown): MapError {
  return error instanceof MapError ? error : new MapError('worker', error);
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
  const ratio = Math.max(1, Math.round(window.devicePixelRatio));
  for (const theme of ['light', 'dark'] as const)
    map.addImage(`${hatchImage}-${theme}`, hatchTile(palettes[theme].hatch, ratio), { pixelRatio: ratio });
}

/** Brings places into the part of the frame that is free, unless they are there already. */
function bringInto(
  map: MapLibreMap,
  dataset: Gazetteer,
  places: readonly string[],
  coveredBelow: number,
  duration = travelTime,
): void {
  const all = places.flatMap((place) => boundsOf(dataset, place) ?? []);
  if (all.length === 0) return;
  const side = (at: number) => all.filter((_, index) => index % 4 === at);
  const [west, south] = [Math.min(...side(0)), Math.min(...side(1))];
  const [east, north] = [Math.max(...side(2)), Math.max(...side(3))];
  const box: LngLatBoundsLike = [
    [west, south],
    [east, north],
  ];
  const margin = 40;
  const { clientWidth, clientHeight } = map.getContainer();
  const topLeft = map.project([west, north]);
  const bottomRight = map.project([east, south]);
  const free =
    topLeft.x >= margin / 2 &&
    topLeft.y >= margin / 2 &&
    bottomRight.x <= clientWidth - margin / 2 &&
    bottomRight.y <= clientHeight - coveredBelow - margin / 2;
  const large = Math.max(bottomRight.x - topLeft.x, bottomRight.y - topLeft.y) > 60;
  if (free && large) return;
  map.fitBounds(box, {
    padding: {
      top: margin,
      left: margin,
      right: margin,
      bottom: Math.min(clientHeight - margin * 3, coveredBelow + margin),
    },
    maxZoom: 10,
    duration,
  });
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

function exactView(map: MapLibreMap): View {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), lat, lng };
}

/** The view as addresses write it. */
function viewOf(map: MapLibreMap): View {
  const { zoom, lat, lng } = exactView(map);
  return { zoom: Number(zoom.toFixed(2)), lat: Number(lat.toFixed(4)), lng: Number(lng.toFixed(4)) };
}

function sameView(first: View, second: View): boolean {
  return (
    Math.abs(first.zoom - second.zoom) < 0.02 &&
    Math.abs(first.lat - second.lat) < 0.001 &&
    Math.abs(first.lng - second.lng) < 0.001
  );
}

function camera({ zoom, lat, lng }: View): { readonly zoom: number; readonly center: [number, number] } {
  return { zoom, center: [lng, lat] };
}
