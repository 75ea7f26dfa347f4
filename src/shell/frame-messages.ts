/** Messages between the frame and the page that embeds it. */
import * as v from 'valibot';
import type { Convention } from '../model/types.ts';
import type { StateKey } from '../model/view-state.ts';

const setMessage = v.object({
  type: v.literal('four-islands:set'),
  names: v.optional(v.string()),
  lang: v.optional(v.string()),
  place: v.optional(v.string()),
  year: v.optional(v.string()),
});

export type FrameMessage =
  | { readonly type: 'four-islands:height'; readonly height: number }
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
      const message = v.safeParse(setMessage, event.data);
      if (!message.success) return;
      const values = new Map<string, string | undefined>(Object.entries(message.output));
      onSet((key) =>
        key === 'names' || key === 'lang' || key === 'place' || key === 'year' ? (values.get(key) ?? null) : null,
      );
    },
    { signal },
  );
}
