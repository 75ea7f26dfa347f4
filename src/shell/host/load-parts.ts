/**
 * Loads the second of the two files for a script tag, with the map and its data, when the element first asks for any
 * part of it. Both are plain scripts: they run from another origin without CORS headers, and from a folder on the
 * reader's own disk. `scripts/package/script-tag-plugin.ts` puts `loadPart` where the source says `import()`.
 */
import { handOver, passScript } from './own-policy.ts';

type Parts = Readonly<Record<string, unknown>>;

const own = ownScript();
const loading = new Map<'parts', Promise<Parts>>();

/** The part that `import(name)` means in the source. A failure is forgotten, so that the next attempt is a real one. */
export async function loadPart(name: string): Promise<unknown> {
  const running = loading.get('parts') ?? load();
  loading.set('parts', running);
  try {
    const parts = await running;
    return parts[name];
  } catch (error) {
    loading.delete('parts');
    throw error;
  }
}

function load(): Promise<Parts> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const address = new URL('four-islands-map.js', own.address).href;
    handOver(script);
    Reflect.set(script, 'src', passScript(address));
    if (own.nonce !== '') script.nonce = own.nonce;
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    });
    script.addEventListener('load', () => {
      script.remove();
      const parts: unknown = Reflect.get(script, 'fourIslandsParts');
      if (isParts(parts)) resolve(parts);
      else reject(new Error(`${address} is not the file that belongs to ${own.address}`));
    });
    document.head.append(script);
  });
}

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}

/**
 * Where this script came from: a plain script knows itself; one that was imported is found among what the page has
 * loaded.
 */
function ownScript(): { readonly address: string; readonly nonce: string } {
  if (globalThis.document === undefined) return { address: '', nonce: '' };
  const name = /\/four-islands\.js([?#]|$)/;
  const { currentScript } = document;
  const script =
    currentScript instanceof HTMLScriptElement
      ? currentScript
      : [...document.scripts].find(({ src }) => name.test(src));
  if (script !== undefined && script.src !== '') return { address: script.src, nonce: script.nonce };
  const resource = performance.getEntriesByType('resource').find((entry) => name.test(entry.name));
  return { address: resource?.name ?? document.baseURI, nonce: '' };
}
