/**
 * Lets MapLibre use the address of a worker that a Trusted Types policy has passed.
 *
 * MapLibre 6.17.0 calls `endsWith` and `split` on the address before it gives it to `new Worker`. A `TrustedScriptURL`
 * has neither. No issue reports that. It would say: “`setWorkerUrl` should accept a `TrustedScriptURL`.”
 *
 * Buys: a map in pages that require Trusted Types.
 * Not needed when `tests/e2e/hostile-hosts.spec.ts` passes without it.
 */
import { passScript } from '../../host/own-policy.ts';

export function trustedWorker(address: string): object | string {
  const passed = passScript(address);
  if (typeof passed === 'string') return passed;
  for (const name of ['endsWith', 'split'] as const)
    Reflect.set(passed, name, (...given: readonly string[]) => Reflect.apply(address[name], address, given));
  return passed;
}
