import { describe, expect, it } from 'vitest';
import { printMarkup } from '../../../src/kernel/markup.ts';
import { finish } from '../../../src/kernel/steps.ts';
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

/** What is drawn of the islands. */
const islandPaths = (svg: string) => svg.split('<g id="test-islands">')[1]?.split('</g>')[0] ?? '';

describe('the picture in the page', () => {
  const svg = printMarkup(finish(renderPicture(input)));

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

describe('the plate of another view', () => {
  const plate = (zoom: number, lng: number, lat: number, credit = 'A credit') =>
    printMarkup(
      renderPlate({
        ...input,
        convention: 'both',
        theme: 'dark',
        credit,
        frame: { view: { zoom, lng, lat }, width: 400, height: 300 },
      }),
      'xml',
    );

  it('has the size of the frame, and the credit under it', () => {
    expect(plate(7, 147, 45)).toMatch(/viewBox="0 0 400 326" width="400" height="326"/);
  });

  it('gives a long credit the lines that it needs', () => {
    const svg = plate(7, 147, 45, 'e e e e e e e e e e '.repeat(8));
    expect(svg.match(/class="credit"/g)?.length).toBeGreaterThan(1);
  });

  it('draws and letters what the frame shows, and nothing else', () => {
    const near = plate(7, 147.5, 45.5);
    expect(near).toContain('Etorofu');
    expect(near).not.toContain('Shikotan');
    expect(islandPaths(near)).not.toBe('');
    const empty = plate(8, 155, 40);
    expect(islandPaths(empty)).toBe('');
    expect(empty).not.toContain('Etorofu');
  });

  it('cuts the land beyond the frame away', () => {
    const numbers = islandPaths(plate(12, 147.5, 45.3)).match(/-?\d+/g) ?? [];
    expect(numbers.length).toBeGreaterThan(0);
    for (const value of numbers) expect(Math.abs(Number(value))).toBeLessThanOrEqual(2200 + 400);
  });

  it('marks a peak from the zoom at which the map does', () => {
    const peak = / paint-order="stroke"/;
    expect(plate(8.4, 147.3, 44.8)).not.toMatch(peak);
    expect(plate(9, 147.3, 44.8)).toMatch(peak);
  });
});
