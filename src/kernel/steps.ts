/**
 * Work that can be done in one go, or a piece at a time so that a page stays responsive meanwhile: it pauses at each
 * `yield`.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
