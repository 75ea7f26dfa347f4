/**
 * Russian names by rule: to Latin by BGN/PCGN 1947 (“Romanization of Russian”, United States Board on Geographic Names
 * and Permanent Committee on
 * Geographical Names; the optional dots in t·s and y·a are left out, as gazetteers do), and to katakana.
 *
 * Katakana follow the tables of Cabinet Notification No. 2 of 1991 (外来語の表記) and what Japanese newspapers and atlases
 * make of Russian names: ti and di as チ and ジ, v as ヴ, a soft sign as イ-row, -sk as スク, a final -p as ップ (イトゥルップ).
 * Stress is not written in Russian, so no vowel is drawn out by ー but the endings -ий and -ый: a source that draws one
 * out is followed in the data, and listed as an exception. Runs at build only: the browser gets the finished names.
 */
import type { PlaceKind } from '../../src/model/types.ts';

const latin: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'ë', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh' },
  ...{ щ: 'shch', ъ: '”', ы: 'y', ь: '’', э: 'e', ю: 'yu', я: 'ya' },
};

/** The name in BGN/PCGN 1947, generic word included. */
export function transcribeToBgnPcgn(name: string): string {
  return [...name]
    .map((letter, index) => {
      const lower = letter.toLowerCase();
      const spelled = latin[lower];
      if (spelled === undefined) return letter;
      // е and ё are ye and yë at the start, after a vowel and after й, ъ and ь.
      const iotated = /[её]/u.test(lower) && !/[бвгджзклмнпрстфхцчшщ]/iu.test(name.charAt(index - 1));
      const text = iotated ? `y${spelled}` : spelled;
      return letter === lower ? text : text.charAt(0).toUpperCase() + text.slice(1);
    })
    .join('');
}

/** The generic words of Russian names in Japanese. */
const genericsInJapanese: Readonly<Record<string, string>> = {
  остров: '島',
  острова: '諸島',
  скала: '岩',
  скалы: '岩',
  мыс: '岬',
  залив: '湾',
  бухта: '湾',
  пролив: '海峡',
  вулкан: '火山',
  гора: '山',
  озеро: '湖',
  полуостров: '半島',
};

/** A name without a generic word takes one by its kind, as Japanese has it: イトゥルップ島. */
const genericByKind: Partial<Record<PlaceKind, string>> = {
  island: '島',
  islet: '島',
  islet_group: '諸島',
  group: '諸島',
};

/** Names in the genitive after a generic word, whose ending does not tell the nominative that Japanese transcribes. */
const nominatives: Readonly<Record<string, string>> = {
  Екатерины: 'Екатерина',
  Измены: 'Измена',
  Лаперуза: 'Лаперуз',
  Фриза: 'Фриз',
  Шпанберга: 'Шпанберг',
};

/** The name in katakana, with its generic word in Japanese. */
export function transcribeToKatakana(name: string, kind: PlaceKind): string {
  const words = name.trim().split(/\s+/u);
  const at = words.findIndex((word) => genericsInJapanese[word] !== undefined);
  const generic = genericsInJapanese[words[at] ?? ''] ?? genericByKind[kind] ?? '';
  const proper = words.filter((_, index) => index !== at);
  const named = at === 0 && proper.length === 1 ? proper.map(nominative) : proper;
  return named.map(katakanaOfWord).join('・') + generic;
}

/** «мыс Ловцова» is the cape of Lovtsov: ロフツォフ岬. */
function nominative(word: string): string {
  return nominatives[word] ?? word.replace(/ого$/u, 'ий').replace(/(?<=[оеё]в|[иы]н)а$/u, '');
}

/** A compound with a linking о or е is one word (ユジノクリリスク); other halves are parted (ペトロパヴロフスク・カムチャツキー). */
function katakanaOfWord(word: string): string {
  return word
    .replace(/(?<=[ое])-/giu, '')
    .split('-')
    .map((part) => katakana(part.toLowerCase()))
    .join('・');
}

