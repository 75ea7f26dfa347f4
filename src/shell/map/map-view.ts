/** Opens the interactive map. It gives back all that it takes in `remove`. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { adoptRules } from '../browser/adopt-rules.ts';
import { nextTask } from '../browser/spread-steps.ts';
import rules from '../css/map-view.css?inline';
import { CameraMoves } from './camera-moves.ts';
import { LiveMapView } from './live-map-view.ts';
import { makeMap, setWorker } from './make-map.ts';
import { MapContent } from './map-content.ts';
import { declareFaces } from './map-faces.ts';
import { MapNames } from './map-names.ts';
import type { MapView, MapViewOptions, Subject } from './map-state.ts';
import { asMapError, drawn, orAborted, orGivenUp } from './map-waiting.ts';
import { drawSeldom } from './workarounds/frame-pacing.ts';
import { describeMap } from './workarounds/gesture-hints.ts';
import { removeMap } from './workarounds/leak-on-remove.ts';
import { LowResolutionStart } from './workarounds/low-resolution-start.ts';
import { watchWorker } from './workarounds/worker-failure.ts';

/**
 * Makes the map and waits until it is complete, or until its land is there where a picture shows the rest. Rejects with
 * `MapError`, with the reason of the signal, or with what the subject rejects with.
 */
export async function createMapView(options: MapViewOptions): Promise<MapView> {
  const { container } = options;
  /** Aborts when the map is given up or removed. */
  const life = new AbortController();
  const { signal } = life;
  options.signal.addEventListener('abort', () => life.abort(options.signal.reason), { signal });
  const watching = new AbortController();
  const watch = watchWorker(setWorker(), (error) => life.abort(error), watching.signal);
  const endings: (() => void)[] = [() => watching.abort()];
  /** Gives everything back, what was taken last first. */
  const end = () => {
    life.abort();
    for (const ending of endings.splice(0).reverse()) ending();
  };
  try {
    declareFaces();
    // MapLibre has just been evaluated: together with what follows that would be a long task.
    await nextTask(signal);
    const root = container.getRootNode();
    // Before the map is made: otherwise its elements would have no style at first, and fade from there.
    if (root instanceof ShadowRoot) endings.push(adoptRules(root, rules));
    // MapLibre would ask for the size in the midst of its work, and wait for the browser's layout.
    container.getBoundingClientRect();
    await nextTask(signal);
    const map = makeMap(options);
    watch(map);
    const endPacing = drawSeldom(map);
    endings.push(
      () => removeMap(map),
      () => endPacing(),
    );
    const subject = await orAborted(options.subject, signal);
    const view = await openMap(map, subject, options, { signal, endings, end, endPacing });
    const unwatch = () => watching.abort();
    void Promise.resolve(view.complete).then(unwatch, unwatch);
    return view;
  } catch (error) {
    end();
    throw error;
  }
}

interface Attempt {
  readonly signal: AbortSignal;
  /** What gives back, in the order in which it was taken. */
  readonly endings: (() => void)[];
  readonly end: () => void;
  readonly endPacing: () => void;
}

async function openMap(
  map: MapLibreMap,
  subject: Subject,
  options: MapViewOptions,
  { signal, endings, end, endPacing }: Attempt,
): Promise<MapView> {
  const { data, state } = subject;
  const { container } = options;
  const content = new MapContent(map, subject);
  endings.push(() => content.end());
  const depicted = options.depicted();
  const part = depicted === null ? 'all' : 'land';
  const style = await content.build(part, signal);
  await nextTask(signal);
  const { clientWidth, clientHeight } = container;
  map.resize();
  const camera = new CameraMoves(map, data, content, options);
  const begun = content.begin(style, part);
  const onFrame = () => options.onFrame(camera.frame());
  const names = new MapNames(
    {
      map,
      shown: () => content.shown,
      frame: () => camera.frame(),
      covered: options.covered,
      styled: content.styled,
      fill: (source, features) => content.fill(source, features),
      onLetter: onFrame,
    },
    subject,
  );
  endings.push(() => names.end());
  const resolution = new LowResolutionStart(map);
  const finish = async () => {
    await names.lettered;
    await drawn(map);
    endPacing();
    resolution.end();
    await drawn(map);
    names.complete();
  };
  const completeUnderPicture = async () => {
    await nextTask(signal);
    await content.complete(signal);
    names.letter();
    await finish();
  };
  map.on('move', onFrame);
  let complete: Promise<void> | null = null;
  try {
    if (state.view === null) camera.showFitted();
    // While this lettering is made, worker and graphics processor are busy with the ground.
    if (depicted === null) names.letter();
    await orGivenUp(map, depicted === null ? finish() : begun.then(() => drawn(map)), signal);
    if (depicted !== null) {
      const work = (await orAborted(depicted, signal)) ? null : completeUnderPicture();
      if (work !== null) await orGivenUp(map, work, signal);
      else complete = orGivenUp(map, completeUnderPicture(), signal);
    }
  } catch (error) {
    throw asMapError(error);
  }
  complete = complete?.catch((error: unknown) => Promise.reject(asMapError(error))) ?? null;
  // The failure of a map that was removed concerns nobody.
  complete?.catch(() => {});
  if (content.shown.outlined.length > 0) map.setGlobalStateProperty('lit', [...content.shown.outlined]);
  const view = new LiveMapView({ map, content, camera, names, resolution, signal, remove: end }, options, complete);
  // The size may have changed while the map was made, and when it is uncovered.
  if (clientWidth !== container.clientWidth || clientHeight !== container.clientHeight) map.resize();
  camera.showFitted();
  onFrame();
  describeMap(map, state);
  return view;
}
