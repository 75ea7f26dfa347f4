import { defineConfig } from 'vitest/config';

/** The tests that a mutation run asks: those of the pure core, which need nothing that is built. */
export default defineConfig({
  test: {
    include: ['tests/unit/{model,text}/**/*.test.ts', 'tests/geo/{article,said,timeline}.test.ts'],
    testTimeout: 30_000,
  },
});
