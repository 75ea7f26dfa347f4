/**
 * Shares the few WebGL contexts that a page may hold among the maps on it. A browser gives a renderer 16 and takes the
 * oldest away for the next one; long before that, memory runs short on a phone. The maps nearest to what is being read
 * live, the others show their picture.
 */
export interface SharedMap {
  /** Wants to be interactive: it is near the window, or was and has not been put to sleep. */
  wanted(): boolean;
  /** Holds a context. */
  live(): boolean;
  /** Holds a context that cannot be given back at the moment: the map is being made, or the reader is in it. */
  busy(): boolean;
  /** CSS pixels from the middle of the window. */
  distance(): number;
  wake(): void;
  sleep(): void;
}

/** How many maps of one document may be live at a time. */
export const mostLive = 4;
/** CSS pixels by which a map must be nearer to take another one's place, so that two do not take turns. */
const advantage = 100;
/** Milliseconds after the last scrolling when the places are shared out anew. */
const rest = 150;

const maps = new Set<SharedMap>();
const timers = new Map<'rest', ReturnType<typeof setTimeout>>();

/** Takes part until `signal` is aborted. */
export function shareLiveMaps(map: SharedMap, signal: AbortSignal): void {
  if (maps.size === 0) window.addEventListener('scroll', arrangeSoon, { capture: true, passive: true });
  maps.add(map);
  signal.addEventListener('abort', () => {
    maps.delete(map);
    if (maps.size > 0) {
      arrangeSoon();
      return;
    }
    window.removeEventListener('scroll', arrangeSoon, { capture: true });
    clearTimeout(timers.get('rest'));
    timers.clear();
  });
}

function arrangeSoon(): void {
  clearTimeout(timers.get('rest'));
  timers.set('rest', setTimeout(arrangeLiveMaps, rest));
}

/** Shares out the places: called whenever a map wants one or has become free to give its own. */
export function arrangeLiveMaps(): void {
  const chosen = new Set(nearest([...maps], mostLive));
  for (const map of maps) if (map.live() && !chosen.has(map) && !map.busy()) map.sleep();
  // Those that are busy hold their contexts a little longer; nobody goes beyond the number meanwhile.
  for (const map of chosen) if (!map.live() && [...maps].filter((other) => other.live()).length < mostLive) map.wake();
}

/** Those that should be live, of all that want to be or are. */
function nearest(all: readonly SharedMap[], most: number): readonly SharedMap[] {
  const rank = (map: SharedMap) =>
    map.busy() ? Number.NEGATIVE_INFINITY : map.distance() - (map.live() ? advantage : 0);
  return all
    .filter((map) => map.live() || map.wanted())
    .sort((first, second) => rank(first) - rank(second))
    .slice(0, most);
}
