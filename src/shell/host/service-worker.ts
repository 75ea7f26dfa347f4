/**
 * The service worker of the page: keeps the page's own files, so that it opens without a connection. The build lists
 * them. It answers for these files alone; frames, downloads and whatever else lies in the folder go to the network.
 */
import { addRoute, matchPrecache, precache } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

/** What is used of the scope that a service worker runs in. */
interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(): Promise<readonly { readonly url: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

declare const self: WorkerScope;
/** Paths of the documents that open without a connection, from the site’s root. */
declare const __PAGES__: readonly string[];
/** All that is kept, the documents among it. */
declare const __FILES__: { readonly url: string; readonly revision: string | null }[];

const pages = new Map(__PAGES__.map((path) => [new URL(path, self.location.href).pathname, path]));

/** The page's document that an address means, whatever its query; `undefined` for all others. */
function pageAt(url: URL): string | undefined {
  if (url.origin !== self.location.origin) return undefined;
  return pages.get(url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname);
}

/**
 * True when no window would be left with the files of the old build in hand: none is open but the one that is being
 * loaded anew.
 */
async function mayReplace(url: URL): Promise<boolean> {
  const open = await self.clients.matchAll();
  return open.length <= 1 && open.every((client) => new URL(client.url).pathname === url.pathname);
}

precache(__FILES__);

registerRoute(
  ({ request, url }) => request.mode === 'navigate' && pageAt(url) !== undefined,
  async ({ request, url }) => {
    const { waiting } = self.registration;
    if (waiting !== null && (await mayReplace(url))) {
      // A new build is here complete. It takes over before its page is asked for, so no page mixes two builds.
      waiting.postMessage('activate');
      return new Response('', { headers: { Refresh: '0', 'Content-Type': 'text/html' } });
    }
    return (await matchPrecache(pageAt(url) ?? '')) ?? fetch(request);
  },
);

// The state's own keys stand in the address of a page only, so everything else is matched as it is written.
addRoute({ ignoreURLParametersMatching: [], cleanURLs: false });

self.addEventListener('message', (event) => {
  if (event.data === 'activate') void self.skipWaiting();
});
