/** What is read of the pictures of a site that has been built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlateHeights, plateHeights } from '../../src/text/pictures/plate-file.ts';
import { projectPath } from '../machine/node-files.ts';

export function readPlateHeights(folder = projectPath('dist')): PlateHeights {
  const pictures = join(folder, 'static');
  const names = readdirSync(pictures).filter((name) => /^map\..*\.svg$/.test(name));
  return plateHeights(names.map((name) => [name, readFileSync(join(pictures, name), 'utf8')]));
}
