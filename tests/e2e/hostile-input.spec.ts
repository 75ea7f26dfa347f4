/**
 * A corpus of payloads in address, attributes, messages and data files of the built page: none may run, throw, or ask
 * elsewhere. `site.ts` counts the last two.
 */
import type { Page } from '@playwright/test';
import { hostileTexts } from '../hostile-text.ts';
import { expect, listed, mapElement, openPage, popup, test } from './site.ts';

const keys = ['names', 'lang', 'place', 'view', 'year', 'theme', 'load'];

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { times: 0 });
    Object.assign(window, { ran: () => Object.assign(window, { times: Reflect.get(window, 'times') + 1 }) });
    window.alert = () => Reflect.get(window, 'ran')();
  });
});

/** How often a payload ran, in the page and in every frame of it. */
async function timesRun(page: Page): Promise<number> {
  const counts = await Promise.all(page.frames().map((frame) => frame.evaluate(() => Reflect.get(window, 'times'))));
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

/** Elements that only a payload could have made, shadow tree included. */
async function strangers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('four-islands-map')?.shadowRoot;
    const own = (element: Element) =>
      (element instanceof HTMLScriptElement && element.src.startsWith(`${location.origin}/assets/`)) ||
      element.closest('head') !== null ||
      (element instanceof HTMLImageElement && new URL(element.src).pathname === '/static/inset.svg') ||
      (element instanceof HTMLStyleElement && element.parentNode === root);
    return [document, ...(root == null ? [] : [root])].flatMap((tree) =>
      [
        ...tree.querySelectorAll(
          'script,img,iframe,object,embed,base,style,math,[onload],[onerror],[onfocus],[ontoggle]',
        ),
      ]
        .filter((element) => !own(element))
        .map((element) => element.outerHTML.slice(0, 120)),
    );
  });
}

test('no address runs, whichever key it uses', async ({ page }) => {
  test.setTimeout(180_000);
  for (const text of hostileTexts) {
    const query = new URLSearchParams(keys.map((key) => [key, key === 'load' ? 'click' : text]));
    await page.goto(`./?${query}#${encodeURIComponent(text)}`);
    await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
    expect(await timesRun(page), text).toBe(0);
    expect(await strangers(page), text).toEqual([]);
  }
  await page.goto(`./?load=${encodeURIComponent(hostileTexts[1] ?? '')}`);
  await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  expect(await timesRun(page)).toBe(0);
});

test('no attribute and no property runs, and all leave what was there', async ({ page }) => {
  test.setTimeout(120_000);
  const element = await openPage(page, '?names=ja&lang=ru');
  await page.evaluate(
    ([texts, names]) => {
      const map = document.querySelector('four-islands-map');
      for (const text of texts)
        for (const name of names) {
          // A place of this form is no error, only unknown.
          map?.setAttribute(name, text);
          if (map !== null) Reflect.set(map, name, text);
        }
    },
    [hostileTexts, keys] as const,
  );
  await expect(element).toHaveAttribute('names', 'ja');
  await expect(element).toHaveAttribute('lang', 'ru');
  await expect(element).toHaveAttribute('data-state', 'interactive');
  expect(await timesRun(page)).toBe(0);
  expect(await strangers(page)).toEqual([]);
  for (const name of keys) expect((await element.getAttribute(name)) ?? '').not.toMatch(/[<>:]/);
});

const host = `<!doctype html><title>Host</title>
  <iframe id="map" title="Map" src="./embed.html?load=click" width="600" height="450"></iframe>
  <iframe id="stranger" title="Stranger" src="./stranger.html" width="50" height="50"></iframe>`;

test.describe('no message', () => {
  test.beforeEach(async ({ page }) => {
    for (const [name, body] of [
      ['host', host],
      ['stranger', '<!doctype html><title>Stranger</title>'],
    ] as const)
      await page.route(`**/${name}.html`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto('./host.html');
    await expect(page.frameLocator('#map').locator('four-islands-map')).toHaveAttribute('data-state', 'picture');
  });

  test('runs, whatever it holds', async ({ page }) => {
    const element = page.frameLocator('#map').locator('four-islands-map');
    await page.evaluate((texts) => {
      const target = document.querySelector<HTMLIFrameElement>('#map')?.contentWindow;
      for (const text of texts) {
        target?.postMessage(text, '*');
        target?.postMessage({ type: text }, '*');
        target?.postMessage([{ type: 'four-islands:set', names: text }], '*');
        target?.postMessage({ type: 'four-islands:set', names: text, lang: text, place: text, year: text }, '*');
        target?.postMessage({ type: 'four-islands:set', names: [text], lang: { toString: text } }, '*');
      }
      for (const value of [null, 0, 1n, new Date(), new Map([['type', 'four-islands:set']]), new ArrayBuffer(8)])
        target?.postMessage(value, '*');
      // The last one is good: when it has arrived, all others have.
      target?.postMessage({ type: 'four-islands:set', names: 'ru' }, '*');
    }, hostileTexts);
    await expect(element).toHaveAttribute('names', 'ru');
    expect(await timesRun(page)).toBe(0);
    for (const name of ['lang', 'place', 'year']) expect((await element.getAttribute(name)) ?? '').not.toMatch(/[<>:]/);
  });

  test('is accepted from anybody but the parent', async ({ page }) => {
    const element = page.frameLocator('#map').locator('four-islands-map');
    const good = { type: 'four-islands:set', names: 'ru', place: 'shikotan' };
    // From a neighbour, from the frame itself, and from one that says that it is the parent.
    const stranger = page.frames().find((frame) => frame.url().endsWith('stranger.html'));
    await stranger?.evaluate((message) => window.parent.frames[0]?.postMessage(message, '*'), good);
    const own = page.frames().find((frame) => frame.url().includes('embed.html'));
    await own?.evaluate((message) => {
      window.postMessage(message, '*');
      window.dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin }));
    }, good);
    await page.waitForTimeout(500);
    expect(stranger).toBeDefined();
    expect(own).toBeDefined();
    await expect(element).not.toHaveAttribute('names', 'ru');
    await expect(page.frameLocator('#map').getByRole('dialog')).toBeHidden();
    // The same from the parent is taken: the test would notice a frame that is deaf.
    await page.evaluate((message) => window.frames[0]?.postMessage(message, '*'), good);
    await expect(element).toHaveAttribute('names', 'ru');
  });
});

