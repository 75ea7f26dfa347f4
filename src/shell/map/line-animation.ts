/** Draws a line that has come along its course. */

/** Milliseconds from the first point of a line to its last. */
const duration = 600;

/**
 * Calls `draw` with the share of the line that is drawn, from 0 to 1, in every animation frame; once with 1 for people
 * who want less motion. Returns what stops it.
 */
export function animateLine(draw: (share: number) => void): () => void {
  const begun = performance.now();
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  let request = 0;
  const step = (now: number) => {
    const share = still ? 1 : Math.min(1, Math.max(0, (now - begun) / duration));
    draw(share);
    if (share < 1) request = requestAnimationFrame(step);
  };
  step(begun);
  return () => cancelAnimationFrame(request);
}
