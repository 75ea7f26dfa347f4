import { describe, expect, it } from 'vitest';
import { readText } from '../../../../scripts/machine/node-files.ts';
import { keptFolder, parseReleaseKind, version } from '../../../../scripts/site/release-kind.ts';
import { absoluteFiles, absoluteTags } from '../../../../scripts/site/site-address.ts';
import { frames, pages } from '../../../../scripts/site/site-documents.ts';
import { parsedDataset } from '../../dataset.ts';

describe('a kept version', () => {
  const site = { url: new URL('https://maps.example.org/'), folder: keptFolder, dataset: parsedDataset() };

  it('lies in a folder of its own number', () => {
    expect(keptFolder).toBe(`v/${version}/`);
  });

  it('leads crawlers to the latest page, and everybody else to its own pictures, frames and answers', () => {
    for (const document of [...pages, ...frames]) {
      const tags = absoluteTags(site, document);
      for (const [, address = ''] of tags.matchAll(/(?:content|href)="(https:\/\/maps\.example\.org\/[^"]*)"/g))
        if (!tags.includes(`rel="canonical" href="${address}"`)) expect(address).toContain(`/${keptFolder}`);
    }
    const [english] = pages;
    if (english === undefined) throw new Error('there is no page');
    expect(absoluteTags(site, english)).toContain('<link rel="canonical" href="https://maps.example.org/">');
    expect(absoluteTags(site, english)).not.toContain('hreflang');
  });

  it('has answers of its own, and neither a sitemap nor rules for robots', () => {
    const files = absoluteFiles(site);
    expect([...files.keys()].filter((path) => !path.includes('oembed'))).toEqual([]);
    expect(files.get('oembed.json')).toContain(`https://maps.example.org/${keptFolder}embed.html`);
  });

  it.each([undefined, ''])('is made only when it is asked for (%s)', (text) => {
    expect(parseReleaseKind(text)).toBeNull();
  });

  it('is not made by a word that is not understood', () => {
    expect(() => parseReleaseKind('final')).toThrow('RELEASE=“final” is not understood; allowed: latest, kept.');
  });
});

it('the changelog has a heading for changes of data under the version that is being made', () => {
  const [, newest = ''] = readText('CHANGELOG.md').split(/^## /m);
  expect(newest).toMatch(/^### Data$/m);
});
