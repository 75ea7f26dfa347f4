/** What the tests of the built page share. */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect };

/** Run in the page before anything else: reads the pixels of a screenshot, RGBA rows from the top. */
function offerPixels(): void {
  Object.assign(window, {
    pixelsOf: async (base64: string) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no 2d context');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    },
  });
}

/** What the browser itself says of an answer that a test has kept from it. */
const ofTheNetwork = /^Failed to load resource|net::ERR_/;

/**
 * A page that may speak to its own origin only, with all that it tried elsewhere, and every error it threw or wrote. A
 * test that brings errors about says which lines of the console it expects: `test.use({ expectedErrors: /…/ })`.
 */
export const test = base.extend<{
  readonly elsewhere: readonly string[];
  readonly errors: readonly string[];
  readonly expectedErrors: RegExp | null;
}>({
  expectedErrors: [null, { option: true }],
  elsewhere: [
    async ({ page, baseURL }, use) => {
      const asked: string[] = [];
      await page.route('**/*', (route) => {
        const url = route.request().url();
        if (url.startsWith(baseURL ?? '') || url.startsWith('data:') || url.startsWith('blob:'))
          return route.fallback();
        asked.push(url);
        return route.abort();
      });
      await use(asked);
      expect(asked).toEqual([]);
    },
    { auto: true },
  ],
  errors: [
    async ({ page, expectedErrors }, use) => {
      const thrown: string[] = [];
      await page.addInitScript(offerPixels);
      page.on('pageerror', (error) => thrown.push(error.message));
      page.on('console', (message) => {
        const text = message.text();
        if (message.type() !== 'error' || ofTheNetwork.test(text) || expectedErrors?.test(text) === true) return;
        thrown.push(`console: ${text}`);
      });
      await use(thrown);
      expect(thrown).toEqual([]);
    },
    { auto: true },
  ],
});

export function mapElement(page: Page): Locator {
  return page.locator('four-islands-map');
}

export async function openPage(page: Page, query = ''): Promise<Locator> {
  await page.goto(`./${query}`);
  return interactive(page);
}

/** Waits until the map answers, and all that it shows is its own. */
export async function interactive(page: Page): Promise<Locator> {
  const element = mapElement(page);
  await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await expect(element).toHaveAttribute('data-lettered', '', { timeout: 45_000 });
  return element;
}

/** Holds back what is fetched from addresses of this pattern until it is let go. */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.fallback();
  });
  return () => go();
}

/** Lines of the console that match, gathered from now on. */
export function consoleLines(page: Page, pattern: RegExp): readonly string[] {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (pattern.test(message.text())) lines.push(message.text());
  });
  return lines;
}

/** The words of parts that match `some` and lie over, or under, others that match `others`. */
export function overlapping(scope: Locator, some: string, others: string): Promise<readonly (string | null)[][]> {
  return scope.evaluate(
    (root, selectors) => {
      const [firsts = [], seconds = []] = selectors.map((selector) =>
        [...root.querySelectorAll(selector)]
          .map((part) => ({ part, box: part.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && box.height > 0),
      );
      return firsts.flatMap((first) =>
        seconds.flatMap((second) => {
          const wide = Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
          const high = Math.min(first.box.bottom, second.box.bottom) - Math.max(first.box.top, second.box.top);
          return first.part !== second.part && wide > 0 && high > 1
            ? [[first.part.textContent, second.part.textContent]]
            : [];
        }),
      );
    },
    [some, others],
  );
}

export function popup(page: Page): Locator {
  return page.getByRole('dialog');
}

/** A place in the list, by its id. */
export function listed(page: Page, id: string): Locator {
  return page.getByRole('navigation', { name: 'Places' }).locator(`a[data-place="${id}"]`);
}

export function names(page: Page): Locator {
  return page.getByRole('radiogroup', { name: 'Names' });
}

/** The radios are drawn as a row of words over the native controls. */
export async function choose(page: Page, label: 'Both' | 'Japanese' | 'Russian'): Promise<void> {
  await names(page).getByRole('radio', { name: label }).check();
}

/**
 * What axe finds in the page. It leaves out the rule for the size of targets (WCAG 2.5.8) unless it is asked for it.
 */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
