import { describe, expect, it } from 'vitest';
import { defaultState, describeStateProblem, parseViewState } from '../../../../src/model/view-state.ts';
import { readSetMessage } from '../../../../src/shell/host/set-message.ts';

const parse = (message: Readonly<Record<string, unknown>>) => {
  const values = readSetMessage({ type: 'four-islands:set', ...message });
  return parseViewState((key) => values?.get(key) ?? null, defaultState);
};

describe('a message that sets the frame', () => {
  it('sets any of the keys, and only those', () => {
    const { state, problems } = parse({ names: 'ru', lang: 'ja', place: 'shikotan', view: '8/44/146', year: '1875' });
    expect(problems).toEqual([]);
    expect(state).toEqual({
      ...defaultState,
      names: 'ru',
      lang: 'ja',
      place: 'shikotan',
      view: { zoom: 8, lat: 44, lng: 146 },
      year: '1875',
    });
    expect(parse({ theme: 'dark', load: 'eager', zoom: 3 })).toEqual({ state: defaultState, problems: [] });
  });

  it('closes the place and goes home by null', () => {
    const values = readSetMessage({ type: 'four-islands:set', place: null, view: null });
    expect(values).toEqual(
      new Map([
        ['place', ''],
        ['view', ''],
      ]),
    );
  });

  it.each([
    [{ names: 7 }, 'names=“7” is not understood; allowed: both, ja, ru'],
    [{ names: null }, 'names=“” is not understood'],
    [{ lang: { toString: 1 } }, 'lang=“[object Object]” is not understood; allowed: en, ja, ru'],
    [{ place: ['shikotan'] }, 'place=“[object Array]” is not understood'],
    [{ view: '99/0/0' }, 'view=“99/0/0” is not understood; allowed: zoom/lat/lng with zoom 3 to 13'],
    [{ year: 2024 }, 'year=“2024” is not understood'],
  ])('is answered with a warning that names what is wrong: %j', (message, warning) => {
    const { state, problems } = parse(message);
    expect(state).toEqual(defaultState);
    expect(problems.map(describeStateProblem).join()).toContain(warning);
  });

  it.each([null, 'names=ru', { names: 'ru' }, { type: 'other', names: 'ru' }, 7])('is not %j', (data) => {
    expect(readSetMessage(data)).toBeNull();
  });
});
