import { describe, expect, it } from 'vitest';
import {
  heightMessages,
  hostInAddress,
  hostInMessage,
  wantedSize,
} from '../../../../src/shell/host/height-dialects.ts';

const stranger = { secret: null, pymId: null, resizerId: null };
const size = { width: 600, height: 540 };

describe('the host of a frame', () => {
  it.each([
    ['', '#?secret=a1B2c3D4e5', { ...stranger, secret: 'a1B2c3D4e5' }],
    ['?names=ja&initialWidth=600&childId=map-1&parentTitle=An%20article', '', { ...stranger, pymId: 'map-1' }],
    ['?names=ja', '#top', stranger],
    ['', '#?secret=<script>', stranger],
    ['?childId=axPYMxb', '', stranger],
    ['?childId=a%20b', '', stranger],
  ])('is known from the address %s%s', (search, hash, host) => {
    expect(hostInAddress(search, hash)).toEqual(host);
  });

  it.each([
    [
      { message: 'ready', secret: 'a1B2c3D4e5' },
      { ...stranger, secret: 'a1B2c3D4e5' },
    ],
    [{ message: 'ready', secret: 'a"]' }, stranger],
    ['pymxPYMxmap-1xPYMxwidthxPYMx600', stranger],
    ['[iFrameSizer]map-1:8:false:false:32:true', { ...stranger, resizerId: 'map-1' }],
    [{ type: 'iframe-child-init', bodyMargin: '0' }, stranger],
    [{ type: 'iframe-get-child-dimensions' }, stranger],
  ])('is known from what it says: %j', (message, host) => {
    expect(hostInMessage(message, stranger)).toEqual(host);
  });

  it.each([null, 7, 'hello', {}, { message: 'ready' }, { type: 'four-islands:set', names: 'ru' }, ['pym']])(
    'is not asking for the height by %j',
    (message) => {
      expect(hostInMessage(message, stranger)).toBeNull();
    },
  );
});

describe('the height', () => {
  it('is said to every host that needs no introduction', () => {
    expect(heightMessages(size, stranger)).toEqual([
      { type: 'four-islands:height', height: 540 },
      { sentinel: 'amp', type: 'embed-size', height: 540 },
      { 'datawrapper-height': { 'four-islands': 540 } },
      { type: 'iframe-resized', width: 600, height: 540 },
    ]);
  });

  it('is said to the others in their own words once they are known', () => {
    const host = { secret: 'a1B2c3D4e5', pymId: 'map-1', resizerId: 'ID' };
    expect(heightMessages(size, host).slice(4)).toEqual([
      { message: 'height', value: 540, secret: 'a1B2c3D4e5' },
      'pymxPYMxmap-1xPYMxheightxPYMx540',
      '[iFrameSizer]ID:540:600:resizeObserver',
    ]);
  });

  it.each([
    [320, 100, 420],
    [600, 90, 540],
    [1200, 0, 640],
  ])('of a frame %i wide with %i under the map is %i', (width, below, height) => {
    expect(wantedSize(width, below)).toEqual({ width, height });
  });
});
