/**
 * Every string that the project can show, and every name it gives, against the rules of neutrality that a program can
 * check.
 */
import { readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../scripts/geo/read-geo.ts';
import { projectPath, readJson, readText } from '../../scripts/machine/node-files.ts';
import { letteringOf } from '../../src/lettering/labels/kinds.ts';
import { labelOf, nameSeparator, partiesOf, primaryText } from '../../src/model/names/names.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { buildStyle } from '../../src/style/build-style.ts';
import { labelExpression } from '../../src/style/layers/labels.ts';
import { labelMarkup } from '../../src/text/places/place-list.ts';
import {
  borderHasOwner,
  faultsIn,
  leavesLandToTheLaw,
  type NamedByBoth,
  namesAreEqual,
  namesBothCollectives,
  nameUsesNeither,
  officialTitles,
  type Pair,
  putsJapanFirst,
  putsNoNameInBrackets,
  type Shown,
  stringsIn,
  takesNoSide,
  titleUsesNeither,
  writesOneForm,
} from './neutrality-rules.ts';

const filesIn = (folder: string) =>
  readdirSync(projectPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(projectPath('.').length));

const dataset = readDataset();
const geoFiles = filesIn('geo');

/** The article is quoted as it stands; decisions and the description are for those who work on the map. */
const jsonFiles = [...geoFiles, ...filesIn('src/text')].filter(
  (path) => /\.(?:geo)?json$/u.test(path) && path !== 'geo/article.json',
);
const tables = geoFiles.filter((path) => path.endsWith('.csv'));

/** The words in a script's string literals: all that hold a space or are not Latin. */
const literalsOf = (path: string): readonly Shown[] =>
  [
    ...readText(path)
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
      .matchAll(/'([^'\n]*)'|`([^`]*)`/gu),
  ]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((text) => /\s|[^\p{ASCII}]/u.test(text))
    .map((text) => ({ where: path, text }));

const shown: readonly Shown[] = [
  ...jsonFiles.flatMap((path) => stringsIn(readJson(path), path)),
  ...tables.flatMap((path) => {
    const rows: Readonly<Record<string, string>>[] = parse(readText(path), { columns: true });
    return rows.flatMap((row) => stringsIn(row, `${path}, “${row['id']}”`));
  }),
  ...[...filesIn('src/text'), ...filesIn('src/svg'), ...filesIn('src/shell'), ...filesIn('src/model')]
    .filter((path) => path.endsWith('.ts'))
    .flatMap(literalsOf),
  ...['index.html', 'embed.html'].map((path) => ({ where: path, text: readText(path).replace(/<[^>]*>/gu, ' ') })),
  ...dataset.places.flatMap((place) =>
    conventions.flatMap((convention) =>
      languages.map((language) => ({
        where: `the label of ${place.id} under ${convention} in ${language}`,
        text: primaryText(labelOf(place, convention, language)),
      })),
    ),
  ),
];

/** What is written for those who work on the map, and the article's translations, which are ours. */
const described: readonly Shown[] = [
  ...[...geoFiles, ...filesIn('docs'), 'README.md', 'ARCHITECTURE.md', 'CHANGELOG.md']
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      readText(path)
        .split('\n')
        .map((text, index) => ({ where: `${path}, line ${index + 1}`, text })),
    ),
  ...stringsIn(readJson('geo/article.json'), 'geo/article.json'),
];
/** The names that stood in sources, as they stood there, and what a correction says was wrong. */
const attested = ({ where }: Shown) => /^geo\/names\.csv|^geo\/corrections\.json\[\d+\]\.wrong/u.test(where);

/** All that each side calls a place, in every script and at any time. */
const namedByBoth: readonly NamedByBoth[] = (() => {
  const rows: Readonly<Record<string, string>>[] = parse(readText('geo/names.csv'), { columns: true });
  const of = (place: string, party: string) =>
    rows.flatMap((row) => (row['place'] === place && row['party'] === party ? [row['form'] ?? ''] : []));
  return dataset.places.map(({ id }) => ({ ja: of(id, 'ja'), ru: of(id, 'ru') }));
})();

/** The pairs of names as English and Russian read them, where the two differ. */
const pairs: readonly Pair[] = dataset.places.flatMap((place) =>
  languages.flatMap((language): Pair[] => {
    const [first, second] = labelOf(place, 'both', language).primary;
    return first === undefined || second === undefined ? [] : [{ first: first.text, second: second.text }];
  }),
);

