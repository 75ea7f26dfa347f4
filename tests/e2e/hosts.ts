/** Pages of others, on another origin than the map's, and what a person sees of the element in them. */
import { createServer } from 'node:http';
import type { Locator, Page } from '@playwright/test';
import { palettes } from '../../src/style/theme/theme.ts';
import { test as base, expect, mapElement } from './site.ts';

/** Tests that know the address of the map's own server. */
export const test = base.extend<{ readonly site: string }>({
  site: async ({ baseURL }, use) => use(baseURL ?? ''),
});

export interface HostPage {
  readonly head?: string;
  readonly body: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const pages = new Map<string, { readonly body: string; readonly headers: Readonly<Record<string, string>> }>();
let serving: Promise<string> | null = null;

/** A server of the pages' own: one that a test answers for is taken for a stranger who may not ask this machine. */
function serve(): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  });
  // It ends with the tests.
  server.unref();
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(`http://localhost:${address.port}`);
    });
  });
}

/** Opens a page on `localhost`, while the map is on `127.0.0.1`. */
export async function openHost(page: Page, { head = '', body, html = '', headers = {} }: HostPage): Promise<void> {
  serving ??= serve();
  const origin = await serving;
  pages.set('/host.html', {
    headers,
    body: `<!doctype html><html lang="en" ${html}><meta name="viewport" content="width=device-width"><title>Host</title>${head}<body>${body}</body></html>`,
  });
  await page.unroute(`${origin}/**`);
  await page.route(`${origin}/**`, (route) => route.continue());
  await page.goto(`${origin}/host.html`);
}

/** The element as editors paste it; `picture` is what stands in it. */
export const mapWith = (site: string, picture: string, attributes = 'load="click"') =>
  `<four-islands-map ${attributes}>${picture}</four-islands-map><script async src="${site}four-islands.js"></script>`;

export interface SeenPicture {
  readonly address: string;
  /** What is painted of it, in CSS pixels from the stage's left and top edge. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly stage: { readonly width: number; readonly height: number };
  readonly ratio: number;
}

/** The picture that a person meets in the middle of the stage; `null` where there is none. */
export function seenPicture(map: Locator): Promise<SeenPicture | null> {
  return map.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const stage = element.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
    if (stage === undefined) return null;
    // Beside the buttons, and over all pictures: the middle of the lower half.
    let found = document.elementFromPoint(stage.left + stage.width / 2, stage.top + stage.height * 0.6);
    while (found?.shadowRoot != null) {
      const inner: Element | null = found.shadowRoot.elementFromPoint(
        stage.left + stage.width / 2,
        stage.top + stage.height * 0.6,
      );
      if (inner === null || inner === found) break;
      found = inner;
    }
    if (!(found instanceof HTMLImageElement) || !found.complete || found.naturalWidth === 0) return null;
    const box = found.getBoundingClientRect();
    const ratio = found.naturalWidth / found.naturalHeight;
    const fit = getComputedStyle(found).objectFit;
    const scale = Math.min(box.width / found.naturalWidth, box.height / found.naturalHeight);
    const [width, height] =
      fit === 'contain' ? [found.naturalWidth * scale, found.naturalHeight * scale] : [box.width, box.height];
    return {
      address: found.currentSrc,
      box: {
        x: box.left + (box.width - width) / 2 - stage.left,
        y: box.top + (box.height - height) / 2 - stage.top,
        width,
        height,
      },
      stage: { width: stage.width, height: stage.height },
      ratio,
    };
  });
}

/**
 * The whole picture is seen, in its own ratio and large: by its box, and by its pixels, which are compared with the
 * same picture drawn alone. What lies over it by right, as the naming control does, is left out.
 */
