import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../../scripts/geo/read-geo.ts';
import { printMarkup } from '../../../../src/kernel/markup.ts';
import { allSources } from '../../../../src/text/frame/frame-markup.ts';
import { sourceListMarkup, sourcesByPublisher } from '../../../../src/text/sources/source-list.ts';
import { parsedDataset, rawDataset } from '../../dataset.ts';

const print = (dataset = parsedDataset()) =>
  sourceListMarkup(dataset, 'en')
    .map((node) => printMarkup(node))
    .join('');

describe('the list of all sources', () => {
  it('has those that a name or a fact stands on, by publisher, and no other', () => {
    const raw = rawDataset();
    const unused = { id: 'unused', publisher: 'Aardvark', url: 'https://example.org/unused' };
    const dataset = parsedDataset({ ...raw, sources: [...raw.sources, unused] });
    expect(sourcesByPublisher(dataset).map(([publisher]) => publisher)).toEqual([
      'A publisher',
      'A survey',
      'An academy',
    ]);
  });

  it('puts what one publisher has published together, told apart by its part or its address', () => {
    const raw = rawDataset();
    const dataset = parsedDataset({
      ...raw,
      sources: raw.sources.map((source) => ({ ...source, publisher: 'One', url: `${source.url}/%E5%B3%B6` })),
    });
    expect(print(dataset)).toMatch(/^<ul><li>One<ul>(?:<li><a [^>]+>.*?<\/a><\/li>){3}<\/ul><\/li><\/ul>$/);
    expect(print(dataset)).toContain('example.org/atlas/<span lang="ja" translate="no">島</span></a>');
    expect(print(dataset)).toContain('>p. 3</a>');
  });

  it('counts pages as numbers', () => {
    const raw = rawDataset();
    const pages = ['p. 100', 'p. 3', 'p. 20'];
    const sources = raw.sources.map((source, at) => ({ ...source, publisher: 'One', detail: pages[at] }));
    expect([...print(parsedDataset({ ...raw, sources })).matchAll(/p\. \d+/g)].map(([page]) => page)).toEqual([
      'p. 3',
      'p. 20',
      'p. 100',
    ]);
  });

  it('leaves an address alone whose escapes are of another encoding', () => {
    const raw = rawDataset();
    const sources = raw.sources.map((source) => ({ ...source, publisher: 'One', url: `${source.url}/%E9` }));
    expect(print(parsedDataset({ ...raw, sources }))).toContain('example.org/atlas/%E9</a>');
  });

  it('gives nothing to the page that is linked to', () => {
    for (const [link] of print().matchAll(/<a [^>]*>/g)) expect(link).toContain('rel="noopener"');
  });

  it('is a plain link to the file where no script runs', () => {
    expect(printMarkup(allSources('en', '../'))).toContain('<a href="../geo/sources.json">');
  });

  it('has every source that the places and facts of the map name', () => {
    const dataset = readDataset();
    const listed = new Set(sourcesByPublisher(dataset).flatMap(([, sources]) => sources.map(({ id }) => id)));
    for (const { sources } of [...dataset.places, ...dataset.facts])
      for (const id of sources) expect(listed.has(id), id).toBe(true);
  });
});
