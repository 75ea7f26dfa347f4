/** Folds away what people write differently when they mean the same name: case, marks, widths, kana, long vowels. */
import type { PlaceKind } from '../types.ts';

/** Forms of characters from before the reforms of the script, to those of today. */
const formerCharacters: Readonly<Record<string, string>> = {
  擇: '択',
  國: '国',
  齒: '歯',
  嶋: '島',
  嶌: '島',
  澤: '沢',
};

/**
 * The words of a name as they are compared. Katakana becomes hiragana; macrons, accents, `ё` and BGN/PCGN's signs go;
 * `Tōfutsu`, `Toufutsu` and `Tofutsu` come out alike, and so do `Zelënyy` and `Zeleny`.
 */
export function foldName(name: string): readonly string[] {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      // Accents and macrons, but not the voicing marks of kana: ta and da are not one.
      .replace(/[\u0300-\u036f]/gu, '')
      .normalize('NFC')
      .replace(/(.)々/gu, '$1$1')
      .replace(/[擇國齒嶋嶌澤]/gu, (character) => formerCharacters[character] ?? character)
      .replace(/[ァ-ヴ]/gu, (kana) => shifted(kana, -0x60))
      .replace(/[ぁぃぅぇぉっゃゅょゎ]/gu, (kana) => shifted(kana, 1))
      .replaceAll('ゔ', 'ぶ')
      .replace(/[ー'"`´ʹʺʼ‘’“”′″†]/gu, '')
      .replace(/ou|oo/gu, 'o')
      .replaceAll('uu', 'u')
      .replaceAll('ye', 'e')
      .replace(/[iy]y(?![a-z])/gu, 'y')
      .replace(/m(?=[bmp])/gu, 'n')
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .filter((word) => word !== '')
  );
}

function shifted(character: string, by: number): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + by);
}

interface Generic {
  readonly kinds: readonly PlaceKind[];
  readonly words: ReadonlySet<string>;
  /** The same at the end of a word, where a script sets no spaces. */
  readonly ending: RegExp;
}

const generic = (kinds: readonly PlaceKind[], words: string, endings: string): Generic => ({
  kinds,
  words: new Set(foldName(words)),
  ending: new RegExp(`(?:${foldName(endings).join('|')})$`, 'u'),
});

/** Words that say what a thing is: a reader may write them or not, and may write another than the source does. */
const generics: readonly Generic[] = [
  generic(
    ['group', 'island', 'islet', 'islet_group', 'rock'],
    'island islands islet islets rock tō jima shima guntō shotō rettō ostrov ostrova skala skaly остров острова о скала скалы то дзима сима гунто рэтто',
    '群島 諸島 列島 島 ぐんとう しょとう れっとう とう じま しま',
  ),
  generic(['cape'], 'cape misaki zaki saki mys мыс мисаки дзаки', '岬 崎 みさき'),
  generic(['bay'], 'bay gulf wan zaliv bukhta залив бухта ван', '湾 わん'),
  generic(['lake'], 'lake ko ozero озеро ко', '湖'),
  generic(
    ['peak'],
    'mount mt mountain volcano peak dake yama san vulkan gora вулкан гора дакэ яма сан',
    '火山 岳 山 かざん だけ',
  ),
  generic(['strait'], 'strait channel kaikyō suidō proliv пролив кайкё суйдо', '海峡 水道 かいきょう すいどう'),
  generic(['sea'], 'sea ocean more okean море океан', '海 洋'),
  generic(['region'], 'peninsula hantō poluostrov полуостров ханто', '半島 はんとう'),
  generic(['airport'], 'airport kūkō aeroport аэропорт куко', '空港 くうこう'),
  generic(['settlement'], 'village town settlement selo poselok село посёлок', '村 町'),
];

const smallWords: ReadonlySet<string> = new Set(['of', 'the']);

/** A folded name without the words that say what the thing is, and the kinds that those words stand for. */
export function splitGenerics(words: readonly string[]): {
  readonly core: readonly string[];
  readonly kinds: ReadonlySet<PlaceKind>;
} {
  const kinds = new Set<PlaceKind>();
  const core = words.flatMap((word) => {
    if (smallWords.has(word)) return [];
    const found = generics.find((candidate) => candidate.words.has(word) || candidate.ending.test(word));
    if (found === undefined) return [word];
    for (const kind of found.kinds) kinds.add(kind);
    const rest = found.words.has(word) ? '' : word.replace(found.ending, '');
    return rest === '' ? [] : [rest];
  });
  return { core, kinds };
}
