/**
 * Installs what other people's pages are made with, for the tests that paste into them: it has a lockfile of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from './node-files.ts';

const folder = projectPath('tests/e2e');
const installed = join(folder, 'node_modules/.package-lock.json');
const changed = (path: string) => statSync(path).mtimeMs;

if (!existsSync(installed) || changed(installed) < changed(join(folder, 'package-lock.json'))) {
  console.log('installing the packages of tests/e2e');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The packages of tests/e2e could not be installed: run “npm ci --prefix tests/e2e”.');
    process.exit(1);
  }
}
