/** The rules for Russian names against spellings that others have published. */
import { describe, expect, it } from 'vitest';
import { transcribeToBgnPcgn, transcribeToKatakana } from '../../../../scripts/transcription/transcribe-russian.ts';
import type { PlaceKind } from '../../../../src/model/types.ts';

/**
 * The examples that go with the table of BGN/PCGN 1947 (Romanization Systems and Roman-Script Spelling Conventions,
 * U.S. Board on Geographic Names,
 * Defense Mapping Agency 1994, pp. 93–94), as http://izvuzstr.sibstrin.ru/oformlen/BGN_PCGN_romanization/ and the
 * samples of iuliia,
 * https://docs.rs/crate/iuliia-rust/latest/source/iuliia/bgn_pcgn_alt.json, print them.
 */
const board = [
  ['Азов', 'Azov'],
  ['Тамбов', 'Tambov'],
  ['Барнаул', 'Barnaul'],
  ['Кубань', 'Kuban’'],
  ['Владимир', 'Vladimir'],
  ['Ульяновск', 'Ul’yanovsk'],
  ['Грозный', 'Groznyy'],
  ['Волгодонск', 'Volgodonsk'],
  ['Дзержинский', 'Dzerzhinskiy'],
  ['Нелидово', 'Nelidovo'],
  ['Елизово', 'Yelizovo'],
  ['Чапаевск', 'Chapayevsk'],
  ['Мейеровка', 'Meyyerovka'],
  ['Юрьев', 'Yur’yev'],
  ['объезд', 'ob”yezd'],
  ['Белкино', 'Belkino'],
  ['Ёдва', 'Yëdva'],
  ['Змииёвка', 'Zmiiyëvka'],
  ['Айёган', 'Ayyëgan'],
  ['Воробьёво', 'Vorob’yëvo'],
  ['Кебанъёль', 'Keban”yël’'],
  ['Озёрный', 'Ozërnyy'],
  ['Жуков', 'Zhukov'],
  ['Лужники', 'Luzhniki'],
  ['съешь ещё', 's”yesh’ yeshchë'],
  ['этих мягких французских', 'etikh myagkikh frantsuzskikh'],
  ['Йошкар-Ола', 'Yoshkar-Ola'],
  ['выпей алтайского чаю', 'vypey altayskogo chayu'],
  ['Россия', 'Rossiya'],
] as const;

describe('Russian in BGN/PCGN 1947', () => {
  it.each(board)('%s is %s', (name, published) => {
    expect(transcribeToBgnPcgn(name)).toBe(published);
  });

  it('keeps the generic word, in small letters', () => {
    expect(transcribeToBgnPcgn('мыс Ловцова')).toBe('mys Lovtsova');
    expect(transcribeToBgnPcgn('Южно-Курильский пролив')).toBe('Yuzhno-Kuril’skiy proliv');
    expect(transcribeToBgnPcgn('Северные скалы')).toBe('Severnyye skaly');
  });
});

/** Unicode CLDR, common/subdivisions/ja.xml, https://github.com/unicode-org/cldr, without 州, 地方 and 共和国. */
const subjects = [
  ['Архангельск', 'アルハンゲリスク'],
  ['Башкортостан', 'バシコルトスタン'],
  ['Белгород', 'ベルゴロド'],
  ['Брянск', 'ブリャンスク'],
  ['Челябинск', 'チェリャビンスク'],
  ['Дагестан', 'ダゲスタン'],
  ['Иваново', 'イヴァノヴォ'],
  ['Карелия', 'カレリア'],
  ['Кемерово', 'ケメロヴォ'],
  ['Хабаровск', 'ハバロフスク'],
  ['Кострома', 'コストロマ'],
  ['Курган', 'クルガン'],
  ['Курск', 'クルスク'],
  ['Красноярск', 'クラスノヤルスク'],
  ['Липецк', 'リペツク'],
  ['Магадан', 'マガダン'],
  ['Мордовия', 'モルドヴィア'],
  ['Мурманск', 'ムルマンスク'],
  ['Новгород', 'ノヴゴロド'],
  ['Новосибирск', 'ノヴォシビルスク'],
  ['Омск', 'オムスク'],
  ['Оренбург', 'オレンブルク'],
  ['Пермь', 'ペルミ'],
  ['Пенза', 'ペンザ'],
  ['Псков', 'プスコフ'],
  ['Ростов', 'ロストフ'],
  ['Сахалин', 'サハリン'],
  ['Самара', 'サマラ'],
  ['Саратов', 'サラトフ'],
  ['Смоленск', 'スモレンスク'],
  ['Ставрополь', 'スタヴロポリ'],
  ['Свердловск', 'スヴェルドロフスク'],
  ['Тамбов', 'タンボフ'],
  ['Томск', 'トムスク'],
  ['Тверь', 'トヴェリ'],
  ['Тюмень', 'チュメニ'],
  ['Ульяновск', 'ウリヤノフスク'],
  ['Вологда', 'ヴォログダ'],
  ['Воронеж', 'ヴォロネジ'],
  ['Ярославль', 'ヤロスラヴリ'],
] as const;

