/** Puts a Brotli and a gzip file beside every file that gains by it, for servers that send what lies there. */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pictures as PNG and fonts as WOFF2 are compressed in themselves. */
export const compressedTypes = ['.html', '.js', '.json', '.geojson', '.svg', '.csv', '.webmanifest', '.xml', '.txt'];

/** Bytes: below this a response fits one packet either way. */
const least = 1000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

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
        brotli(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
      ]);
      await Promise.all([writeFile(join(folder, `${path}.gz`), short), writeFile(join(folder, `${path}.br`), shorter)]);
    }),
  );
}
