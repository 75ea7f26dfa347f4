/**
 * Japanese names by rule: kana to Modified Hepburn (long vowels with a macron, n before b, m and p, ’ after n before a
 * vowel or y; ALA-LC Romanization Tables, Japanese, Library of Congress; the table of morae is table 2 of Cabinet
 * Notification No. 1 of 1954) and to Polivanov's Cyrillic in the practical form of Russian maps (1930; long vowels are
 * not marked).
 *
 * Kana do not tell おう inside a word from お and う of two words, so a long vowel never runs over from the proper name
 * into the generic word;
 * inside the proper name every おう, おお and うう is read long. What a source spells otherwise is written in the data, and
 * listed as an exception.
 * Runs at build only: the browser gets the finished names.
 */
import type { PlaceKind } from '../../src/model/types.ts';

/** A Japanese name with its reading; `kana` in hiragana or katakana. */
export interface JapaneseReading {
  readonly native: string;
  readonly kana: string;
  readonly kind: PlaceKind;
}

/** One row a line: kana, Hepburn, Polivanov. */
const rows = `
あいうえお|a i u e o|а и у э о
かきくけこ|ka ki ku ke ko|ка ки ку кэ ко
がぎぐげご|ga gi gu ge go|га ги гу гэ го
さしすせそ|sa shi su se so|са си су сэ со
ざじずぜぞ|za ji zu ze zo|дза дзи дзу дзэ дзо
たちつてと|ta chi tsu te to|та ти цу тэ то
だぢづでど|da ji zu de do|да дзи дзу дэ до
なにぬねの|na ni nu ne no|на ни ну нэ но
はひふへほ|ha hi fu he ho|ха хи фу хэ хо
ばびぶべぼ|ba bi bu be bo|ба би бу бэ бо
ぱぴぷぺぽ|pa pi pu pe po|па пи пу пэ по
まみむめも|ma mi mu me mo|ма ми му мэ мо
やゆよ|ya yu yo|я ю ё
らりるれろ|ra ri ru re ro|ра ри ру рэ ро
わをゔ|wa o vu|ва о ву`;

interface Mora {
  readonly hepburn: string;
  readonly polivanov: string;
}

const morae: ReadonlyMap<string, Mora> = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [kana = '', hepburn = '', polivanov = ''] = row.split('|');
      const [latin, cyrillic] = [hepburn.split(' '), polivanov.split(' ')];
      return [...kana].map((sign, index): [string, Mora] => [
        sign,
        { hepburn: latin[index] ?? '', polivanov: cyrillic[index] ?? '' },
      ]);
    }),
);

const smallYs: Readonly<Record<string, Mora>> = {
  ゃ: { hepburn: 'a', polivanov: 'я' },
  ゅ: { hepburn: 'u', polivanov: 'ю' },
  ょ: { hepburn: 'o', polivanov: 'ё' },
};
const smallVowels = 'ぁぃぅぇぉ';

/** A generic word at the end of a name: as written, as read, and what joins it to the proper name in Latin. */
interface GenericWord {
  readonly written: readonly string[];
  readonly readings: readonly string[];
  readonly joint: '-' | ' ' | '';
}

const islandWords: readonly GenericWord[] = [
  { written: ['群島'], readings: ['ぐんとう'], joint: '-' },
  { written: ['諸島'], readings: ['しょとう'], joint: '-' },
  { written: ['列島'], readings: ['れっとう'], joint: '-' },
  { written: ['島', '嶋'], readings: ['とう', 'じま', 'しま'], joint: '-' },
  { written: ['岩'], readings: ['いわ'], joint: '-' },
];

/**
 * The generic words by kind. One character is joined by a hyphen (Hitokappu-wan, Shikotan-tō, Shakotan-yama, and the
 * two-character words for groups of islands: Habomai-guntō), two characters stand apart with a capital (Goyōmai Suidō,
 * Nemuro Hantō); -dake and -san are one word with the name of a peak (Chachadake, Raususan), as the Global Volcanism
 * Program and the Japan Meteorological Agency write them. Cyrillic takes a hyphen throughout.
 */
const genericWords: Readonly<Record<PlaceKind, readonly GenericWord[]>> = {
  region: [{ written: ['半島'], readings: ['はんとう'], joint: ' ' }],
  group: islandWords,
  island: islandWords,
  islet: islandWords,
  islet_group: islandWords,
  rock: islandWords,
  settlement: [{ written: ['温泉'], readings: ['おんせん'], joint: ' ' }],
  peak: [
    { written: ['山'], readings: ['さん', 'ざん'], joint: '' },
    { written: ['岳'], readings: ['だけ', 'たけ'], joint: '' },
    { written: ['山'], readings: ['やま'], joint: '-' },
  ],
  cape: [
    { written: ['岬'], readings: ['みさき'], joint: '-' },
    { written: ['崎', '﨑', '埼'], readings: ['さき', 'ざき'], joint: '-' },
    { written: ['鼻'], readings: ['はな', 'ばな'], joint: '-' },
  ],
  bay: [{ written: ['湾'], readings: ['わん'], joint: '-' }],
  strait: [
    { written: ['海峡'], readings: ['かいきょう'], joint: ' ' },
    { written: ['水道'], readings: ['すいどう'], joint: ' ' },
  ],
  airport: [{ written: ['空港'], readings: ['くうこう'], joint: ' ' }],
  lake: [
    { written: ['湖'], readings: ['こ'], joint: '-' },
    { written: ['沼'], readings: ['ぬま'], joint: '-' },
  ],
  sea: [{ written: ['海'], readings: ['かい'], joint: '-' }],
};

