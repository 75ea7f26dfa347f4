/**
 * Whose work the project uses, under which licence: what it ships, and what only builds and tests it. Read from the
 * lockfile and the packages themselves.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { projectPath, readJson, readText } from '../machine/node-files.ts';

export interface UsedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package states it, or as `statedElsewhere` knows; `null` when nothing is known. */
  readonly licence: string | null;
  /** It, or a package that asks for it, is in what readers download. */
  readonly shipped: boolean;
  /** Folder from the project's root. */
  readonly folder: string;
}

/** Licences that what we ship may have: their notice in `licences.txt` is all that they ask. */
const allowedShipped = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'OFL-1.1',
  'Unlicense',
  'CC0-1.0',
];

/** Licences that tools may have besides, because no line of theirs is passed on. */
const allowedTools = ['BlueOak-1.0.0', 'Python-2.0', 'MPL-2.0', 'LGPL-3.0', 'LGPL-3.0-or-later', 'EDL-1.0', 'EPL-1.0'];

/** Packages whose `package.json` says nothing or misspells it, and where it is said. */
const statedElsewhere: Readonly<Record<string, string>> = {
  // “BSD”; its LICENSE.md is the BSD licence with two clauses.
  arc: 'BSD-2-Clause',
  // It states none; jsonlint by the same author, of which it is a fork, states MIT. No line of it reaches the bundle.
  '@mapbox/jsonlint-lines-primitives': 'MIT',
  // “BDS-3-Clause”; its LICENSE file is the BSD licence with three clauses.
  'splaytree-ts': 'BSD-3-Clause',
};

/** Packages for the build of which a part reaches the reader: fonts, coasts, and the code of the service worker. */
const shippedByBuild = [
  '@expo-google-fonts/shippori-mincho',
  '@expo-google-fonts/source-serif-4',
  'workbox-precaching',
  'workbox-routing',
  'world-atlas',
];

const lockfile = v.object({
  packages: v.record(
    v.string(),
    v.looseObject({
      version: v.optional(v.string()),
      license: v.optional(v.string()),
      dependencies: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});

/** Every package of the lockfile. Throws when the lockfile is not one. */
export function usedPackages(): readonly UsedPackage[] {
  const { packages } = v.parse(lockfile, readJson('package-lock.json'));
  const shipped = new Set<string>();
  /** As Node finds it: in the folder of the one that asks, then in those around it. */
  const locate = (from: string, name: string): string | null => {
    const nested = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
    if (packages[nested] !== undefined) return nested;
    return from === '' ? null : locate(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
  };
  const visit = (folder: string | null) => {
    if (folder === null || shipped.has(folder)) return;
    shipped.add(folder);
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) visit(locate(folder, name));
  };
  for (const name of [...Object.keys(packages['']?.dependencies ?? {}), ...shippedByBuild]) visit(locate('', name));
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, { version = '', license }]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const licence = statedElsewhere[name] ?? license ?? null;
      return { name, version, licence, shipped: shipped.has(folder), folder };
    });
}

/** True when a licence expression is covered: all of what stands with AND, one of what stands with OR. */
export function isAllowed(licence: string | null, shipped: boolean): boolean {
  if (licence === null) return false;
  const allowed = shipped ? allowedShipped : [...allowedShipped, ...allowedTools];
  const plain = licence.replaceAll(/[()]/g, '');
  if (/ AND /.test(plain) && / OR /.test(plain)) return false;
  return / OR /.test(plain)
    ? plain.split(' OR ').some((one) => allowed.includes(one))
    : plain.split(' AND ').every((one) => allowed.includes(one));
}

/**
 * The notices of all that is shipped, as text: name, version, licence and the licence's own words. Throws when a
 * package has none.
 */
export function printNotices(packages: readonly UsedPackage[]): string {
  const shipped = packages
    .filter((used) => used.shipped && existsSync(projectPath(used.folder)))
    .map((used) => ({ ...used, texts: licenceTexts(used.folder) }));
  return [
    'Four Islands: MIT for the code, CC BY 4.0 for geo/. It contains work of others:',
    ...shipped.map(({ name, version, licence, texts }) =>
      [
        `${'='.repeat(72)}\n${name} ${version}\n${licence}`,
        ...(texts.length === 0 ? [`The package holds no text of its licence; it states “${licence}”.`] : texts),
      ].join('\n\n'),
    ),
  ].join('\n\n');
}

function licenceTexts(folder: string): readonly string[] {
  return readdirSync(projectPath(folder))
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readText(join(folder, file)).trim());
}
