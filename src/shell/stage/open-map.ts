/** Loads the map's library and the data, and makes the map of what the stage is to show. */
import type { Frame } from '../../model/camera.ts';
import type { Context } from '../context/context.ts';
import type { MapState, MapView, MapViewOptions, Subject } from '../map/map-state.ts';
import type { ChosenYear } from '../panels/chosen-year.ts';
import type { Made } from './live-map.ts';
import type { Scene } from './scene.ts';

/** What the stage says of the map, and hears of it. */
export interface OpenMapOptions
  extends Pick<MapViewOptions, 'signal' | 'depicted' | 'onSelect' | 'onFrame' | 'onContextLost'> {
  /** What a map showed that was asleep; `null` for a new one. */
  readonly from: Frame | null;
}

/** Resolves with `null` where `signal` has aborted. Rejects where script, data or map do not come. */
export async function openMap(
  context: Context,
  scene: Scene,
  year: ChosenYear,
  { from, ...options }: OpenMapOptions,
): Promise<Made | null> {
  const { signal } = options;
  const subject = subjectOf(context, scene, year, from);
  // If both fail, it is the script's failure that is reported.
  subject.catch(() => {});
  const { createMapView } = await import('../map/map-view.ts');
  if (signal.aborted) return null;
  const container = context.part('map');
  container.hidden = false;
  const map = await createMapView({
    ...options,
    container,
    subject,
    cooperative: context.layout !== 'page',
    obstacles: () => scene.obstacles,
    covered: () => scene.covered,
    onPick: (position, place) => context.measuring?.take(position, place) === true,
    onMove: (view) => context.commit({ view }),
  });
  const { state, view } = await subject;
  return { map, shown: await catchUp(map, { ...state, view }, scene, signal) };
}

/** What the map is made of and shows, once it has arrived; `view` is what the element was asked for. */
async function subjectOf(
  context: Context,
  scene: Scene,
  year: ChosenYear,
  from: Frame | null,
): Promise<Subject & Pick<MapState, 'view'>> {
  const isPast = context.state.year !== 'now';
  const [drawn] = await Promise.all([context.data.fetchDrawn(), isPast ? year.panel() : null]);
  const state = scene.mapState;
  // A map that slept wakes where it was; at home it fits itself to its frame anew.
  const wakes = from !== null && (state.view ?? state.place) !== null;
  return {
    data: drawn.data,
    advances: drawn.pictures.advances,
    state: wakes ? { ...state, view: from.view } : state,
    view: state.view,
  };
}

/**
 * Lets a map that nobody sees yet show what was chosen while it was made: what it was made of is never seen. Returns
 * what it shows then.
 */
async function catchUp(map: MapView, made: MapState, scene: Scene, signal: AbortSignal): Promise<MapState> {
  let shown = made;
  try {
    for (let next = scene.mapState; map.complete === null && !looksAlike(shown, next); next = scene.mapState) {
      map.apply(shown, next);
      shown = next;
      await map.settled();
    }
  } catch (error) {
    map.remove();
    throw error;
  }
  if (signal.aborted) map.remove();
  return shown;
}

/** Whether two states look the same but for place and view, to which a map travels before the reader's eyes. */
function looksAlike(one: MapState, other: MapState): boolean {
  return (['names', 'lang', 'theme', 'lines', 'day'] as const).every((key) => one[key] === other[key]);
}
