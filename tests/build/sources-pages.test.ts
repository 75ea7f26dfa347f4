/** The page of sources: corrections, data as files, and all sources, as a document without a script. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { readThrough } from '../../scripts/linked/edition.ts';
import { projectPath, readText } from '../../scripts/machine/node-files.ts';
import { sourcesPages } from '../../scripts/site/site-documents.ts';
import { sourcesByPublisher } from '../../src/text/sources/source-list.ts';
import { htmlFaults } from './valid-html.ts';

const { dataset, corrections } = readGeo();
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

describe.each(sourcesPages)('$path', ({ path, language }) => {
  const html = readText(`dist/${path}`);

  it('is valid HTML', async () => {
    expect(await htmlFaults(html, 'doctype-style')).toEqual([]);
  });

  it('tells every correction with its day, what was wrong, what is right and its sources', () => {
    expect(html).toContain(`<html lang="${language}">`);
    expect(corrections.length).toBeGreaterThan(10);
    for (const { date, place, wrong, right, sources } of corrections) {
      expect(date <= readThrough, date).toBe(true);
      expect(html).toContain(`<time datetime="${date}">`);
      for (const words of [wrong[language], right[language]]) expect(html).toContain(words.replaceAll('&', '&amp;'));
      for (const id of sources) {
        const { url = '-' } = dataset.sources.find((source) => source.id === id) ?? {};
        expect(html).toContain(`href="${escaped(url)}"`);
      }
      if (place !== null) expect(html).toContain(`?place=${place}"`);
    }
  });

  it('has every source that something shown stands on', () => {
    for (const { url } of sourcesByPublisher(dataset).flatMap(([, sources]) => sources))
      expect(html).toContain(`href="${escaped(url)}"`);
  });

  it('leads to files that exist, and to none that only a site with an address has', () => {
    const addresses = [...html.matchAll(/(?:src|href)="(\.[^"#?]*)/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => address.includes('geo/')).length).toBeGreaterThan(5);
    for (const address of addresses) {
      const file = new URL(address, `https://site.example/${path}`).pathname.slice(1);
      const whole = file.endsWith('/') || file === '' ? `${file}index.html` : file;
      expect(existsSync(projectPath(`dist/${whole}`)), address).toBe(true);
    }
    expect(html).not.toContain('linked-places');
    expect(existsSync(projectPath('dist/geo/linked-places.json'))).toBe(false);
    expect(existsSync(projectPath('dist/place'))).toBe(false);
  });

  it('lets in nothing but its own styles, and no script at all', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(html).not.toMatch(/<script| style="|\son[a-z]+="/);
  });

  it('is one link away from the page, and is not kept for readers without a connection', () => {
    expect(readText(`dist/${path.replace('sources', 'index')}`)).toContain('sources.html">');
    expect(readText('dist/service-worker.js')).not.toContain('sources.html');
  });
});
