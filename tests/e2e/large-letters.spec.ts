/**
 * Readers who have set their browser's letters to half as large again, or twice as large, and those who space them out
 * (WCAG 1.4.4, 1.4.10, 1.4.12).
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../../scripts/machine/browser.ts';
import { expectReadable } from './readable.ts';
import { expect, test } from './site.ts';

const windows = [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
] as const;
const languages = ['en', 'ja', 'ru'] as const;

/** Words that lie outside the window's sides, and choices that are cut, hidden or not alike. */
function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const host = document.querySelector('four-islands-map');
    const root = host?.shadowRoot;
    if (root == null) throw new Error('there is no element');
    const faults: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth)
      faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    const hidden = (part: Element) => {
      const { width, height } = part.getBoundingClientRect();
      return (
        width < 2 ||
        height < 2 ||
        getComputedStyle(part).clipPath !== 'none' ||
        !part.checkVisibility({ visibilityProperty: true })
      );
    };
    const words = [...root.querySelectorAll('*'), ...document.querySelectorAll('.languages a')].filter(
      (part) =>
        part.closest('svg, .marginalia, .announcement, .late, .more, textarea, .naming legend') === null &&
        !hidden(part),
    );
    for (const part of words)
      for (const node of part.childNodes) {
        if (node.nodeType !== 3 || node.textContent?.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right } of range.getClientRects())
          if (left < -1 || right > window.innerWidth + 1)
            faults.push(`“${node.textContent?.trim().slice(0, 30)}” reaches from ${left} to ${right}`);
      }
    const stage = root.querySelector('.stage')?.getBoundingClientRect();
    const boxes = [...root.querySelectorAll('.naming label span')].map((part) => {
      const { left, top, right, bottom, width, height } = part.getBoundingClientRect();
      const over = root.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest('label');
      if (over !== part.closest('label')) faults.push(`“${part.textContent}” cannot be pressed`);
      if (part.scrollWidth > part.clientWidth + 1) faults.push(`“${part.textContent}” is cut`);
      if (stage === undefined || left < stage.left || right > stage.right || top < stage.top || bottom > stage.bottom)
        faults.push(`“${part.textContent}” is not whole: ${left}–${right}, ${top}–${bottom}`);
      return { width, height };
    });
    const [, ja, ru] = boxes;
    if (ja === undefined || ru === undefined) faults.push('a side is missing');
    else if (Math.abs(ja.width - ru.width) > 1 || Math.abs(ja.height - ru.height) > 1)
      faults.push(`the sides are not alike: ${ja.width} × ${ja.height}, ${ru.width} × ${ru.height}`);
    for (const part of root.querySelectorAll('.camera button, .camera summary, .years :is(a, button)')) {
      if (hidden(part) || part.closest('[hidden]') !== null) continue;
      const { left, right } = part.getBoundingClientRect();
      if (left < 0 || right > window.innerWidth + 0.5) faults.push(`${part.outerHTML.slice(0, 60)} is cut`);
      if (part.scrollWidth > part.clientWidth + 1) faults.push(`${part.outerHTML.slice(0, 60)} is too narrow`);
    }
    return faults;
  });
}

/** What must be read whatever the letters: names of the choices, the disclaimer, years, headings. */
async function expectAllReadable(page: Page, what: string): Promise<void> {
  const parts = ['.naming label', '.disclaimer', '.years :is(a, button)', '.side h1', '.side summary'];
  for (const part of await page.locator(parts.join()).all()) {
    if (!(await part.isVisible())) continue;
    await part.scrollIntoViewIfNeeded();
    await expectReadable(page, part, `${what}: ${await part.textContent()}`);
  }
}

/** Letters of this size by the reader's own setting. */
function browserWith(letters: number): Promise<Browser> {
  const args = [...browserFlags, `--blink-settings=defaultFontSize=${letters}`];
  const executablePath = findBrowser();
  return chromium.launch(executablePath === null ? { args } : { executablePath, args });
}

for (const letters of [16, 24, 32])
  for (const language of languages)
    test(`with letters of ${letters} px nothing is cut in ${language}, and both sides are alike`, async ({
      baseURL,
    }) => {
      test.setTimeout(300_000);
      const browser = await browserWith(letters);
      try {
        for (const path of [`embed.both.${language}.html`, `${language === 'en' ? '' : `${language}/`}index.html`])
          for (const [width, height] of windows) {
            const page = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width, height } });
            await page.goto(`./${path}?load=click`);
            await page.evaluate(() => document.fonts.ready);
            const what = `${path} at ${width} × ${height}`;
            expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${letters}px`);
            await expect.poll(() => faultsOf(page), { message: what }).toEqual([]);
            if (letters === 32 || width === 320) await expectAllReadable(page, what);
            await page.close();
          }
      } finally {
        await browser.close();
      }
    });

test('with letters twice as large a popup and a year are read whole', async ({ baseURL }) => {
  test.setTimeout(180_000);
  const browser = await browserWith(32);
  try {
    for (const language of languages)
      for (const [width, height] of [
        [390, 844],
        [1280, 800],
      ] as const)
        for (const query of ['place=yuzhno-kurilsk', 'year=1875']) {
          const page = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width, height } });
          await page.goto(`./?lang=${language}&${query}&load=click`);
          await expect(page.locator('.popup h2, [data-part="history"] h2').first()).toBeVisible();
          await expect
            .poll(() => faultsOf(page).then((faults) => faults.filter((fault) => !/pressed/.test(fault))), {
              message: `${language} ${query} ${width}`,
            })
            .toEqual([]);
          await page.close();
        }
  } finally {
    await browser.close();
  }
});

for (const language of languages)
  test(`with spaced letters nothing is cut in ${language}`, async ({ page }) => {
    for (const [width, height] of windows) {
      await page.setViewportSize({ width, height });
      await page.goto(`./${language === 'en' ? '' : `${language}/`}index.html?load=click`);
      await page.evaluate(() => {
        const rules = new CSSStyleSheet();
        rules.replaceSync(
          '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
        );
        const root = document.querySelector('four-islands-map')?.shadowRoot;
        if (root == null) throw new Error('there is no element');
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, rules];
        // The button that opens the map is gone where the map is there.
        root.querySelector('.open')?.remove();
      });
      await expect.poll(() => faultsOf(page), { message: `${width} × ${height}` }).toEqual([]);
    }
  });

test('the check sees a choice that is cut, and sides that are not alike', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./index.html?load=click');
  await page.evaluate(() => {
    const rules = new CSSStyleSheet();
    rules.replaceSync('.naming{display:flex!important;font-size:28px!important}.naming label{flex:none}');
    const root = document.querySelector('four-islands-map')?.shadowRoot;
    if (root != null) root.adoptedStyleSheets = [...root.adoptedStyleSheets, rules];
  });
  const faults = (await faultsOf(page)).join('\n');
  expect(faults).toMatch(/Russian” (is not whole|reaches|cannot be pressed)/);
  expect(faults).toMatch(/not alike/);
});
