import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../../src/kernel/steps.ts';
import { nextTask, spread } from '../../../../src/shell/browser/spread-steps.ts';

/** Work whose steps take a few milliseconds each. */
function* work(steps: number, onStep: (step: number) => void = () => {}): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    const begun = performance.now();
    while (performance.now() - begun < 4);
    onStep(step);
    yield;
  }
  return 'done';
}

describe('work that is spread over tasks', () => {
  it('gives back what the same work gives at once', async () => {
    await expect(spread(work(3), new AbortController().signal)).resolves.toBe('done');
  });

  it('lets other tasks have their turn between its steps', async () => {
    const order: string[] = [];
    const other = nextTask().then(() => order.push('another task'));
    await spread(
      work(8, (step) => order.push(`step ${step}`)),
      new AbortController().signal,
    );
    await other;
    expect(order.indexOf('another task')).toBeLessThan(order.indexOf('step 7'));
  });

  it('ends in the next pause when it is called off', async () => {
    const errand = new AbortController();
    const steps: number[] = [];
    const done = spread(
      work(50, (step) => {
        steps.push(step);
        if (step === 3) errand.abort(new Error('called off'));
      }),
      errand.signal,
    );
    await expect(done).rejects.toThrow('called off');
    expect(steps.length).toBeLessThan(10);
  });

  it('does not wait for work that takes no time', async () => {
    let isNext = false;
    const other = nextTask().then(() => {
      isNext = true;
    });
    function* quick(): Steps<boolean> {
      yield;
      return isNext;
    }
    await expect(spread(quick(), new AbortController().signal)).resolves.toBe(false);
    await other;
  });
});
