/** Versions that are kept: which there is, where it lies, and what a build of it is. */
import * as v from 'valibot';
import { readJson } from '../machine/node-files.ts';

export const { version } = v.parse(
  v.object({ version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+[\w.-]*$/)) }),
  readJson('package.json'),
);

/** The folder of this version under the site; nothing in it changes once it is published. */
export const keptFolder = `v/${version}/`;

const kinds = ['latest', 'kept'] as const;
export type ReleaseKind = (typeof kinds)[number];

/** What `RELEASE` says; `null` for a build that is no part of a release. Throws for anything but the kinds. */
export function parseReleaseKind(text: string | undefined): ReleaseKind | null {
  if (text === undefined || text === '') return null;
  const kind = kinds.find((known) => known === text);
  if (kind === undefined)
    throw new Error(`RELEASE=“${text.slice(0, 80)}” is not understood; allowed: ${kinds.join(', ')}.`);
  return kind;
}
