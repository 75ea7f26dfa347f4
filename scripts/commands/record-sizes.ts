/**
 * Records what the built files weigh, after somebody has looked why they changed. Says what changed by more than it
 * may.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../machine/node-files.ts';
import { compareSizes, measureSizes } from './sizes.ts';

const path = projectPath('tests/build/sizes.json');
const measured = measureSizes();
for (const change of compareSizes(JSON.parse(readFileSync(path, 'utf8')), measured)) console.log(change);
writeFileSync(path, `${JSON.stringify(measured, null, 2)}\n`);
