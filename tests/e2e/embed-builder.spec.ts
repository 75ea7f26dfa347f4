/** The embed builder: what an editor chooses, copies and pastes. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectReadable } from './readable.ts';
import { expect, mapElement, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

const words = {
  en: { tools: 'Tools', open: 'Embed this map…', title: 'Embed this map', copied: 'Copied: Frame' },
  ja: { tools: 'ツール', open: 'この地図を埋め込む…', title: 'この地図を埋め込む', copied: 'コピーしました：フレーム' },
  ru: { tools: 'Инструменты', open: 'Встроить эту карту…', title: 'Встроить эту карту', copied: 'Скопировано: Фрейм' },
} as const;

const builder = (page: Page, lang: keyof typeof words = 'en') => page.getByRole('dialog', { name: words[lang].title });

async function openBuilder(page: Page, query = '?load=click', lang: keyof typeof words = 'en'): Promise<void> {
  await page.goto(`./${query}${query.includes('?') ? '&' : '?'}lang=${lang}`);
  await page.getByRole('button', { name: words[lang].tools, exact: true }).click();
  await page.getByRole('button', { name: words[lang].open }).click();
  await expect(builder(page, lang)).toBeVisible();
}

async function violations(page: Page): Promise<readonly string[]> {
  // The preview is a document of its own, with tests of its own.
  const found = await new AxeBuilder({ page }).exclude({ fromShadowDom: ['four-islands-map', 'iframe'] }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

const copy = async (page: Page, kind: string): Promise<string> => {
  await page.locator(`[data-action="copy-snippet"][data-kind="${kind}"]`).click();
  await expect(builder(page).getByRole('status')).toContainText('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
};

for (const lang of ['en', 'ja', 'ru'] as const)
  test(`opens in ${lang}, is clean, and gives the focus back`, async ({ page }) => {
    // Two readings of the whole page take their time on a busy machine.
    test.slow();
    await page.setViewportSize({ width: lang === 'ja' ? 320 : 1280, height: 800 });
    await openBuilder(page, '?load=click', lang);
    expect(await violations(page)).toEqual([]);
    const wide = await builder(page, lang).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(builder(page, lang)).toHaveCount(0);
    await expect(page.getByRole('button', { name: words[lang].tools, exact: true })).toBeFocused();
  });

/** What the address in the builder says. */
const addressIn = (page: Page) => page.locator('[data-snippet="address"]');

test('begins with what the reader sees, in code and preview', async ({ page }) => {
  test.slow();
  const query = 'place=shikotan&view=9/43.8/146.7&year=1875&lines=ru&theme=dark';
  await openBuilder(page, `?load=click&names=ja&${query}`);
  await expect(addressIn(page)).toHaveValue(new RegExp(`/embed\\.ja\\.en\\.html\\?${query}$`));
  const preview = builder(page).locator('iframe').contentFrame();
  await expect(preview.getByRole('link', { name: '1875' })).toHaveAttribute('aria-current', /./);
  await expect(preview.getByRole('radio', { name: 'Japanese' })).toBeChecked();
  await expect(preview.getByRole('dialog', { name: /Shikotan/ })).toBeVisible({ timeout: 45_000 });
  for (const [name, value] of [
    ['Year', '1875'],
    ['Lines on the map, today', 'ru'],
    ['View', 'present'],
    ['Colours', 'dark'],
  ] as const)
    await expect(builder(page).getByRole('combobox', { name })).toHaveValue(value);
});

test('begins with what the reader has chosen by hand', async ({ page }) => {
  await page.goto('./?lang=en&load=click');
  await page.getByRole('link', { name: '1905' }).click();
  await expect(mapElement(page)).toHaveAttribute('year', '1905');
  await page.getByRole('radio', { name: 'Russian' }).check();
  await page.getByRole('button', { name: words.en.tools, exact: true }).click();
  await page.getByRole('button', { name: words.en.open }).click();
  await expect(addressIn(page)).toHaveValue(/\/embed\.ru\.en\.html\?(?:.*&)?year=1905(?:&|$)/);
});

test('follows every choice, by keyboard alone, and remembers nothing', async ({ page }) => {
  await openBuilder(page, '?load=click&view=9/43.8/146.7');
  const begun = /\/embed\.both\.en\.html\?view=9\/43\.8\/146\.7$/;
  await expect(addressIn(page)).toHaveValue(begun);
  /** Goes to the control by Tab and down to the option by the arrow, as whoever has no mouse does. */
  const choose = async (key: string, value: string) => {
    const control = builder(page).locator(`select[name="${key}"]`);
    for (let step = 0; step < 3 && !(await control.evaluate((node) => node.matches(':focus'))); step += 1)
      await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
    const down = await control.evaluate(
      (node, wanted) =>
        node instanceof HTMLSelectElement
          ? [...node.options].findIndex((option) => option.value === wanted) - node.selectedIndex
          : 0,
      value,
    );
    for (let step = 0; step < Math.abs(down); step += 1) await page.keyboard.press(down > 0 ? 'ArrowDown' : 'ArrowUp');
    await expect(control).toHaveValue(value);
  };
  // In the order of the form: each is a Tab from the last.
  await choose('names', 'ja');
  await choose('lang', 'ru');
  await choose('place', 'shikotan');
  await choose('view', 'home');
  await expect(addressIn(page)).not.toHaveValue(/view=/);
  await choose('view', 'present');
  await choose('year', '1875');
  await choose('lines', 'ru');
  await choose('theme', 'dark');
  await choose('load', 'eager');
  await choose('size', 'small');
  const said = /\/embed\.ja\.ru\.html\?place=shikotan&view=9\/43\.8\/146\.7&year=1875&lines=ru&theme=dark&load=eager$/;
  await expect(addressIn(page)).toHaveValue(said);
  const frame = builder(page).locator('iframe');
  await expect(frame).toHaveAttribute('src', said);
  await expect(frame).toHaveAttribute('width', '360');
  // The page itself stays as it was.
  await expect(mapElement(page)).not.toHaveAttribute('names', 'ja');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tools', exact: true }).click();
  await page.getByRole('button', { name: 'Embed this map…' }).click();
  await expect(addressIn(page)).toHaveValue(begun);
});

