import { describe, expect, it } from 'vitest';
import {
  defaultState,
  describeStateProblem,
  formatLink,
  formatViewState,
  parseViewState,
  reduce,
  stateKeys,
} from '../../../src/model/view-state.ts';

const parse = (query: string, base = defaultState) => {
  const parameters = new URLSearchParams(query);
  return parseViewState((key) => parameters.get(key), base);
};

describe('the grammar of the state', () => {
  it('takes every key', () => {
    const { state, problems } = parse(
      'names=ja&lang=ru&place=iturup&view=8.5/44.1/146.2&year=1875&lines=ru&theme=dark&load=click',
    );
    expect(problems).toEqual([]);
    expect(state).toEqual({
      names: 'ja',
      lang: 'ru',
      place: 'iturup',
      view: { zoom: 8.5, lat: 44.1, lng: 146.2 },
      year: '1875',
      lines: 'ru',
      theme: 'dark',
      load: 'click',
    });
  });

  it('leaves what stood there where a value is not in the list, and names key, value and what is allowed', () => {
    const { state, problems } = parse('names=xx&lang=fr', { ...defaultState, names: 'ru' });
    expect(state.names).toBe('ru');
    expect(problems).toEqual([
      { key: 'names', value: 'xx', allowed: 'both, ja, ru' },
      { key: 'lang', value: 'fr', allowed: 'en, ja, ru' },
    ]);
  });

  it.each([
    'view=1/44/146',
    'view=8/70/146',
    'view=8/44/10',
    'view=8/44',
    'view=NaN/44/146',
    'view=8/44/146/0',
    'place=<img>',
    'place=javascript:x',
  ])('refuses %s', (query) => {
    const { state, problems } = parse(query);
    expect(problems).toHaveLength(1);
    expect(state).toEqual(defaultState);
  });

  it('writes the warning in one line and cuts a long value', () => {
    const line = describeStateProblem({ key: 'names', value: 'x'.repeat(500), allowed: 'both, ja, ru' });
    expect(line).toContain('names');
    expect(line).toContain('both, ja, ru');
    expect(line.length).toBeLessThan(200);
  });

  it('writes a query that reads back as the same state', () => {
    const query = 'names=ru&place=shikotan&view=9.25/43.8/146.7&theme=dark';
    expect(formatViewState(parse(query).state)).toBe(query);
  });

  it('writes nothing for the default', () => {
    expect(formatViewState(defaultState)).toBe('');
  });
});

describe('a step of the state', () => {
  it('gives back the same object when nothing changes', () => {
    expect(reduce(defaultState, { type: 'name', names: 'both' })).toBe(defaultState);
  });

  it('changes only what the action speaks of', () => {
    const next = reduce(defaultState, { type: 'select', place: 'etorofu' });
    expect(stateKeys.filter((key) => next[key] !== defaultState[key])).toEqual(['place']);
  });
});

describe('the link to a view', () => {
  it('always says the language, which a page would else take from the browser', () => {
    expect(formatLink(defaultState)).toBe('lang=en');
    expect(formatLink({ ...defaultState, lang: 'ja', names: 'ru' })).toBe('names=ru&lang=ja');
  });

  it('reproduces names, language, place, view and theme, and leaves out how the map is loaded', () => {
    const state = {
      ...defaultState,
      names: 'ja',
      place: 'shikotan',
      view: { zoom: 9, lat: 43.8, lng: 146.7 },
      theme: 'dark',
    } as const;
    expect(parse(formatLink({ ...state, load: 'eager' })).state).toEqual(state);
  });
});