export async function expectWholePicture(page: Page, map: Locator, message: string): Promise<void> {
  await expect.poll(() => seenPicture(map), { message: `${message}: a picture is seen` }).not.toBeNull();
  const seen = await seenPicture(map);
  if (seen === null) throw new Error(`${message}: no picture`);
  const { box, stage } = seen;
  const told = `${message}: ${JSON.stringify(seen)}`;
  expect(Math.min(box.x, box.y), told).toBeGreaterThan(-1);
  expect(box.x + box.width, told).toBeLessThan(stage.width + 1);
  expect(box.y + box.height, told).toBeLessThan(stage.height + 1);
  expect(Math.abs(box.width / box.height / seen.ratio - 1), told).toBeLessThan(0.02);
  expect(Math.max(box.width / stage.width, box.height / stage.height), told).toBeGreaterThan(0.85);
  await expect
    .poll(() => otherPixels(page, map, seen), { message: `${message}: share of other pixels` })
    .toBeLessThan(0.03);
}

/** The share of pixels, where a person meets the picture, that are not those of the picture drawn alone in its box. */
export async function otherPixels(page: Page, map: Locator, { address, box }: SeenPicture): Promise<number> {
  const stage = await map.locator('.stage').boundingBox();
  if (stage === null) throw new Error('there is no stage');
  const shot = await page.screenshot({ clip: stage, animations: 'disabled' });
  return map.evaluate(
    async (element, [base64, source, drawn]) => {
      const stage = element.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
      if (stage === undefined) return 1;
      const image = new Image();
      image.crossOrigin = 'anonymous';
      image.src = source;
      await image.decode();
      const [width, height] = [Math.floor(stage.width), Math.floor(stage.height)];
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) return 1;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, drawn.x, drawn.y, drawn.width, drawn.height);
      const expected = context.getImageData(0, 0, width, height).data;
      const pixelsOf: (png: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
      const actual = await pixelsOf(base64);
      const row = Math.round(actual.length / 4 / Math.round(stage.height));
      let [compared, other] = [0, 0];
      const cell = 8;
      for (let y = Math.ceil(drawn.y) + 2; y + cell < drawn.y + drawn.height - 2; y += cell)
        for (let x = Math.ceil(drawn.x) + 2; x + cell < drawn.x + drawn.width - 2; x += cell) {
          const meets = (right: number, down: number) =>
            element.shadowRoot?.elementFromPoint(stage.left + x + right, stage.top + y + down) instanceof
            HTMLImageElement;
          if (!meets(0, 0) || !meets(cell, cell)) continue;
          for (let down = 0; down < cell; down += 1)
            for (let right = 0; right < cell; right += 1) {
              const [at, from] = [((y + down) * width + x + right) * 4, ((y + down) * row + x + right) * 4];
              const far = [0, 1, 2].some(
                (channel) => Math.abs((expected[at + channel] ?? 0) - (actual[from + channel] ?? 0)) > 96,
              );
              compared += 1;
              if (far) other += 1;
            }
        }
      return compared === 0 ? 1 : other / compared;
    },
    [shot.toString('base64'), address, box] as const,
  );
}

/** Every word that stands in the element with its place, size and ink, in CSS pixels from the element's corner. */
export function setting(map: Locator): Promise<readonly string[]> {
  return map.evaluate((element) => {
    const root = element.shadowRoot;
    const from = element.getBoundingClientRect();
    if (root === null) return [];
    const lines: string[] = [];
    for (const frame of root.querySelectorAll('.frame')) {
      const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || parent.closest('svg') !== null || node.textContent?.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.width < 1) continue;
          const place = [box.left - from.left, box.top - from.top, box.width, box.height].map(Math.round);
          const { color, textShadow, webkitTextFillColor, webkitTextStrokeWidth } = getComputedStyle(parent);
          const ink = [color, webkitTextFillColor, webkitTextStrokeWidth, textShadow].join(', ');
          lines.push(`${node.textContent}: ${place.join(' ')}, ${ink}`);
        }
      }
    }
    return lines;
  });
}

export const alt = 'Map of the islands disputed between Japan and Russia';
const png = (site: string, more = '') =>
  `<img ${more} src="${site}static/map.both.en.png" alt="${alt}" width="1200" height="1114">`;
