/** MapLibre's worker, begun while the library is still on its way: it takes as long to start as the library does. */

/** Workers by their address; `null` where one was handed over or could not be had. */
const started = new Map<string, Worker | null>();

/** Starts the worker once in the life of a page. Returns what ends it, should the library not come for it. */
export function startWorker(address: string): () => void {
  const { origin, href } = globalThis.location;
  // Of another origin, or without one, the library has ways of its own.
  if (started.has(address) || globalThis.origin !== origin || new URL(address, href).origin !== origin) return () => {};
  const worker = new Worker(address, { type: 'module' });
  started.set(address, worker);
  // One that fails is left to the library to fail with: it tells the map.
  worker.addEventListener('error', () => takeWorker(address), { once: true });
  return () => takeWorker(address)?.terminate();
}

/** Hands the worker over to whom asks first. */
export function takeWorker(address: string): Worker | null {
  const worker = started.get(address) ?? null;
  if (worker !== null) started.set(address, null);
  return worker;
}
