/** The built site behind Debian's nginx with `docs/nginx.conf` as it stands, but for its paths and its port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/machine/free-port.ts';
import { projectPath, readText } from '../../scripts/machine/node-files.ts';
import { headerFiles, headerRules, headersFor, nginxVariable } from '../../scripts/site/response-headers.ts';
import { siteDocuments } from '../../scripts/site/site-documents.ts';

const nginx = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) => existsSync(path));
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const rules = headerRules(new Map(siteDocuments.map(({ path }) => [path, readText(`dist/${path}`)])));

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function ask(port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', reject);
  });
}

const asset = (prefix: string) =>
  `assets/${readdirSync(projectPath('dist/assets')).find((name) => name.startsWith(`${prefix}-`))}`;

describe('the table of headers', () => {
  it('says each header once for any path, in `_headers` too', () => {
    const blocks = readText(`dist/${headerFiles.staticHosts}`)
      .split(/\n(?=\/)/)
      .map((block) => block.trim().split('\n'));
    for (const path of ['/', '/index.html', '/ja/', '/embed.html', '/embed.ru.ja', '/ru/embed.html', '/assets/a.js']) {
      const said = blocks
        .filter(([glob = '']) => {
          const [start = '', end] = glob.split('*');
          return end === undefined ? glob === path : path.startsWith(start) && path.endsWith(end);
        })
        .flatMap(([, ...lines]) => lines.map((line) => line.trim()));
      const expected = [...headersFor(rules, path)].map(([header, value]) => `${header}: ${value}`);
      expect([...said].sort(), path).toEqual([...expected].sort());
    }
  });

  it('lets only ourselves frame the page, and everybody the frame', () => {
    const policy = (path: string) => headersFor(rules, path).get('Content-Security-Policy') ?? '';
    expect(policy('/ja/')).toContain("frame-ancestors 'self'");
    expect(policy('/embed.both.en.html')).toContain('frame-ancestors *');
    for (const path of ['/', '/embed.html']) {
      expect(policy(path)).toContain("require-trusted-types-for 'script'");
      expect(policy(path)).not.toMatch(/unsafe|blob:|https?:/);
    }
  });

  it('keeps unused powers from documents, and weighs nothing else down with them', () => {
    const powers = (path: string) => headersFor(rules, path).get('Permissions-Policy');
    for (const path of ['/', '/ja/', '/index.html', '/embed.html', '/embed.both.en'])
      expect(powers(path)).toMatch(/camera=\(\)/);
    for (const path of [`/${asset('map-view')}`, '/geo/map.json', '/icon.svg']) expect(powers(path)).toBeUndefined();
  });

  it('is sent whole by docs/nginx.conf', () => {
    for (const { header } of rules)
      expect(readText('docs/nginx.conf')).toMatch(
        new RegExp(`add_header ${header} \\${nginxVariable(header)}( always)?;`),
      );
  });
});

if (nginx === undefined || !existsSync(brotliModule))
  console.warn(`not run: nginx ${nginx === undefined ? 'not found' : 'has no Brotli module'} (the served headers)`);

describe.skipIf(nginx === undefined || !existsSync(brotliModule))('nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'four-islands-nginx-'));
  let port = 0;
  let running: ChildProcess | null = null;
  let said = '';

  beforeAll(async () => {
    port = await freePort();
    const site = readText('docs/nginx.conf')
      .replaceAll('/var/www/four-islands', projectPath('dist').replace(/\/$/, ''))
      .replace('listen 80;', `listen 127.0.0.1:${port};`);
    writeFileSync(
      join(folder, 'nginx.conf'),
      [
        `load_module ${brotliModule};`,
        `daemon off; master_process off; error_log stderr; pid ${folder}/pid;`,
        'events {}',
        `http { access_log off;
          ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}`,
        site,
        '}',
      ].join('\n'),
    );
    const child = spawn(nginx ?? '', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr']);
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
    });
    running = child;
    for (let tries = 0; tries < 100; tries++) {
      const up = await ask(port, '/icon.svg').then(
        () => true,
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nginx did not start: ${said}`);
  });

  afterAll(() => {
    running?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['/', 'text/html'],
    ['/index.html?names=ru', 'text/html'],
    ['/ja/', 'text/html'],
    ['/embed.both.ru.html', 'text/html'],
    ['/ru/embed.html', 'text/html'],
    ['/geo/islands.geojson', 'application/geo+json'],
    ['/geo/places.csv', 'text/csv'],
    ['/static/map.both.en.svg', 'image/svg+xml'],
    ['/static/map.both.en.png', 'image/png'],
    ['/site.webmanifest', 'application/manifest+json'],
    ['/service-worker.js', 'text/javascript'],
    [`/${asset('map-view')}`, 'text/javascript'],
    [`/${asset('maplibre-gl-worker')}`, 'text/javascript'],
    [`/${asset('regular')}`, 'font/woff2'],
  ])('serves %s as %s, with the headers of the table and nothing changed', async (path, type) => {
    const file = new URL(path, 'http://localhost').pathname.replace(/\/$/, '/index.html');
    const content = readFileSync(projectPath(`dist${file}`));
    for (const [encoding, decode] of [
      ['identity', (body: Buffer) => body],
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const { status, headers, body } = await ask(port, path, { 'Accept-Encoding': encoding });
      expect(status).toBe(200);
      expect(headers['content-type']?.split(';')[0]).toBe(type);
      const compressed = encoding !== 'identity' && existsSync(projectPath(`dist${file}.${encoding.slice(0, 2)}`));
      expect(headers['content-encoding'], encoding).toBe(
        encoding === 'gzip'
          ? existsSync(projectPath(`dist${file}.gz`))
            ? 'gzip'
            : undefined
          : compressed
            ? encoding
            : undefined,
      );
      expect((headers['content-encoding'] === undefined ? body : decode(body)).equals(content)).toBe(true);
      for (const [header, value] of headersFor(rules, new URL(path, 'http://localhost').pathname))
        expect(headers[header.toLowerCase()], header).toBe(value);
    }
  });

  it('compresses all that gains by it', () => {
    for (const path of ['index.html', 'embed.html', 'geo/land.geojson', asset('map-view'), 'service-worker.js'])
      for (const ending of ['br', 'gz']) expect(existsSync(projectPath(`dist/${path}.${ending}`)), path).toBe(true);
  });

  it('answers what is not there with 404, never kept, and keeps its own files to itself', async () => {
    for (const path of ['/nothing.js', `/${headerFiles.nginx}`, `/${headerFiles.staticHosts}`]) {
      const { status, headers } = await ask(port, path);
      expect(status, path).toBe(404);
      expect(headers['cache-control']).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('answers a second visit with 304', async () => {
    const { headers } = await ask(port, '/index.html');
    const again = await ask(port, '/index.html', { 'If-None-Match': headers.etag ?? '' });
    expect(again.status).toBe(304);
  });
});
