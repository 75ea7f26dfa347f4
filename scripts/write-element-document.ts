/** Writes `docs/element.md`: what a page can say to the element, and what it hears. */
import { writeFileSync } from 'node:fs';
import { elementDocument } from './elements-manifest.ts';
import { projectPath } from './node-files.ts';

writeFileSync(projectPath('docs/element.md'), elementDocument());
