import { describe, expect, it } from 'vitest';
import { allowance, compareSizes, measureSizes, type Sizes } from '../../scripts/commands/sizes.ts';
import { readJson } from '../../scripts/machine/node-files.ts';

describe('the recorded sizes', () => {
  it('are those of the build; after a wanted change run “npm run sizes”', () => {
    const measured = measureSizes();
    expect(Object.keys(measured).length).toBeGreaterThan(30);
    expect(compareSizes(readJson('tests/build/sizes.json') as Sizes, measured)).toEqual([]);
  });

  it('notice growth over a kilobyte, shrinkage over four, and files that come and go', () => {
    const { growth, shrinkage } = allowance;
    expect(compareSizes({ a: 10_000 }, { a: 10_000 + growth })).toEqual([]);
    expect(compareSizes({ a: 10_000 }, { a: 10_001 + growth })).toEqual([`a grew by ${growth + 1} bytes to 11001`]);
    expect(compareSizes({ a: 10_000 }, { a: 10_000 - shrinkage })).toEqual([]);
    expect(compareSizes({ a: 10_000 }, { a: 9999 - shrinkage })).toHaveLength(1);
    expect(compareSizes({}, { b: 5000 })).toHaveLength(1);
    expect(compareSizes({ b: 5000 }, {})).toHaveLength(1);
  });
});
