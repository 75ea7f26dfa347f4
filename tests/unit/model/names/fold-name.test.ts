import { describe, expect, it } from 'vitest';
import { foldName, splitGenerics } from '../../../../src/model/names/fold-name.ts';

const same = (...spellings: readonly string[]) =>
  new Set(spellings.map((spelling) => foldName(spelling).join(''))).size;

describe('a folded name', () => {
  it.each([
    ['case', ['Iturup', 'ITURUP', 'iturup']],
    ['long vowels', ['Tōfutsu', 'Toufutsu', 'Tofutsu']],
    ['long u', ['Kyūshū', 'Kyuushuu']],
    ['accents and the signs of BGN/PCGN', ['Yuzhno-Kuril’sk', 'Yuzhno-Kurilsk', "yuzhno kuril'sk", 'yuzhnokurilsk']],
    ['ё and е', ['остров Зелёный', 'ОСТРОВ ЗЕЛЕНЫЙ']],
    ['ë and e, yy and y', ['Zelënyy', 'Zeleny']],
    ['hiragana, katakana and half-width katakana', ['えとろふ', 'エトロフ', 'ｴﾄﾛﾌ']],
    ['full-width letters', ['Ｉｔｕｒｕｐ', 'Iturup']],
    ['the length mark and small kana', ['ゴロヴニン', 'ゴロブニン', 'ごろぶにん']],
    ['the middle dot', ['シ・コタン', 'シコタン']],
    ['characters from before the reform', ['擇捉島', '択捉島']],
    ['the iteration mark', ['爺々岳', '爺爺岳']],
    ['m and n before a labial', ['Urumombetsu', 'Urumonbetsu']],
  ])('is the same whatever its %s', (_what, spellings) => {
    expect(same(...spellings)).toBe(1);
  });

  it.each([
    ['た', 'だ'],
    ['Tomari', 'Tomaru'],
    ['泊', '泊山'],
  ])('keeps %s and %s apart', (first, second) => {
    expect(same(first, second)).toBe(2);
  });

  it('has a word for each part between spaces and hyphens', () => {
    expect(foldName(' Yuzhno-Kuril’skiy  proliv ')).toEqual(['yuzhno', 'kurilsky', 'proliv']);
  });

  it('of signs alone is empty', () => {
    expect(foldName(' ・ ’ - ')).toEqual([]);
  });
});

describe('generic words', () => {
  it.each([
    ['остров Итуруп', ['итуруп'], 'island'],
    ['Iturup island', ['iturup'], 'island'],
    ['Etorofu-tō', ['etorofu'], 'island'],
    ['歯舞諸島', ['歯舞'], 'group'],
    ['Cape Nosappu', ['nosappu'], 'cape'],
    ['東沸湖', ['東沸'], 'lake'],
    ['Sea of Okhotsk', ['okhotsk'], 'sea'],
  ] as const)('of “%s” are told from the name', (name, core, kind) => {
    const split = splitGenerics(foldName(name));
    expect(split.core).toEqual(core);
    expect(split.kinds).toContain(kind);
  });

  it('are none in a name without them', () => {
    expect(splitGenerics(foldName('Iturup'))).toEqual({ core: ['iturup'], kinds: new Set() });
  });
});
