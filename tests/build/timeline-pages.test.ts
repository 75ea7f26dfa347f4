/** The timeline as documents without scripts, and the picture of each past step. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTimeline } from '../../scripts/geo/read-geo.ts';
import { projectPath, readText } from '../../scripts/machine/node-files.ts';
import { timelinePages } from '../../scripts/site/site-documents.ts';
import { linesAt } from '../../src/model/story/timeline.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { years } from '../../src/model/view-state.ts';
import { htmlFaults } from './valid-html.ts';

const timeline = readTimeline();
const past = years.filter((year) => year !== 'now');

describe.each(timelinePages)('$path', ({ path, language }) => {
  const html = readText(`dist/${path}`);

  it('is valid HTML', async () => {
    expect(
      await htmlFaults(
        html,
        'doctype-style',
        'attribute-boolean-style',
        'attribute-empty-style',
        'no-implicit-button-type',
      ),
    ).toEqual([]);
  });

  it('tells every event in its order, and who says what, in its language', () => {
    expect(html).toContain(`<html lang="${language}">`);
    expect([...html.matchAll(/data-event="([^"]+)"/g)].map(([, id]) => id)).toEqual(
      timeline.events.map(({ id }) => id),
    );
    for (const { title, sentence, readings } of timeline.events)
      for (const words of [title, sentence, ...readings.map(({ text }) => text)])
        expect(html).toContain(words[language].replaceAll('&', '&amp;'));
  });

  it('lets in nothing but its own styles, and no script at all', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/<script| style="|\son[a-z]+="/);
  });

  it('names only files that exist', () => {
    const addresses = [...html.matchAll(/(?:src|href)="(\.[^"#?]*)/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) {
      const file = new URL(address, `https://site.example/${path}`).pathname.slice(1);
      expect(existsSync(projectPath(`dist/${file.endsWith('/') || file === '' ? `${file}index.html` : file}`))).toBe(
        true,
      );
    }
  });

  it('is one link away from the page', () => {
    const page = readText(`dist/${path.replace('timeline', 'index')}`);
    expect(page).toMatch(/<a class="all" href="[^"]*timeline\.html">/);
    for (const year of years) expect(page).toContain(`href="?year=${year}"`);
  });
});

describe('the picture of a past step', () => {
  it.each(
    past.flatMap((year) => conventions.flatMap((names) => languages.map((language) => ({ year, names, language })))),
  )('of $year with names $names in $language shows that step’s lines and says so', ({ year, names, language }) => {
    const svg = readText(`dist/static/map.${names}.${language}.${year}.svg`);
    expect([...svg.matchAll(/data-line="([^"]+)"/g)].map(([, id]) => id)).toEqual(
      linesAt(timeline, year).map(({ id }) => id),
    );
    const title = timeline.steps.find(({ id }) => id === year)?.title[language] ?? '-';
    expect(/<title[^>]*>([^<]*)/.exec(svg)?.[1]).toContain(title);
    expect(svg.match(/class="on-line"/g)).toHaveLength(linesAt(timeline, year).length);
  });
});
