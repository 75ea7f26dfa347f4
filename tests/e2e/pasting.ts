/** Articles into which an editor has pasted a code, and what a reader would find wrong with them. */
import { evaluate } from '@mdx-js/mdx';
import type { Page } from '@playwright/test';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';

/** CSS pixels: a phone, a larger one, an article's column, a wide one. */
export const columns = [320, 375, 680, 1000] as const;

/** Where a code is pasted: an article as wide as its window, without a style sheet that would help, or a letter. */
export const hosts = {
  article: (code: string) => `<p>Before.</p>${code}<p>After.</p>`,
  // What the programs that write newsletters make: a table in a table, no style sheet.
  letter: (code: string) =>
    `<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0"><tr><td align="center"><table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0"><tr><td>${code}</td></tr><tr><td>After.</td></tr></table></td></tr></table>`,
} as const;

/** What React says of an attribute that is not spelt as it wants it. */
export async function throughMdx(code: string, imports = ''): Promise<string> {
  const said: unknown[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => said.push(words);
  try {
    const { default: Article } = await evaluate(`${imports}\n\nBefore.\n\n${code}\n\nAfter.\n`, {
      ...runtime,
      baseUrl: import.meta.url,
    });
    const html = renderToStaticMarkup(createElement(Article));
    if (said.length > 0) throw new Error(said.join(' '));
    return html;
  } finally {
    console.error = error;
  }
}

export async function openArticle(page: Page, body: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Article</title><style>body{margin:0}</style><body>${body}</html>`,
    }),
  );
  await page.goto('./article.html');
}

/**
 * What is wrong with an article as it is laid out: it scrolls sideways, a frame has a border, a picture is out of
 * shape, cut or not there.
 */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the article is ${scrollWidth} wide in a window of ${clientWidth}`);
    for (const frame of document.querySelectorAll('iframe')) {
      const { borderLeftWidth, borderTopWidth } = getComputedStyle(frame);
      if (borderLeftWidth !== '0px' || borderTopWidth !== '0px')
        faults.push(`the frame has a border of ${borderTopWidth}`);
      const box = frame.getBoundingClientRect();
      if (box.width < Math.min(300, clientWidth)) faults.push(`the frame is ${box.width} wide`);
      if (box.height < 300) faults.push(`the frame is ${box.height} high`);
    }
    for (const image of document.querySelectorAll('img')) {
      image.loading = 'eager';
      await image.decode().catch(() => {});
      const box = image.getBoundingClientRect();
      const { naturalWidth, naturalHeight } = image;
      if (naturalWidth === 0) faults.push(`${image.src} is not there`);
      if (box.width === 0) faults.push('the picture is not seen');
      // The size that it takes before it has come is the one that it has then.
      const told = Number(image.getAttribute('width')) / Number(image.getAttribute('height'));
      if (Math.abs(told / (naturalWidth / naturalHeight) - 1) > 0.005)
        faults.push(
          `the picture is said to be ${told.toFixed(3)} times as wide as high, not ${(naturalWidth / naturalHeight).toFixed(3)}`,
        );
      // In the element it lies in the stage.
      if (image.closest('four-islands-map') !== null) continue;
      if (Math.abs(box.width / box.height / (naturalWidth / naturalHeight) - 1) > 0.01)
        faults.push(`the picture is shown ${box.width} × ${box.height}`);
      if (box.left < 0 || box.right > clientWidth + 0.5) faults.push('the picture is cut');
    }
    return faults;
  });
}
