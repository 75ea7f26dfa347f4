/**
 * Trusted Types: our documents ask the browser to refuse every script address and every HTML text that a policy has not
 * passed. This is that policy, the only one that the documents allow.
 */
import { workerAddress } from 'virtual:four-islands/worker';

interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(address: string): string | null }): unknown;
}

/**
 * Passes the address of MapLibre's worker and `others`, and nothing else; HTML and script text it knows no rule for,
 * which refuses them all. In a sandbox without an origin MapLibre must hand its worker over as `data:`.
 */
export function passOnlyWorkers(others: readonly string[] = []): void {
  const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, 'trustedTypes');
  const known = [workerAddress(), ...others].map(absolute);
  const sandboxed = globalThis.origin === 'null';
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) =>
      known.includes(absolute(address)) || (sandboxed && address.startsWith('data:text/javascript;charset=utf-8,'))
        ? address
        : null,
  });
}

function absolute(address: string): string | null {
  return URL.parse(address, document.baseURI)?.href ?? null;
}
