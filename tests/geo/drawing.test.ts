import { gzipSync } from 'node:zlib';
import { check } from '@placemarkio/check-geojson';
import { booleanPointInPolygon, point } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { drawnArea, officialAreas } from '../../scripts/geo/areas.ts';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { readText } from '../../scripts/machine/node-files.ts';
import { citedSources } from '../../src/model/data/parse-timeline.ts';
import { groupIds } from '../../src/model/types.ts';

// Whatever is refused is refused here too: misspelt columns, coasts that cross, shapes that the fieldbook does not
// draw.
const { dataset, timeline } = readGeo('both');
const drawn = dataset.places.filter((place) => place.geometry !== null);

function ringsOf(geometry: Polygon | MultiPolygon) {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

describe.each(['geo/islands.geojson', 'geo/hokkaido.geojson'])('%s', (path) => {
  it('is GeoJSON as RFC 7946 has it', () => {
    expect(() => check(readText(path))).not.toThrow();
  });
});

describe('the drawing', () => {
  it('has the four groups and the islets of the Habomai one by one', () => {
    const ids = drawn.map((place) => place.id);
    expect(ids).toEqual(
      expect.arrayContaining(['etorofu', 'kunashiri', 'shikotan', 'suisho', 'akiyuri', 'yuri', 'shibotsu', 'taraku']),
    );
    expect(drawn.filter((place) => place.group === 'habomai').length).toBeGreaterThanOrEqual(8);
    expect(new Set(drawn.map((place) => place.group))).toEqual(new Set(groupIds));
  });

  it('never draws Kaigara, a low-tide elevation, as land', () => {
    for (const place of drawn)
      if (place.geometry !== null) expect(booleanPointInPolygon(point([145.8594, 43.395]), place.geometry)).toBe(false);
    expect(drawn.map((place) => place.id)).not.toContain('kaigara');
  });

  it.each(drawn)(
    '$id: exterior rings are closed and anticlockwise, have four decimals and no repeated position',
    ({ geometry }) => {
      if (geometry === null) throw new Error('nothing is drawn');
      for (const ring of ringsOf(geometry)) {
        expect(ring.at(0)).toEqual(ring.at(-1));
        const doubled = ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
          const [previousX = 0, previousY = 0] = ring[index] ?? [];
          return sum + previousX * y - x * previousY;
        }, 0);
        expect(doubled).toBeGreaterThan(0);
        for (const [index, position] of ring.entries()) {
          if (index > 0) expect(position).not.toEqual(ring[index - 1]);
          for (const value of position) expect(Number(value.toFixed(4))).toBe(value);
        }
      }
    },
  );
});

/** Share of the official figure by which the drawn area may differ; small islets have coarser figures. */
const areaBar: Readonly<Record<string, number>> = {
  etorofu: 0.004,
  kunashiri: 0.004,
  shikotan: 0.005,
  habomai: 0.01,
  akiyuri: 0.025,
};

describe('the drawn areas', () => {
  it.each(officialAreas(dataset))(
    '$place $scope is as large as $squareKilometres km² say',
    ({ place: id, squareKilometres, scope }) => {
      const share = Math.abs(drawnArea(dataset.places, id, scope) - squareKilometres) / squareKilometres;
      expect(share).toBeLessThanOrEqual(areaBar[id] ?? 0.015);
    },
  );
});

describe('the weight of the drawing', () => {
  it('stays within 130 kB raw and 38 kB gzipped, Hokkaido included', () => {
    const texts = ['geo/islands.geojson', 'geo/hokkaido.geojson'].map((path) => Buffer.from(readText(path)));
    expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThanOrEqual(130_000);
    expect(texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)).toBeLessThanOrEqual(38_000);
  });
});

describe('the names', () => {
  it.each(dataset.places)('$id: a name stands with its transcriptions, or not at all', ({ id, names, geometry }) => {
    const cell = (column: string) =>
      `${geometry === null ? 'geo/places.csv' : 'geo/islands.geojson'}, ${id}, ${column}`;
    if (names.ja !== null) {
      const { native, kana, latin, cyrillic } = names.ja;
      expect(latin, cell('name:ja-Latn')).toMatch(/^[\p{Script=Latin}’”\s-]+$/u);
      expect(native, cell('name:ja')).toMatch(/[\p{Script=Han}\p{Script=Katakana}]/u);
      if (kana !== null) expect(kana, cell('name:ja-Hira')).toMatch(/^[\p{Script=Hiragana}ー]+$/u);
      if (cyrillic !== null) expect(cyrillic, cell('name:ja-Cyrl')).toMatch(/^[\p{Script=Cyrillic}\s-]+$/u);
    }
    if (names.ru !== null) {
      const { native, latin, kana } = names.ru;
      expect(latin, cell('name:ru-Latn')).toMatch(/^[\p{Script=Latin}’”\s-]+$/u);
      expect(native, cell('name:ru')).toMatch(/^[\p{Script=Cyrillic}\s-]+$/u);
      if (kana !== null) expect(kana, cell('name:ru-Kana')).toMatch(/^[\p{Script=Katakana}\p{Script=Han}ー・]+$/u);
    }
  });

  it.each(dataset.places)('$id carries no word that takes a side', ({ names }) => {
    const text = [names.ja?.latin, names.ru?.latin, names.en].join(' ');
    expect(text).not.toMatch(/occupied|illegal|liberat|annex|inherent|Russian islands|Japanese islands/i);
    expect(text).not.toMatch(/^(Northern Territories|Southern Kurils)$/);
  });

  it('come from sources with a publisher and an address', () => {
    for (const source of dataset.sources) {
      expect(source.publisher).not.toBe('');
      expect(source.url).toMatch(/^https?:\/\//);
    }
    const used = new Set([
      ...[...dataset.places, ...dataset.facts, ...dataset.attestations].flatMap(({ sources }) => sources),
      ...citedSources(timeline),
    ]);
    expect(dataset.sources.map((source) => source.id).filter((id) => !used.has(id))).toEqual([]);
  });
});
