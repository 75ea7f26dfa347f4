/** Waits for the map until it is drawn or given up, and says why it was given up. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** Why no map could be made: the reasons of `four-islands-error` that concern the map itself. */
export class MapError extends Error {
  readonly reason: 'webgl' | 'worker' | 'context-lost';

  constructor(reason: MapError['reason'], cause: unknown) {
    super(`four-islands: ${reason}`, { cause });
    this.name = 'MapError';
    this.reason = reason;
  }
}

/** Milliseconds after which a map that shows nothing is given up. */
const patience = 30_000;

/**
 * The same promise, rejected as soon as `signal` aborts. Leaves no listener on the signal, which outlives many maps.
 */
export function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const listening = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
  });
  return Promise.race([promise, aborted]).finally(() => listening.abort());
}

/** Settles when all that has arrived is drawn. While somebody moves the map it is never idle, and need not be. */
export function drawn(map: MapLibreMap): Promise<void> {
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

/** The same promise, rejected when the context is lost, the map is removed, or it takes too long. */
export function orGivenUp(map: MapLibreMap, work: Promise<void>, signal: AbortSignal): Promise<void> {
  const listening = new AbortController();
  const givenUp = new Promise<never>((_resolve, reject) => {
    // A hidden tab draws nothing. The time begins again when it is shown.
    const watch = () => {
      clearTimeout(timer);
      if (!document.hidden)
        timer = setTimeout(() => reject(new MapError('worker', new Error('nothing was drawn'))), patience);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    listening.signal.addEventListener('abort', () => clearTimeout(timer));
    document.addEventListener('visibilitychange', watch, { signal: listening.signal });
    watch();
    const lost = () => reject(new MapError('context-lost', new Error('the context was lost')));
    // It may have been lost while the data were on their way.
    if (map.getCanvas().getContext('webgl2')?.isContextLost() === true) lost();
    const loss = map.on('webglcontextlost', lost);
    listening.signal.addEventListener('abort', () => loss.unsubscribe());
  });
  return orAborted(Promise.race([work, givenUp]), signal).finally(() => listening.abort());
}

export function asMapError(error: unknown): MapError {
  return error instanceof MapError ? error : new MapError('worker', error);
}
