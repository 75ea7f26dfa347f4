/** The rules for Japanese names against spellings that others have published. */
import { describe, expect, it } from 'vitest';
import { transcribeToHepburn, transcribeToPolivanov } from '../../../../scripts/transcription/transcribe-japanese.ts';
import type { PlaceKind } from '../../../../src/model/types.ts';

/** What publishers who leave macrons, hyphens and apostrophes out would print. */
const lettersOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}’\s-]/gu, '')
    .toLowerCase();

/**
 * Geospatial Information Authority of Japan, Gazetteer of Japan (地名集日本),
 * https://www.gsi.go.jp/kihonjohochousa/gazetteer.html;
 * it prints no macrons and sets every generic word apart.
 */
const gazetteer: readonly (readonly [string, string, PlaceKind, string])[] = [
  ['安渡移矢岬', 'あといやみさき', 'cape', 'Atoiya Misaki'],
  ['納沙布岬', 'のさっぷみさき', 'cape', 'Nosappu Misaki'],
  ['乙知志岬', 'おっちしみさき', 'cape', 'Otchishi Misaki'],
  ['室戸岬', 'むろとざき', 'cape', 'Muroto Zaki'],
  ['野付崎', 'のつけさき', 'cape', 'Notsuke Saki'],
  ['クンネウエンシリ鼻', 'クンネウエンシリばな', 'cape', 'Kunneuenshiri Bana'],
  ['秋勇留島', 'あきゆりとう', 'islet', 'Akiyuri To'],
  ['貝殻島', 'かいがらじま', 'rock', 'Kaigara Jima'],
  ['歯舞群島', 'はぼまいぐんとう', 'group', 'Habomai Gunto'],
  ['天草諸島', 'あまくさしょとう', 'group', 'Amakusa Shoto'],
  ['択捉海峡', 'えとろふかいきょう', 'strait', 'Etorofu Kaikyo'],
  ['国後水道', 'くなしりすいどう', 'strait', 'Kunashiri Suido'],
  ['豊予海峡', 'ほうよかいきょう', 'strait', 'Hoyo Kaikyo'],
  ['単冠湾', 'ひとかっぷわん', 'bay', 'Hitokappu Wan'],
  ['別府湾', 'べっぷわん', 'bay', 'Beppu Wan'],
  ['東沸湖', 'とうふつこ', 'lake', 'Tofutsu Ko'],
  ['屈斜路湖', 'くっしゃろこ', 'lake', 'Kussharo Ko'],
  ['中禅寺湖', 'ちゅうぜんじこ', 'lake', 'Chuzenji Ko'],
  ['爺爺岳', 'ちゃちゃだけ', 'peak', 'Chacha Dake'],
  ['泊山', 'とまりやま', 'peak', 'Tomari Yama'],
  ['八風山', 'はっぷうさん', 'peak', 'Happu San'],
  ['見市岳', 'けんいちだけ', 'peak', 'Ken-ichi Dake'],
  ['根室半島', 'ねむろはんとう', 'region', 'Nemuro Hanto'],
  ['古釜布', 'ふるかまっぷ', 'settlement', 'Furukamappu'],
  ['倶知安町', 'くっちゃんちょう', 'settlement', 'Kutchan Cho'],
  ['寿都町', 'すっつちょう', 'settlement', 'Suttsu Cho'],
  ['観音寺市', 'かんおんじし', 'settlement', 'Kan-onji Shi'],
  ['南陽市', 'なんようし', 'settlement', 'Nan-yo Shi'],
  ['天栄村', 'てんえいむら', 'settlement', 'Ten-ei Mura'],
  ['関門海峡', 'かんもんかいきょう', 'strait', 'Kanmon Kaikyo'],
];

/**
 * Library of Congress, ALA-LC Romanization Tables, Japanese, https://www.loc.gov/catdir/cpso/romanization/japanese.pdf:
 * its own examples.
 */
