import type { PacedMap } from '../../../../../src/shell/map/workarounds/frame-pacing.ts';

type Listener = (event: { readonly dataType: string; readonly sourceDataType?: string }) => void;

/** A map that counts its frames, with tiles and a camera that do as they are told. */
export function pacedMap() {
  const listeners = new Map<string, Set<Listener>>();
  const is = { loaded: false, moving: false, styled: false, ratio: 0.1 };
  let frames = 0;
  const paced: PacedMap = {
    triggerRepaint: () => {
      frames += 1;
    },
    areTilesLoaded: () => is.loaded,
    isStyleLoaded: () => is.styled,
    isMoving: () => is.moving,
    getPixelRatio: () => is.ratio,
    getCanvas: () => ({ getContext: () => null }) as unknown as HTMLCanvasElement,
    on: (type: string, listener: Listener) => {
      const own = listeners.get(type) ?? new Set();
      listeners.set(type, own.add(listener));
      return { unsubscribe: () => own.delete(listener) };
    },
  };
  const tell = (type: string, event = { dataType: 'source' }) => {
    for (const listener of listeners.get(type) ?? []) listener(event);
  };
  return { paced, is, tell, frames: () => frames };
}