/** Fields that are shown as they stand, in whichever file. */
const shown = new Set([
  'publisher',
  'detail',
  'title',
  'container-title',
  'note:en',
  'name:ain',
  'old_name',
  'value',
  'basis',
]);

test('no data file runs: what is shown is shown as text', async ({ page }) => {
  test.setTimeout(150_000);
  let replaced = 0;
  await page.route(/\/geo\/(map|readings)\.json/, async (route) => {
    const response = await route.fetch();
    const text = JSON.stringify(await response.json(), (key, value) => {
      if (typeof value !== 'string' || !(shown.has(key) || /^name:(ja|ru)/.test(key))) return value;
      replaced++;
      // One semicolon would be two names.
      return (hostileTexts[replaced % hostileTexts.length] ?? '').replaceAll(';', ',').slice(0, 200);
    });
    await route.fulfill({ response, body: text });
  });
  const element = await openPage(page, '?theme=light&names=both');
  expect(replaced).toBeGreaterThan(300);
  // Drawn by the build from the true data, made anew from these by a change of language.
  await page.evaluate(() => document.querySelector('four-islands-map')?.setAttribute('lang', 'ru'));
  await page.evaluate(() => document.querySelector('four-islands-map')?.setAttribute('lang', 'en'));
  for (const id of ['etorofu', 'shikotan', 'yuzhno-kurilsk']) {
    await listed(page, id).first().click();
    await expect(popup(page)).toBeVisible();
    expect(await strangers(page)).toEqual([]);
  }
  await expect(popup(page)).toContainText(/ran\(\)|elsewhere\.example|__proto__/);
  await page.getByRole('searchbox').fill('<img src=x onerror=ran()>');
  expect(await strangers(page)).toEqual([]);
  expect(await timesRun(page)).toBe(0);
  await expect(element).toHaveAttribute('data-state', 'interactive');
  const svg = await page.evaluate(() => document.querySelector('four-islands-map')?.toSVG() ?? '');
  expect(svg.length).toBeGreaterThan(5000);
  for (const [tag] of svg.matchAll(/<[a-z][^<>]*>/gi))
    expect(tag.replaceAll(/"[^"]*"/g, '')).not.toMatch(/^<(script|iframe|img|foreignObject)|\son[a-z]+=/i);
});

test.describe('nothing on the page may become script or HTML', () => {
  test.use({ expectedErrors: /This document requires 'Trusted|Creating a TrustedTypePolicy/ });
  test('the browser refuses it', async ({ page }) => {
    await page.goto('./?load=click');
    await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
    const refused = await page.evaluate(() => {
      const attempts: Readonly<Record<string, () => unknown>> = {
        innerHTML: () => Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' }),
        srcdoc: () => Object.assign(document.createElement('iframe'), { srcdoc: '<b>x</b>' }),
        scriptSrc: () => Object.assign(document.createElement('script'), { src: '/assets/x.js' }),
        scriptText: () => Object.assign(document.createElement('script'), { text: 'ran()' }),
        worker: () => new Worker('/assets/another-worker.js', { type: 'module' }),
        parse: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        policy: () => Reflect.get(window, 'trustedTypes').createPolicy('mine', {}),
        secondDefault: () => Reflect.get(window, 'trustedTypes').createPolicy('default', {}),
      };
      return Object.entries(attempts)
        .filter(([, attempt]) => {
          try {
            attempt();
            return false;
          } catch {
            return true;
          }
        })
        .map(([name]) => name);
    });
    expect(refused).toEqual([
      'innerHTML',
      'srcdoc',
      'scriptSrc',
      'scriptText',
      'worker',
      'parse',
      'policy',
      'secondDefault',
    ]);
  });
});
