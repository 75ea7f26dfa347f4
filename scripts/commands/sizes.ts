/**
 * What the built files weigh after Brotli, by names without their hash: the table that `tests/build/sizes.json`
 * records.
 */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { projectPath } from '../machine/node-files.ts';
import { bytesSent, compressedTypes } from '../site/compress-files.ts';

/** Bytes by which a file may grow, and shrink, before somebody must look and record it. */
export const allowance = { growth: 1000, shrinkage: 4000 } as const;

export type Sizes = Readonly<Record<string, number>>;

/** `assets/define-COcTz9xc.js` is `assets/define.js`; two of one name are added up. */
function nameOf(path: string): string {
  return path.replace(/-[\w-]{8}(\.\w+)$/, '$1');
}

/** Bytes of every file that readers download as part of page or frame: documents, scripts, fonts and data. */
export function measureSizes(): Sizes {
  const folder = projectPath('dist');
  const wanted = (path: string) =>
    /^(assets|geo)\//.test(path) || /\.html$/.test(path) || ['service-worker.js', 'licences.txt'].includes(path);
  const sizes = new Map<string, number>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!wanted(path) || !(compressedTypes.includes(extname(path)) || path.endsWith('.woff2'))) continue;
    sizes.set(nameOf(path), (sizes.get(nameOf(path)) ?? 0) + bytesSent(join(folder, path)));
  }
  return Object.fromEntries(sizes);
}

/** What differs by more than it may, in words; a file that came or went counts whole. */
export function compareSizes(recorded: Sizes, measured: Sizes): readonly string[] {
  return [...new Set([...Object.keys(recorded), ...Object.keys(measured)])].sort().flatMap((name) => {
    const difference = (measured[name] ?? 0) - (recorded[name] ?? 0);
    if (difference > allowance.growth) return [`${name} grew by ${difference} bytes to ${measured[name]}`];
    if (difference < -allowance.shrinkage) return [`${name} shrank by ${-difference} bytes to ${measured[name] ?? 0}`];
    return [];
  });
}