for (const [lang, width, scheme] of [
  ['en', 1280, 'light'],
  ['ja', 320, 'dark'],
  ['ru', 320, 'light'],
] as const)
  test(`says in ${lang} at ${width} px what a form cannot show, and every choice can be read`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await openBuilder(page, '?load=click&place=shikotan&view=9/43.8/146.7&year=1875&lines=ru', lang);
    // The preview stays a picture: a map that is being drawn holds up each look at the dialog.
    await builder(page, lang).locator('select[name="load"]').selectOption('click');
    await expect(builder(page, lang).locator('iframe')).toHaveAttribute('src', /load=click/);
    const limits = builder(page, lang).locator('[data-limits]:not(:empty)');
    // Address, picture, newsletter and alternative text.
    await expect(limits).toHaveCount(4);
    const labels = builder(page, lang).locator('form label > span');
    await expect(labels).toHaveCount(9);
    for (const sentence of [...(await labels.all()), ...(await limits.all())]) {
      await sentence.scrollIntoViewIfNeeded();
      await expectReadable(page, sentence);
    }
    // A list shows one option and cuts what is longer than its box: its sign takes some 28 pixels.
    const cut = await builder(page, lang)
      .locator('select:not([name="place"]) option')
      .evaluateAll((options) => {
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        return options.flatMap((option) => {
          const select = option.closest('select');
          if (context === null || select === null) throw new Error('nothing to measure with');
          context.font = getComputedStyle(select).font;
          const text = option.textContent ?? '';
          return context.measureText(text).width > select.clientWidth - 28 ? [text] : [];
        });
      });
    expect(cut).toEqual([]);
    expect(await builder(page, lang).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(
      0,
    );
  });

test('shows the text, marked, where the browser does not copy', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await openBuilder(page);
  await page.locator('[data-action="copy-snippet"][data-kind="frame"]').click();
  await expect(builder(page).getByRole('status')).toContainText('did not copy');
  await expect(page.locator('[data-snippet="frame"]')).toBeFocused();
});

test.describe('what was copied, pasted into a blank page', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  async function paste(page: Page, kind: string): Promise<string> {
    await openBuilder(page);
    await builder(page).getByRole('combobox', { name: 'Names' }).selectOption('ru');
    const text = await copy(page, kind);
    await page.route('**/article.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Article</title><body><p>Text.</p>${text}`,
      }),
    );
    await page.goto('./article.html');
    return text;
  }

  test('as a frame is the map', async ({ page }) => {
    await paste(page, 'frame');
    const map = page.frameLocator('iframe').locator('four-islands-map');
    await expect(map).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
    await expect(map).toHaveAttribute('names', 'ru');
  });

  test('as a frame whose tag is stripped is the linked picture', async ({ page }) => {
    const text = (await paste(page, 'frame')).replaceAll(/<\/?iframe[^>]*>/g, '');
    await page.setContent(`<!doctype html><title>Article</title><body>${text}`);
    const picture = page.getByRole('link').getByRole('img', { name: /Map of Etorofu.*Names as used in Russia/ });
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1200);
  });

  test('as an element is the map', async ({ page }) => {
    // A map drawn without a graphics card in the full width of a page.
    test.slow();
    await paste(page, 'element');
    await page.setViewportSize({ width: 600, height: 500 });
    await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 90_000 });
    await expect(page.getByRole('radio', { name: 'Russian' })).toBeChecked();
  });

  test('as a picture leads to the page that shows the same', async ({ page }) => {
    await paste(page, 'picture');
    const picture = page.getByRole('img', { name: /Names as used in Russia/ });
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
      .toBe(1200);
    await page.getByRole('link').click();
    await expect(mapElement(page)).toHaveAttribute('names', 'ru');
  });

  test('as an address opens by itself, as AMP and as alternative text are what the fields show', async ({ page }) => {
    await openBuilder(page);
    const amp = await copy(page, 'amp');
    const alt = await copy(page, 'alt');
    const address = await copy(page, 'address');
    expect(amp).toMatch(/^<amp-iframe .*src="http/);
    expect(alt).toMatch(/^Map of Etorofu .* Names of both sides\.$/);
    await page.goto(address);
    await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  });
});