/** For each consonant: before а, и, у, е (э), о, я, ю, ё, ы, then alone and with the soft sign. */
const consonants: Readonly<Record<string, string>> = {
  б: 'バ ビ ブ ベ ボ ビャ ビュ ビョ ブイ ブ ビ',
  в: 'ヴァ ヴィ ヴ ヴェ ヴォ ヴャ ヴュ ヴョ ヴイ ヴ ヴィ',
  г: 'ガ ギ グ ゲ ゴ ギャ ギュ ギョ グイ グ ギ',
  д: 'ダ ジ ドゥ デ ド ジャ ジュ ジョ ドゥイ ド ジ',
  ж: 'ジャ ジ ジュ ジェ ジョ ジャ ジュ ジョ ジ ジ ジ',
  з: 'ザ ジ ズ ゼ ゾ ジャ ジュ ジョ ズイ ズ ジ',
  к: 'カ キ ク ケ コ キャ キュ キョ クイ ク キ',
  л: 'ラ リ ル レ ロ リャ リュ リョ ルイ ル リ',
  м: 'マ ミ ム メ モ ミャ ミュ ミョ ムイ ム ミ',
  н: 'ナ ニ ヌ ネ ノ ニャ ニュ ニョ ヌイ ン ニ',
  п: 'パ ピ プ ペ ポ ピャ ピュ ピョ プイ プ ピ',
  р: 'ラ リ ル レ ロ リャ リュ リョ ルイ ル リ',
  с: 'サ シ ス セ ソ シャ シュ ショ スイ ス シ',
  т: 'タ チ トゥ テ ト チャ チュ チョ トゥイ ト チ',
  ф: 'ファ フィ フ フェ フォ フャ フュ フョ フイ フ フィ',
  х: 'ハ ヒ フ ヘ ホ ヒャ ヒュ ヒョ フイ フ ヒ',
  ц: 'ツァ ツィ ツ ツェ ツォ ツァ ツ ツォ ツイ ツ ツ',
  ч: 'チャ チ チュ チェ チョ チャ チュ チョ チ チ チ',
  ш: 'シャ シ シュ シェ ショ シャ シュ ショ シ シ シ',
  щ: 'シチャ シチ シチュ シチェ シチョ シチャ シチュ シチョ シチ シチ シチ',
};
const vowels = 'аиуеояюёы';
const aloneAt = 9;
const softAt = 10;
const vowelAlone: Readonly<Record<string, string>> = {
  ...{ а: 'ア', и: 'イ', у: 'ウ', е: 'エ', э: 'エ', о: 'オ', я: 'ヤ', ю: 'ユ', ё: 'ヨ', ы: 'イ', й: 'イ' },
};

/** The spellings that are heard otherwise than letter by letter, before the letters are read. */
function heard(word: string): string {
  return (
    word
      // A doubled consonant is written once, but нн as ンノ.
      .replace(/([бвгджзклмпрстфхцчшщ])\1/gu, '$1')
      .replace(/[дт]с(?=к)/gu, 'ц')
      .replace(/в(?=[кпстфхцчшщ]|$)/gu, 'ф')
      .replace(/г$/u, 'к')
      .replace(/м(?=[бпф])/gu, 'н')
      .replace(/^ш(?=[лмнпрт])/u, 'шу')
  );
}

function katakana(word: string): string {
  const letters = [...heard(word)];
  let text = '';
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    const next = letters[index + 1] ?? '';
    const row = consonants[letter]?.split(' ');
    if (row === undefined) {
      if (letter === 'ъ' || letter === 'ь') continue;
      if (vowelAlone[letter] === undefined) throw new Error(`“${letter}” in “${word}” is no Russian letter`);
      text += letter === 'я' && letters[index - 1] === 'и' ? 'ア' : vowelAlone[letter];
      continue;
    }
    const vowel = vowels.indexOf(next === 'э' ? 'е' : next);
    if (next !== '' && vowel !== -1) {
      text += row[vowel] ?? '';
      index += 1;
      const ending = letters.slice(index).join('');
      if (ending === 'ий') text += 'ー';
      if (ending === 'ий' || ending === 'ый') index += 1;
    } else if (next === 'ь') {
      text += row[softAt] ?? '';
      index += 1;
    } else {
      const isFinalP = letter === 'п' && next === '' && vowels.includes(letters[index - 1] ?? ' ');
      text += isFinalP ? 'ップ' : (row[aloneAt] ?? '');
    }
  }
  return text;
}