const congress: readonly (readonly [string, string, PlaceKind, string])[] = [
  ['房総半島', 'ぼうそうはんとう', 'region', 'Bōsō Hantō'],
  ['横浜', 'よこはま', 'settlement', 'Yokohama'],
  ['太平洋', 'たいへいよう', 'sea', 'Taiheiyō'],
  ['東洋', 'とうよう', 'region', 'Tōyō'],
  ['有楽', 'ゆうらく', 'settlement', 'Yūraku'],
  ['弘法', 'こうぼう', 'settlement', 'Kōbō'],
  ['総理', 'そうり', 'settlement', 'Sōri'],
  ['日本一', 'にっぽんいち', 'settlement', 'Nippon’ichi'],
  ['陸軍', 'りくぐん', 'settlement', 'Rikugun'],
];

/**
 * Ministry of Foreign Affairs, passports, as Mishima City prints the rule:
 * http://www.city.mishima.shizuoka.jp/ipn032185.html (no macrons).
 */
const passports = [
  ['発地', 'ほっち', 'HOTCHI'],
  ['八丁', 'はっちょう', 'HATCHO'],
  ['服部', 'はっとり', 'HATTORI'],
  ['吉川', 'きっかわ', 'KIKKAWA'],
] as const;

describe('kana in Modified Hepburn', () => {
  it.each(gazetteer)('%s (%s, %s) has the letters of the survey’s gazetteer, %s', (native, kana, kind, published) => {
    expect(lettersOf(transcribeToHepburn({ native, kana, kind }))).toBe(lettersOf(published));
  });

  it.each(congress)('%s (%s, %s) is the Library of Congress’s %s', (native, kana, kind, published) => {
    expect(transcribeToHepburn({ native, kana, kind })).toBe(published);
  });

  it.each(passports)('%s (%s) has the letters of a passport, %s', (native, kana, published) => {
    expect(lettersOf(transcribeToHepburn({ native, kana, kind: 'settlement' }))).toBe(lettersOf(published));
  });

  it('joins one character by a hyphen, sets two apart with a capital, and writes -dake and -san in one word', () => {
    const names = [
      ['色丹島', 'しこたんとう', 'island', 'Shikotan-tō'],
      ['珸瑶瑁水道', 'ごようまいすいどう', 'strait', 'Goyōmai Suidō'],
      ['東沸湖', 'とうふつこ', 'lake', 'Tōfutsu-ko'],
      ['見市岳', 'けんいちだけ', 'peak', 'Ken’ichidake'],
      ['斜古丹山', 'しゃこたんやま', 'peak', 'Shakotan-yama'],
      ['歯舞群島', 'はぼまいぐんとう', 'group', 'Habomai-guntō'],
      ['瀬石温泉', 'せせきおんせん', 'settlement', 'Seseki Onsen'],
      ['生地鼻', 'いくぢはな', 'cape', 'Ikuji-hana'],
      ['印旛沼', 'いんばぬま', 'lake', 'Inba-numa'],
      ['五島列島', 'ごとうれっとう', 'group', 'Gotō-rettō'],
    ] as const;
    for (const [native, kana, kind, expected] of names)
      expect(transcribeToHepburn({ native, kana, kind })).toBe(expected);
  });

  it('draws no long vowel out of a name into its generic word', () => {
    expect(transcribeToHepburn({ native: '阿蘇温泉', kana: 'あそおんせん', kind: 'settlement' })).toBe('Aso Onsen');
    expect(transcribeToHepburn({ native: 'ポントー', kana: 'ぽんとー', kind: 'lake' })).toBe('Pontō');
  });

  it('takes no generic word off a name that is written without it', () => {
    expect(transcribeToHepburn({ native: '択捉阿登佐岳', kana: 'えとろふあとさぬぷり', kind: 'peak' })).toMatch(
      /nupuri$/,
    );
    expect(transcribeToHepburn({ native: '泊', kana: 'とまり', kind: 'settlement' })).toBe('Tomari');
  });

  it('names a sign that is no kana', () => {
    expect(() => transcribeToHepburn({ native: '泊', kana: 'と泊', kind: 'settlement' })).toThrow(
      '“泊” in the reading “と泊” is no kana',
    );
  });
});

