/**
 * A frame whose map went back to its picture still holds the library that drew it, and on a page of many frames each
 * holds one of its own. Where nobody has touched the frame it begins anew: it is loaded again, and is as light as
 * before its map was first seen.
 */

/** Frames of a page up to which each keeps what it has. */
const few = 4;

/** Whether this frame has many others beside it. How many a page has, every frame may know. */
export const isAmongMany = () => window.parent !== window && window.parent.length > few;

/** Milliseconds that a map sleeps before: who scrolled a little too far finds it as it was. */
const rest = 3000;

/** Loads this document again after a while, if `mayBegin` then says so and the server answers. */
export function beginAnew(mayBegin: () => boolean, signal: AbortSignal): void {
  if (!isAmongMany()) return;
  const begin = async () => {
    if (signal.aborted || !mayBegin()) return;
    // Without a connection there would be nothing in the place of a picture.
    const answers = await fetch(window.location.href, { method: 'HEAD', signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers && !signal.aborted && mayBegin()) window.location.reload();
  };
  setTimeout(() => void begin(), rest);
}
