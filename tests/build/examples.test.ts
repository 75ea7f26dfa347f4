/** What the documentation tells an editor to paste is what the examples hold, which `npm run test:hosts` builds and opens. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../scripts/node-files.ts';
import { defaultState } from '../../src/model/view-state.ts';
import { embedSnippets, frameSize } from '../../src/text/embed-snippets.ts';

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
  const snippets = embedSnippets({ ...defaultState, site: 'https://maps.example.org/', size: frameSize });
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
