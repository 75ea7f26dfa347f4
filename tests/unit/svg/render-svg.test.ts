import { describe, expect, it } from 'vitest';
import { printMarkup } from '../../../src/model/markup.ts';
import { renderPicture, renderPlate } from '../../../src/svg/render-svg.ts';
import { parsedDataset } from '../dataset.ts';

const input = {
  dataset: parsedDataset(),
  land: { type: 'FeatureCollection' as const, features: [] },
  advances: { regular: { e: 0.5 }, italic: { e: 0.4 } },
  language: 'en' as const,
  title: 'A title',
  description: 'A description',
  prefix: 'test',
};

describe('the picture in the page', () => {
  const svg = printMarkup(renderPicture(input));

  it('is an image with a title and a description', () => {
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title id="test-title">A title</title><desc id="test-desc">A description</desc>');
    expect(svg).toContain('aria-labelledby="test-title test-desc"');
  });

  it('holds the labels of every convention under its class', () => {
    for (const [convention, text] of [
      ['both', 'Etorofu</tspan> / <tspan lang="ru-Latn">Iturup'],
      ['ja', 'Etorofu'],
      ['ru', 'Iturup'],
    ] as const) {
      const group = svg.split(`class="names-${convention}"`)[1]?.split('</g>')[0] ?? '';
      expect(group).toContain(text);
    }
  });

  it('keeps strokes and lettering at their size: no number depends on the frame', () => {
    expect(svg).toMatch(/<text [^>]*y="-?\d+(\.\d+)?%"/);
  });
});

describe('the plate as a file', () => {
  const svg = printMarkup(renderPlate({ ...input, convention: 'ru', theme: 'light', credit: 'A credit' }), 'xml');

  it('shows one convention, with its colours written in', () => {
    expect(svg).toContain('Iturup');
    expect(svg).not.toContain('Etorofu');
    expect(svg).not.toContain('var(--');
  });

  it('stands alone and says where it comes from', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1000 \d+"/);
    expect(svg).toContain('A credit');
  });
});
