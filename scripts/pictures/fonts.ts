/** Subsets of the faces to the characters that the map can show. All are under the SIL Open Font License. */
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { fontFamilies } from '../../src/lettering/fonts/fonts.ts';
import type { Advances } from '../../src/lettering/fonts/text-width.ts';
import { letteringOf } from '../../src/lettering/labels/kinds.ts';
import { isShownAt } from '../../src/lettering/labels/measure-labels.ts';
import { homeBounds } from '../../src/model/camera.ts';
import { labelOf, primaryText, secondaryText } from '../../src/model/names/names.ts';
import type { Correction } from '../../src/model/story/corrections.ts';
import { type Line, openLines } from '../../src/model/story/lines.ts';
import type { Timeline } from '../../src/model/story/timeline.ts';
import { conventions, type Dataset, type Language, languages, type Place } from '../../src/model/types.ts';
import { embedTables } from '../../src/text/embed/embed-strings.ts';
import { languageNames } from '../../src/text/language-names.ts';
import { placesByGroup } from '../../src/text/places/places-by-group.ts';
import { readingTables } from '../../src/text/reading-strings.ts';
import { addressText } from '../../src/text/sources/source-list.ts';
import { sourcesPageTables } from '../../src/text/sources/sources-page-strings.ts';
import { tables } from '../../src/text/strings.ts';
import { timelineTables } from '../../src/text/timeline/timeline-strings.ts';
import { toolTables } from '../../src/text/tools/tool-strings.ts';
import { projectPath } from '../machine/node-files.ts';

const faces = {
  regular: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  italic: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  mincho: '@expo-google-fonts/shippori-mincho/500Medium/ShipporiMincho_500Medium.ttf',
} as const;

type FaceName = keyof typeof faces;

/** One font file of the site: a cut of a face for one purpose, so that a reader downloads what is being read. */
export interface FontCut {
  /**
   * `first` is what the labels of the first view need on an English or Russian page, `list` what a browser lays out of
   * the list beside it, `japanese` what both need besides in Japanese, `names` those of all other places, `text` the
   * interface, the readings and the article, `running` the timeline, the facts, the sources and the tools.
   */
  readonly key: 'regular' | 'italic' | `mincho-${'first' | 'list' | 'japanese' | 'names' | 'text' | 'running'}`;
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /**
   * As in the `unicode-range` of CSS. A later cut of a family goes before an earlier one where both hold a character.
   */
  readonly range: readonly string[];
  readonly woff2: Buffer;
}

const western = ['U+0-2E7F'];
const easternRanges = ['U+2E80-9FFF', 'U+F900-FAFF', 'U+FF00-FFEF'];
const isEastern = (character: string) => (character.codePointAt(0) ?? 0) >= 0x2e80;

/** The zoom that the widest window gives the first view, nearly: what is lettered from there on is not in it. */
const firstViewZoom = 7.7;
/** Degrees that a wide window shows east and west of the first view. */
const beyondFirstView = (homeBounds.east - homeBounds.west) / 2;
/**
 * Groups at the top of the list that Chromium lays out in a window as high as it is usual: it looks one and a half
 * windows ahead.
 */
const groupsAhead = 2;

/** Every character that the site can show, by what it is needed for. */
export interface Characters {
  readonly all: string;
  /** What is in none of them: no picture holds it. */
  readonly running: string;
  readonly firstView: string;
  /** The top of the list. */
  readonly list: string;
  /** The same in Japanese. */
  readonly japaneseView: string;
  readonly names: string;
}

/** Every text inside a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Of all that the site says, in every language: a word of which one sign is missing would be set in two faces. */
export function charactersOf(
  dataset: Dataset,
  lines: readonly Line[] = [],
  timeline: Timeline | null = null,
  corrections: readonly Correction[] = [],
): Characters {
  const alphabets =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя';
  const marks = ' .,:;!?-–—‘’“”«»()/†°′″·▲年月日āēīōūĀĒĪŌŪ';
  const labelText = (place: Place, inLanguages: readonly Language[] = languages) =>
    conventions.flatMap((convention) =>
      inLanguages.flatMap((language) => {
        const label = labelOf(place, convention, language);
        return [primaryText(label), secondaryText(label)];
      }),
    );
  const inFirstView = ({ position: [lng, lat] }: Place) =>
    lng > homeBounds.west - beyondFirstView &&
    lng < homeBounds.east + beyondFirstView &&
    lat > homeBounds.south &&
    lat < homeBounds.north + 1;
  const first = dataset.places.filter(
    (place) => inFirstView(place) && isShownAt({ place, lettering: letteringOf(place) }, firstViewZoom),
  );
  const labels = dataset.places.flatMap((place) => labelText(place));
  const names = dataset.places.flatMap(({ names: { ja, ru }, ainuName, oldNames, datedNames }) => [
    ...datedNames.flatMap(({ name }) => Object.values(name)),
    ja?.kana,
    ja?.latin,
    ja?.cyrillic,
    ru?.latin,
    ru?.kana,
    ainuName,
    ...oldNames,
  ]);
  const { article, facts, sources } = dataset;
  // The interface in Japanese stands in the same face as the names, and under a picture of the past the title of its
  // step.
  const words = textsIn([tables.ja, readingTables.ja, timeline?.steps.map(({ title }) => title.ja)]);
  const addresses = sources.map(({ url }) => addressText(url));
  const running = textsIn([
    ...[article, facts, sources, addresses, timeline, corrections],
    ...[timelineTables, toolTables, embedTables, sourcesPageTables],
  ]);
  const lineNames = lines.flatMap(({ name }) => Object.values(name));
  const open = openLines(lines, 'both').flatMap(({ name }) => Object.values(name));
  const distinct = (...texts: readonly (string | null | undefined)[]) => [...new Set(texts.join(''))].sort().join('');
  const translations = article.passages.map(({ translation }) => translation.ja);
  // Such as the é of a French title: western letters are few.
  const letters = [...distinct(...running)].filter((letter) => /\p{L}/u.test(letter) && !isEastern(letter));
  const all = distinct(alphabets, marks, ...letters, ...words, ...translations, ...labels, ...names, ...lineNames);
  return {
    all,
    running: [...distinct(...running)].filter((character) => isEastern(character) && !all.includes(character)).join(''),
    // The links to the other languages stand on every page.
    firstView: distinct(...first.flatMap((place) => labelText(place, ['en', 'ru'])), ...Object.values(languageNames)),
    list: distinct(
      ...placesByGroup(dataset, 'en')
        .slice(0, groupsAhead)
        .flatMap(({ items }) => items.flatMap(({ place }) => labelText(place, ['en', 'ru']))),
    ),
    japaneseView: distinct(...first.flatMap((place) => labelText(place, ['ja'])), ...open),
    names: distinct(...labels, ...lineNames),
  };
}

