/**
 * Holds frames back while all tiles take another wording.
 *
 * MapLibre 6.17.0 draws a frame for each tile whose symbols a worker has laid out anew after `setGlobalStateProperty`,
 * with the old words in all others, and the next answers wait for it. No issue reports that. It would say: “After a
 * change of global state, draw once when all tiles are laid out.”
 *
 * Buys: not settled. Four switches on two busy cores settled 25 % sooner through the graphics interface, and later
 * where the processor draws. On a quiet machine the bench had 208 ms, against 473 by `setLayoutProperty`.
 * Not needed when a build in which `holdFrames` only calls `change` switches as fast by `npm run bench -- --only ours`.
 */
import type { PacedMap } from './frame-pacing.ts';

/** Milliseconds for which frames are held back at most. */
const heldTime = 150;

/** Calls `change` and holds frames back until all tiles have followed or the camera moves. Returns what ends that. */
export function holdFrames(map: PacedMap, change: () => void): () => void {
  const repaint = map.triggerRepaint;
  const hold = () => {};
  const listening: { unsubscribe(): void }[] = [];
  const timer = setTimeout(() => release(), heldTime);
  const release = () => {
    clearTimeout(timer);
    for (const { unsubscribe } of listening.splice(0)) unsubscribe();
    if (map.triggerRepaint !== hold) return;
    map.triggerRepaint = repaint;
    map.triggerRepaint();
  };
  const look = () => {
    if (map.areTilesLoaded() || map.isMoving()) release();
  };
  map.triggerRepaint = hold;
  change();
  listening.push(map.on('data', look), map.on('movestart', release));
  look();
  return release;
}
