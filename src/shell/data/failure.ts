/** Why there is no map, in the words of `four-islands-error`, and how the console is told of it. */
import type { DataError } from './data-error.ts';

export const failureReasons = ['webgl', 'module', 'worker', 'data', 'context-lost'] as const;
export type FailureReason = (typeof failureReasons)[number];

/** The reasons that the map itself gives. */
const mapReasons = ['webgl', 'worker', 'context-lost'] as const satisfies readonly FailureReason[];

/** By its name: the class itself comes with the code that loads the data. */
function isDataError(error: unknown): error is DataError {
  return error instanceof Error && error.name === 'DataError';
}

export function reasonOf(error: unknown): FailureReason {
  if (isDataError(error)) return 'data';
  if (error instanceof Error && error.name === 'MapError' && 'reason' in error)
    return mapReasons.find((reason) => reason === error.reason) ?? 'worker';
  return 'module';
}

/** Writes to the console what has failed: of data every problem, each in a line of its own. */
export function logFailure(what: FailureReason | 'timeline', error: unknown): void {
  console.error(`four-islands: ${what}`, isDataError(error) ? `\n${error.problems.join('\n')}` : error);
}