/** The faces as WOFF2 files, cut down to the characters. */
export async function cutFonts(characters: Characters): Promise<readonly FontCut[]> {
  const { all, running, firstView, list, japaneseView, names } = characters;
  const cut = async (key: FontCut['key'], face: FaceName, characters: string, range: readonly string[]) => ({
    key,
    family:
      face !== 'mincho' ? fontFamilies.serif : key === 'mincho-running' ? fontFamilies.running : fontFamilies.mincho,
    // Kanji have no italic: declared as one, the face is taken for both, and no browser slants it.
    style: face === 'regular' ? ('normal' as const) : ('italic' as const),
    range,
    woff2: await subsetFont(readFileSync(projectPath(`node_modules/${faces[face]}`)), characters, {
      targetFormat: 'woff2',
      noLayoutClosure: true,
    }),
  });
  const eastern = (characters: string, without: string) =>
    [...characters].filter((character) => isEastern(character) && !without.includes(character)).join('');
  const first = eastern(firstView, '');
  const listed = eastern(list, first);
  const besides = eastern(japaneseView, first + listed);
  const rest = eastern(names, first + listed + besides);
  const text = eastern(all, first + listed + besides + rest);
  const exact = (own: string) => rangesOf(own, eastern(all, own));
  return Promise.all([
    cut('regular', 'regular', all, western),
    cut('italic', 'italic', all, western),
    cut('mincho-text', 'mincho', text, easternRanges),
    cut('mincho-running', 'mincho', running, easternRanges),
    cut('mincho-names', 'mincho', rest, exact(rest)),
    cut('mincho-japanese', 'mincho', besides, exact(besides)),
    cut('mincho-list', 'mincho', listed, exact(listed)),
    cut('mincho-first', 'mincho', first, exact(first)),
  ]);
}

/**
 * The faces as TrueType files that set these characters as the cuts of the site do: each by one face alone, and without
 * ligatures.
 */
export function trueTypeFaces(characters: string): Promise<readonly Buffer[]> {
  const cut = (face: FaceName, held: (character: string) => boolean) =>
    subsetFont(readFileSync(projectPath(`node_modules/${faces[face]}`)), [...characters].filter(held).join(''), {
      targetFormat: 'truetype',
      noLayoutClosure: true,
    });
  const isWestern = (character: string) => !isEastern(character);
  return Promise.all([cut('regular', isWestern), cut('italic', isWestern), cut('mincho', isEastern)]);
}

/**
 * Code points as the ranges of a `unicode-range`, of which one may run over code points that stand in no text, but over
 * none of `others`.
 */
function rangesOf(characters: string, others: string): readonly string[] {
  const pointsOf = (text: string) =>
    [...text].map((character) => character.codePointAt(0) ?? 0).sort((first, second) => first - second);
  const between = pointsOf(others);
  const runs: [from: number, to: number][] = [];
  for (const point of pointsOf(characters)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && !between.some((other) => other > last[1] && other < point)) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`));
}

/** Advances in em of those of the characters that the serif faces hold; the rest are kanji and kana, a full em each. */
export function advancesOf({ all }: Characters): Advances {
  const measure = (face: FaceName) => {
    const font = fontkit.create(readFileSync(projectPath(`node_modules/${faces[face]}`)));
    if (font.type !== 'TTF') throw new Error(`${faces[face]}: is no single TrueType font`);
    return Object.fromEntries(
      [...all].flatMap((character) => {
        const point = character.codePointAt(0) ?? 0;
        if (isEastern(character) || !font.hasGlyphForCodePoint(point)) return [];
        return [[character, Number((font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm).toFixed(3))]];
      }),
    );
  };
  return { regular: measure('regular'), italic: measure('italic') };
}
