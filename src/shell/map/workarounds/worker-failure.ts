/**
 * Notices that the map has no worker: a policy refuses it, or its script does not arrive.
 *
 * MapLibre 6.17.0 reports a script that does not arrive as an `error` of the map, known by its words alone:
 * https://github.com/maplibre/maplibre-gl-js/issues/8018. Where a policy refuses the worker it reports nothing and goes
 * on waiting, and people with it. An issue would say: “Give a failed worker an error class of its own, also where the
 * Content Security Policy refuses it.”
 *
 * Buys: the reason at once instead of after 30 seconds.
 * Not needed when `tests/e2e/failure.spec.ts` passes without it.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { MapError } from '../map-waiting.ts';

/** Calls `fail` at once. Watches until `signal` aborts. Returns what watches a map as well. */
export function watchWorker(
  address: string,
  fail: (error: MapError) => void,
  signal: AbortSignal,
): (map: MapLibreMap) => void {
  const { href, protocol } = new URL(address, document.baseURI);
  document.addEventListener(
    'securitypolicyviolation',
    ({ disposition, effectiveDirective, blockedURI }) => {
      // Of an address without a host a browser reports the scheme alone; in a sandbox MapLibre passes its worker as
      // data.
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
