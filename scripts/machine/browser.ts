/** The browser that tests and photographs use: Playwright's own where it is, Debian's Chromium otherwise. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const howToInstall =
  'No browser was found: run “npx playwright install --with-deps chromium”, or on Debian “apt-get install chromium”.';

/** Path of the browser, or `null` when the machine has none. */
export function findBrowser(): string | null {
  return [chromium.executablePath(), ...systemChromium].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** WebGL without a graphics card, and nothing that calls home. */
export const browserFlags = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