export const svg = (site: string, more = '') =>
  `<img ${more} src="${site}static/map.both.en.svg" alt="${alt}" width="1000" height="928">`;

/** What editors, templates and frameworks make of the picture in the element. */
export const pictures: Readonly<Record<string, (site: string) => string>> = {
  'an image': svg,
  'a linked image': (site) => `<a href="${site}">${png(site)}</a>`,
  'a picture': (site) =>
    `<picture><source srcset="${site}static/map.both.en.svg" type="image/svg+xml">${png(site)}</picture>`,
  'a paragraph': (site) => `<p>${png(site)}</p>`,
  'a line break before a paragraph': (site) => `<br><p>${svg(site)}</p>`,
  'a script before it': (site) => `<script>window.before = true</script>${svg(site)}`,
  'a style before it': (site) => `<style>p { color: inherit }</style>${svg(site)}`,
  'words beside it': (site) => `Map: ${svg(site)} <noscript><p>No script</p></noscript>`,
  'a figure with a caption': (site) =>
    `<figure class="wp-block-image size-large"><a href="${site}"><picture>${png(site)}</picture></a><figcaption>Caption</figcaption></figure>`,
  'what a framework wraps it in': (site) =>
    `<span style="box-sizing:border-box;display:inline-block;overflow:hidden;position:relative;max-width:100%">${png(site, 'style="position:absolute;inset:0;width:0;height:0;min-width:100%;max-width:100%;min-height:100%;max-height:100%;color:transparent"')}</span>`,
  'an image in two sizes, fetched late': (site) =>
    svg(
      site,
      `loading="lazy" decoding="async" sizes="100vw" srcset="${site}static/map.both.en.png 1200w, ${site}static/map.both.en@2x.png 2400w"`,
    ),
};

export const noRules = '';
/** What style sheets of others say of images, or of everything. */
export const imageRules: Readonly<Record<string, string>> = {
  'no rules': noRules,
  'Tailwind’s base':
    'img,svg,video{display:block;vertical-align:middle}img,video{max-width:100%;height:auto}*{margin:0;padding:0;border:0 solid}',
  'Tailwind’s typography':
    'img{max-width:100%;height:auto}.prose :where(img):not(:where(.no *)){margin-top:2em;margin-bottom:2em}.prose :where(picture){display:block;margin:2em 0}',
  'a WordPress theme':
    '.entry img,.wp-block-image img{max-width:100%;height:auto;border-radius:8px}figure{margin:0 0 1em}.alignwide{width:120%}a:hover img{transform:scale(1.1)}',
  'rules that insist':
    'img{width:auto!important;height:auto!important;max-width:50%!important;position:static!important;margin:40px!important;object-fit:fill!important;float:left!important}',
};

export const article = (css: string, content: string, width = 700) =>
  `<style>${css}</style><article class="prose entry" style="position:absolute;left:20px;top:20px;width:${width}px">${content}</article>`;

export async function openPictured(page: Page, site: string, picture: string, css: string): Promise<Locator> {
  await openHost(page, { body: article(css, mapWith(site, picture)) });
  const map = mapElement(page);
  await expect(map).toHaveAttribute('data-state', 'picture');
  return map;
}

export const wordsOf = (map: Locator) =>
  map.evaluate((element) =>
    ['.places', '.passages', '.legend'].map((part) => element.shadowRoot?.querySelector(part)?.textContent ?? null),
  );

