/** What the frame holds of the data: the list of places, the passages, the line about the article. */

import { finish, type Steps } from '../../kernel/steps.ts';
import { issuedDate } from '../../model/story/citations.ts';
import { type Line, openLines, roleOf } from '../../model/story/lines.ts';
import type { Dataset, Language } from '../../model/types.ts';
import type { Layout } from '../layout.ts';
import { passageList } from '../passages/passage-markup.ts';
import { placeList } from '../places/place-list.ts';
import { sayOfReadings } from '../reading-strings.ts';
import type { FrameContents } from './frame-markup.ts';

/**
 * Everything in a frame of this layout that is made of the data, beside the picture. `report` is the form of the
 * address that takes reports of errors; `null` where there is none.
 */
export function frameContents(
  dataset: Dataset,
  language: Language,
  layout: Layout,
  lines: readonly Line[],
  report: string | null = null,
): FrameContents {
  return finish(frameContentsInSteps(dataset, language, layout, lines, report));
}

/** The same, with pauses. */
export function* frameContentsInSteps(
  dataset: Dataset,
  language: Language,
  layout: Layout,
  lines: readonly Line[],
  report: string | null = null,
): Steps<FrameContents> {
  const { bibliography } = dataset.article;
  const places = yield* placeList(dataset, language, layout);
  const passages = yield* passageList(dataset, language, layout, report);
  return {
    places,
    passages,
    lines: openLines(lines, 'both').map((line) => ({ role: roleOf(line), name: line.name[language] })),
    articleLine: sayOfReadings(language, 'articleSource', {
      title: bibliography.title,
      publisher: bibliography['container-title'],
      date: issuedDate(bibliography, language),
    }),
  };
}
