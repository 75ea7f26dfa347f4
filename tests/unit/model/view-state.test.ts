import { describe, expect, it } from 'vitest';
import {
  defaultState,
  describeStateProblem,
  formatLink,
  formatViewState,
  parseLanguage,
  parseViewState,
  readQuery,
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

describe('a language tag', () => {
  it.each([
    ['ja-JP', 'ja'],
    ['RU', 'ru'],
    ['en_GB', 'en'],
    [' ja ', 'ja'],
    ['zh-Hant-JP', undefined],
    ['rue', undefined],
    ['', undefined],
  ] as const)('“%s” counts by its primary subtag', (tag, language) => {
    expect(parseLanguage(tag)).toBe(language);
    expect(parse(`lang=${tag}`).state.lang).toBe(language ?? 'en');
  });
});

describe('an address', () => {
  const read = (address: string) => {
    const get = readQuery(new URL(address, 'https://maps.example.org/embed.html'));
    return [get('names'), get('lang'), get('view')];
  };

  it.each([
    '?names=ja&lang=ru&view=8/44/146',
    '?names=ja&amp;lang=ru&amp;view=8/44/146',
    '?names=ja&amp;amp;lang=ru&amp;amp;view=8/44/146',
    '?names=ja&#038;lang=ru&#038;view=8/44/146',
    '?names=ja&#38;lang=ru&#38;view=8/44/146#elsewhere',
  ])('says all its keys, however often it was escaped: %s', (address) => {
    const [names, lang, view] = read(address);
    expect([names, lang, view?.replace('#elsewhere', '')]).toEqual(['ja', 'ru', '8/44/146']);
  });

  it('says nothing of keys that it lacks, and the first of those that stand there twice', () => {
    expect(read('?names=ja&names=ru&utm_source=mail&amp;fbclid=1#?secret=names')).toEqual(['ja', null, null]);
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
