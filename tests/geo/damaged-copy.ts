/** A copy of `geo/` that a test may damage: made anew before each test. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, vi } from 'vitest';
import { projectPath } from '../../scripts/machine/node-files.ts';

export const folder = mkdtempSync(join(tmpdir(), 'four-islands-geo-'));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(projectPath('geo'), folder, { recursive: true });
  vi.stubEnv('GEO_FOLDER', folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

export type Edit = (text: string) => string;

export function edit(name: string, change: Edit): void {
  const path = join(folder, name);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${name}`);
  writeFileSync(path, after);
}

export const replace =
  (from: string, to: string): Edit =>
  (text) => {
    if (!text.includes(from)) throw new Error(`“${from}” is not there`);
    return text.replace(from, to);
  };
