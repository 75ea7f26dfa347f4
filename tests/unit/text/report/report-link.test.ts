import { describe, expect, it } from 'vitest';
import { printMarkup } from '../../../../src/kernel/markup.ts';
import type { Language } from '../../../../src/model/types.ts';
import { popupContent } from '../../../../src/text/popup/popup-content.ts';
import { popupMarkup } from '../../../../src/text/popup/popup-markup.ts';
import { reportAddress } from '../../../../src/text/report/report-link.ts';
import { parsedDataset, placeCalled } from '../../dataset.ts';

const dataset = parsedDataset();

describe('the address that takes a report', () => {
  it.each([
    ['https://x.example/new?place={place}&id={id}', 'https://x.example/new?place=etorofu&id=figure%2Farea%2Fja%2F1'],
    ['https://x.example/{place}', 'https://x.example/etorofu'],
    ['mailto:a@x.example', 'mailto:a@x.example?subject=Four%20Islands%2C%20etorofu%3A%20figure%2Farea%2Fja%2F1'],
    ['mailto:a@x.example?cc=b@x.example', /^mailto:a@x\.example\?cc=b@x\.example&subject=Four/],
    ['mailto:a@x.example?subject={id}', 'mailto:a@x.example?subject=figure%2Farea%2Fja%2F1'],
  ])('of the form %s names what is meant', (form, address) => {
    expect(reportAddress(form, 'etorofu', 'figure/area/ja/1')).toMatch(address);
  });

  it('cannot be broken out of by what is filled in', () => {
    expect(reportAddress('https://x.example/?p={place}', '"><script>&x=1', '')).toBe(
      'https://x.example/?p=%22%3E%3Cscript%3E%26x%3D1',
    );
  });

  it('is none where the build names none', () => {
    expect(reportAddress(null, 'etorofu', 'place')).toBeNull();
  });
});

describe('what can be reported of a place', () => {
  const html = (report: string | null, lang: Language = 'en') =>
    popupMarkup(popupContent(dataset, placeCalled('etorofu'), { names: 'both', lang, year: 'now', report }), lang)
      .map((node) => printMarkup(node))
      .join('');
  const form = 'https://x.example/?p={place}&i={id}';
  const figures = dataset.facts.filter((fact) => fact.place === 'etorofu' && 'value' in fact);

  it('is the place, each quotation and each figure, each under an address of its own', () => {
    const addresses = [...html(form).matchAll(/class="report" href="([^"]+)"/g)].map(([, address]) => address);
    expect(figures.length).toBeGreaterThan(0);
    expect(addresses).toHaveLength(2 + figures.length);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.at(-1)).toBe('https://x.example/?p=etorofu&amp;i=place');
    expect(addresses[0]).toContain('i=passage%2Fparagraph-9');
    expect(html(form, 'ja')).toContain('>誤りを報告</a>');
  });

  it('is nothing where the build names no address', () => {
    expect(html(null)).not.toContain('report');
  });
});
