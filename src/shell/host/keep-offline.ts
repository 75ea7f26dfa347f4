/** Milliseconds after which the page's files are kept even if the map has not been opened. */
const patience = 10_000;
/** Milliseconds that a new map has for itself. */
const afterMap = 3000;

/** Where the service worker lies: beside the manifest; `null` on a page without one, as in development. */
export function serviceWorkerAddress(): string | null {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  return manifest === null ? null : new URL('service-worker.js', manifest.href).href;
}

/**
 * Registers the service worker that keeps the page for readers without a connection. It waits for the map, so that the
 * two do not share a slow line. Where there is no worker, or the browser refuses it, the page is as good as before.
 */
export async function keepForOffline(): Promise<void> {
  const address = serviceWorkerAddress();
  if (address === null || !('serviceWorker' in navigator)) return;
  const map = document.querySelector<HTMLElement & { readonly ready: Promise<void> }>('four-islands-map');
  const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));
  await Promise.race([map?.ready.then(() => pause(afterMap)).catch(() => {}), pause(patience)]);
  try {
    await navigator.serviceWorker.register(address);
  } catch (error) {
    console.info('four-islands: the page is not kept for use without a connection.', error);
  }
}
