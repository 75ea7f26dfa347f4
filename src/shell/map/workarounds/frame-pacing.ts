/**
 * Lets a map that nobody sees yet draw seldom.
 *
 * MapLibre 6.17.0 draws an animation frame for each tile that arrives, and each layer and source that is added. Under a
 * picture nobody sees these frames. https://github.com/maplibre/maplibre-gl-js/issues/96 is about their cost; none asks
 * for an option. It would say: “`triggerRepaint` could be coalesced until `idle` by an option of the map.”
 *
 * Buys, by medians of five on two busy cores: without it all is drawn 22 % later and for 11 % more processor time where
 * the processor draws; interactive 21 % and all drawn 6 % later where the graphics interface does.
 * Not needed when a build in which `drawSeldom` returns at once is as fast by `npm run bench -- --only ours`.
 * It replaces the method `triggerRepaint`. Should MapLibre call something else, the map draws at its full rate.
 */

/** What this needs of a map. */
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

/** Milliseconds between the animation frames of a map at low resolution, and at its own. */
const unseenFrameTime = { low: 80, own: 300 } as const;
/** Milliseconds after a layer or a source in which another may come. */
const betweenSources = 20;

/**
 * Paces the map from now on. Only three kinds of frames come at once: those in which MapLibre requests tiles, the one
 * that has all tiles, and those of a camera that moves. Returns what ends the pacing.
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
    // With nothing on its way, the frame is the next step to the end.
    if (map.isStyleLoaded() === true || map.isMoving()) drawNow();
    else timer ??= setTimeout(drawNow, map.getPixelRatio() < 1 ? unseenFrameTime.low : unseenFrameTime.own);
  };
  map.triggerRepaint = drawLater;
  // Without a fence the browser keeps back the commands to a canvas that nobody sees, and compiles all programs at the
  // end, when everything waits for them.
  const gl = map.getCanvas().getContext('webgl2');
  const submit = () => {
    const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null;
    gl?.flush();
    gl?.deleteSync(fence);
  };
  const listening = [
    map.on('data', ({ dataType, sourceDataType }) => {
      if (dataType === 'style' || sourceDataType === 'content') {
        // Layers and sources come one after the other: one frame requests the tiles of all.
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
