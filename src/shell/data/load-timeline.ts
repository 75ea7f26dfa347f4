import { files } from 'virtual:four-islands/data';
import { describeProblem } from '../../model/data/data-problems.ts';
import { parseEvents } from '../../model/data/parse-timeline.ts';
import type { Timeline } from '../../model/story/timeline.ts';
import { DataError } from './data-error.ts';
import { type LoadedData, readFile } from './load-data.ts';

/** Fetches and checks the timeline. Throws `DataError` with every problem at once. */
export async function loadTimeline({ dataset, lines }: LoadedData): Promise<Timeline> {
  const result = parseEvents(await readFile(files.timeline), lines, dataset.sources);
  if (!result.ok) throw new DataError(result.problems.map(describeProblem));
  return result.timeline;
}
