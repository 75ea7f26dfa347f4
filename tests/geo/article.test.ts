import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../scripts/geo/read-geo.ts';
import { projectPath, readText } from '../../scripts/machine/node-files.ts';
import { groupIds } from '../../src/model/types.ts';

const { passages, bibliography } = readDataset().article;

/** The received article, where the checkout lies beside it: quotations are found in it character for character. */
const receivedPath = '../shared/article.md';
const received = existsSync(projectPath(receivedPath)) ? readText(receivedPath) : null;

describe('the quotations', () => {
  it('are at least paragraphs 5, 8 and 9', () => {
    expect(passages.map((passage) => passage.paragraph)).toEqual(expect.arrayContaining([5, 8, 9]));
  });

  it.each(passages)('$id has not been altered since its SHA-256 was written', ({ exact, sha256 }) => {
    expect(createHash('sha256').update(exact).digest('hex')).toBe(sha256);
  });

  it.each(passages)('$id is cited by its paragraph in every style', ({ paragraph, citations }) => {
    expect(citations).toEqual({
      apa: `Putin says no talks with Japan unless it alters stance on Ukraine. (2024, June 6). Kyodo News.\n(“Putin Says No Talks with Japan Unless It Alters Stance on Ukraine,” 2024, para. ${paragraph})`,
      chicago: `“Putin Says No Talks with Japan Unless It Alters Stance on Ukraine,” Kyodo News, June 6, 2024, para. ${paragraph}.`,
      harvard: `Kyodo News (2024) ‘Putin says no talks with Japan unless it alters stance on Ukraine’, 6 June.\n(Kyodo News, 2024, para. ${paragraph})`,
    });
  });

  it.each(passages)('$id has a translation of ours in Japanese and in Russian', ({ translation }) => {
    expect(translation.ja).toMatch(/\p{Script=Hiragana}.*。$/u);
    expect(translation.ru).toMatch(/^\p{Script=Cyrillic}.*\.$/u);
  });

  it('are translated with both collective names where the article has both', () => {
    for (const { exact, translation } of passages)
      for (const [english, japanese, russian] of [
        ['Northern Territories', '北方領土', 'Северные территории'],
        ['Southern Kurils', '南クリル', 'Южные Курилы'],
      ] as const) {
        expect(translation.ja.includes(japanese)).toBe(exact.includes(english));
        expect(translation.ru.includes(russian)).toBe(exact.includes(english));
      }
  });

  it('speak of every group', () => {
    for (const group of groupIds)
      expect(
        passages.some((passage) => passage.concerns.includes(group)),
        group,
      ).toBe(true);
  });

  it.runIf(received !== null).each(passages)(
    '$id stands in the received article with its prefix and suffix, in its paragraph',
    (passage) => {
      const text = (received ?? '').replace(/^\[\d+\] /gm, '');
      expect(text).toContain(`${passage.prefix}${passage.exact}${passage.suffix}`);
      expect(received).toContain(`[${passage.paragraph}] ${passage.exact}`);
    },
  );

  it.runIf(received !== null)('carry the received title', () => {
    expect(received).toContain(`# ${bibliography.title}\n`);
  });

  it('have no address, because none was checked', () => {
    expect(JSON.stringify(bibliography)).not.toContain('http');
  });
});
