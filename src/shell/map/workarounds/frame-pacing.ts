/**
 * When a map draws its frames: seldom while nobody sees it, and not at all while what it waits for would change them at
 * once.
 */

/** What is paced: the library's map. */
export interface PacedMap {
  triggerRepaint: () => void;
  areTilesLoaded(): boolean;
  isStyleLoaded(): unknown;
  isMoving(): boolean;
  getPixelRatio(): number;
  getCanvas(): HTMLCanvasElement;
  on(type: 'data', listener: (event: PacedData) => void): Subscribed;
  on(type: 'render' | 'movestart', listener: () => void): Subscribed;
}

interface PacedData {
  readonly dataType: string;
  readonly sourceDataType?: string;
}

interface Subscribed {
  unsubscribe(): void;
}

/**
 * Milliseconds between frames that nobody sees, of which each tile that arrives asks for one: in few pixels, and in all
 * of them.
 */
const unseenFrameTime = { few: 80, all: 300 } as const;
/** Milliseconds after a layer or a source in which another may come. */
const betweenSources = 20;
/** Milliseconds for which frames are held back at most while tiles take other words. */
const heldTime = 150;

/**
 * Lets a map that nobody sees yet draw no more often than it must. At once come only the frames in which the library
 * asks for tiles, the one for which all tiles are there, and those of a camera that moves. Returns what ends that.
 */
export function drawSeldom(map: PacedMap): () => void {
  const repaint = map.triggerRepaint;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let styled: ReturnType<typeof setTimeout> | undefined;
  const drawNow = () => {
    clearTimeout(styled);
    if (timer !== null) clearTimeout(timer);
    timer = null;
    repaint.call(map);
  };
  const drawLater = () => {
    // When nothing is on its way, what is asked for is the next step to the end.
    if (map.isStyleLoaded() === true || map.isMoving()) drawNow();
    else timer ??= setTimeout(drawNow, map.getPixelRatio() < 1 ? unseenFrameTime.few : unseenFrameTime.all);
  };
  map.triggerRepaint = drawLater;
  // Without a fence the commands to a canvas that nobody sees are kept back: all programs would be compiled in the end,
  // when all waits for them.
  const gl = map.getCanvas().getContext('webgl2');
  const submit = () => {
    const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null;
    gl?.flush();
    gl?.deleteSync(fence);
  };
  const listening = [
    map.on('data', ({ dataType, sourceDataType }) => {
      if (dataType === 'style' || sourceDataType === 'content') {
        // Layers and sources come one after the other, and all of them have their tiles asked for in the same frame.
        clearTimeout(styled);
        styled = setTimeout(drawNow, betweenSources);
      } else if (map.areTilesLoaded()) drawNow();
    }),
    map.on('render', submit),
  ];
  return () => {
    for (const { unsubscribe } of listening.splice(0)) unsubscribe();
    clearTimeout(styled);
    if (map.triggerRepaint !== drawLater) return;
    map.triggerRepaint = repaint;
    if (timer !== null) drawNow();
  };
}

/**
 * Asks for other words and keeps frames back until all tiles have them: each would be drawn with the old ones, and the
 * answers of the worker would wait for it. Returns what ends that; a camera that moves does.
 */
export function holdFrames(map: PacedMap, ask: () => void): () => void {
  const repaint = map.triggerRepaint;
  const hold = () => {};
  const listening: Subscribed[] = [];
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
  ask();
  listening.push(map.on('data', look), map.on('movestart', release));
  look();
  return release;
}
