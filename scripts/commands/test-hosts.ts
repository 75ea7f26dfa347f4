/**
 * Embeds the map in every kind of host, in every form that the host takes, and looks at the pages in a browser: the
 * examples with the package as it would be published, built with their own tools, and a WordPress in which an editor
 * and a contributor have pasted what the embed builder copies. Prints what a reader sees and what the page has
 * downloaded before the map is reached. `npm run test:hosts [host …]`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { defaultState } from '../../src/model/view-state.ts';
import { embedSnippets, frameSize } from '../../src/text/embed/embed-snippets.ts';
import { browserFlags, findBrowser, howToInstall } from '../machine/browser.ts';
import { freePort } from '../machine/free-port.ts';
import { projectPath } from '../machine/node-files.ts';
import { serveBuild } from '../machine/serve.ts';
import { readPlateHeights } from '../pictures/read-plates.ts';
import { startWordPress, wordPressMissing, writers } from './wordpress-host.ts';

const examples = ['plain', 'eleventy', 'vitepress', 'astro', 'next'];
const hosts = [...examples, 'wordpress'];
const given = process.argv.slice(2);
for (const name of given)
  if (!hosts.includes(name)) throw new Error(`there is no host “${name}”; there are ${hosts.join(', ')}`);
const asked = given.length === 0 ? hosts : given;
const executablePath = findBrowser();
if (executablePath === null) throw new Error(howToInstall);

const folder = mkdtempSync(join(tmpdir(), 'four-islands-hosts-'));
const run = (command: string, parameters: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}) =>
  execFileSync(command, parameters, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Vite's server has set NODE_ENV for itself; npm would leave out what builds the examples.
    env: { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', ...more },
  });
const tarball = join(
  folder,
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], projectPath('.')).trim(),
);

/** Builds an example in a copy of its own. Returns the folder of its pages. */
function buildExample(name: string): string {
  const copy = join(folder, name);
  cpSync(projectPath(`examples/${name}`), copy, { recursive: true });
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(md|html|astro|js)$/.test(file) || file.includes('node_modules')) continue;
    const path = join(copy, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('https://maps.example.org/', site.url));
  }
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
    const file = [path, `${path}index.html`, `${path}.html`, `${path}/index.html`]
      .map((name) => join(root, name))
      .find((name) => extname(name) !== '' && existsSync(name));
    if (file === undefined) {
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

/** What a reader sees of the map at first, and what has become of it. */
interface Sight {
  readonly first: string;
  readonly later: string;
}

/** What the interactive map has become, at the latest after a minute. */
async function settled(map: Locator): Promise<string> {
  for (let second = 0; second < 60; second += 1) {
    const state = (await map.getAttribute('data-state')) ?? '';
    if (state === 'failed') return state;
    if (state === 'interactive') return (await map.locator('canvas').count()) > 0 ? 'map' : 'no canvas';
    await map.page().waitForTimeout(1000);
  }
  return 'no map after a minute';
}

/** Whether an image has come. */
const hasCome = (image: Locator) =>
  image.evaluate(async (node) => {
    if (!(node instanceof HTMLImageElement)) return false;
    await node.decode();
    return node.naturalWidth > 0;
  });

async function lookAt(page: Page): Promise<Sight> {
  const element = page.locator('four-islands-map');
  if ((await element.count()) > 0 && (await element.evaluate((node) => node.shadowRoot !== null))) {
    const image = element.locator('img');
    await image.scrollIntoViewIfNeeded();
    return { first: (await hasCome(image)) ? 'picture' : 'nothing', later: await settled(element) };
  }
  const frame = page.locator('iframe');
  if ((await frame.count()) > 0) {
    await frame.scrollIntoViewIfNeeded();
    const inside = frame.contentFrame();
    await inside.locator('.picture').waitFor();
    return { first: 'picture', later: await settled(inside.locator('four-islands-map')) };
  }
  const image = page.locator(`a > img[src^="${site.url}"]`);
  if ((await image.count()) > 0) {
    await image.scrollIntoViewIfNeeded();
    return { first: (await hasCome(image)) ? 'picture' : 'nothing', later: 'link to the map' };
  }
  const link = page.locator(`a[href^="${site.url}"]`);
  return { first: 'nothing', later: (await link.count()) > 0 ? 'link to the map' : 'nothing' };
}

const forms = ['element', 'frame', 'picture', 'oEmbed'] as const;
type Form = (typeof forms)[number];

/** A cell of the table. */
interface Seen extends Sight {
  readonly host: string;
  readonly form: Form;
  /** Bytes that the page had fetched before the reader came to the map, and in the end. */
  readonly bytesBefore: number;
  readonly bytesAll: number;
}

const seen: Seen[] = [];

async function look(host: string, form: Form, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  try {
    let bytes = 0;
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    page.on('response', (response) => {
      void response.body().then(
        (body) => {
          bytes += body.length;
        },
        () => {},
      );
    });
    // The map stands far down in the article.
    await page.addInitScript(() => {
      if (window.parent === window)
        document.addEventListener('DOMContentLoaded', () => document.body.style.setProperty('padding-top', '4000px'));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const bytesBefore = bytes;
    const sight = await lookAt(page);
    if (refused.length > 0) throw new Error(`${host}, ${form}: ${refused.join('\n')}`);
    seen.push({ host, form, ...sight, bytesBefore, bytesAll: bytes });
    const keep = process.env['KEEP_PICTURES'];
    if (keep !== undefined) await page.screenshot({ path: join(keep, `${host}-${form}.png`) });
    console.log(`${host}, ${form}: ${sight.first}, ${sight.later}`);
  } finally {
    await page.close();
  }
}

async function tryExample(host: string): Promise<void> {
  const { url, close } = await serve(buildExample(host));
  try {
    await look(host, 'element', url);
    for (const form of ['frame', 'picture'] as const) await look(host, form, `${url}${form}`);
  } finally {
    close();
  }
}

/** What an editor pastes for each form. */
const pasted: Readonly<Record<Form, 'element' | 'frame' | 'picture' | 'address'>> = {
  element: 'element',
  frame: 'frame',
  picture: 'picture',
  oEmbed: 'address',
};

async function tryWordPress(): Promise<void> {
  const port = await freePort();
  const wordPress = await startWordPress(mkdtempSync(join(tmpdir(), 'four-islands-wordpress-')), port, sitePort);
  const heights = readPlateHeights(join(folder, 'site'));
  const snippets = embedSnippets({ ...defaultState, site: site.url, size: frameSize, heights });
  const content = (form: Form) => {
    const text = snippets[pasted[form]];
    return form === 'oEmbed'
      ? `<!-- wp:embed {"url":"${text}"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${text}\n</div></figure><!-- /wp:embed -->`
      : `<!-- wp:html -->${text}<!-- /wp:html -->`;
  };
  try {
    for (const writer of writers)
      for (const form of forms) await look(`wordpress, ${writer}`, form, wordPress.publish(writer, content(form)));
  } finally {
    await wordPress.close();
  }
}

/** What a reader is to see: where a host takes the form away, the linked picture. */
function expected({ host, form }: Seen): Sight {
  const stripped = host === 'wordpress, contributor' && form !== 'oEmbed';
  return { first: 'picture', later: stripped || form === 'picture' ? 'link to the map' : 'map' };
}

const sitePort = await freePort();
const address = `http://127.0.0.1:${sitePort}/`;
run(
  process.execPath,
  [projectPath('node_modules/vite/bin/vite.js'), 'build', '--outDir', join(folder, 'site')],
  projectPath('.'),
  {
    SITE_URL: address,
  },
);
// The two scripts for a tag lie beside the site.
for (const file of ['four-islands.js', 'four-islands-map.js'])
  cpSync(projectPath(`lib/${file}`), join(folder, 'site', file));
const site = await serveBuild({ folder: join(folder, 'site'), port: sitePort });
const browser = await chromium.launch({ executablePath, args: browserFlags });
const missing = asked.includes('wordpress') ? wordPressMissing() : null;
try {
  for (const host of asked)
    if (host !== 'wordpress') await tryExample(host);
    else if (missing === null) await tryWordPress();
} finally {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
}
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log(`\n| host | ${forms.join(' | ')} |\n|---|---|---|---|---|`);
for (const host of new Set(seen.map((cell) => cell.host)))
  console.log(
    `| ${host} | ${forms
      .map((form) => {
        const cell = seen.find((other) => other.host === host && other.form === form);
        return cell === undefined
          ? '–'
          : `${cell.first}, then ${cell.later}; ${kilobytes(cell.bytesBefore)} before it is reached, ${kilobytes(cell.bytesAll)} in the end`;
      })
      .join(' | ')} |`,
  );
if (missing !== null) console.log(`\nwordpress: not run, ${missing}`);
const wrong = seen.filter((cell) => {
  const { first, later } = expected(cell);
  return cell.first !== first || cell.later !== later;
});
for (const { host, form, first, later } of wrong) console.error(`${host}, ${form}: ${first}, then ${later}`);
if (wrong.length > 0) process.exitCode = 1;