/**
 * Unicode CLDR, common/subdivisions/ru.xml, https://github.com/unicode-org/cldr (prefectures; Токио, Киото, Фукуи,
 * Симане and Эхиме are older usage).
 */
const prefectures = [
  ['ほっかいどう', 'Хоккайдо'],
  ['あおもり', 'Аомори'],
  ['いわて', 'Иватэ'],
  ['みやぎ', 'Мияги'],
  ['あきた', 'Акита'],
  ['やまがた', 'Ямагата'],
  ['ふくしま', 'Фукусима'],
  ['いばらき', 'Ибараки'],
  ['とちぎ', 'Тотиги'],
  ['ぐんま', 'Гумма'],
  ['さいたま', 'Сайтама'],
  ['ちば', 'Тиба'],
  ['かながわ', 'Канагава'],
  ['にいがた', 'Ниигата'],
  ['とやま', 'Тояма'],
  ['いしかわ', 'Исикава'],
  ['やまなし', 'Яманаси'],
  ['ながの', 'Нагано'],
  ['ぎふ', 'Гифу'],
  ['しずおか', 'Сидзуока'],
  ['あいち', 'Айти'],
  ['みえ', 'Миэ'],
  ['しが', 'Сига'],
  ['おおさか', 'Осака'],
  ['ひょうご', 'Хёго'],
  ['なら', 'Нара'],
  ['わかやま', 'Вакаяма'],
  ['とっとり', 'Тоттори'],
  ['ひろしま', 'Хиросима'],
  ['やまぐち', 'Ямагути'],
  ['こうち', 'Коти'],
  ['ふくおか', 'Фукуока'],
] as const;

/** Debian iso-codes, iso_3166-2/ru.po, https://salsa.debian.org/iso-codes-team/iso-codes. */
const isoCodes = [
  ['おおいた', 'Оита'],
  ['みやざき', 'Миядзаки'],
  ['くまもと', 'Кумамото'],
] as const;

/**
 * The spelling of Russian books: https://masakaru.ru (islands, regions, era), http://artixp.3bb.ru (periods), Russian
 * editions of Tanizaki.
 */
const books = [
  ['きゅうしゅう', 'Кюсю'],
  ['ほんしゅう', 'Хонсю'],
  ['ちゅうぶ', 'Тюбу'],
  ['めいじ', 'Мэйдзи'],
  ['しょうぐん', 'Сёгун'],
  ['じょうもん', 'Дзёмон'],
  ['やよい', 'Яёй'],
  ['じゅんいちろう', 'Дзюнъитиро'],
] as const;

describe('kana in Polivanov’s Cyrillic', () => {
  it.each([...prefectures, ...isoCodes, ...books])('%s is %s', (kana, published) => {
    expect(transcribeToPolivanov({ native: '', kana, kind: 'settlement' })).toBe(published);
  });

  it('writes нъ before я, тт for a doubled ти, м before п and б, and no long vowels', () => {
    const words = [
      ['しんや', 'Синъя'],
      ['ほっち', 'Хотти'],
      ['ちょうしゅう', 'Тёсю'],
      ['うるもんべつ', 'Урумомбэцу'],
      ['たいへいよう', 'Тайхэйё'],
      ['オホーツク', 'Охоцуку'],
    ] as const;
    for (const [kana, expected] of words)
      expect(transcribeToPolivanov({ native: '', kana, kind: 'settlement' })).toBe(expected);
  });

  it('joins every generic word by a hyphen', () => {
    expect(transcribeToPolivanov({ native: '珸瑶瑁水道', kana: 'ごようまいすいどう', kind: 'strait' })).toBe(
      'Гоёмай-суйдо',
    );
    expect(transcribeToPolivanov({ native: '根室海峡', kana: 'ねむろかいきょう', kind: 'strait' })).toBe(
      'Нэмуро-кайкё',
    );
  });
});
