/** Writes `docs/element.md`: what a page can say to the element, and what it hears. */
import { writeFileSync } from 'node:fs';
import { projectPath } from '../machine/node-files.ts';
import { elementDocument } from '../package/elements-manifest.ts';

writeFileSync(projectPath('docs/element.md'), elementDocument());
