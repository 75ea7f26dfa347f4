/** Messages between the frame and the page that embeds it. */
import type { Convention } from '../../model/types.ts';
import type { StateKey } from '../../model/view-state.ts';

export type FrameMessage =
  | { readonly type: 'four-islands:select'; readonly place: string | null }
  | { readonly type: 'four-islands:names'; readonly names: Convention };

/** Tells the parent. The target is any origin, because the message holds nothing that a stranger must not know. */
export function postToParent(message: FrameMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/** Calls `onSet` with the keys of a `four-islands:set` message from the parent; anything else is ignored. */
export function listenToParent(onSet: (get: (key: StateKey) => string | null) => void, signal: AbortSignal): void {
  window.addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      if (event.source !== window.parent || window.parent === window) return;
      // What checks the message comes with the first one: most frames are never spoken to.
      import('./set-message.ts').then(
        ({ readSetMessage }) => {
          const values = readSetMessage(event.data);
          if (values !== null && !signal.aborted) onSet((key) => values.get(key) ?? null);
        },
        (error: unknown) => console.error('four-islands: a message from the parent could not be read', error),
      );
    },
    { signal },
  );
}
