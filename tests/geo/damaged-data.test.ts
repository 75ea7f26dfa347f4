/**
 * The data as other programs write it back, and as a slip of the hand leaves it: the first is read, the second refused
 * in a sentence a fault.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { DataFaults } from '../../scripts/geo/data-faults.ts';
import { type Geo, readGeo } from '../../scripts/geo/read-geo.ts';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { type Edit, edit, folder, replace } from './damaged-copy.ts';

const sound = readGeo('both');
const tables = ['places.csv', 'names.csv', 'publishers.csv'];
const jsonFiles = ['article', 'sources', 'facts', 'timeline', 'corrections'].map((name) => `${name}.json`);
const geoJsonFiles = ['islands', 'hokkaido', 'lettering', 'lines'].map((name) => `${name}.geojson`);
const books = ['etorofu', 'kunashiri', 'shikotan', 'habomai', 'hokkaido'].map((name) => `drawing/${name}.txt`);

/** The sentences with which the copy is refused, `geo/` standing for its folder; none where it is read. */
function faults(shapes: Parameters<typeof readGeo>[0] = 'filed'): readonly string[] {
  try {
    readGeo(shapes);
    return [];
  } catch (error) {
    if (!(error instanceof DataFaults)) throw error;
    expect(error.stack).toBe(error.message);
    return error.message.replaceAll(`${folder}/`, 'geo/').split('\n');
  }
}

const withoutFiles = ({ dataset, timeline, raw, rawTimeline, islands, hokkaido, drawing, texts }: Geo) => ({
  dataset,
  timeline,
  raw,
  rawTimeline,
  islands,
  hokkaido,
  drawing,
  table: texts.get('places.csv'),
});