/** Published katakana of the places on this map; where each was read stands with its row in geo/. */
const islands: readonly (readonly [string, PlaceKind, string])[] = [
  ['Итуруп', 'island', 'イトゥルップ島'],
  ['Кунашир', 'island', 'クナシル島'],
  ['Шикотан', 'island', 'シコタン島'],
  ['Уруп', 'island', 'ウルップ島'],
  ['Шумшу', 'island', 'シュムシュ島'],
  ['остров Атласова', 'island', 'アトラソフ島'],
  ['остров Сигнальный', 'rock', 'シグナリヌイ島'],
  ['острова Хабомаи', 'group', 'ハボマイ諸島'],
  ['Южно-Курильск', 'settlement', 'ユジノクリリスク'],
  ['Курильск', 'settlement', 'クリリスク'],
  ['вулкан Тятя', 'peak', 'チャチャ火山'],
  ['мыс Докучаева', 'cape', 'ドクチャエフ岬'],
  ['мыс Корицкий', 'cape', 'コリツキー岬'],
  ['залив Касатка', 'bay', 'カサトカ湾'],
  ['Кунаширский пролив', 'strait', 'クナシルスキー海峡'],
  ['пролив Измены', 'strait', 'イズメナ海峡'],
  ['озеро Кипящее', 'lake', 'キピャシチェエ湖'],
  ['озеро Лагунное', 'lake', 'ラグンノエ湖'],
];

describe('Russian in katakana', () => {
  it.each(subjects)('%s is %s', (name, published) => {
    expect(transcribeToKatakana(name, 'settlement')).toBe(published);
  });

  it.each(islands)('%s (%s) is %s', (name, kind, published) => {
    expect(transcribeToKatakana(name, kind)).toBe(published);
  });

  it('reads дск as ツコ and the endings -ово and -ское in full', () => {
    expect(transcribeToKatakana('Крабозаводское', 'settlement')).toBe('クラボザヴォツコエ');
    expect(transcribeToKatakana('Малокурильское', 'settlement')).toBe('マロクリリスコエ');
    expect(transcribeToKatakana('Рейдово', 'settlement')).toBe('レイドヴォ');
  });

  it('gives a cape the name of the person in the nominative', () => {
    expect(transcribeToKatakana('мыс Ловцова', 'cape')).toBe('ロフツォフ岬');
    expect(transcribeToKatakana('вулкан Баранского', 'peak')).toBe('バランスキー火山');
    expect(transcribeToKatakana('пролив Шпанберга', 'strait')).toBe('シュパンベルク海峡');
    expect(transcribeToKatakana('мыс Край Света', 'cape')).toBe('クライ・スヴェタ岬');
  });

  it('parts the halves of a name but not a linked compound', () => {
    // Both as in the list of federal subjects and cities at http://miyata.gotdns.com/Cafe/Russia_kukaku.htm.
    expect(transcribeToKatakana('Санкт-Петербург', 'settlement')).toBe('サンクト・ペテルブルク');
    expect(transcribeToKatakana('Южно-Сахалинск', 'settlement')).toBe('ユジノサハリンスク');
  });

  it('reads щ, ъ and ё', () => {
    expect(transcribeToKatakana('Благовещенск', 'settlement')).toBe('ブラゴヴェシチェンスク');
    expect(transcribeToKatakana('Объездная', 'settlement')).toBe('オブエズドナヤ');
    expect(transcribeToKatakana('Воробьёво', 'settlement')).toBe('ヴォロビヨヴォ');
  });

  it('names a sign that is no Russian letter', () => {
    expect(() => transcribeToKatakana('мыс X', 'cape')).toThrow('“x” in “x” is no Russian letter');
  });
});
