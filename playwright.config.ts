import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser, howToInstall } from './scripts/machine/browser.ts';

const executablePath = findBrowser();
if (executablePath === null) throw new Error(howToInstall);

/** Another port lets two checkouts run their tests at once. */
const port = Number(process.env['FOUR_ISLANDS_PORT'] ?? 4179);

/** What takes longer than a commit should wait for: `npm run test:long`. */
const long = [
  'access-matrix',
  'citations',
  'embed-builder',
  'failure-sentences',
  'first-sight',
  'every-picture-file',
  'faces',
  'frame-hosts',
  'habits',
  'hostile-hosts',
  'hostile-input',
  'large-letters',
  'loading-faults',
  'many-maps',
  'place-views',
  'paste-everywhere',
  'print-everywhere',
  'site-pages',
  'timeline',
  'walk',
].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  projects: [
    { name: 'short', testIgnore: long, grepInvert: /@long/ },
    { name: 'long', testMatch: long },
    // Further cases of what the short project tests in a few.
    { name: 'long-cases', testIgnore: long, grep: /@long/ },
  ],
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Tests replace answers of the server; a worker would give its own. What concerns it allows it.
    serviceWorkers: 'block',
    launchOptions: { executablePath, args: browserFlags },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
