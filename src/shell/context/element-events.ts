/** The events of the element: what each carries in `detail`, and the one way in which they are sent. */
import type { Convention } from '../../model/types.ts';
import type { FailureReason } from '../data/failure.ts';

export interface FourIslandsMapEvents {
  'four-islands-ready': CustomEvent<null>;
  'four-islands-select': CustomEvent<{ readonly place: string | null; readonly passages: readonly string[] }>;
  'four-islands-names': CustomEvent<{ readonly names: Convention }>;
  'four-islands-error': CustomEvent<{ readonly reason: FailureReason }>;
}

// They bubble and are composed: whatever stands above the element, up to the window, hears them.
declare global {
  interface GlobalEventHandlersEventMap extends FourIslandsMapEvents {}
  interface ShadowRootEventMap extends FourIslandsMapEvents {}
}

/** Sends an event of the element, with the detail that its type carries. */
export function dispatch<Type extends keyof FourIslandsMapEvents>(
  element: HTMLElement,
  type: Type,
  detail: FourIslandsMapEvents[Type]['detail'],
): void {
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}
