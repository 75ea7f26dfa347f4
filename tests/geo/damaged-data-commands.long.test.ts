/** What every command says of damaged data. Each is a process of its own, which takes its time. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { edit, folder, replace } from './damaged-copy.ts';

/** What a command says of the damaged copy, and with which code it ends. */
function run(...command: readonly string[]) {
  const [program = '', ...rest] = command;
  const { status, stdout, stderr } = spawnSync(process.execPath, [projectPath(`node_modules/${program}`), ...rest], {
    cwd: projectPath('.'),
    encoding: 'utf8',
    env: { ...process.env, GEO_FOLDER: folder, NO_COLOR: '1', VITEST: '' },
  });
  return { status, stdout, lines: stderr.replaceAll(`${folder}/`, 'geo/').trim().split('\n') };
}

const tsx = 'tsx/dist/cli.mjs';
const sentence =
  'geo/drawing/shikotan.txt, line 6, sheet “shikotan_02”: the coast of “shikotan” from 131,694.5 to 135,699 crosses or touches itself from 98.5,774 to 193,560 (line 6, sheet “shikotan_02”); coasts must not meet';

describe('the commands', { timeout: 120_000 }, () => {
  it.each([
    ['draw', [tsx, 'scripts/commands/draw.ts']],
    ['score', [tsx, 'scripts/commands/score.ts']],
    ['check:data', [tsx, 'scripts/commands/check-data.ts']],
    ['build:lib', [tsx, 'scripts/commands/build.ts', 'package']],
    ['build', [tsx, 'scripts/commands/build.ts', 'site', 'package']],
  ])('%s refuses a crossing coast in one sentence and writes nothing', (_name, command) => {
    edit('drawing/shikotan.txt', replace('93,744', '193,560'));
    const islands = readFileSync(join(folder, 'islands.geojson'), 'utf8');
    const { status, lines } = run(...command);
    expect(lines).toEqual([sentence]);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'islands.geojson'), 'utf8')).toBe(islands);
  });

  it('build refuses it before anything is built', () => {
    edit('drawing/shikotan.txt', replace('93,744', '193,560'));
    const { status, lines, stdout } = run('vite/bin/vite.js', 'build', '--outDir', join(folder, 'dist'));
    expect(lines).toEqual(['error during build:', sentence]);
    expect(stdout).not.toContain('transform');
    expect(status).toBe(1);
  });

  it('check:data says in one line what it has read', () => {
    const { status, stdout } = run(tsx, 'scripts/commands/check-data.ts');
    expect(stdout.trim()).toMatch(
      / is sound: \d+ places, \d+ drawn shapes, \d+ facts, \d+ sources, \d+ events, \d+ lines\.$/,
    );
    expect(status).toBe(0);
  });
});
