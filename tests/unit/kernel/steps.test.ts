import { expect, it } from 'vitest';
import { finish, type Steps } from '../../../src/kernel/steps.ts';

it('work in steps is done at once by whoever has no time to give', () => {
  const done: string[] = [];
  function* work(): Steps<number> {
    done.push('first');
    yield;
    done.push('second');
    return done.length;
  }
  expect(finish(work())).toBe(2);
  expect(done).toEqual(['first', 'second']);
});
