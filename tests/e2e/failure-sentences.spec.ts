/**
 * Whether a reader can read what has failed, wherever it fails, in every language, theme and width, and what the button
 * beside it does.
 */
import { say } from '../../src/text/strings.ts';
import { fail, failures, forms } from './failures.ts';
import { expectReadable } from './readable.ts';
import { expect, overlapping, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: |Worker failed to load|worker-src 'none'/ });

test.describe.configure({ timeout: 240_000 });

/** CSS pixels: phones, a column, a laptop and a large screen. */
const windows = [
  [320, 640],
  [360, 740],
  [700, 900],
  [1280, 800],
  [1920, 1080],
] as const;

for (const [what, failure] of Object.entries(failures))
  for (const form of forms.filter((candidate) => failure.forms.includes(candidate)))
    for (const language of ['en', 'ja', 'ru'] as const)
      test(`${what}, ${form}, ${language}: the sentence can be read at every width, light and dark`, async ({
        page,
      }) => {
        test.slow();
        const { element, sentence } = await fail(page, failure, form, language);
        for (const [width, height] of windows) {
          await page.setViewportSize({ width, height });
          for (const theme of ['light', 'dark']) {
            await element.evaluate((map, value) => map.setAttribute('theme', value), theme);
            // An article is scrolled to it; our own page and frame show it where they are.
            if (form === 'element') await sentence.scrollIntoViewIfNeeded();
            await expectReadable(page, sentence, `${width} ${theme}`);
            expect(
              await overlapping(
                element.locator('.frame'),
                '.notice',
                '.naming, .camera, .open, .inset, .disclaimer, .figure, .scale, .picture text, .years, .side',
              ),
              `${width} ${theme}: what the notice lies over`,
            ).toEqual([]);
            const button = element.getByRole('button', { name: say(language, 'tryAgain') });
            if (failure.retry) await expectReadable(page, button, `${width} ${theme}: the button`);
            else await expect(button).toBeHidden();
            await expect(element.getByRole('button', { name: say(language, 'openMap') })).toBeHidden();
          }
        }
      });
