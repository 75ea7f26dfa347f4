import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../../src/model/camera.ts';
import { loads } from '../../../../src/model/view-state.ts';
import type { MapState, MapView } from '../../../../src/shell/map/map-state.ts';
import {
  askedFor,
  dataStateOf,
  frameOf,
  holdsContext,
  isAsked,
  isWanted,
  type Life,
  mapOf,
  seen,
  sleptFrame,
} from '../../../../src/shell/stage/life.ts';

const frame: Frame = { view: { zoom: 7, lat: 44, lng: 146 }, width: 800, height: 600 };
const elsewhere: Frame = { ...frame, width: 400 };
const map = { frame: () => elsewhere } as MapView;
const shown = {} as MapState;

const picture: Life = { is: 'picture', isAsked: false };
const opening: Life = { is: 'opening', isAsked: false, attempt: new AbortController(), from: null };
const waking: Life = { ...opening, from: frame };
const live: Life = { is: 'live', isAsked: false, map, shown };
const asleep: Life = { is: 'asleep', isAsked: false, frame };
const lost: Life = { is: 'lost', isSeenAgain: false };

describe('the life of a map', () => {
  it.each([
    [picture, 'picture', false, null],
    [opening, 'loading', true, null],
    [waking, 'loading', true, frame],
    [live, 'interactive', true, elsewhere],
    [asleep, 'picture', false, frame],
    [lost, 'failed', false, null],
  ] as const)(
    '$is: what the host says of it, whether it holds a context, and what is seen',
    (life, state, holds, seen) => {
      expect(dataStateOf(life)).toBe(state);
      expect(holdsContext(life)).toBe(holds);
      expect(frameOf(life)).toBe(seen);
      expect(sleptFrame(life)).toBe(seen === frame ? frame : null);
      expect(mapOf(life)).toBe(life === live ? map : null);
    },
  );

  it.each([
    ['picture', picture, { visible: true, eager: true, click: false }],
    ['one that slept', asleep, { visible: true, eager: true, click: true }],
    ['one that was lost', lost, { visible: false, eager: false, click: false }],
    ['one that was lost, and the reader comes by anew', seen(lost), { visible: true, eager: true, click: false }],
  ] as const)('near the window, a map is made of %s as `load` says', (_what, life, wanted) => {
    for (const load of loads) {
      expect(isWanted(life, { isNear: true, load }), load).toBe(wanted[load]);
      expect(isWanted(life, { isNear: false, load }), load).toBe(false);
    }
  });

  it('is made wherever it is, and even after it was lost, when somebody asks for it', () => {
    for (const life of [picture, asleep, lost, seen(lost)]) {
      expect(isAsked(life)).toBe(false);
      expect(isWanted(askedFor(life), { isNear: false, load: 'click' })).toBe(true);
    }
    expect(askedFor(asleep)).toMatchObject({ is: 'asleep', frame });
  });

  it('is changed by a reader who comes by only when it was lost', () => {
    for (const life of [picture, opening, live, asleep]) expect(seen(life)).toBe(life);
  });
});