/** The name in Modified Hepburn. Throws where the reading holds a sign that is no kana. */
export function transcribeToHepburn(name: JapaneseReading): string {
  const { proper, generic, joint } = parted(name);
  const word = hepburn(generic);
  return capitalised(hepburn(proper)) + joint + (joint === ' ' ? capitalised(word) : word);
}

/** The name in Polivanov's transcription. Throws where the reading holds a sign that is no kana. */
export function transcribeToPolivanov(name: JapaneseReading): string {
  const { proper, generic } = parted(name);
  return capitalised(polivanov(proper)) + (generic === '' ? '' : `-${polivanov(generic)}`);
}

function parted({ native, kana, kind }: JapaneseReading) {
  const hiragana = toHiragana(kana);
  for (const { written, readings, joint } of genericWords[kind]) {
    const generic = readings.find((reading) => hiragana.endsWith(reading) && hiragana !== reading);
    if (generic !== undefined && written.some((word) => native.endsWith(word)))
      return { proper: hiragana.slice(0, -generic.length), generic, joint };
  }
  return { proper: hiragana, generic: '', joint: '' } as const;
}

interface Voiced {
  readonly kind: 'mora';
  readonly mora: Mora;
  readonly long: boolean;
}
type Sound = Voiced | { readonly kind: 'ん' } | { readonly kind: 'っ' };

/** Reads kana as sounds: digraphs joined, the second half of a long vowel taken into the first. */
function soundsOf(kana: string): readonly Sound[] {
  const sounds: Sound[] = [];
  for (const sign of kana.replace(/[\s・]/gu, '')) {
    const last = sounds.at(-1);
    const before = last?.kind === 'mora' && !last.long ? last : null;
    const digraph = before === null ? null : digraphOf(before.mora, sign);
    if (sign === 'ん') sounds.push({ kind: 'ん' });
    else if (sign === 'っ') sounds.push({ kind: 'っ' });
    else if (before !== null && digraph !== null) sounds.splice(-1, 1, { kind: 'mora', mora: digraph, long: false });
    else if (before !== null && lengthens(before.mora.hepburn, sign)) sounds.splice(-1, 1, { ...before, long: true });
    else sounds.push({ kind: 'mora', mora: moraOf(sign, kana), long: false });
  }
  return sounds;
}

function moraOf(sign: string, kana: string): Mora {
  const mora = morae.get(sign);
  if (mora === undefined) throw new Error(`“${sign}” in the reading “${kana}” is no kana that can stand there`);
  return mora;
}

/** き and ゃ are kya; ふ and ぁ are fa. */
function digraphOf(mora: Mora, sign: string): Mora | null {
  const small = smallYs[sign];
  if (small !== undefined && mora.hepburn.endsWith('i')) {
    const stem = mora.hepburn.slice(0, -1);
    return {
      hepburn: /^(?:sh|ch|j)$/u.test(stem) ? stem + small.hepburn : `${stem}y${small.hepburn}`,
      polivanov: mora.polivanov.slice(0, -1) + small.polivanov,
    };
  }
  const vowel = smallVowels.indexOf(sign);
  if (vowel === -1 || mora.hepburn.length < 2) return null;
  return {
    hepburn: mora.hepburn.slice(0, -1) + 'aiueo'.charAt(vowel),
    polivanov: mora.polivanov.slice(0, -1) + 'аиуэо'.charAt(vowel),
  };
}

function lengthens(mora: string, sign: string): boolean {
  const lengthening: Readonly<Record<string, string>> = { a: 'あー', i: 'ー', u: 'うー', e: 'えー', o: 'おうー' };
  return (lengthening[mora.slice(-1)] ?? '').includes(sign);
}

function hepburn(kana: string): string {
  const sounds = soundsOf(kana);
  return sounds
    .map((sound, index) => {
      const next = spelling(sounds[index + 1], 'hepburn');
      if (sound.kind === 'ん') return /^[aiueoy]/u.test(next) ? 'n’' : 'n';
      if (sound.kind === 'っ') return next.startsWith('ch') ? 't' : next.charAt(0);
      return sound.long ? `${sound.mora.hepburn}\u0304`.normalize('NFC') : sound.mora.hepburn;
    })
    .join('');
}

function polivanov(kana: string): string {
  const sounds = soundsOf(kana);
  return sounds
    .map((sound, index) => {
      const next = spelling(sounds[index + 1], 'polivanov');
      if (sound.kind === 'ん') return /^[аиуэояюё]/u.test(next) ? 'нъ' : /^[бпм]/u.test(next) ? 'м' : 'н';
      if (sound.kind === 'っ') return next.charAt(0);
      // й after а, у, э and ё (Хоккайдо, Суйсё, Мэйдзи, Яёй); after о Russian maps keep и (Оита, Аримои).
      const before = spelling(sounds[index - 1], 'polivanov');
      return sound.mora.polivanov === 'и' && /[аяуюэё]$/u.test(before) ? 'й' : sound.mora.polivanov;
    })
    .join('');
}

function spelling(sound: Sound | undefined, system: keyof Mora): string {
  return sound?.kind === 'mora' ? sound.mora[system] : '';
}

function toHiragana(kana: string): string {
  return kana.replace(/[\u30a1-\u30f4]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
