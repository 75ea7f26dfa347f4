import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawSeldom } from '../../../../../src/shell/map/workarounds/frame-pacing.ts';
import { pacedMap } from './paced-map.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a map that nobody sees', () => {
  it('draws one frame for many that are asked for', () => {
    const { paced, frames } = pacedMap();
    drawSeldom(paced);
    for (let asked = 0; asked < 9; asked++) paced.triggerRepaint();
    expect(frames()).toBe(0);
    vi.advanceTimersByTime(100);
    expect(frames()).toBe(1);
  });

  it('draws more seldom where a frame has all its pixels', () => {
    const { paced, is, frames } = pacedMap();
    is.ratio = 2;
    drawSeldom(paced);
    paced.triggerRepaint();
    vi.advanceTimersByTime(100);
    expect(frames()).toBe(0);
    vi.advanceTimersByTime(300);
    expect(frames()).toBe(1);
  });

  it('draws at once when its camera moves, when tiles are wanted, and when all are there', () => {
    const { paced, is, tell, frames } = pacedMap();
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
    const { paced, tell, frames } = pacedMap();
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
