/** Puts a Brotli and a gzip file beside every file that gains by it, for servers that send what lies there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';

/** Pictures as PNG and fonts as WOFF2 are compressed in themselves. */
export const compressedTypes = ['.html', '.js', '.json', '.geojson', '.svg', '.csv', '.webmanifest', '.xml', '.txt'];

/** Bytes: below this a response fits one packet either way. */
const least = 1000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A document's rules, picture and words are each of its own kind: in short blocks it is a hundred bytes shorter, where scripts are longer. */
function parametersFor(path: string): BrotliOptions['params'] {
  return extname(path) === '.html' ? { [constants.BROTLI_PARAM_LGBLOCK]: constants.BROTLI_MIN_INPUT_BLOCK_BITS } : {};
}

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
        brotli(content, { params: parametersFor(path) }),
      ]);
      await Promise.all([writeFile(join(folder, `${path}.gz`), short), writeFile(join(folder, `${path}.br`), shorter)]);
    }),
  );
}
