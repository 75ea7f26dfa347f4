/** The pages of the bench, built and served as a good host would: Brotli, one origin, nothing kept. */
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { compressedTypes } from '../../scripts/site/compress-files.ts';
import { headerRules, headersFor } from '../../scripts/site/response-headers.ts';
import { siteDocuments } from '../../scripts/site/site-documents.ts';

export const peers = ['maplibre', 'leaflet', 'openlayers', 'svg'] as const;

const root = projectPath('.cache/bench');
const site = join(root, 'site');

/** Builds all pages into one folder: our site at `ours/`, each peer in a folder of its own. */
export async function preparePages(): Promise<void> {
  if (!existsSync(projectPath('dist/index.html'))) throw new Error('there is no build: run “npm run build” first');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(site, 'empty'), { recursive: true });
  cpSync(projectPath('dist'), join(site, 'ours'), { recursive: true });
  // The floor: what a browser needs for any page at all.
  writeFileSync(
    join(site, 'empty/index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Empty',
  );
  const face = readdirSync(projectPath('dist/assets')).find((name) => name.startsWith('regular-'));
  for (const peer of peers) {
    const source = join(root, 'source', peer);
    mkdirSync(source, { recursive: true });
    writeFileSync(
      join(source, 'index.html'),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${peer}</title><link rel="icon" href="data:,"><style>html,body,#map{margin:0;height:100%}</style></head><body><div id="map"></div><script type="module" src="${projectPath(`tests/bench/peers/${peer}.ts`)}"></script></body></html>`,
    );
    await build({
      configFile: false,
      root: source,
      base: './',
      logLevel: 'error',
      worker: { format: 'es' },
      server: { fs: { allow: [projectPath('.')] } },
      build: { outDir: join(site, peer), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
    });
    mkdirSync(join(site, peer, 'geo'), { recursive: true });
    for (const file of ['land.geojson', 'islands.geojson'])
      copyFileSync(projectPath(`dist/geo/${file}`), join(site, peer, 'geo', file));
    if (face !== undefined) copyFileSync(projectPath(`dist/assets/${face}`), join(site, peer, 'face.woff2'));
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the folder. `pages` are made up on the spot: path to HTML. `sent` counts bytes, whoever asked: a worker's
 * requests too.
 */
export function servePages(
  pages: ReadonlyMap<string, string>,
): Promise<{ url: string; sent: () => number; close: () => void }> {
  const sockets = new Set<Socket>();
  let closed = 0;
  const compressed = new Map<string, Buffer>();
  const rules = headerRules(
    new Map(siteDocuments.map(({ path }) => [path, readFileSync(projectPath(`dist/${path}`), 'utf8')])),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const made = pages.get(path);
    const file = join(site, path);
    if (made === undefined && !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = extname(path);
    const content = made === undefined ? readFileSync(file) : Buffer.from(made);
    const brotli = type === '.css' || compressedTypes.includes(type);
    if (brotli && !compressed.has(path))
      compressed.set(
        path,
        made === undefined && existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : brotliCompressSync(content),
      );
    const body = brotli ? compressed.get(path) : content;
    if (path.startsWith('/ours/'))
      for (const [header, value] of headersFor(rules, path.slice('/ours'.length))) response.setHeader(header, value);
    response.writeHead(200, {
      'Content-Type': types[type] ?? 'application/json',
      ...(brotli ? { 'Content-Encoding': 'br' } : {}),
      'Content-Length': body?.length ?? 0,
    });
    response.end(body);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      closed += socket.bytesWritten;
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}/`,
        sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, closed),
        close: () => server.close(),
      });
    });
  });
}
