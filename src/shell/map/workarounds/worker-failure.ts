/**
 * Notices that the map has no worker: a policy refuses it, or its script does not arrive. MapLibre goes on waiting, and
 * people would wait with it until the map is given up.
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
