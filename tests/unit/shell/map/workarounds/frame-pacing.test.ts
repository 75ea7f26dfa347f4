import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawSeldom, holdFrames, type PacedMap } from '../../../../../src/shell/map/workarounds/frame-pacing.ts';

type Listener = (event: { readonly dataType: string; readonly sourceDataType?: string }) => void;

/** A map that counts its frames, with tiles and a camera that do as they are told. */
function map() {
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

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a map that nobody sees', () => {
  it('draws one frame for many that are asked for', () => {
    const { paced, frames } = map();
    drawSeldom(paced);
    for (let asked = 0; asked < 9; asked++) paced.triggerRepaint();
    expect(frames()).toBe(0);
    vi.advanceTimersByTime(100);
    expect(frames()).toBe(1);
  });

  it('draws more seldom where a frame has all its pixels', () => {
    const { paced, is, frames } = map();
    is.ratio = 2;
    drawSeldom(paced);
    paced.triggerRepaint();
    vi.advanceTimersByTime(100);
    expect(frames()).toBe(0);
    vi.advanceTimersByTime(300);
    expect(frames()).toBe(1);
  });

  it('draws at once when its camera moves, when tiles are wanted, and when all are there', () => {
    const { paced, is, tell, frames } = map();
    drawSeldom(paced);
    is.moving = true;
    paced.triggerRepaint();
    expect(frames()).toBe(1);
    is.moving = false;
    for (let layers = 0; layers < 9; layers++) tell('data', { dataType: 'style' });
    vi.advanceTimersByTime(25);
    expect(frames()).toBe(2);
    tell('data');
    expect(frames()).toBe(2);
    is.loaded = true;
    tell('data');
    expect(frames()).toBe(3);
  });

  it('draws what it owes when it is seen, and then as it likes', () => {
    const { paced, tell, frames } = map();
    const end = drawSeldom(paced);
    paced.triggerRepaint();
    end();
    expect(frames()).toBe(1);
    paced.triggerRepaint();
    expect(frames()).toBe(2);
    tell('data', { dataType: 'style' });
    end();
    expect(frames()).toBe(2);
  });
});

describe('frames that are held back', () => {
  it('come when all tiles have the new words', () => {
    const { paced, is, tell, frames } = map();
    holdFrames(paced, () => paced.triggerRepaint());
    tell('data');
    expect(frames()).toBe(0);
    is.loaded = true;
    tell('data');
    expect(frames()).toBe(1);
    paced.triggerRepaint();
    expect(frames()).toBe(2);
  });

  it.each([
    ['when the camera moves', ({ tell }: ReturnType<typeof map>) => tell('movestart')],
    ['after a while', () => vi.advanceTimersByTime(200)],
  ])('come %s, whatever is missing', (_, act) => {
    const all = map();
    holdFrames(all.paced, () => {});
    all.paced.triggerRepaint();
    expect(all.frames()).toBe(0);
    act(all);
    expect(all.frames()).toBe(1);
  });

  it('come no second time when they are let go by hand', () => {
    const { paced, frames } = map();
    const release = holdFrames(paced, () => {});
    release();
    release();
    vi.advanceTimersByTime(500);
    expect(frames()).toBe(1);
  });
});
