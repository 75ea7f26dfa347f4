import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../../scripts/geo/read-geo.ts';
import { indexPlaces, parseQuery, searchPlaces } from '../../../../src/model/names/search-places.ts';
import type { Place } from '../../../../src/model/types.ts';
import { placesByGroup } from '../../../../src/text/places/places-by-group.ts';
import { placeCalled } from '../../dataset.ts';

const listed = placesByGroup(readDataset(), 'en').flatMap(({ items }) => items.map(({ place }) => place));

const index = indexPlaces(listed);

function find(text: string, places: readonly Place[] | null = null) {
  const query = parseQuery(text);
  return query === null ? [] : searchPlaces(places === null ? index : indexPlaces(places), query);
}

const idsOf = (text: string, places?: readonly Place[]) => find(text, places).map(({ place }) => place.id);

describe('in the real gazetteer', () => {
  it.each([
    ['えとろふ', 'etorofu'],
    ['エトロフ', 'etorofu'],
    ['ｴﾄﾛﾌ', 'etorofu'],
    ['えとろt', 'etorofu'],
    ['etorofu', 'etorofu'],
    ['ETOROFU', 'etorofu'],
    ['Etorofu-tō', 'etorofu'],
    ['эторофу', 'etorofu'],
    ['итуруп', 'etorofu'],
    ['остров Итуруп', 'etorofu'],
    ['Iturup', 'etorofu'],
    ['Iturup island', 'etorofu'],
    ['イトゥルップ', 'etorofu'],
    ['択捉', 'etorofu'],
    ['擇捉島', 'etorofu'],
    ['くなしり', 'kunashiri'],
    ['國後', 'kunashiri'],
    ['Kunashir', 'kunashiri'],
    ['кунашир', 'kunashiri'],
    ['キナシリ', 'kunashiri'],
    ['シコタン', 'shikotan'],
    ['Shikotan', 'shikotan'],
    ['Habomai', 'habomai'],
    ['Khabomai', 'habomai'],
    ['歯舞諸島', 'habomai'],
    ['тятя', 'chachadake'],
    ['chacha', 'chachadake'],
    ['爺々岳', 'chachadake'],
    ['Yuzhno-Kurilsk', 'yuzhno-kurilsk'],
    ['yuzhnokurilsk', 'yuzhno-kurilsk'],
    ['Южно Курильск', 'yuzhno-kurilsk'],
    ['ユジノ', 'yuzhno-kurilsk'],
    ['furukamappu', 'yuzhno-kurilsk'],
    ['古釜布', 'yuzhno-kurilsk'],
    ['Tofutsu', 'tofutsu'],
    ['Toufutsu', 'tofutsu'],
    ['Tōfutsu', 'tofutsu'],
    ['Lake Tofutsu', 'tofutsu-lake'],
    ['東沸湖', 'tofutsu-lake'],
    ['Goyomai', 'goyomai'],
    ['etorofu strait', 'etorofu-strait'],
    ['Zeleny', 'shibotsu'],
    ['зеленый', 'shibotsu'],
    ['Okhotsk', 'sea-okhotsk'],
    ['泊', 'golovnino'],
    ['キナ・シリ', 'kunashiri'],
    ['остров Шпанберга', 'shikotan'],
    ['久奈尻', 'kunashiri'],
  ])('“%s” finds %s first', (query, id) => {
    expect(idsOf(query)[0]).toBe(id);
  });

  it('every place is found by every name that the data has for it', () => {
    for (const place of listed) {
      const { ja, ru, en } = place.names;
      const names = [place.id, ja?.native, ja?.kana, ja?.latin, ja?.cyrillic, ru?.native, ru?.latin, ru?.kana, en];
      for (const name of [...names, place.ainuName, ...place.oldNames])
        if (name !== null && name !== undefined) expect(idsOf(name), `${place.id} by “${name}”`).toContain(place.id);
    }
  });

  it('a name that is no place’s finds nothing, and signs alone ask for nothing', () => {
    expect(idsOf('xyzzy')).toEqual([]);
    expect(parseQuery(' ・ ’ ')).toBeNull();
  });

  it('a generic word alone finds the places of that kind', () => {
    const lakes = listed.filter(({ kind }) => kind === 'lake').map(({ id }) => id);
    for (const query of ['lake', '湖', 'озеро']) expect(idsOf(query), query).toEqual(expect.arrayContaining(lakes));
  });

  it('one letter finds beginnings of words, not what stands inside them', () => {
    expect(idsOf('z')).not.toContain('krabozavodskoye');
    expect(idsOf('zav')).toContain('krabozavodskoye');
  });
});

describe('the order of what is found', () => {
  const named = (id: string, native: string): Place => ({
    ...placeCalled('grieg'),
    id,
    kind: 'settlement',
    names: { ja: { native: id, kana: null, latin: native, cyrillic: null }, ru: null, en: null },
  });

  it('is: the name itself, the name but for generic words, its beginning, a later word, inside a word', () => {
    const names = ['Bitomaru', 'Ura-Tomari', 'Tomarioka', 'Tomari-wan', 'Tomari'];
    const places = names.map((name, index) => named(`place-${index}`, name));
    expect(find('tomari', [...places]).map(({ place }) => place.names.ja?.latin)).toEqual([
      'Tomari',
      'Tomari-wan',
      'Tomarioka',
      'Ura-Tomari',
    ]);
    expect(find('toma', [...places]).at(-1)?.place.names.ja?.latin).toBe('Bitomaru');
  });

  it('is that of the list for places that fit alike', () => {
    const places = [named('first', 'Tomarioka'), named('second', 'Tomarizaka')];
    expect(idsOf('tomari', places)).toEqual(['first', 'second']);
    expect(idsOf('tomari', [...places].reverse())).toEqual(['second', 'first']);
  });
});

describe('an old name', () => {
  const renamed: Place = { ...placeCalled('grieg'), oldNames: ['Staten Eylandt', 'Старое', '旧村'] };

  it.each([
    ['staten', 'Staten Eylandt', 'und-Latn'],
    ['старое', 'Старое', 'ru'],
    ['旧村', '旧村', 'ja'],
  ])('finds the place by “%s” and says in which language it is', (query, text, lang) => {
    expect(find(query, [renamed])[0]?.name).toEqual({ text, lang, origin: 'old' });
  });
});
