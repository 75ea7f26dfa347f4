/**
 * What the documentation tells an editor to paste is what the examples hold, which `npm run test:hosts` builds and
 * opens.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath, readText } from '../../scripts/machine/node-files.ts';
import { readPlateHeights } from '../../scripts/pictures/read-plates.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { defaultState, years } from '../../src/model/view-state.ts';
import { embedSnippets, frameSize } from '../../src/text/embed/embed-snippets.ts';
import { plateFile } from '../../src/text/pictures/plate-file.ts';
import { documentSnippets } from '../document-snippets.ts';

const pages = {
  'A plain page': 'plain/index.html',
  Eleventy: 'eleventy/index.md',
  VitePress: 'vitepress/index.md',
  Astro: 'astro/src/pages/index.astro',
  Next: 'next/app/map.js',
} as const;

/** Without the indentation that all lines share. */
function dedent(text: string): string {
  const lines = text.split('\n');
  const least = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(least)).join('\n');
}

describe('the snippet for', () => {
  it.each(Object.entries(pages))('%s is the one that is tested', (host, path) => {
    const section =
      readText('docs/embedding.md')
        .split(/^## /m)
        .find((text) => text.startsWith(`${host}\n`)) ?? '';
    const [, told] = /```\w+\n([\s\S]*?)\n```/.exec(section) ?? [];
    const [, tested] =
      /(?:<!--|\/\/) snippet(?: -->)?\n([\s\S]*?)\n\s*(?:<!--|\/\/) \/snippet/.exec(readText(`examples/${path}`)) ?? [];
    expect(tested).toBeDefined();
    expect(told).toBe(dedent(tested ?? ''));
  });
});

describe('the embed builder’s snippet', () => {
  const snippets = embedSnippets({
    ...defaultState,
    site: 'https://maps.example.org/',
    size: frameSize,
    heights: readPlateHeights(),
  });
  const files = (form: string) => [
    `plain/${form}.html`,
    `eleventy/${form}.md`,
    `vitepress/${form}.md`,
    `astro/src/pages/${form}.astro`,
  ];

  it.each((['frame', 'picture'] as const).flatMap((form) => files(form).map((path) => [form, path] as const)))(
    'for a %s stands as it is copied in %s',
    (form, path) => {
      const [, pasted] =
        new RegExp(`<!-- snippet ${form} -->\\n\\s*(.*)\\n\\s*<!-- /snippet -->`).exec(readText(`examples/${path}`)) ??
        [];
      expect(pasted).toBe(snippets[form]);
    },
  );
});

/** Pixels of a file of `static/`, as it says itself. */
function sizeOf(name: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(projectPath(`dist/static/${name}`));
  if (name.endsWith('.png')) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const [, width, height] = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/.exec(bytes.toString('utf8')) ?? [];
  return { width: Number(width), height: Number(height) };
}

describe('the size of a picture', () => {
  const heights = readPlateHeights();

  it('in the builder’s code is the file’s, in every convention, language and year', () => {
    for (const names of conventions)
      for (const lang of languages)
        for (const year of years) {
          const { name, ...size } = plateFile({ names, lang, year }, heights);
          expect(size, name).toEqual(sizeOf(name));
        }
  });

  const pictures = documentSnippets.flatMap(({ where, code }) =>
    [...code.matchAll(/<img\s[^>]*>/g)].map(([tag]) => ({ where, tag })),
  );

  it('stands in the documents', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(15);
  });

  it.each(pictures)('in $where is in the file’s own ratio', ({ tag }) => {
    const [, name = 'map.both.en.svg'] = /src="[^"]*?(map\.[^"/]+)"/.exec(tag) ?? [];
    const [width, height] = ['width', 'height'].map((key) => Number(new RegExp(`\\b${key}="(\\d+)"`).exec(tag)?.[1]));
    const file = sizeOf(name);
    expect(height, tag).toBe(Math.round((file.height / file.width) * (width ?? 0)));
  });
});
