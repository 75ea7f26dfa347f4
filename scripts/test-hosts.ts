/**
 * Puts the package, as it would be published, into each of `examples/`, builds them with their own tools, and looks at the pages in a browser.
 * Prints what a reader sees and what the page has downloaded before the map is reached. `npm run test:hosts [name …]`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { browserFlags, findBrowser, howToInstall } from './browser.ts';
import { projectPath } from './node-files.ts';

const names = ['plain', 'eleventy', 'vitepress', 'astro', 'next'];
const asked = process.argv.slice(2);
for (const name of asked)
  if (!names.includes(name)) throw new Error(`there is no example “${name}”; there are ${names.join(', ')}`);
const executablePath = findBrowser();
if (executablePath === null) throw new Error(howToInstall);

const folder = mkdtempSync(join(tmpdir(), 'four-islands-hosts-'));
const run = (command: string, given: readonly string[], cwd: string) =>
  execFileSync(command, given, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
const tarball = join(
  folder,
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], projectPath('.')).trim(),
);

/** Builds an example in a copy of its own. Returns the folder of its pages. */
function buildExample(name: string): string {
  const copy = join(folder, name);
  cpSync(projectPath(`examples/${name}`), copy, { recursive: true });
  if (!existsSync(join(copy, 'package.json'))) {
    run('tar', ['xzf', tarball, '-C', folder], folder);
    for (const file of ['four-islands.js', 'four-islands-map.js', 'static/map.both.en.svg'])
      cpSync(join(folder, 'package/lib', file), join(copy, file.replace('static/', '')));
    return copy;
  }
  run('npm', ['ci', '--no-audit', '--no-fund'], copy);
  // Beside what the lockfile holds: the package under test is not published yet.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', tarball], copy);
  if (name === 'next') {
    mkdirSync(join(copy, 'public'), { recursive: true });
    cpSync(join(copy, 'node_modules/four-islands/lib/static/map.both.en.svg'), join(copy, 'public/map.both.en.svg'));
  }
  run('npm', ['run', 'build'], copy);
  return join(copy, 'site');
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

async function serve(root: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

interface Seen {
  readonly first: string;
  readonly map: string;
  readonly bytesBefore: number;
  readonly bytesAll: number;
}

/** What the map has become, at the latest after a minute. */
async function settled(map: Locator): Promise<string> {
  for (let second = 0; second < 60; second += 1) {
    const state = (await map.getAttribute('data-state')) ?? '';
    if (state === 'interactive' || state === 'failed') return state;
    await map.page().waitForTimeout(1000);
  }
  return 'no map after a minute';
}

async function look(page: Page, url: string): Promise<Seen> {
  let bytes = 0;
  page.on('response', (response) => {
    void response.body().then(
      (body) => {
        bytes += body.length;
      },
      () => {},
    );
  });
  // The map stands far down in the article.
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () => document.body.style.setProperty('padding-top', '4000px')),
  );
  await page.goto(url, { waitUntil: 'networkidle' });
  const map = page.locator('four-islands-map');
  await map.waitFor({ state: 'attached' });
  const bytesBefore = bytes;
  const image = map.locator('img');
  await image.scrollIntoViewIfNeeded();
  const first = await image.evaluate(async (node) => {
    if (!(node instanceof HTMLImageElement)) return 'nothing';
    await node.decode();
    return node.naturalWidth > 0 ? 'picture' : 'nothing';
  });
  const state = await settled(map);
  const drawn = await page.evaluate(
    () => (document.querySelector('four-islands-map')?.shadowRoot?.querySelector('canvas')?.width ?? 0) > 0,
  );
  await page.screenshot({ path: join(folder, 'seen.png') });
  return { first, map: state === 'interactive' && !drawn ? 'no canvas' : state, bytesBefore, bytesAll: bytes };
}

const browser = await chromium.launch({ executablePath, args: browserFlags });
const rows: (Seen & { readonly host: string })[] = [];
try {
  for (const host of asked.length === 0 ? names : asked) {
    const { url, close } = await serve(buildExample(host));
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    try {
      rows.push({ host, ...(await look(page, url)) });
      const keep = process.env['KEEP_PICTURES'];
      if (keep !== undefined) cpSync(join(folder, 'seen.png'), join(keep, `${host}.png`));
    } finally {
      await page.close();
      close();
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log('| host | first | then | before the map is reached | with the map |\n|---|---|---|---|---|');
for (const { host, first, map, bytesBefore, bytesAll } of rows)
  console.log(`| ${host} | ${first} | ${map} | ${kilobytes(bytesBefore)} | ${kilobytes(bytesAll)} |`);
if (rows.some(({ first, map }) => first !== 'picture' || map !== 'interactive')) process.exitCode = 1;