const rows: readonly string[][] = parse(readFileSync(projectPath('geo/places.csv'), 'utf8'));
const table = (delimiter: string, lineEnd: string, more: readonly string[][] = []) =>
  [...rows, ...more]
    .map((cells) => cells.map((cell) => (/[,;"\t]/.test(cell) ? `"${cell}"` : cell)).join(delimiter) + lineEnd)
    .join('');
const empty = Array.from({ length: 5 }, () => rows[0]?.map(() => '') ?? []);

/**
 * As QGIS saves a layer: a name and a reference system on top, every field of the layer in every feature, heights, long
 * decimals.
 */
const asQgis: Edit = (text) => {
  const { features } = JSON.parse(text) as { features: { properties: object; geometry: { coordinates: unknown } }[] };
  const fields = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
  const lifted = (coordinates: unknown): unknown =>
    Array.isArray(coordinates)
      ? typeof coordinates[0] === 'number'
        ? [...coordinates, 0]
        : coordinates.map(lifted)
      : coordinates;
  return JSON.stringify({
    type: 'FeatureCollection',
    name: 'layer',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    features: features.map(({ properties, geometry }, id) => ({
      type: 'Feature',
      id,
      properties: { ...Object.fromEntries([...fields].map((field) => [field, null])), ...properties },
      geometry: { ...geometry, coordinates: lifted(geometry.coordinates) },
    })),
  });
};

const clockwise: Edit = (text) => {
  const collection = JSON.parse(text) as { features: { geometry: { type: string; coordinates: unknown[] } }[] };
  for (const { geometry } of collection.features)
    for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : (geometry.coordinates as unknown[][]))
      for (const ring of rings) (ring as unknown[]).reverse();
  return JSON.stringify(collection);
};

describe('the data as other programs write it', { timeout: 60_000 }, () => {
  const disguises: readonly (readonly [how: string, disguise: () => void])[] = [
    [
      'with a byte order mark',
      () =>
        [...jsonFiles, ...geoJsonFiles, ...books, ...tables].forEach((name) => {
          edit(name, (text) => `\uFEFF${text}`);
        }),
    ],
    [
      'with the line ends of Windows',
      () =>
        [...jsonFiles, ...books, ...tables].forEach((name) => {
          edit(name, (text) => text.replaceAll('\n', '\r\n'));
        }),
    ],
    [
      'with decomposed letters (NFD)',
      () =>
        ['timeline.json', 'facts.json', 'lines.geojson', 'names.csv'].forEach((name) => {
          edit(name, (text) => text.normalize('NFD'));
        }),
    ],
    ['as a spreadsheet with semicolons', () => edit('places.csv', () => table(';', '\n'))],
    ['as a spreadsheet with tabs', () => edit('places.csv', () => table('\t', '\n'))],
    [
      'as Excel saves it, with empty rows at the end',
      () => edit('places.csv', () => `\uFEFF${table(';', '\r\n', empty)}`),
    ],
    ['with rows of commas between', () => edit('places.csv', (text) => text.replace('\n', `\n${','.repeat(19)}\n\n`))],
    [
      'as QGIS saves it',
      () =>
        geoJsonFiles.forEach((name) => {
          edit(name, asQgis);
        }),
    ],
    [
      'with clockwise shores',
      () =>
        ['islands.geojson', 'hokkaido.geojson'].forEach((name) => {
          edit(name, clockwise);
        }),
    ],
    [
      'laid out anew',
      () =>
        [...jsonFiles, ...geoJsonFiles].forEach((name) => {
          edit(name, (text) => JSON.stringify(JSON.parse(text), null, 4));
        }),
    ],
  ];

  it.each(disguises)('%s is the same data', (_how, disguise) => {
    disguise();
    expect(withoutFiles(readGeo('both'))).toEqual(withoutFiles(sound));
  });

  it('with null for an end that a line has is other data', () => {
    // Or the comparison above would see nothing.
    edit('lines.geojson', replace('"end_date":"1875-05-07"', '"end_date":null'));
    expect(readGeo().timeline).not.toEqual(sound.timeline);
  });
});

const placeColumns = 'id, kind, group, lng, lat, note, sources, elevation_m, coordinate_basis, confidence';
const nameColumns = 'place, form, lang, party, kind, of, from, to, sources';
const islandProperties =
  'id, kind, group, name:ja, name:ja-Hira, name:ja-Latn, name:ja-Cyrl, name:ru, name:ru-Latn, name:ru-Kana, name:en, transcribed, dated, name:ain, old_name, note, sources, label';
const kinds =
  'region, group, island, islet, islet_group, rock, settlement, peak, cape, bay, strait, lake, airport, sea';

type Collection = { features: { properties: Record<string, unknown>; geometry: { coordinates: number[][][][] } }[] };
const inIslands = (change: (collection: Collection) => void) => () =>
  edit('islands.geojson', (text) => {
    const collection = JSON.parse(text) as Collection;
    change(collection);
    return `{"type":"FeatureCollection","features":[\n${collection.features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
  });

/** What is damaged, how, and the whole of what is said of it. */
const slips: readonly (readonly [what: string, damage: () => void, sentences: readonly string[]])[] = [
  [
    'a misspelt column',
    () => edit('places.csv', replace('elevation_m', 'elevation')),
    [
      `geo/places.csv, line 1, column “elevation”: is not known here; did you mean “elevation_m”? (allowed: ${placeColumns})`,
    ],
  ],
  [
    'a misspelt column of the names',
    () => edit('names.csv', replace('place,form', 'place,forms')),
    [`geo/names.csv, line 1, column “forms”: is not known here; did you mean “form”? (allowed: ${nameColumns})`],
  ],
  [
    'several slips in the names',
    () => {
      edit('names.csv', replace('etorofu,択捉島,ja,ja,official,,', 'etorofu,択捉島,ja,ja,offical,,'));
      edit('names.csv', replace('kunashiri,クナシリ,ja,ja,in use,,1644,', 'kunashiri,クナシリ,ja,ja,in use,,16th,'));
      edit('names.csv', replace('shikotan,シコタン,ja,', 'sikotan,シコタン,ja,'));
    },
    [
      expect.stringMatching(
        /^geo\/names\.csv, line \d+, feature “#1”, field “kind”: is “offical”; must be one of official, in use, transcription$/,
      ),
      expect.stringMatching(/^geo\/names\.csv, line \d+, .*field “from”: must be a date such as/),
      expect.stringMatching(/^geo\/names\.csv, line \d+, .*field “place”: “sikotan” is no known place$/),
    ],
  ],
  [
    'a name outside the spreadsheet of names',
    inIslands(({ features }) => Object.assign(features[1]?.properties ?? {}, { 'name:en': 'Kunashir' })),
    [
      'geo/islands.geojson, line 3, feature “kunashiri”, field “properties.name:en”: does not belong here; names stand in geo/names.csv',
    ],
  ],
  [
    'several slips in one file',
    () => {
      edit('places.csv', replace('gnechko,rock', 'gnechko,rok'));
      edit('places.csv', replace('43.3967', '143.3967'));
      edit('places.csv', replace('toponymy-397 ', 'toponymy-3977 '));
      edit('names.csv', replace('остров Сигнальный', 'остров Сигнальныйß'));
    },
    [
      expect.stringMatching(/^geo\/names\.csv, line \d+, name “ru”: “ß” in “сигнальныйß” is no Russian letter$/),
      expect.stringMatching(
        /^geo\/names\.csv, line \d+, column “of”, place “kaigara”: “остров Сигнальный” is no name of this place$/,
      ),
      `geo/places.csv, line 2, column “kind”, place “gnechko”: is “rok”; must be one of ${kinds}`,
      'geo/places.csv, line 5, column “lat”, place “kaigara”: is 143.3967; must be at most 90',
      'geo/places.csv, line 6, column “sources”, place “kabu”: “toponymy-3977” is not in sources.json',
    ],
  ],
  [
    'a spreadsheet in another encoding',
    () =>
      writeFileSync(join(folder, 'names.csv'), Buffer.from(readFileSync(join(folder, 'names.csv'), 'utf8'), 'latin1')),
    ['geo/names.csv, line 4: is not UTF-8; must be saved as such (in Excel as “CSV UTF-8”)'],
  ],
  [
    'unknown and misspelt properties',
    inIslands(({ features }) =>
      Object.assign(features[1]?.properties ?? {}, { colour: 'red', 'name:en-Latn': 'Kunashir' }),
    ),
    [
      `geo/islands.geojson, line 3, feature “kunashiri”, field “properties.colour”: is not known here (allowed: ${islandProperties})`,
      `geo/islands.geojson, line 3, feature “kunashiri”, field “properties.name:en-Latn”: is not known here (allowed: ${islandProperties})`,
    ],
  ],
  [
    'an unclosed ring',
    inIslands(({ features }) => features[1]?.geometry.coordinates[0]?.[0]?.pop()),
    [
      expect.stringMatching(
        /^geo\/islands\.geojson, line 3, feature “kunashiri”, field “geometry\.coordinates\.0\.0”: begins at [\d., ]+ and ends at [\d., ]+; a ring must end where it begins$/,
      ),
    ],
  ],
  [
    'a vertex that lies across the strait',
    inIslands(({ features }) => features[1]?.geometry.coordinates[0]?.[0]?.splice(40, 1, [148, 44.9])),
    [
      expect.stringMatching(
        /^geo\/drawing\/etorofu\.txt, lines? \d+( to \d+)?, sheet “etorofu_\d\d”: the coast of “etorofu” from \S+ to \S+ crosses or touches the coast of “kunashiri” from \[[^\]]+\] to \[148, 44\.9\] \(geo\/islands\.geojson, line 3, feature “kunashiri”\); coasts must not meet$/,
      ),
    ],
  ],
  [
    'a lake outside its island',
    inIslands(({ features }) =>
      features[2]?.geometry.coordinates[0]?.push([
        [147, 43],
        [147, 43.01],
        [147.01, 43.01],
        [147, 43],
      ]),
    ),
    [
      expect.stringMatching(
        /^geo\/islands\.geojson, line 4, feature “shikotan”: a lake of “shikotan” lies outside its coast \(geo\/drawing\/shikotan\.txt, line \d+, sheet “shikotan_\d\d”\); must lie inside$/,
      ),
    ],
  ],
  [
    'more decimals than the drawing has',
    inIslands(({ features }) => features[1]?.geometry.coordinates[0]?.[0]?.splice(5, 0, [145.123456, 43.9])),
    expect.arrayContaining([
      'geo/islands.geojson, line 3, feature “kunashiri”: [145.123456, 43.9] has more than four decimals; must have four at most (about 10 m)',
    ]),
  ],
  [
    'a comma too many',
    () => edit('facts.json', replace('},', '},,')),
    [expect.stringMatching(/^geo\/facts\.json, line \d+: is no JSON: Expected double-quoted property name$/)],
  ],
  [
    'a file that is gone',
    () => rmSync(join(folder, 'sources.json')),
    ['geo/sources.json: cannot be read; is it there?'],
  ],
  [
    'a misspelt key of a fact',
    () => edit('facts.json', replace('"metres"', '"meters"')),
    [
      expect.stringMatching(
        /^geo\/facts\.json, line \d+, feature “#\d+”, field “meters”: is not known here; did you mean “metres”\? \(allowed: kind, place, sources, party, approximate, basis, metres\)$/,
      ),
    ],
  ],
  [
    'a misspelt key of a source',
    () => edit('sources.json', replace('"publisher"', '"publischer"')),
    [
      expect.stringMatching(
        /^geo\/sources\.json, line \d+, feature “\S+”, field “publischer”: is not known here; did you mean “publisher”\? \(allowed: id, publisher, detail, url\)$/,
      ),
    ],
  ],
  [
    'a publisher without a row, and a row that nobody needs',
    () => edit('publishers.csv', replace('\nKotobank,', '\nKotobanck,')),
    [
      expect.stringMatching(
        /^geo\/publishers\.csv, line \d+, column “publisher”: no source is published by “Kotobanck”$/,
      ),
      ...sound.dataset.sources
        .filter(({ publisher }) => publisher === 'Kotobank')
        .map(({ id }) =>
          expect.stringMatching(
            new RegExp(
              `^geo/sources\\.json, line \\d+, feature “${id}”, field “publisher”: “Kotobank” has no row in geo/publishers\\.csv; did you mean “Kotobanck”\\?$`,
            ),
          ),
        ),
    ],
  ],
  [
    'a side and a kind that there are not, and a publisher twice',
    () =>
      edit('publishers.csv', (text) => text.replace('\nKotobank,ja,reference', '\nKotobank,jp,wiki\nTASS,ru,agency')),
    [
      expect.stringMatching(
        /^geo\/publishers\.csv, line \d+, column “kind”: is “wiki”; must be one of ministry, survey, .*, party$/,
      ),
      expect.stringMatching(/^geo\/publishers\.csv, line \d+, column “side”: is “jp”; must be one of ja, ru, third$/),
      expect.stringMatching(/^geo\/publishers\.csv, line \d+, column “publisher”: “TASS” stands in line \d+ already$/),
    ],
  ],
  [
    'a misspelt key of an event',
    () => edit('timeline.json', replace('"sentence"', '"sentance"')),
    [
      expect.stringMatching(
        /^geo\/timeline\.json, line \d+, feature “shimoda-1855”, field “sentance”: is not known here; did you mean “sentence”\? \(allowed: id, step, .*\)$/,
      ),
    ],
  ],
  [
    'a misspelt key of a passage',
    () => edit('article.json', replace('"mentions"', '"mention"')),
    [
      expect.stringMatching(
        /^geo\/article\.json, line \d+, feature “\S+”, field “mention”: is not known here; did you mean “mentions”\? \(allowed: id, paragraph, .*\)$/,
      ),
    ],
  ],
  [
    'a misspelt property of a line',
    () => edit('lines.geojson', replace('"start_date"', '"startdate"')),
    [
      expect.stringMatching(
        /^geo\/lines\.geojson, line 4, feature “\S+”, field “properties\.startdate”: is not known here; did you mean “start_date”\? \(allowed: id, start_date, .*\)$/,
      ),
    ],
  ],
  [
    'a property that lettering does not have',
    () => edit('lettering.geojson', replace('{"id": "nemuro-strait"}', '{"id": "nemuro-strait", "size": 12}')),
    [
      'geo/lettering.geojson, line 4, feature “nemuro-strait”, field “properties.size”: is not known here (allowed: id)',
    ],
  ],
  [
    'a crossing in the fieldbook',
    () => edit('drawing/shikotan.txt', replace('93,744', '193,560')),
    [
      'geo/drawing/shikotan.txt, line 6, sheet “shikotan_02”: the coast of “shikotan” from 131,694.5 to 135,699 crosses or touches itself from 98.5,774 to 193,560 (line 6, sheet “shikotan_02”); coasts must not meet',
    ],
  ],
  [
    'an islet drawn on an island',
    () =>
      edit(
        'drawing/shikotan.txt',
        replace(
          'island aivazovsky',
          'island aivazovsky\nsheet shikotan_04\n300,700 340,700 340,740 300,740\nisland aivazovsky',
        ),
      ),
    [
      expect.stringMatching(
        /^geo\/drawing\/shikotan\.txt, line \d+, sheet “shikotan_04”: the land of “aivazovsky” lies on that of “shikotan” \(line \d+, sheet “shikotan_\d\d”\); must lie beside it, or in a lake of it$/,
      ),
    ],
  ],
  [
    'an unreadable pair and an unknown sheet',
    () => {
      edit('drawing/shikotan.txt', replace('93,744', '93;744'));
      edit('drawing/habomai.txt', replace('sheet habomai_', 'sheet habomay_'));
    },
    [
      expect.stringMatching(
        /^geo\/drawing\/habomai\.txt, line \d+: 0 sheets are called “habomay_\d\d…”; must be one of sheets\.json$/,
      ),
      'geo/drawing/shikotan.txt, line 6: “93;744” is no pair of pixels; must be x,y',
    ],
  ],
];

describe('data with a slip in it', { timeout: 60_000 }, () => {
  it.each(slips)('%s is refused, and said once', (_what, damage, sentences) => {
    damage();
    expect(faults()).toEqual(sentences);
  });

  it('that draws what is no feature is refused where it is drawn', () => {
    edit('drawing/shikotan.txt', replace('island aivazovsky', 'island aivazovski'));
    expect(faults('drawn')).toEqual([
      expect.stringMatching(
        /^geo\/drawing\/shikotan\.txt, line \d+, island “aivazovski”: is not known here; did you mean “aivazovsky”\?/,
      ),
    ]);
  });

  it('that has other shapes than the fieldbook draws is found', () => {
    edit('drawing/shikotan.txt', replace('93,744', '95,745'));
    expect(faults('both')).toEqual([
      'geo/islands.geojson, line 4, feature “shikotan”: is not what the fieldbook draws; run “npm run draw”',
    ]);
  });
});
