/**
 * Prints what a reader downloads (Brotli) before the first picture and until all of the map is drawn, from real
 * requests to the built site.
 */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser, howToInstall } from '../machine/browser.ts';
import { projectPath } from '../machine/node-files.ts';
import { serveBuild } from '../machine/serve.ts';
import { bytesSent } from '../site/compress-files.ts';
import { siteDocuments } from '../site/site-documents.ts';

const transferred = (path: string) => bytesSent(projectPath(path));

const executablePath = findBrowser();
if (executablePath === null) throw new Error(howToInstall);
const site = await serveBuild();
const browser = await chromium.launch({ executablePath, args: browserFlags });

for (const document of ['index.html', 'embed.html']) {
  const page = await browser.newPage({ locale: 'en-GB' });
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname.slice(1)));
  await page.goto(`${site.url}${document}`);
  await page.locator('four-islands-map[data-lettered]').waitFor({ timeout: 60_000 });
  const rows = [...asked]
    .map((path) => `dist/${path}`)
    .filter((path) => existsSync(projectPath(path)))
    .map((path) => ({ path, bytes: transferred(path) }));
  const total = rows.reduce((sum, row) => sum + row.bytes, 0);
  console.log(`\n${document}`);
  for (const { path, bytes } of rows) console.log(`${bytes.toLocaleString('en').padStart(10)}  ${path}`);
  const library = rows.filter(({ path }) => path.includes('/maplibre-')).reduce((sum, row) => sum + row.bytes, 0);
  console.log(`${library.toLocaleString('en').padStart(10)}  of these MapLibre`);
  console.log(`${transferred(`dist/${document}`).toLocaleString('en').padStart(10)}  before the first picture`);
  console.log(`${total.toLocaleString('en').padStart(10)}  until all of the map is drawn, fonts included`);
  await page.close();
}
await browser.close();
await site.close();

console.log('\nbefore the first picture');
for (const { path } of siteDocuments)
  console.log(`${transferred(`dist/${path}`).toLocaleString('en').padStart(10)}  ${path}`);
