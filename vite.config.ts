import { defineConfig } from 'vitest/config';
import { Derivation } from './scripts/derived/derivation.ts';
import { shareMapLibre } from './scripts/maplibre/share-maplibre.ts';
import { chunkGroups } from './scripts/site/chunk-groups.ts';
import { fourIslands } from './scripts/site/vite-plugin.ts';

/** Shared with the build of the package, so that nothing is made twice. */
export const derivation = new Derivation();

const longTests = 'tests/**/*.long.test.ts';

export default defineConfig({
  // A site of documents: what is not there is told to be missing, not answered with the page.
  appType: 'mpa',
  base: './',
  plugins: [
    shareMapLibre(),
    fourIslands({
      derivation,
      siteUrl: process.env['SITE_URL'],
      release: process.env['RELEASE'],
      reportUrl: process.env['REPORT_URL'],
    }),
  ],
  server: { host: '127.0.0.1' },
  // A sandboxed frame has no origin: every module, worker, font and data file must be open to it.
  preview: { host: '127.0.0.1', cors: { origin: '*' } },

  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // `npm run bytes` tells what a reader downloads; to compress every script once more only for the log takes a second.
    reportCompressedSize: false,
    // MapLibre and its worker are what they are; `npm run bytes` watches the sizes.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: ['index.html', 'embed.html'],
      output: { codeSplitting: { groups: chunkGroups } },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/geo/**/*.test.ts'],
          exclude: [longTests],
          // A busy machine is slow, and not wrong.
          testTimeout: 30_000,
        },
      },
      // Importing the library here makes the build's derived files first, which takes its time on a busy machine.
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'], testTimeout: 60_000 } },
      // What takes longer than a commit should wait for: `npm run test:long`.
      { extends: true, test: { name: 'long', include: [longTests], testTimeout: 120_000 } },
    ],
  },
});
