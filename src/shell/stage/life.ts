/** The life of a map, from the picture that stands before it to its end. What cannot be cannot be written here. */
import type { Frame } from '../../model/camera.ts';
import type { Load } from '../../model/view-state.ts';
import type { MapState, MapView } from '../map/map-state.ts';

export type Life =
  /** No map has been made yet. `isAsked`: reader or page want it wherever it is. */
  | { readonly is: 'picture'; readonly isAsked: boolean }
  /** One is being made. `from` is what it showed before it slept, `null` for a new one. */
  | {
      readonly is: 'opening';
      readonly isAsked: boolean;
      readonly attempt: AbortController;
      readonly from: Frame | null;
    }
  /** One is there. `shown` is what it shows, or is on its way to. */
  | { readonly is: 'live'; readonly isAsked: boolean; readonly map: MapView; readonly shown: MapState }
  /** It gave its WebGL context back. `frame` is what it showed. */
  | { readonly is: 'asleep'; readonly isAsked: boolean; readonly frame: Frame }
  /** It failed. `isSeenAgain`: the reader has come by anew since, and another attempt is due. */
  | { readonly is: 'lost'; readonly isSeenAgain: boolean };

/** What the host's attribute `data-state` says. */
export type DataState = 'picture' | 'loading' | 'interactive' | 'failed';

export function dataStateOf(life: Life): DataState {
  return ({ picture: 'picture', opening: 'loading', live: 'interactive', asleep: 'picture', lost: 'failed' } as const)[
    life.is
  ];
}

/** A map that is there or on its way holds a WebGL context. */
export function holdsContext(life: Life): boolean {
  return life.is === 'live' || life.is === 'opening';
}

export function isAsked(life: Life): boolean {
  return life.is !== 'lost' && life.isAsked;
}

/** Whether a map is to be made, for a picture that is near the window or not. */
export function isWanted(life: Life, { isNear, load }: { readonly isNear: boolean; readonly load: Load }): boolean {
  if (isAsked(life)) return true;
  // A map that slept wakes without being asked for again.
  return isNear && (life.is === 'asleep' || (load !== 'click' && (life.is !== 'lost' || life.isSeenAgain)));
}

/** The map; `null` while there is none. */
export function mapOf(life: Life): MapView | null {
  return life.is === 'live' ? life.map : null;
}

/** What a map showed that is asleep or waking up; `null` for all others. */
export function sleptFrame(life: Life): Frame | null {
  if (life.is === 'asleep') return life.frame;
  return life.is === 'opening' ? life.from : null;
}

/** What is seen of the map, living or asleep; `null` where it is nothing. */
export function frameOf(life: Life): Frame | null {
  return mapOf(life)?.frame() ?? sleptFrame(life);
}

/** The reader or the page asks for the map. */
export function askedFor(life: Life): Life {
  return life.is === 'lost' ? { is: 'picture', isAsked: true } : { ...life, isAsked: true };
}

/** The reader comes by. */
export function seen(life: Life): Life {
  return life.is === 'lost' ? { is: 'lost', isSeenAgain: true } : life;
}
