/**
 * Builds the site with this version kept in it: `dist/` is the latest page, `dist/v/<version>/` the same build for
 * good. Given the folder of the site as it is published, it takes the versions kept there along, and refuses to change
 * one of them.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../machine/node-files.ts';
import { keptFolder, type ReleaseKind, version } from '../site/release-kind.ts';

const [published] = process.argv.slice(2);
if (published !== undefined && !existsSync(join(published, 'index.html')))
  throw new Error(`${published} is no published site: it has no index.html`);

function build(kind: ReleaseKind, outDir: string): void {
  execFileSync(process.execPath, [projectPath('node_modules/vite/bin/vite.js'), 'build', '--outDir', outDir], {
    cwd: projectPath('.'),
    env: { ...process.env, RELEASE: kind },
    stdio: 'inherit',
  });
}

/** One line for all files of a folder, their names and their content. */
function digest(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(`${file.slice(folder.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

build('latest', 'dist');
build('kept', join('dist', keptFolder));
const kept = projectPath(join('dist', keptFolder));
if (published !== undefined && existsSync(join(published, 'v'))) {
  const before = join(published, keptFolder);
  if (existsSync(before) && digest(before) !== digest(kept))
    throw new Error(
      `${before} is published and differs from this build; articles rely on it: give package.json a new version`,
    );
  cpSync(join(published, 'v'), projectPath('dist/v'), { recursive: true, force: false });
}
console.log(`four-islands ${version} is in dist/, and for good in dist/${keptFolder}`);
