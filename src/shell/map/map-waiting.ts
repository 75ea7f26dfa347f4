/** Waiting for the map: until it has drawn what it has, until it is given up, and the error that says why. */
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

/** Milliseconds after which a map that has drawn nothing is given up. */
const patience = 30_000;

/** The same promise, which rejects as soon as `signal` aborts. The signal outlives many maps and keeps nothing of this one. */
export function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const listening = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
  });
  return Promise.race([promise, aborted]).finally(() => listening.abort());
}

/** Settles when all that has come is drawn: a map that the reader moves is never idle. */
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

/** The same promise, which rejects when nothing comes of it: the context is lost, the map is taken away, or the reader has waited too long. */
export function orGivenUp(map: MapLibreMap, work: Promise<void>, signal: AbortSignal): Promise<void> {
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
    const lost = () => reject(new MapError('context-lost', new Error('the context was lost')));
    // It may have been lost while the data were awaited.
    if (map.getCanvas().getContext('webgl2')?.isContextLost() === true) lost();
    const loss = map.on('webglcontextlost', lost);
    listening.signal.addEventListener('abort', () => loss.unsubscribe());
  });
  return orAborted(Promise.race([work, givenUp]), signal).finally(() => listening.abort());
}

/**
 * Calls `fail` as soon as it is known that the map has no worker: a policy refuses it, or its script does not come. The library waits all the
 * same, and the reader would wait with it until the map is given up. Watches until `signal` aborts. Returns what watches a map as well.
 */
export function watchWorker(
  address: string,
  fail: (error: MapError) => void,
  signal: AbortSignal,
): (map: MapLibreMap) => void {
  const { href, protocol } = new URL(address, document.baseURI);
  document.addEventListener(
    'securitypolicyviolation',
    ({ disposition, effectiveDirective, blockedURI }) => {
      // Of an address without a host a browser tells the scheme alone; in a sandbox the library hands its worker over as data.
      const isOurs = blockedURI === href || `${blockedURI}:` === protocol || blockedURI === 'data';
      if (disposition === 'enforce' && effectiveDirective.startsWith('worker-src') && isOurs)
        fail(new MapError('worker', new Error('the policy of the page refuses it')));
    },
    { signal },
  );
  return (map) => {
    const listening = map.on('error', ({ error }) => {
      if (/worker/i.test(error.message)) fail(new MapError('worker', error));
    });
    signal.addEventListener('abort', () => listening.unsubscribe(), { once: true });
  };
}

export function asMapError(error: unknown): MapError {
  return error instanceof MapError ? error : new MapError('worker', error);
}
