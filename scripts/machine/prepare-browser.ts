/**
 * Provides what the tests look for on this machine. A browser they cannot do without: takes what it finds, installs
 * what it can, and otherwise says in one sentence what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, howToInstall } from './browser.ts';
import { installBrowser, installPackages } from './install.ts';

if (findBrowser() === null) installBrowser('chromium');
if (findBrowser() === null) installPackages('chromium');

const found = findBrowser();
if (found === null) {
  console.error(howToInstall);
  process.exit(1);
}
console.log(`browser: ${found}`);

// Without a web server one test file says that it was not run.
const webServer = '/usr/sbin/nginx';
if (!existsSync(webServer)) installPackages('nginx-light', 'libnginx-mod-http-brotli-static');
console.log(`web server: ${existsSync(webServer) ? webServer : 'not found'}`);

// Where the system has no Japanese face, what stands in for ours has no width, and lines move that move for no reader.
const hasJapaneseFace = () => (spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' }).stdout ?? '') !== '';
if (!hasJapaneseFace()) installPackages('fonts-ipafont-gothic');
console.log(`Japanese face: ${hasJapaneseFace() ? 'found' : 'not found; the tests of what moves may fail'}`);
