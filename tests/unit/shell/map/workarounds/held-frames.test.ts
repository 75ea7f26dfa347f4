import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdFrames } from '../../../../../src/shell/map/workarounds/held-frames.ts';
import { pacedMap } from './paced-map.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('frames that are held back', () => {
  it('come when all tiles have the new words', () => {
    const { paced, is, tell, frames } = pacedMap();
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
    ['when the camera moves', ({ tell }: ReturnType<typeof pacedMap>) => tell('movestart')],
    ['after a while', () => vi.advanceTimersByTime(200)],
  ])('come %s, whatever is missing', (_, act) => {
    const all = pacedMap();
    holdFrames(all.paced, () => {});
    all.paced.triggerRepaint();
    expect(all.frames()).toBe(0);
    act(all);
    expect(all.frames()).toBe(1);
  });

  it('come no second time when they are let go by hand', () => {
    const { paced, frames } = pacedMap();
    const release = holdFrames(paced, () => {});
    release();
    release();
    vi.advanceTimersByTime(500);
    expect(frames()).toBe(1);
  });
});
