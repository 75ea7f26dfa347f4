/** The generic word of every kind of place, in every language: how a pair of names carries it. */
import { describe, expect, it } from 'vitest';
import { generics, partName } from '../../../../src/model/names/generics.ts';
import { labelOf, latinOf, primaryText } from '../../../../src/model/names/names.ts';
import { type Place, type PlaceKind, placeKinds } from '../../../../src/model/types.ts';

interface Names {
  readonly ja: readonly [native: string, latin: string, cyrillic: string] | null;
  readonly ru: readonly [native: string, latin: string, kana: string] | null;
}

function place(kind: PlaceKind, { ja, ru }: Names): Place {
  return {
    id: 'a-place',
    kind,
    group: null,
    names: {
      ja: ja === null ? null : { native: ja[0], kana: null, latin: ja[1], cyrillic: ja[2] },
      ru: ru === null ? null : { native: ru[0], latin: ru[1], kana: ru[2] },
      en: null,
    },
    transcribed: [],
    datedNames: [],
    ainuName: null,
    oldNames: [],
    position: [146, 44],
    course: null,
    waters: null,
    positionBasis: 'published',
    geometry: null,
    elevation: null,
    endedIn1945: false,
    sources: ['atlas'],
  };
}

/**
 * Kind, the two names, and the label that both, the Japanese and the Russian convention give, in English, Japanese and
 * Russian.
 */
const table: Readonly<
  Record<PlaceKind, readonly [Names, Readonly<Record<'en' | 'ja' | 'ru', readonly [string, string, string]>>]>
