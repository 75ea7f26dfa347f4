/**
 * Trusted Types in pages of others: where a page lets only what a policy has passed become a script, ours passes the
 * two addresses that we make ourselves: of the second script, and of the worker. A page that lists the names of its
 * policies must list it.
 */
interface Policy {
  createScriptURL(address: string): object;
}

interface TrustedTypes {
  createPolicy(name: 'four-islands', rules: { createScriptURL(address: string): string }): Policy;
}

/** Where the first script hands its policy to the second: a page may forbid a second one of the same name. */
const handedOver = 'fourIslandsPolicy';
const handed = globalThis.document?.currentScript ?? {};
const policy: Policy | null = Reflect.get(handed, handedOver) ?? makePolicy();

/** The address as the page wants it: as it is where the page wants nothing, or does not let us have a policy. */
export function passScript(address: string): object | string {
  return policy?.createScriptURL(address) ?? address;
}

export function handOver(script: HTMLScriptElement): void {
  Reflect.set(script, handedOver, policy);
}

function makePolicy(): Policy | null {
  const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, 'trustedTypes');
  try {
    return trustedTypes?.createPolicy('four-islands', { createScriptURL: (address) => address }) ?? null;
  } catch {
    // The browser itself says in the console what the page forbids.
    return null;
  }
}
