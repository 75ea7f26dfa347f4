/** Does work in tasks short enough that the page answers between them. */
import type { Steps } from '../../kernel/steps.ts';

/**
 * Milliseconds after which the next pause lets others have their turn: with the longest step it stays under a long
 * task's fifty.
 */
const turn = 6;

/** Rejects with the reason of `signal` where that aborts in a pause. */
export async function spread<Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < turn) continue;
    await nextTask(signal);
    begun = performance.now();
  }
}

/**
 * The beginning of another task; rejects with the reason of `signal` where that has aborted by then. A message comes
 * sooner than a timer, which browsers hold back by milliseconds.
 */
export async function nextTask(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  signal?.throwIfAborted();
}
