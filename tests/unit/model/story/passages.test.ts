import { describe, expect, it } from 'vitest';
import { markMentions, passagesFor } from '../../../../src/model/story/passages.ts';
import { parsedDataset, placeCalled } from '../../dataset.ts';

const { article } = parsedDataset();
const [passage] = article.passages;
if (passage === undefined) throw new Error('the test article has no passage');

describe('the passages of a place', () => {
  it('are those that concern its group', () => {
    expect(passagesFor(article, placeCalled('kunashiri')).map(({ id }) => id)).toEqual(['paragraph-9']);
    expect(passagesFor(article, placeCalled('shikotan'))).toEqual([]);
    expect(passagesFor(article, placeCalled('sea-okhotsk'))).toEqual([]);
  });

  it('mark every word that names the place, and no other', () => {
    expect(
      markMentions(passage, placeCalled('etorofu'))
        .filter((run) => run.marked)
        .map((run) => run.text),
    ).toEqual(['Etorofu', 'the four islands']);
    expect(
      markMentions(passage, placeCalled('grieg'))
        .filter((run) => run.marked)
        .map((run) => run.text),
    ).toEqual(['the four islands']);
  });

  it('are still word for word when the marked runs are joined', () => {
    expect(
      markMentions(passage, placeCalled('etorofu'))
        .map((run) => run.text)
        .join(''),
    ).toBe(passage.exact);
  });
});
