import { files } from 'virtual:four-islands/data';
import { describeProblem } from '../model/parse-dataset.ts';
import { parseTimeline } from '../model/parse-timeline.ts';
import type { Timeline } from '../model/timeline.ts';
import type { Dataset } from '../model/types.ts';
import { DataError } from './data-error.ts';
import { readFile } from './load-data.ts';

/** Fetches and checks the timeline. Throws `DataError` with every problem at once. */
export async function loadTimeline({ sources }: Dataset): Promise<Timeline> {
  const [timeline, lines] = await Promise.all([files.timeline, files.lines].map(readFile));
  const result = parseTimeline({ timeline, lines }, sources);
  if (!result.ok) throw new DataError(result.problems.map(describeProblem));
  return result.timeline;
}
