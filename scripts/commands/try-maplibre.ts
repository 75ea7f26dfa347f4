/**
 * Tries another version of MapLibre: `npm run try:maplibre -- 6.16.0`. Runs types, unit tests, build and the browser
 * tests that need the map, in a copy of the last commit under `.cache/`. The checkout stays as it is.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../machine/node-files.ts';
import { bytesSent } from '../site/compress-files.ts';

const [version = 'latest'] = process.argv.slice(2);
const copy = projectPath('.cache/try-maplibre');
const env = { FOUR_ISLANDS_PORT: '4189', ...process.env };

function run(cwd: string, command: string, ...args: readonly string[]): boolean {
  console.log(`\n${command} ${args.join(' ')}`);
  return spawnSync(command, args, { cwd, env, stdio: 'inherit' }).status === 0;
}

const browserTests = ['map', 'hand-over', 'embed', 'hosts', 'failure'].map((name) => `/${name}.spec`);
const steps: readonly (readonly [what: string, command: string, ...args: readonly string[]])[] = [
  ['install', 'npm', 'install', '--no-audit', '--no-fund', `maplibre-gl@${version}`],
  ['types', 'npx', 'tsc', '--noEmit'],
  ['unit tests', 'npx', 'vitest', 'run', '--project', 'unit'],
  ['build', 'npx', 'vite', 'build'],
  ['browser tests', 'npx', 'playwright', 'test', '--project=short', ...browserTests],
];

const root = projectPath('.');
if (!run(root, 'git', 'worktree', 'add', '--detach', '--force', copy, 'HEAD'))
  throw new Error(`no copy could be made in ${copy}`);
try {
  const results: (readonly [what: string, passed: boolean])[] = [];
  for (const [what, ...command] of steps) {
    const passed = run(copy, ...command);
    results.push([what, passed]);
    // The other steps are worth running whatever fails; without the packages none can.
    if (!passed && what === 'install') break;
  }
  console.log(`\nMapLibre ${version}`);
  for (const [what, passed] of results) console.log(`${passed ? 'passed' : 'FAILED'}  ${what}`);
  const assets = join(copy, 'dist/assets');
  if (results.every(([what, passed]) => passed || what !== 'build'))
    for (const name of readdirSync(assets).filter((file) => /^maplibre.*\.js$/.test(file)))
      console.log(`${bytesSent(join(assets, name)).toLocaleString('en').padStart(10)}  ${name}`);
  if (results.some(([, passed]) => !passed)) process.exitCode = 1;
} finally {
  run(root, 'git', 'worktree', 'remove', '--force', copy);
}
