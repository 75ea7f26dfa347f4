/** Provides what tests look for, where this machine lets itself be added to. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Milliseconds that a download may take. */
const patience = 300_000;

function run(command: string, ...args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'ignore', timeout: patience });
}

/** Debian's packages, where there is `apt-get`. Whether they came is for the caller to see. */
export function installPackages(...names: readonly string[]): void {
  if (!existsSync('/usr/bin/apt-get')) return;
  console.log(`installing by apt-get: ${names.join(', ')}`);
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', ...names);
}

/** Playwright's own browser, with what it needs of the system. */
export function installBrowser(name: 'chromium' | 'firefox' | 'webkit'): void {
  console.log(`installing Playwright’s ${name}`);
  run('npx', 'playwright', 'install', '--with-deps', name);
}
