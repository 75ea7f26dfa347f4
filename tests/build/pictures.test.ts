/** The pictures as files: what they are lettered in is in them, and their words can be pasted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { afterAll, describe, expect, it } from 'vitest';
import { readText } from '../../scripts/machine/node-files.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { say } from '../../src/text/strings.ts';

const folder = mkdtempSync(join(tmpdir(), 'four-islands-faces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const variants = conventions.flatMap((names) => languages.map((language) => ({ names, language })));

/** The faces that an SVG embeds. */
const facesOf = (svg: string) =>
  [...svg.matchAll(/url\(data:font\/woff2;base64,([^)]+)\)/g)].map((match) => Buffer.from(match[1] ?? '', 'base64'));

const lettersOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)]
    .map((match) => (match[1] ?? '').replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&'))
    .join('');

describe.each(variants)('the picture map.$names.$language.svg', ({ names, language }) => {
  const svg = readText(`dist/static/map.${names}.${language}.svg`);

  it('fetches nothing: every address in it is data of its own', () => {
    for (const [, address = ''] of svg.matchAll(/url\(([^)]*)\)/g))
      expect(address).toMatch(/^data:font\/woff2;base64,|^#/);
    for (const [, address = ''] of svg.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^#/);
    expect(svg).not.toMatch(/@import|<image|<script|local\(/);
  });

  it('names an embedded face first wherever it sets text, and that face has every letter', () => {
    const embedded = [...svg.matchAll(/@font-face\{font-family:"([^"]+)"/g)].map((match) => match[1]);
    const asked = [...svg.replaceAll(/@font-face\{[^}]*\}/g, '').matchAll(/font-family[:=]\s*["']?["']?([^,;"']+)/g)];
    expect(asked.length).toBeGreaterThan(0);
    for (const [, family = ''] of asked) expect(embedded).toContain(family.replaceAll('&quot;', ''));
    const faces = facesOf(svg).map((woff2) => fontkit.create(woff2));
    const missing = [...new Set(lettersOf(svg))].filter((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return point > 0x20 && !faces.some((face) => face.type === 'WOFF2' && face.hasGlyphForCodePoint(point));
    });
    expect(missing).toEqual([]);
  });
});

describe('a renderer that knows no face but those in the picture', () => {
  it.each(variants.filter(({ names, language }) => names === language || (names === 'both' && language === 'en')))(
    'shows its letters: %o',
    async ({ names, language }) => {
      const svg = readText(`dist/static/map.${names}.${language}.svg`);
      // The renderer reads faces from files alone, and no compressed ones.
      const fontFiles = await Promise.all(
        facesOf(svg).map(async (woff2, index) => {
          const path = join(folder, `${names}.${language}.${index}.ttf`);
          writeFileSync(path, await subsetFont(woff2, lettersOf(svg), { targetFormat: 'truetype' }));
          return path;
        }),
      );
      const draw = async (text: string) =>
        (
          await renderAsync(text, {
            fitTo: { mode: 'width', value: 500 },
            font: {
              loadSystemFonts: false,
              fontFiles,
              serifFamily: 'Source Serif 4',
              defaultFontFamily: 'Source Serif 4',
            },
          })
        ).pixels;
      const [lettered, mute] = await Promise.all([draw(svg), draw(svg.replaceAll(/<text[\s\S]*?<\/text>/g, ''))]);
      let inked = 0;
      for (let at = 0; at < lettered.length; at += 4) if (Math.abs((lettered[at] ?? 0) - (mute[at] ?? 0)) > 60) inked++;
      expect(inked).toBeGreaterThan(500);
    },
    60_000,
  );
});

describe.each(languages)('the words of the pictures in %s', (language) => {
  it('are a line for each convention, and the one for both as the plain one', () => {
    const lines = conventions.map((names) => readText(`dist/static/alt.${names}.${language}.txt`));
    expect(new Set(lines).size).toBe(conventions.length);
    for (const line of lines) expect(line).toMatch(/^[^\n"<>]{20,300}\n$/);
    expect(readText(`dist/static/alt.${language}.txt`)).toBe(lines[0]);
  });

  it('are a long description that tells both halves of the state of things, and whose opinion it is not', () => {
    const text = readText(`dist/static/description.${language}.txt`);
    for (const key of ['pictureDescription', 'status', 'disclaimer', 'ainu'] as const)
      expect(text).toContain(say(language, key));
    expect(text).not.toMatch(/[<>{}]/);
  });
});