/** What comes down from a page, or is said of everything in it. */
export const textRules: Readonly<Record<string, string>> = {
  'letters far apart and large':
    'body{letter-spacing:.2em;word-spacing:1em;text-transform:uppercase;white-space:nowrap;text-indent:2em;text-shadow:2px 2px red}',
  'a root of 10 px': 'html{font-size:62.5%}body{font-size:1.6rem}',
  'a root of 100 px': 'html{font-size:100px}body{font-size:.16rem}',
  'right to left': 'html{direction:rtl;text-align:right}',
  'vertical writing': 'article{writing-mode:vertical-rl;text-orientation:upright}',
  'a font of its own':
    'body{font:italic bold small-caps 22px/3 monospace;font-feature-settings:"smcp";font-variant-numeric:oldstyle-nums;font-stretch:condensed;font-kerning:none;text-align:center}',
  'letters without a filling':
    'body{-webkit-text-fill-color:transparent;-webkit-text-stroke:1px red;fill:red;stroke:red;stroke-width:5px;paint-order:stroke}',
  'breaks anywhere':
    'body{word-break:break-all;overflow-wrap:anywhere;hyphens:auto;line-break:anywhere;tab-size:40;orphans:9;widows:9;quotes:none;list-style:square inside;text-align-last:right;text-wrap:balance;border-collapse:collapse;border-spacing:9px;image-rendering:pixelated}',
  'a dark page': ':root{color-scheme:dark;background:#111;color:#eee}',
  'rules for everything':
    '*{letter-spacing:.3em;line-height:3;font-size:22px;font-family:monospace;text-align:right;text-transform:uppercase;color:red;background:lime;direction:rtl;white-space:nowrap;box-sizing:content-box;transition:all 1s;list-style:square}*,*::before,*::after{box-sizing:border-box;border:0 solid;margin:0;padding:0;display:revert}',
  'rules for everything that insist':
    '*{letter-spacing:.3em!important;line-height:3!important;font-size:22px!important;font-family:monospace!important;text-align:right!important;text-transform:uppercase!important;color:red!important;direction:rtl!important;writing-mode:vertical-rl!important;text-shadow:1px 1px!important;color-scheme:dark!important}*::before,*::after{content:none!important}',
};

export const parts = [
  '.disclaimer',
  '.naming label:nth-of-type(1)',
  '.naming label:nth-of-type(2)',
  '.naming label:nth-of-type(3)',
  '.years',
  '.legend summary',
];

/**
 * Land and the four groups are seen in their own colours: the shares of the stage's pixels that have them, in per cent.
 */
export async function coloursOfLand(page: Page, map: Locator): Promise<readonly number[]> {
  const stage = await map.locator('.stage').boundingBox();
  if (stage === null) throw new Error('there is no stage');
  const shot = await page.screenshot({ clip: stage, animations: 'disabled' });
  return page.evaluate(
    async ([base64, ...colours]) => {
      const pixelsOf: (png: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
      const pixels = await pixelsOf(base64 ?? '');
      return colours.map((colour) => {
        const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
        let found = 0;
        for (let at = 0; at < pixels.length; at += 4)
          if (wanted.every((value, channel) => Math.abs(value - (pixels[at + channel] ?? 0)) < 10)) found += 1;
        return (found / (pixels.length / 4)) * 100;
      });
    },
    [shot.toString('base64'), palettes.light.land, palettes.light.disputed],
  );
}

/** Opens the element with our own picture in it, with all its words. */
export async function openWords(page: Page, site: string, css: string, lang = 'en'): Promise<Locator> {
  await openHost(page, {
    head: '<style>html{background:#fff}</style>',
    body: article(css, mapWith(site, '', `load="click" lang="${lang}"`)),
  });
  const map = mapElement(page);
  await expect(map.locator('.places')).toHaveCount(1);
  await expect(map.locator('.picture .home text').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  const [land = 0, disputed = 0] = await coloursOfLand(page, map);
  expect(land, 'land in its colour').toBeGreaterThan(2);
  expect(disputed, 'the four groups in theirs').toBeGreaterThan(0.5);
  return map;
}

/** Where the words of `css` differ from those of a plain page. */
export async function strange(page: Page, plain: readonly string[]): Promise<readonly string[]> {
  const found = await setting(mapElement(page));
  return found.filter((line) => !plain.includes(line)).slice(0, 5);
}