> = {
  group: [
    {
      ja: ['歯舞群島', 'Habomai-guntō', 'Хабомаи-гунто'],
      ru: ['острова Хабомаи', 'ostrova Khabomai', 'ハボマイ諸島'],
    },
    {
      en: ['Habomai / Khabomai', 'Habomai', 'Khabomai'],
      ja: ['歯舞群島 / ハボマイ諸島', '歯舞群島', 'ハボマイ諸島'],
      ru: ['Хабомаи', 'Хабомаи', 'Хабомаи'],
    },
  ],
  island: [
    { ja: ['択捉島', 'Etorofu-tō', 'Эторофу-то'], ru: ['Итуруп', 'Iturup', 'イトゥルップ島'] },
    {
      en: ['Etorofu / Iturup', 'Etorofu', 'Iturup'],
      ja: ['択捉島 / イトゥルップ島', '択捉島', 'イトゥルップ島'],
      ru: ['Эторофу / Итуруп', 'Эторофу', 'Итуруп'],
    },
  ],
  islet: [
    {
      ja: ['水晶島', 'Suishō-tō', 'Суйсё-то'],
      ru: ['остров Танфильева', 'ostrov Tanfil’yeva', 'タンフィーリエフ島'],
    },
    {
      en: ['Suishō / Tanfilyeva', 'Suishō', 'Tanfilyeva'],
      ja: ['水晶島 / タンフィーリエフ島', '水晶島', 'タンフィーリエフ島'],
      ru: ['Суйсё / Танфильева', 'Суйсё', 'Танфильева'],
    },
  ],
  islet_group: [
    { ja: ['海馬島', 'Todo-jima', 'Тодо-дзима'], ru: ['острова Осколки', 'ostrova Oskolki', 'オスコルキ島'] },
    {
      en: ['Oskolki / Todo', 'Todo', 'Oskolki'],
      ja: ['オスコルキ島 / 海馬島', '海馬島', 'オスコルキ島'],
      ru: ['Осколки / Тодо', 'Тодо', 'Осколки'],
    },
  ],
  rock: [
    { ja: ['カブ島', 'Kabu-jima', 'Кабу-дзима'], ru: ['скала Чайка', 'skala Chayka', 'チャイカ岩'] },
    {
      en: ['Chayka / Kabu', 'Kabu', 'Chayka'],
      ja: ['チャイカ岩 / カブ島', 'カブ島', 'チャイカ岩'],
      ru: ['Чайка / Кабу', 'Кабу', 'Чайка'],
    },
  ],
  settlement: [
    { ja: ['瀬石温泉', 'Seseki Onsen', 'Сэсэки-онсэн'], ru: ['Горячие Ключи', 'Goryachiye Klyuchi', 'ガリャーチェ'] },
    {
      en: ['Goryachiye Klyuchi / Seseki Onsen', 'Seseki Onsen', 'Goryachiye Klyuchi'],
      ja: ['ガリャーチェ / 瀬石温泉', '瀬石温泉', 'ガリャーチェ'],
      ru: ['Горячие Ключи / Сэсэки-онсэн', 'Сэсэки-онсэн', 'Горячие Ключи'],
    },
  ],
  sea: [
    { ja: ['日本海', 'Nihon-kai', 'Нихон-кай'], ru: ['Японское море', 'Yaponskoye more', '日本海'] },
    {
      en: ['Nihon-kai / Yaponskoye more', 'Nihon-kai', 'Yaponskoye more'],
      ja: ['日本海', '日本海', '日本海'],
      ru: ['Нихон-кай / Японское море', 'Нихон-кай', 'Японское море'],
    },
  ],
  airport: [
    {
      ja: ['網走空港', 'Abashiri Kūkō', 'Абасири-куко'],
      ru: ['аэропорт Итуруп', 'aeroport Iturup', 'イトゥルプ空港'],
    },
    {
      en: ['Abashiri / Iturup Airport', 'Abashiri Airport', 'Iturup Airport'],
      ja: ['網走空港 / イトゥルプ空港', '網走空港', 'イトゥルプ空港'],
      ru: ['аэропорт Абасири / Итуруп', 'аэропорт Абасири', 'аэропорт Итуруп'],
    },
  ],
  region: [
    {
      ja: ['知床半島', 'Shiretoko Hantō', 'Сирэтоко-ханто'],
      ru: ['полуостров Сиретоко', 'poluostrov Siretoko', 'シレトコ半島'],
    },
    {
      en: ['Shiretoko / Siretoko Peninsula', 'Shiretoko Peninsula', 'Siretoko Peninsula'],
      ja: ['知床半島 / シレトコ半島', '知床半島', 'シレトコ半島'],
      ru: ['полуостров Сирэтоко / Сиретоко', 'полуостров Сирэтоко', 'полуостров Сиретоко'],
    },
  ],
  peak: [
    { ja: ['斜古丹山', 'Shakotan-yama', 'Сякотан-яма'], ru: ['гора Шикотан', 'gora Shikotan', 'シコタン山'] },
    {
      en: ['Mount Shakotan / Shikotan', 'Mount Shakotan', 'Mount Shikotan'],
      ja: ['斜古丹山 / シコタン山', '斜古丹山', 'シコタン山'],
      ru: ['гора Сякотан / Шикотан', 'гора Сякотан', 'гора Шикотан'],
    },
  ],
  cape: [
    {
      ja: ['安渡移矢岬', 'Atoiya-misaki', 'Атоия-мисаки'],
      ru: ['мыс Ловцова', 'mys Lovtsova', 'ロフツォフ岬'],
    },
    {
      en: ['Cape Atoiya / Lovtsova', 'Cape Atoiya', 'Cape Lovtsova'],
      ja: ['安渡移矢岬 / ロフツォフ岬', '安渡移矢岬', 'ロフツォフ岬'],
      ru: ['мыс Атоия / Ловцова', 'мыс Атоия', 'мыс Ловцова'],
    },
  ],
  bay: [
    {
      ja: ['斜古丹湾', 'Shakotan-wan', 'Сякотан-ван'],
      ru: ['Малокурильская бухта', 'Malokuril’skaya bukhta', 'マロクリリスカヤ湾'],
    },
    {
      en: ['Malokurilskaya / Shakotan Bay', 'Shakotan Bay', 'Malokurilskaya Bay'],
      ja: ['マロクリリスカヤ湾 / 斜古丹湾', '斜古丹湾', 'マロクリリスカヤ湾'],
      ru: ['Малокурильская бухта / бухта Сякотан', 'бухта Сякотан', 'Малокурильская бухта'],
    },
  ],
  strait: [
    {
      ja: ['根室海峡', 'Nemuro Kaikyō', 'Нэмуро-кайкё'],
      ru: ['Кунаширский пролив', 'Kunashirskiy proliv', 'クナシルスキー海峡'],
    },
    {
      en: ['Kunashirskiy / Nemuro Strait', 'Nemuro Strait', 'Kunashirskiy Strait'],
      ja: ['クナシルスキー海峡 / 根室海峡', '根室海峡', 'クナシルスキー海峡'],
      ru: ['Кунаширский пролив / пролив Нэмуро', 'пролив Нэмуро', 'Кунаширский пролив'],
    },
  ],
  lake: [
    {
      ja: ['ニキショロ湖', 'Nikishoro-ko', 'Никисёро-ко'],
      ru: ['озеро Лагунное', 'ozero Lagunnoye', 'ラグンノエ湖'],
    },
    {
      en: ['Lake Lagunnoye / Nikishoro', 'Lake Nikishoro', 'Lake Lagunnoye'],
      ja: ['ラグンノエ湖 / ニキショロ湖', 'ニキショロ湖', 'ラグンノエ湖'],
      ru: ['озеро Лагунное / Никисёро', 'озеро Никисёро', 'озеро Лагунное'],
    },
  ],
};

