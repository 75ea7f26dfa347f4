import { describe, expect, it } from 'vitest';
import { withCitations } from '../../../../scripts/geo/cite.ts';
import { readDataset } from '../../../../scripts/geo/read-geo.ts';

const { passages } = readDataset().article;

describe('the citations that the build renders', () => {
  it.each(passages)('name $id by its paragraph in every style', ({ paragraph, citations }) => {
    expect(citations).toEqual({
      apa: `Putin says no talks with Japan unless it alters stance on Ukraine. (2024, June 6). Kyodo News.\n(“Putin Says No Talks with Japan Unless It Alters Stance on Ukraine,” 2024, para. ${paragraph})`,
      chicago: `“Putin Says No Talks with Japan Unless It Alters Stance on Ukraine,” Kyodo News, June 6, 2024, para. ${paragraph}.`,
      harvard: `Kyodo News (2024) ‘Putin says no talks with Japan unless it alters stance on Ukraine’, 6 June.\n(Kyodo News, 2024, para. ${paragraph})`,
    });
  });

  it('are not made for what is no article', () => {
    expect(withCitations({ passages: 'none' })).toEqual({ passages: 'none' });
  });
});
