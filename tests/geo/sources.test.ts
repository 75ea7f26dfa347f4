/** The sources against what can be checked without a network, and what is said of them against their number. */
import { describe, expect, it } from 'vitest';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { readText } from '../../scripts/machine/node-files.ts';
import { claimsOf, faultsOfPleaders, publishersOfSources } from '../../scripts/sources/claims.ts';
import { faultsOfSources } from '../../scripts/sources/source-faults.ts';
import { sourceTables, tablesIn } from '../../scripts/sources/source-tables.ts';

const geo = readGeo();
const { sources } = geo.dataset;
const publisherOf = publishersOfSources(geo);

describe('the sources', () => {
  it('have nothing against them that can be seen without opening them', () => {
    const today = new Date().toISOString().slice(0, 10);
    const faults = faultsOfSources(sources, today).map(
      ({ index, field, message }) => `“${sources[index]?.id}”, ${field}: ${message}`,
    );
    expect(faults).toEqual([]);
  });

  it('speak for their own side where they plead it', () => {
    expect(faultsOfPleaders(claimsOf(geo), publisherOf)).toEqual([]);
    const pleading = [...geo.publishers.values()].filter(({ kind }) => kind === 'party');
    expect(new Set(pleading.map(({ side }) => side))).toEqual(new Set(['ja', 'ru']));
  });

  it('of one publisher have one name for it', () => {
    const plain = (name: string) => name.toLowerCase().replace(/\(.*?\)|[^\p{Letter}]/gu, '');
    const names = [...geo.publishers.keys()];
    expect(names.filter((name, index) => names.findIndex((other) => plain(other) === plain(name)) !== index)).toEqual(
      [],
    );
  });

  it('are counted in geo/README.md as they are; “npm run sources” writes the tables', () => {
    expect(tablesIn(readText('geo/README.md'))).toBe(sourceTables(geo));
  });
});

describe('what is written of the sources is true', () => {
  const documents = ['README.md', 'geo/README.md', 'geo/DECISIONS.md'].map(readText).join('\n');
  /** The one number that a document gives for `what`. */
  const said = (what: RegExp) => {
    const numbers = [...documents.matchAll(what)].map(([, number]) => Number(number));
    expect(numbers, String(what)).toHaveLength(1);
    return numbers[0];
  };
  const idsOf = (test: (source: (typeof sources)[number]) => boolean) => sources.filter(test).length;

  it('how many addresses are plain http', () => {
    expect(said(/(\d+) addresses are plain `http`/g)).toBe(idsOf(({ url }) => url.startsWith('http:')));
  });

  it('how many pages of dictionaries were not read again', () => {
    expect(said(/(\d+) entries of Kotobank/g)).toBe(idsOf(({ detail }) => detail?.endsWith('work not seen') === true));
  });

  it('how many archived pages stand, and how many prints at Wikisource', () => {
    expect(said(/(\d+) archived pages/g)).toBe(idsOf(({ detail }) => detail?.includes('archived page') === true));
    expect(said(/(\d+) pages at Wikisource/g)).toBe(idsOf(({ url }) => /wikisource\.org/.test(url)));
  });

  it('how many pairs of names stand on the page with a misprint', () => {
    const pairs = geo.dataset.places.filter((place) => place.sources.includes('diamond'));
    const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    expect(documents).toContain(`stands for ${words[pairs.length]} pairs that no other page has`);
  });

  it('which publishers plead a side', () => {
    const pleading = [...geo.publishers.values()].filter(({ kind }) => kind === 'party');
    expect(pleading).toHaveLength(3);
    for (const { name } of pleading)
      expect(documents).toContain(
        name
          .split(/,| \(/)[0]
          ?.replace(/^.*Islanders/, 'Islanders')
          .replace(/^Union/, 'union'),
      );
  });
});
