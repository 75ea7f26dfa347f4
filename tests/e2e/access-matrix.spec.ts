/**
 * Axe, and what is scrolled to, in every language, width, theme and kind of state: the lists that nobody sees yet are
 * there too.
 */
import { accessFaults, expect, openPage, popup, test } from './site.ts';

const states = ['', 'place=habomai', 'names=ru&place=habomai&year=1905'] as const;

for (const lang of ['en', 'ja', 'ru'])
  for (const width of [360, 1280])
    for (const theme of ['light', 'dark'])
      for (const state of states)
        test(`axe finds nothing in ${lang} at ${width} px, ${theme}, ${state}`, async ({ page }) => {
          await page.setViewportSize({ width, height: 800 });
          await openPage(page, `?lang=${lang}&theme=${theme}&${state}`);
          if (state.includes('place')) await expect(popup(page)).toBeVisible();
          expect(await accessFaults(page)).toEqual([]);
        });

for (const folder of ['', 'ja/', 'ru/'])
  for (const width of [320, 360, 768, 1280])
    test(`in ./${folder} at ${width} px every heading that is scrolled to stands in the window`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await openPage(page, folder);
      const headings = await page.locator('.side :is(h1, h2, h3, summary)').all();
      for (const heading of [...headings, ...[...headings].reverse()]) {
        if (!(await heading.isVisible())) continue;
        await heading.evaluate((part) => part.scrollIntoView());
        await expect(heading, (await heading.textContent()) ?? '').toBeInViewport({ ratio: 0.9 });
      }
    });