describe('all that the project can show', () => {
  it('is found: strings in three languages, names, facts and labels', () => {
    const places = new Set(shown.map(({ where }) => where.split(/[.,]/u)[0]));
    for (const part of ['src/text/strings', 'geo/places', 'geo/facts', 'geo/islands', 'index'])
      expect(
        [...places].some((place) => place?.startsWith(part)),
        part,
      ).toBe(true);
    expect(shown.length).toBeGreaterThan(1500);
  });

  it('takes no side', () => {
    expect(faultsIn(shown, takesNoSide)).toEqual([]);
  });

  it('uses the two collective names only together', () => {
    expect(faultsIn(shown, namesBothCollectives)).toEqual([]);
  });

  it('names no border without its owner', () => {
    expect(faultsIn(shown, borderHasOwner)).toEqual([]);
  });

  it('puts no name in brackets after the other, and none out of order', () => {
    expect(faultsIn(shown, namesAreEqual(pairs))).toEqual([]);
  });

  it('puts in brackets no name that one side has, after what the other calls the place', () => {
    expect(namedByBoth.filter(({ ja, ru }) => ja.length > 0 && ru.length > 0).length).toBeGreaterThan(60);
    expect(faultsIn([...shown, ...described], putsNoNameInBrackets(namedByBoth))).toEqual([]);
  });

  it('puts Japan before Russia and the Soviet Union, but in the official titles of instruments', () => {
    expect(faultsIn([...shown, ...described], putsJapanFirst)).toEqual([]);
  });

  it('excepts no official title that it does not show', () => {
    const timeline = readText('geo/timeline.json');
    for (const title of officialTitles) expect(timeline).toContain(title);
  });

  it('writes each name in one form', () => {
    expect(faultsIn([...shown.filter((item) => !attested(item)), ...described], writesOneForm)).toEqual([]);
  });

  it('calls nothing “no land”', () => {
    expect(faultsIn([...shown, ...described], leavesLandToTheLaw)).toEqual([]);
  });

  it('has titles that use neither collective name', () => {
    const titles = shown.filter(({ where }) => /\.(?:title|heading|pictureTitle)(?:\.|$)/u.test(where));
    expect(titles.length).toBeGreaterThanOrEqual(6);
    expect(faultsIn(titles, titleUsesNeither)).toEqual([]);
  });
});

describe('ids, file names and layer names', () => {
  const style = buildStyle({
    dataset,
    land: { type: 'FeatureCollection', features: [] },
    placed: dataset.places.map((place) => ({
      place,
      lettering: letteringOf(place),
      at: place.position,
      anchor: 'center',
      offset: false,
      rows: 2 as const,
      course: place.course,
      size: 12,
      boxes: [],
      cost: 0,
    })),
    state: { theme: 'light', names: 'both', lang: 'en', place: null },
  });
  const names: readonly Shown[] = [
    ...dataset.places.map(({ id }) => ({ where: 'place id', text: id })),
    ...dataset.sources.map(({ id }) => ({ where: 'source id', text: id })),
    ...dataset.article.passages.map(({ id }) => ({ where: 'passage id', text: id })),
    ...style.layers.map(({ id }) => ({ where: 'layer', text: id })),
    ...Object.keys(style.sources).map((id) => ({ where: 'map source', text: id })),
    ...['geo', 'src', 'scripts', 'tests', 'docs'].flatMap(filesIn).map((path) => ({ where: 'file', text: path })),
  ];

  it('use neither collective name', () => {
    expect(names.length).toBeGreaterThan(200);
    expect(faultsIn(names, nameUsesNeither)).toEqual([]);
  });
});

describe('two names of one place', () => {
  const dual = dataset.places.filter((place) => partiesOf(place).length === 2);
  /** A second opinion on the order, from the Latin forms as they stand in the data. */
  const sortKey = (latin: string) =>
    latin
      .normalize('NFD')
      .replace(/[^A-Za-z\s-]/gu, '')
      .replace(/^(?:ostrova?|skal[ay]|mys|zaliv|bukhta|proliv|vulkan|gora|ozero|poluostrov)\s+/u, '')
      .replace(/\s+(?:proliv|bukhta|Kaikyo|Suido|Hanto)$/u, '')
      .replace(/-(?:to|jima|shima|gunto|misaki|saki|zaki|hana|wan|ko|yama|san|dake)$/u, '')
      .toLowerCase()
      .replace(/[^a-z]+/gu, '-');

  it('are runs of the same level, joined by a spaced slash', () => {
    expect(nameSeparator).toBe(' / ');
    for (const place of dual)
      for (const language of languages) {
        const label = labelOf(place, 'both', language);
        expect(label.primary.length, place.id).toBeLessThanOrEqual(2);
        expect(primaryText(label)).toBe(label.primary.map((run) => run.text).join(' / '));
        for (const run of [...label.primary, ...label.secondary])
          expect(run.text, place.id).not.toMatch(/[()[\]（）［］/]/u);
      }
  });

  it('stand in alphabetical order of their Latin forms, the same in every language', () => {
    for (const place of dual.filter(({ names }) => names.en === null)) {
      const orders = languages.map((language) => labelOf(place, 'both', language).primary.map((run) => run.party));
      for (const order of orders.filter(({ length }) => length === 2)) {
        const [first, second] = order.map((party) => sortKey((party && place.names[party]?.latin) ?? ''));
        expect((first ?? '') <= (second ?? ''), `${place.id}: ${first} before ${second}`).toBe(true);
      }
    }
  });

  it('are lettered by one run of the map’s expression, without a size, colour or face of its own', () => {
    const format = labelExpression.find((part: unknown) => Array.isArray(part) && part[0] === 'format');
    expect(Array.isArray(format) && format.slice(2, 5)).toEqual([{}, '\n', {}]);
    expect(labelExpression[2]).toEqual(Array.isArray(format) ? format[1] : null);
  });

  it('are equal elements of the popup and the list, which differ in language alone', () => {
    for (const place of dual) {
      const [primary] = labelMarkup(labelOf(place, 'both', 'en'));
      if (typeof primary !== 'object') throw new Error(`${place.id} has no label`);
      for (const run of primary.children.filter((child) => typeof child === 'object' && child !== null)) {
        expect(run.tag).toBe('span');
        expect(Object.keys(run.attributes)).toEqual(['lang']);
      }
    }
  });
});

