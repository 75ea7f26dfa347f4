import { describe, expect, it } from 'vitest';
import { labelOf, primaryText } from '../../../../src/model/names/names.ts';
import { gazetteerOn, heldOn, latestOf, namedSince, placeOn } from '../../../../src/model/names/names-in-time.ts';
import { parsedDataset, rawDataset } from '../../dataset.ts';

/** Etorofu: the Japanese name from 1855, a Russian one of 1811 that is replaced in 1946; Stokap without a date. */
function world() {
  const raw = rawDataset();
  Object.assign(raw.islands.features[0]?.properties ?? {}, {
    dated: [
      { party: 'ja', from: '1855-02-07', to: '..' },
      {
        party: 'ru',
        from: '1811',
        'name:ru': 'Итурпу',
        'name:ru-Latn': 'Iturpu',
        'name:ru-Kana': 'イトゥルプ島',
        transcribed: ['name:ru-Kana'],
      },
      { party: 'ru', from: '1946~', to: '..' },
    ],
  });
  return parsedDataset(raw);
}
const nameOn = (day: string | null, convention: 'both' | 'ja' | 'ru' = 'both') => {
  const place = gazetteerOn(world(), day).places.find(({ id }) => id === 'etorofu');
  if (place === undefined) throw new Error('the land is there in every year');
  return primaryText(labelOf(place, convention, 'en'));
};

describe('a name in time', () => {
  it.each([
    ['1855', null, '1855-02-07', true],
    ['1855-02-08', null, '1855-02-07', false],
    ['18XX', null, '1855-02-07', false],
    ['18XX', null, '1905-09-05', true],
    ['1738~', null, '1855-02-07', true],
    ['1800', '1854', '1855-02-07', false],
    ['1800', '1945', '1945-09-05', true],
    ['1800', '1945-09-02', '1945-09-05', false],
    ['1800', '..', '1945-09-05', true],
  ])('from %s to %s: on %s held %s', (from, to, day, held) => {
    expect(heldOn({ from, to }, day)).toBe(held);
  });

  it('counts a date as the latest that it can mean', () => {
    expect(['18XX', '181X', '1811?', '1811-05'].map(latestOf)).toEqual(['1899', '1819', '1811', '1811-05']);
  });

  it('is the one that each side used last', () => {
    expect([
      nameOn('1811-12-31'),
      nameOn('1855-02-07'),
      nameOn('1945-09-05'),
      nameOn('1947-01-01'),
      nameOn(null),
    ]).toEqual(['Iturpu†', 'Etorofu / Iturpu', 'Etorofu / Iturpu', 'Etorofu / Iturup', 'Etorofu / Iturup']);
  });

  it('of the other side stands with a dagger where the chosen side has none that year', () => {
    expect(nameOn('1811-12-31', 'ja')).toBe('Iturpu†');
  });

  it('marks what a rule made of it', () => {
    const [etorofu] = world().places;
    if (etorofu === undefined) throw new Error('no place');
    expect(placeOn(etorofu, '1855-02-07').transcribed).toEqual(['name:ru-Kana']);
    expect(placeOn(etorofu, null).transcribed).toEqual([]);
  });

  it('that nobody dates attests nothing: land stays nameless, a point is absent unless it is asked for', () => {
    const { places } = gazetteerOn(world(), '1855-02-07');
    expect(places.map(({ id }) => id)).toEqual(['etorofu', 'kunashiri', 'shikotan', 'grieg']);
    expect(gazetteerOn(world(), '1855-02-07', 'stokap').places.map(({ id }) => id)).toContain('stokap');
    expect(gazetteerOn(world(), null).places).toEqual(world().places);
  });

  it('does not make a settlement ended before it ended', () => {
    const [etorofu] = world().places;
    if (etorofu === undefined) throw new Error('no place');
    const ended = { ...etorofu, endedIn1945: true };
    expect(['1905-09-05', '1945-09-05', null].map((day) => placeOn(ended, day).endedIn1945)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('began with the oldest that is dated', () => {
    expect(world().places.slice(0, 2).map(namedSince)).toEqual(['1811', null]);
  });
});
