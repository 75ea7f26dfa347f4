/** Puts a Brotli and a gzip file beside every file that gains by it, for servers that send what lies there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';

/** Pictures as PNG and fonts as WOFF2 are compressed in themselves. */
export const compressedTypes = [
  '.html',
  '.js',
  '.css',
  '.json',
  '.geojson',
  '.svg',
  '.csv',
  '.webmanifest',
  '.xml',
  '.txt',
];

/** Bytes: below this a response fits one packet either way. */
const least = 1000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** What suits a type of file better than Brotli's defaults, whose quality is 11. */
const parameters: Readonly<Record<string, BrotliOptions['params']>> = {
  // The styles, picture and words of a document differ in kind: in short blocks it is a hundred bytes shorter.
  '.html': { [constants.BROTLI_PARAM_LGBLOCK]: constants.BROTLI_MIN_INPUT_BLOCK_BITS },
  // Most of a picture is its fonts, which are compressed already: one step down takes half the time, and is shorter.
  '.svg': { [constants.BROTLI_PARAM_QUALITY]: 10 },
};

/** Bytes that a server sends for a built file: those of `<file>.br` where it lies there. */
export function bytesSent(file: string): number {
  if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size;
  const content = readFileSync(file);
  return compressedTypes.includes(extname(file)) ? brotliCompressSync(content).length : content.length;
}

/** Writes `<file>.br` and `<file>.gz` for every file of a folder whose type is compressed and that is long enough. */
export async function compressFiles(folder: string): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    compressedTypes.includes(extname(path)),
  );
  await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(join(folder, path));
      if (content.length < least) return;
      const [short, shorter] = await Promise.all([
        zip(content, { level: 9 }),
        brotli(content, { params: parameters[extname(path)] ?? {} }),
      ]);
      await Promise.all([writeFile(join(folder, `${path}.gz`), short), writeFile(join(folder, `${path}.br`), shorter)]);
    }),
  );
}
