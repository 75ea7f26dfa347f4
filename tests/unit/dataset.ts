/** A small world for tests of the pure core. */
import { parseDataset, type RawDataset } from '../../src/model/data/parse-dataset.ts';
import type { Dataset, Place } from '../../src/model/types.ts';

const square = (lng: number, lat: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lng, lat],
      [lng + 1, lat],
      [lng + 1, lat + 1],
      [lng, lat],
    ],
  ],
});

const words = (en: string, ja: string, ru: string) => ({ en, ja, ru });

const island = (
  id: string,
  lng: number,
  lat: number,
  names: Readonly<Record<string, string>>,
  kind = 'island',
  group = id,
) => ({
  type: 'Feature',
  properties: { id, kind, group, label: [lng, lat], sources: ['atlas'], ...names },
  geometry: square(lng, lat),
});

/** Fresh on every call, so that a test may damage its own copy. */
export function rawDataset() {
  return {
    islands: {
      type: 'FeatureCollection',
      features: [
        island('etorofu', 147, 45, {
          'name:ja': '択捉島',
          'name:ja-Hira': 'えとろふとう',
          'name:ja-Latn': 'Etorofu-tō',
          'name:ja-Cyrl': 'Эторофу-то',
          'name:ru': 'Итуруп',
          'name:ru-Latn': 'Iturup',
          'name:ru-Kana': 'イトゥルップ島',
        }),
        island('kunashiri', 145, 44, {
          'name:ja': '国後島',
          'name:ja-Hira': 'くなしりとう',
          'name:ja-Latn': 'Kunashiri-tō',
          'name:ja-Cyrl': 'Кунасири-то',
          'name:ru': 'Кунашир',
          'name:ru-Latn': 'Kunashir',
          'name:ru-Kana': 'クナシル島',
        }),
        island('shikotan', 146, 43, {
          'name:ja': '色丹島',
          'name:ja-Latn': 'Shikotan-tō',
          'name:ja-Cyrl': 'Сикотан-то',
          'name:ru': 'Шикотан',
          'name:ru-Latn': 'Shikotan',
          'name:ru-Kana': 'シコタン島',
        }),
        island(
          'grieg',
          146.5,
          43,
          { 'name:ru': 'остров Грига', 'name:ru-Latn': 'ostrov Griga', 'name:ru-Kana': 'グリーグ島' },
          'islet',
          'shikotan',
        ),
      ],
    },
    places: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {
            id: 'habomai',
            kind: 'group',
            group: 'habomai',
            'name:ja': '歯舞群島',
            'name:ja-Latn': 'Habomai-guntō',
            'name:ru': 'Хабомаи',
            'name:ru-Latn': 'Khabomai',
            sources: ['atlas'],
            coordinate_basis: 'sheet',
          },
          geometry: { type: 'Point', coordinates: [146, 43.5] },
        },
        {
          type: 'Feature',
          properties: {
            id: 'stokap',
            kind: 'peak',
            group: 'etorofu',
            'name:ja': '西単冠山',
            'name:ja-Hira': 'にしひとかっぷやま',
            'name:ja-Latn': 'Nishi-Hitokappu-yama',
            'name:ru': 'вулкан Стокап',
            'name:ru-Latn': 'vulkan Stokap',
            sources: ['atlas'],
            coordinate_basis: 'sheet',
          },
          geometry: { type: 'Point', coordinates: [147.3, 44.8] },
        },
        {
          type: 'Feature',
          properties: {
            id: 'sea-okhotsk',
            kind: 'sea',
            'name:ja': 'オホーツク海',
            'name:ja-Latn': 'Ohōtsuku-kai',
            'name:ru': 'Охотское море',
            'name:ru-Latn': 'Okhotskoye more',
            'name:en': 'Sea of Okhotsk',
            sources: ['atlas'],
            coordinate_basis: 'unknown',
          },
          geometry: { type: 'Point', coordinates: [147, 46.5] },
        },
      ],
    },
    lettering: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 'sea-okhotsk' },
          geometry: {
            type: 'LineString',
            coordinates: [
              [146, 44],
              [147, 45],
            ],
          },
        },
      ],
    },
    article: {
      bibliography: {
        id: 'article',
        type: 'article-newspaper',
        title: 'A title',
        'container-title': 'A newspaper',
        issued: { 'date-parts': [[2024, 6, 6]] },
        language: 'en',
      },
      passages: [
        {
          id: 'paragraph-9',
          paragraph: 9,
          selector: {
            type: 'TextQuoteSelector',
            exact: 'Over Etorofu and the four islands.',
            prefix: 'a',
            suffix: 'b',
          },
          sha256: '0'.repeat(64),
          concerns: ['etorofu', 'kunashiri'],
          translation: { ja: '択捉島と四つの島について。', ru: 'Об Эторофу и четырёх островах.' },
          citations: { apa: 'A title, para. 9', chicago: '“A title,” para. 9', harvard: '‘A title’, para. 9' },
          mentions: [
            { exact: 'Etorofu', places: ['etorofu'] },
            { exact: 'the four islands', places: ['etorofu', 'kunashiri', 'shikotan', 'habomai'] },
          ],
        },
      ],
    },
    sources: [
      { id: 'atlas', publisher: 'A publisher', url: 'https://example.org/atlas' },
      { id: 'survey', publisher: 'A survey', url: 'https://example.org/survey' },
      { id: 'academy', publisher: 'An academy', detail: 'p. 3', url: 'https://example.org/academy' },
    ],
    names: [] as unknown[],
    facts: {
      facts: [
        {
          place: 'etorofu',
          kind: 'administration',
          party: 'ru',
          unit: words('a rayon', '地区', 'район'),
          sources: ['academy'],
        },
        {
          place: 'etorofu',
          kind: 'administration',
          party: 'ja',
          unit: words('a village', '村', 'деревня'),
          sources: ['survey'],
        },
        {
          place: 'etorofu',
          kind: 'area',
          square_kilometres: 3174.7,
          scope: 'with islets',
          party: 'ru',
          basis: words('with islets', '小島を含む', 'с островками'),
          sources: ['academy'],
        },
        {
          place: 'etorofu',
          kind: 'area',
          square_kilometres: 3166.6,
          scope: 'without islets',
          party: 'ja',
          basis: words('main island only', '本島のみ', 'только остров'),
          sources: ['survey', 'academy'],
        },
        {
          place: 'etorofu',
          kind: 'distance',
          kilometres: 145,
          approximate: true,
          basis: words('from a cape', '岬から', 'от мыса'),
          sources: ['survey'],
        },
        {
          place: 'etorofu',
          kind: 'derivation',
          ainu: 'エトロ・フ',
          gloss: words('nose, cord', '鼻・緒', 'нос, шнур'),
          sources: ['academy'],
        },
        { place: 'etorofu', kind: 'summit', peak: 'stokap', sources: ['survey'] },
        {
          place: 'sea-okhotsk',
          kind: 'remark',
          text: words('It freezes.', '凍る。', 'Замерзает.'),
          sources: ['atlas'],
        },
      ],
    },
  };
}

export function parsedDataset(raw: RawDataset = rawDataset()): Dataset {
  const result = parseDataset(raw);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.dataset;
}

export function placeCalled(id: string): Place {
  const place = parsedDataset().places.find((candidate) => candidate.id === id);
  if (place === undefined) throw new Error(`no place is called ${id}`);
  return place;
}