describe('the rules themselves', () => {
  const cape: readonly Pair[] = [{ first: 'Etorofu', second: 'Iturup' }];
  const inBrackets = putsNoNameInBrackets([
    { ja: ['択捉島', 'Etorofu-tō', 'Эторофу-то'], ru: ['Итуруп', 'Iturup', 'イトゥルップ島'] },
  ]);

  it.each([
    ['The islands were occupied by Soviet troops.', takesNoSide],
    ['Japan demands the return of the islands.', takesNoSide],
    ['These are Russian islands.', takesNoSide],
    ['日本固有の領土である。', takesNoSide],
    ['ロシアが不法占拠している。', takesNoSide],
    ['Исконно русские земли.', takesNoSide],
    ['После освобождения островов.', takesNoSide],
    ['The Northern Territories lie north-east of Hokkaido.', namesBothCollectives],
    ['南クリル諸島は四つの島からなる。', namesBothCollectives],
    ['На Южных Курилах.', namesBothCollectives],
    ['Northern Territories / Southern Kurils', titleUsesNeither],
    ['geo/northern-territories.geojson', nameUsesNeither],
    ['southern_kurils', nameUsesNeither],
    ['The border runs here.', borderHasOwner],
    ['国境はここにある。', borderHasOwner],
    ['Граница проходит здесь. По договору 1855 года — иначе.', borderHasOwner],
    ['Etorofu (Iturup)', namesAreEqual(cape)],
    ['Iturup [Etorofu]', namesAreEqual(cape)],
    ['Iturup / Etorofu', namesAreEqual(cape)],
    ['Etorofu/Iturup', namesAreEqual(cape)],
    ['Etorofu (Iturup)', inBrackets],
    ['Iturup [called Etorofu]', inBrackets],
    ['на Итурупе (Эторофу)', inBrackets],
    ['択捉（イトゥルップ）', inBrackets],
    ['イトゥルップ島（択捉島）', inBrackets],
    ['サハリン（樺太）に線はない。', inBrackets],
    ['クリル諸島（千島列島）', inBrackets],
    ['A treaty between Russia and Japan', putsJapanFirst],
    ['The Soviet–Japanese declaration', putsJapanFirst],
    ['Договор между Россией и Японией', putsJapanFirst],
    ['Советско-японская декларация', putsJapanFirst],
    ['ラペルーズ海峡', writesOneForm],
    ['город Немуро', writesOneForm],
    ['A low-tide elevation is no land.', leavesLandToTheLaw],
    ['Сушей не является.', leavesLandToTheLaw],
  ] as const)('find the fault in “%s”', (text, rule) => {
    expect(rule(text)).not.toEqual([]);
  });

  it.each([
    ['Return to the list of places.', takesNoSide],
    ['Браузер освободил графическую память.', takesNoSide],
    ['Вернуться к списку.', takesNoSide],
    ['一覧に戻る。日本とロシアの間で係争中の島々。', takesNoSide],
    ['Japan calls them “illegally occupied”.', takesNoSide],
    ['Northern Territories Issue Association', namesBothCollectives],
    ['Called the Northern Territories in Japan and the Southern Kurils in Russia.', namesBothCollectives],
    ['Южно-Курильск', namesBothCollectives],
    ['south-kuril-strait', nameUsesNeither],
    ['The border claimed by Japan.', borderHasOwner],
    ['Etorofu / Iturup', namesAreEqual(cape)],
    ['Etorofu / Iturup (3168 km²)', inBrackets],
    ['択捉島 / イトゥルップ島（3168 km²）', inBrackets],
    ['歯舞群島（水晶、勇留、秋勇留を含む）', inBrackets],
    ['Talks of Russia with Japan; Japan and Russia agree.', putsJapanFirst],
    ['Совместное советско-японское заявление', putsJapanFirst],
    ['Переговоры России с Японией', putsJapanFirst],
    ['ラ・ペルーズ海峡', writesOneForm],
    ['It does not count as an island.', leavesLandToTheLaw],
  ] as const)('leave “%s” alone', (text, rule) => {
    expect(rule(text)).toEqual([]);
  });

  it('read no address, no coordinate and nothing that is quoted as somebody else’s', () => {
    const value = {
      url: 'https://example.org/illegal',
      note: 'ours',
      quotations: [{ text: 'illegal' }],
      coordinates: [1],
    };
    expect(stringsIn(value, 'a')).toEqual([{ where: 'a.note', text: 'ours' }]);
  });
});
