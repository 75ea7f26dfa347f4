import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { structuredData } from '../../scripts/site/site-address.ts';
import { pages } from '../../scripts/site/site-documents.ts';
import { parsedDataset } from '../unit/dataset.ts';
import { consoleLines, expect, interactive, mapElement, test } from './site.ts';

test('a page in another language keeps it, whatever the browser speaks, and its address stays clean', async ({
  page,
}) => {
  await page.goto('./ja/');
  const element = await interactive(page);
  await expect(element).toHaveAttribute('lang', 'ja');
  await expect(page).toHaveTitle('日本とロシアが領有権を争う島々');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.getByRole('radio', { name: 'ロシア語名' }).check();
  await expect(page).toHaveURL(/\/ja\/\?names=ru$/);
});

test('the query refines a page in another language and survives a reload', async ({ page }) => {
  await page.goto('./ja/?lang=en&names=ja');
  const element = await interactive(page);
  await expect(element).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('Islands disputed between Japan and Russia');
  await page.getByRole('radio', { name: 'Both' }).check();
  await expect(page).toHaveURL(/\/ja\/\?lang=en$/);
  await page.reload();
  await expect(mapElement(page)).toHaveAttribute('lang', 'en');
});

test('a frame with its convention and language in its name starts so, and the query refines it', async ({ page }) => {
  await page.goto('./embed.ru.ja.html?load=click');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
  await expect(page.getByRole('radio', { name: 'ロシア語名' })).toBeChecked();
  await expect(page.locator('.picture').getByText('イトゥルップ島').locator('visible=true').first()).toBeVisible();
  await page.goto('./embed.ru.ja.html?load=click&names=both&lang=ru');
  await expect(mapElement(page)).toHaveAttribute('lang', 'ru');
  await expect(mapElement(page)).toHaveAttribute('names', 'both');
  await expect(page.getByRole('radio', { name: 'Оба' })).toBeChecked();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the links lead from language to language and back', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'Русский' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Острова, о которых спорят Япония и Россия');
    await page.getByRole('link', { name: '日本語' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('日本とロシアが領有権を争う島々');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Islands disputed between Japan and Russia');
  });
});

test('structured data is no script to the content security policy', async ({ page }) => {
  const refused = consoleLines(page, /Content Security Policy/);
  const [english] = pages;
  if (english === undefined) throw new Error('there is no page');
  const block = structuredData(
    { url: new URL('https://maps.example.org/'), folder: '', dataset: parsedDataset() },
    english,
  );
  await page.route('**/ru/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</head>', () => `${block}</head>`) });
  });
  await page.goto('./ru/');
  await interactive(page);
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1);
  expect(refused).toEqual([]);
});

/** Waits until the page's files are kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

// Each opens the map several times.
test.setTimeout(120_000);

test.describe('without a connection', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a page that was visited opens again, in all three languages, with its map', async ({ page, context }) => {
    const refused = consoleLines(page, /Content Security Policy/);
    await page.goto('./');
    await interactive(page);
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await interactive(page);
    await page.goto('./ja/?place=shikotan&names=ru');
    const element = await interactive(page);
    await expect(element).toHaveAttribute('names', 'ru');
    await expect(page.getByRole('dialog', { name: /シコタン島/ })).toBeVisible();
    await page.goto('./ru/index.html');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Острова, о которых спорят Япония и Россия');
    await page.goto('./ru/timeline.html');
    await expect(page.getByRole('heading', { name: /^1855/ })).toBeVisible();
    expect(refused).toEqual([]);
    await expect(page.goto('./embed.html'), 'there is no connection').rejects.toThrow();
  });

  test('a frame registers nothing', async ({ page }) => {
    await page.goto('./embed.both.en.html');
    await interactive(page);
    await page.waitForTimeout(1000);
    expect(await registrations(page)).toBe(0);
  });

  test('nothing is stored but the files of the page', async ({ page, context }) => {
    await page.goto('./');
    await interactive(page);
    await kept(page);
    const stored = await page.evaluate(async () => ({
      caches: (await caches.keys()).length,
      databases: (await indexedDB.databases()).length,
      local: localStorage.length + sessionStorage.length,
    }));
    expect(stored).toEqual({ caches: 1, databases: 0, local: 0 });
    expect(await context.cookies()).toEqual([]);
  });
});

test.describe('a new build', () => {
  test.use({ serviceWorkers: 'allow' });

  test('replaces the old one whole when its page is opened anew, and waits while another window is open', async ({
    browser,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'four-islands-'));
    cpSync(projectPath('dist'), folder, { recursive: true });
    const server = await preview({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: { outDir: '.' },
      preview: { host: '127.0.0.1', port: 0 },
    });
    const url = server.resolvedUrls?.local[0] ?? '';
    const context = await browser.newContext({ serviceWorkers: 'allow', locale: 'en-GB' });
    try {
      const page = await context.newPage();
      await page.goto(url);
      await interactive(page);
      await kept(page);
      // The next build: another page, and so another list in the worker.
      const change = (path: string, from: RegExp, to: string) => {
        const file = join(folder, path);
        const text = readFileSync(file, 'utf8');
        expect(text).toMatch(from);
        writeFileSync(file, text.replace(from, to));
      };
      change('index.html', /<h1>[^<]*<\/h1>/, '<h1>The next build</h1>');
      change('service-worker.js', /(url:[`'"]index\.html[`'"],revision:[`'"])[0-9a-f]+/, '$10000000000000000');
      await page.reload();
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveText('Islands disputed between Japan and Russia');
      const other = await context.newPage();
      await other.goto(`${url}ja/`);
      await interactive(other);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        while (registration.waiting === null) await new Promise((resolve) => setTimeout(resolve, 50));
      });
      await page.reload();
      await expect(heading).toHaveText('Islands disputed between Japan and Russia');
      await other.close();
      await page.reload();
      await expect(heading).toHaveText('The next build');
      await interactive(page);
    } finally {
      await context.close();
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });
});
