import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrangeLiveMaps, mostLive, shareLiveMaps } from '../../../../src/shell/stage/live-maps.ts';

/** A map at a distance from the middle of the window, which it wants to be as long as it is `near`. */
class TestMap {
  near = true;
  isLive = false;
  isBusy = false;
  away: number;

  constructor(away: number) {
    this.away = away;
  }

  wanted() {
    return this.near;
  }
  live() {
    return this.isLive;
  }
  busy() {
    return this.isBusy;
  }
  distance() {
    return this.away;
  }
  wake() {
    this.isLive = true;
  }
  sleep() {
    this.isLive = false;
  }
}

const window = new EventTarget();
let page = new AbortController();
const put = (...distances: readonly number[]) => {
  const maps = distances.map((away) => new TestMap(away));
  for (const map of maps) shareLiveMaps(map, page.signal);
  arrangeLiveMaps();
  return maps;
};
const living = (maps: readonly TestMap[]) => maps.filter(({ isLive }) => isLive).map(({ away }) => away);

describe('the contexts of a page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', window);
    page = new AbortController();
  });
  afterEach(() => {
    page.abort();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('go to the maps nearest to the middle of the window, and to no more than there are contexts', () => {
    const maps = put(900, 100, 500, 300, 700, 1100);
    expect(mostLive).toBe(4);
    expect(living(maps)).toEqual([100, 500, 300, 700]);
  });

  it('go to no map that nobody wants', () => {
    const [first, ...others] = put(100, 200, 300, 400, 500);
    if (first === undefined) throw new Error('there is no map');
    first.near = false;
    first.sleep();
    arrangeLiveMaps();
    expect(living([first, ...others])).toEqual([200, 300, 400, 500]);
  });

  it('change hands when the page was scrolled, a while after', () => {
    const maps = put(100, 200, 300, 400, 900);
    for (const map of maps) map.away = 1000 - map.away;
    window.dispatchEvent(new Event('scroll'));
    expect(living(maps)).toEqual([900, 800, 700, 600]);
    vi.runAllTimers();
    expect(living(maps)).toEqual([800, 700, 600, 100]);
  });

  it('stay where they are while another map is only a little nearer', () => {
    const maps = put(100, 200, 300, 400);
    const [nearer] = put(350);
    expect(living(maps)).toEqual([100, 200, 300, 400]);
    if (nearer !== undefined) nearer.away = 290;
    arrangeLiveMaps();
    expect(living(maps)).toEqual([100, 200, 300]);
    expect(nearer?.isLive).toBe(true);
  });

  it('are not taken from a map that is being made or that the reader is in', () => {
    const maps = put(100, 200, 300, 400);
    for (const map of maps) map.isBusy = true;
    const [nearest] = put(10);
    expect(living(maps)).toEqual([100, 200, 300, 400]);
    expect(nearest?.isLive).toBe(false);
  });

  it('go to others when a map is taken out of the page', () => {
    const own = new AbortController();
    const first = new TestMap(50);
    shareLiveMaps(first, own.signal);
    const maps = put(100, 200, 300, 400);
    expect(living([first, ...maps])).toEqual([50, 100, 200, 300]);
    own.abort();
    first.sleep();
    vi.runAllTimers();
    expect(living(maps)).toEqual([100, 200, 300, 400]);
  });
});
