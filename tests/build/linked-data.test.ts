/** The data in the formats of the field, each against its schema, and the pages that their addresses lead to. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { edition } from '../../scripts/linked/edition.ts';
import { projectPath, readJson, readText } from '../../scripts/machine/node-files.ts';
import { linkedFiles, placeAddress } from '../../scripts/site/linked-files.ts';
import { placeDocuments } from '../../scripts/site/place-pages.ts';
import { placePages } from '../../scripts/site/site-documents.ts';
import { languages } from '../../src/model/types.ts';
import { rungsOf } from '../../src/text/popup/name-ladder.ts';
import { say } from '../../src/text/strings.ts';
import { faultsBy } from './schemas/validator.ts';
import { htmlFaults } from './valid-html.ts';

const url = new URL('https://maps.example.org/four/');
const { dataset, transcriptions } = readGeo();
const files = linkedFiles(url, dataset, transcriptions);
const pages = placeDocuments({ dataset, stylePath: 'assets/place.css', siteUrl: url, report: null });
const pathOf = (address: string) => `${address.replace(url.href, '')}index.html`;

interface Named {
  '@id': string;
  names: { toponym: string; lang: string; citations: { '@id': string }[]; when?: object }[];
  relations?: { relationTo: string }[];
  links?: { identifier: string }[];
}

describe('the gazetteer in the Linked Places Format', () => {
  const faults = faultsBy('linked-places');
  const text = files.get('geo/linked-places.json') ?? '';
  const read = () => JSON.parse(text) as { features: Named[] };
  const { features } = read();
  const feature = (id: string) => features.find((one) => one['@id'] === placeAddress(url, id));

  it('is as the format has it, and GeoJSON', () => {
    expect(faults(read())).toEqual([]);
    expect(() => check(text)).not.toThrow();
  });

  it('has a feature for each place, whose address is that of a page; so has all that it leads to', () => {
    expect(features.map((one) => one['@id'])).toEqual(dataset.places.map(({ id }) => placeAddress(url, id)));
    const related = features.flatMap(({ relations }) => relations?.map(({ relationTo }) => relationTo) ?? []);
    expect(related.length).toBeGreaterThan(50);
    for (const address of [...features.map((one) => one['@id']), ...related])
      expect(pages.has(pathOf(address)), address).toBe(true);
  });

  it('has every name that a source has, with every source', () => {
    for (const { place, form, lang, sources } of [...dataset.attestations, ...transcriptions]) {
      const cited = sources.map((id) => new URL(dataset.sources.find((source) => source.id === id)?.url ?? '').href);
      const found = feature(place)?.names.filter((name) => name.toponym === form && name.lang === lang) ?? [];
      expect(
        found.some(({ citations }) => cited.every((address) => citations.some((one) => one['@id'] === address))),
        `${place}: ${form}`,
      ).toBe(true);
    }
  });

  it('matches places to those records of GeoNames alone that they cite, each once', () => {
    const matched = features.flatMap(({ links }) => links?.map(({ identifier }) => identifier) ?? []);
    expect(feature('kurilsk')?.links).toEqual([{ type: 'closeMatch', identifier: 'https://www.geonames.org/2123979' }]);
    expect(new Set(matched).size).toBe(matched.length);
    for (const address of matched) expect(dataset.sources.map((source) => source.url)).toContain(address);
  });

  it.each([
    ['a name without a source', (one: Named) => one.names[0]?.citations.splice(0)],
    ['a misspelt key', (one: Named) => Object.assign(one, { nmaes: [] })],
    ['a date that is none', (one: Named) => Object.assign(one, { when: { timespans: [{ start: { in: '18XX' } }] } })],
  ])('would be refused with %s', (_what, damage) => {
    const copy = read();
    if (copy.features[0] !== undefined) damage(copy.features[0]);
    expect(faults(copy)).not.toEqual([]);
  });
});

describe('the annotations of the article', () => {
  const faults = faultsBy('annotation-page');
  const page = JSON.parse(files.get('geo/annotations.json') ?? '') as {
    items: {
      id: string;
      motivation: string;
      body: { source: string }[];
      target: { selector: { exact: string; refinedBy?: { exact: string } } };
    }[];
  };

  it('are as the Web Annotation Data Model has it, each with an address of its own', () => {
    expect(faults(page)).toEqual([]);
    expect(new Set(page.items.map(({ id }) => id)).size).toBe(page.items.length);
    expect(faults({ ...page, items: [{ ...page.items[0], motivation: 'quoting' }] })).not.toEqual([]);
  });

  it('quote every passage word for word, and lead to the pages of the places', () => {
    const linking = page.items.filter(({ motivation }) => motivation === 'linking');
    expect(linking.map(({ target }) => target.selector.exact)).toEqual(
      dataset.article.passages.map(({ exact }) => exact),
    );
    for (const { body, target } of page.items) {
      expect(target.selector.exact).toContain(target.selector.refinedBy?.exact ?? '');
      for (const { source } of body) expect(pages.has(pathOf(source)), source).toBe(true);
    }
  });
});

describe('the data package', () => {
  const faults = faultsBy('data-package');
  const descriptor = readJson('dist/geo/datapackage.json') as {
    version: string;
    resources: {
      path: string;
      bytes: number;
      hash: string;
      schema?: { fields: { name: string; constraints?: Constraints }[]; primaryKey?: string[] };
    }[];
  };
  interface Constraints {
    required?: boolean;
    enum?: string[];
    pattern?: string;
    minimum?: number;
    maximum?: number;
  }

  it('is as the standard has it', () => {
    expect(faults(descriptor)).toEqual([]);
    expect(faults({ ...descriptor, resources: [{ ...descriptor.resources[0], bytes: undefined }] })).not.toEqual([]);
  });

  it('describes every file of geo/ but itself and those of the map, by size and hash', () => {
    const own = ['map.json', 'readings.json', 'datapackage.json'];
    const there = readdirSync(projectPath('dist/geo')).filter(
      (name) => !/\.(br|gz)$/.test(name) && !own.includes(name),
    );
    expect(descriptor.resources.map(({ path }) => path).sort()).toEqual(there.sort());
    for (const { path, bytes, hash } of descriptor.resources) {
      const content = readFileSync(projectPath(`dist/geo/${path}`));
      expect([path, content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]).toEqual([
        path,
        bytes,
        hash,
      ]);
    }
  });

  it.each(descriptor.resources.filter(({ schema }) => schema !== undefined))(
    'has in $path what its schema allows',
    ({ path, schema }) => {
      const rows: Readonly<Record<string, string>>[] = parse(readText(`dist/geo/${path}`), { columns: true });
      expect(Object.keys(rows[0] ?? {})).toEqual(schema?.fields.map(({ name }) => name));
      for (const [index, row] of rows.entries())
        for (const { name, constraints = {} } of schema?.fields ?? []) {
          const cell = row[name] ?? '';
          const where = `${path}, row ${index + 1}, ${name}: “${cell}”`;
          if (cell === '') {
            expect(constraints.required ?? false, where).toBe(false);
            continue;
          }
          if (constraints.enum !== undefined) expect(constraints.enum, where).toContain(cell);
          if (constraints.pattern !== undefined)
            expect(cell, where).toMatch(new RegExp(`^(?:${constraints.pattern})$`));
          if (constraints.minimum !== undefined)
            expect(Number(cell), where).toBeGreaterThanOrEqual(constraints.minimum);
          if (constraints.maximum !== undefined) expect(Number(cell), where).toBeLessThanOrEqual(constraints.maximum);
        }
      for (const key of schema?.primaryKey ?? []) expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
    },
  );

  it('has the version, the title and the licence of CITATION.cff', () => {
    const citation = readText('CITATION.cff');
    expect(descriptor.version).toBe(edition.version);
    for (const line of [`version: ${edition.version}`, `license: ${edition.licence.name}`, `title: "${edition.title}"`])
      expect(citation).toContain(line);
    expect(readText('dist/CITATION.cff')).toBe(citation);
  });
});

describe('the pages of places', () => {
  const page = (id: string, language: string) =>
    pages.get(placePages(id).find((one) => one.language === language)?.path ?? '') ?? '';

  it('are one for each place and language, without a script, and small', () => {
    expect(pages.size).toBe(dataset.places.length * languages.length);
    for (const [path, html] of pages) {
      expect(html, path).not.toMatch(/<script|<button| style="|\son[a-z]+="/);
      expect(brotliCompressSync(html).length, path).toBeLessThan(8000);
      expect(Buffer.byteLength(html), path).toBeLessThan(30_000);
    }
  });

  it.each(languages)(
    'tell in %s names with their sources, who administers and who claims, and lead to the map',
    (language) => {
      const html = page('etorofu', language);
      const etorofu = dataset.places.find(({ id }) => id === 'etorofu');
      if (etorofu === undefined) throw new Error('there is no Etorofu');
      const rungs = rungsOf(dataset, etorofu);
      expect(rungs.length).toBeGreaterThan(15);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(say(language, 'status'));
      expect(html).toContain('?place=etorofu"');
      for (const { form, sources } of rungs) {
        expect(html).toContain(`>${form}</span>`);
        for (const id of sources) {
          const address = dataset.sources.find((source) => source.id === id)?.url ?? '-';
          expect(html).toContain(`href="${address.replaceAll('&', '&amp;')}"`);
        }
      }
      for (const [, number = ''] of html.matchAll(/href="#s(\d+)"/g)) expect(html).toContain(`id="s${number}"`);
    },
  );

  it('lead to each other, to themselves in other languages, and to the address by which the place is known', () => {
    const html = page('kurilsk', 'ru');
    expect(html).toContain(`<link rel="canonical" href="${url}ru/place/kurilsk/">`);
    expect(html).toContain(`hreflang="en" href="${placeAddress(url, 'kurilsk')}"`);
    for (const [path, text] of pages)
      for (const [, address = ''] of text.matchAll(/href="(\.\.\/[^"?#]*\/)"/g)) {
        const target = new URL(address, `https://site.example/${path}`).pathname.slice(1);
        expect(target === '' || /^(ja|ru)\/$/.test(target) || pages.has(`${target}index.html`), address).toBe(true);
      }
  });

  it.each(['etorofu', 'kaigara', 'sea-okhotsk', 'naibo'])('of %s are valid HTML in every language', async (id) => {
    for (const language of languages) {
      expect(await htmlFaults(page(id, language), 'doctype-style')).toEqual([]);
    }
  });
});
