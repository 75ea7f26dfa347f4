/** Provides what the tests look for on this machine. A browser they cannot do without: takes what it finds, installs what it can, and otherwise says in one sentence what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, howToInstall } from './browser.ts';

const attempts: readonly (readonly [command: string, args: readonly string[]])[] = [
  ['npx', ['playwright', 'install', '--with-deps', 'chromium']],
  ...(existsSync('/usr/bin/apt-get')
    ? ([
        ['apt-get', ['update']],
        ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
      ] as const)
    : []),
];

for (const [command, args] of attempts) {
  if (findBrowser() !== null) break;
  spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 });
}

const found = findBrowser();
if (found === null) {
  console.error(howToInstall);
  process.exit(1);
}
console.log(`browser: ${found}`);

// Without a web server one test file says that it was not run.
if (!existsSync('/usr/sbin/nginx') && existsSync('/usr/bin/apt-get'))
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light', 'libnginx-mod-http-brotli-static'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
console.log(`web server: ${existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'not found'}`);