const cases = placeKinds.flatMap((kind) => (['en', 'ja', 'ru'] as const).map((language) => [kind, language] as const));

describe('the generic word of a name', () => {
  it.each(cases)('of a %s, read in %s, stands as the table has it under every convention', (kind, language) => {
    const [names, labels] = table[kind];
    const read = (['both', 'ja', 'ru'] as const).map((convention) =>
      primaryText(labelOf(place(kind, names), convention, language)),
    );
    expect(read).toEqual(labels[language]);
  });

  it('stands with a name that only one side has given', () => {
    const [names] = table.cape;
    const oneSided = place('cape', { ja: names.ja, ru: null });
    expect(primaryText(labelOf(oneSided, 'both', 'en'))).toBe('Cape Atoiya†');
    expect(primaryText(labelOf(oneSided, 'ru', 'ru'))).toBe('мыс Атоия†');
  });

  it('is written once for two names that read the same', () => {
    const tomari = place('peak', {
      ja: ['泊山', 'Tomari-yama', 'Томари-яма'],
      ru: ['гора Томари', 'gora Tomari', 'トマリ山'],
    });
    expect(primaryText(labelOf(tomari, 'both', 'en'))).toBe('Mount Tomari');
    expect(primaryText(labelOf(tomari, 'both', 'ru'))).toBe('гора Томари');
  });

  it('is the Russian name’s own where Russian has several', () => {
    const rausu = place('peak', {
      ja: ['羅臼山', 'Rausu-san', 'Раусу-сан'],
      ru: ['вулкан Менделеева', 'vulkan Mendeleyeva', 'メンデレーエフ火山'],
    });
    expect(primaryText(labelOf(rausu, 'both', 'ru'))).toBe('вулкан Менделеева / Раусу');
  });

  it('stays inside a name that is written in one word', () => {
    const one = place('peak', { ja: ['爺爺岳', 'Chachadake', 'Тятя-дакэ'], ru: null });
    expect(primaryText(labelOf(one, 'ja', 'en'))).toBe('Mount Chachadake†');
  });

  it('is not put on a region that is no peninsula', () => {
    const region = place('region', { ja: ['千島', 'Chishima', 'Тисима'], ru: null });
    expect(primaryText(labelOf(region, 'ja', 'en'))).toBe('Chishima†');
  });

  it('has no part in the order of two names', () => {
    const [names] = table.bay;
    expect(latinOf(place('bay', names), 'ru')).toBe('Malokurilskaya');
    expect(latinOf(place('cape', table.cape[0]), 'ru')).toBe('Lovtsova');
  });

  it('is not taken for one in the middle or the whole of a name', () => {
    expect(partName('cape', 'ru-Latn', 'Mysovoye')).toEqual({ proper: 'Mysovoye', generic: null });
    expect(partName('lake', 'ja-Latn', 'Pontō')).toEqual({ proper: 'Pontō', generic: null });
  });

  it('has an entry for every kind of place', () => {
    expect(Object.keys(generics).sort()).toEqual([...placeKinds].sort());
  });
});
