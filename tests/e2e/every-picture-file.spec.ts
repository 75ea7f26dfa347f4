/** Every picture file and every card: what the drawing shows, and all its words. */

import { derive } from '../../scripts/derived/derive.ts';
import { cardPicture } from '../../scripts/pictures/card-picture.ts';
import { printMarkup } from '../../src/kernel/markup.ts';
import { conventions, languages } from '../../src/model/types.ts';
import { say } from '../../src/text/strings.ts';
import { compare, drawn, offerDrawing, read, sizeOf } from './picture-file.ts';
import { expect, test } from './site.ts';

const derived = derive();
const variants = conventions.flatMap((names) => languages.map((language) => ({ names, language })));

for (const { names, language } of variants) {
  for (const scale of ['', '@2x'])
    test(`map.${names}.${language}${scale}.png is the drawing`, async ({ page }) => {
      const share = await compare(page, `map.${names}.${language}${scale}.png`, `map.${names}.${language}.svg`);
      expect(share).toBeLessThan(0.01);
    });

  test(`card.${names}.${language}.png is its drawing, with a title, and no word is cut`, async ({ page }) => {
    const { picture } = await derived;
    const name = `card.${names}.${language}`;
    await offerDrawing(page, `${name}.svg`, printMarkup(cardPicture(picture, names, language), 'xml'));
    const size = sizeOf(read(`${name}.png`));
    await drawn(page, `${name}.svg`, size);
    const words = await page.evaluate(() =>
      [...document.querySelectorAll('text')].map((text) => {
        const { left, top, right, bottom } = text.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1);
        return { text: text.textContent, left, top, right, bottom, size, isCredit: text.matches('.credit') };
      }),
    );
    for (const word of words) {
      expect(Math.min(word.left, word.top), word.text).toBeGreaterThanOrEqual(0);
      expect(word.right, word.text).toBeLessThanOrEqual(size.width);
      expect(word.bottom, word.text).toBeLessThanOrEqual(size.height);
    }
    // A card that is shown at a width of 500 pixels.
    const shown = (word: { readonly size: number }) => (word.size * 500) / size.width;
    const spaceless = (text: string) => text.replaceAll(/\s/g, '');
    const title = words.filter((word) => shown(word) >= 24);
    expect(spaceless(title.map(({ text }) => text).join(''))).toBe(spaceless(say(language, 'title')));
    for (const word of words) if (!word.isCredit) expect(shown(word), word.text).toBeGreaterThan(9);
    const credit = words.filter(({ isCredit }) => isCredit);
    expect(credit.length).toBeLessThanOrEqual(2);
    expect(spaceless(credit.map(({ text }) => text).join(''))).toContain(spaceless(say(language, 'attribution')));
    // Its words are large, and every renderer smooths letters in its own way: they were measured above, one by one.
    expect(await compare(page, `${name}.png`, `${name}.svg`, words)).toBeLessThan(0.01);
  });
}
