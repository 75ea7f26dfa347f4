/**
 * Whether a person can read a sentence where it stands: nothing lies over it, it is not cut, and it stands out from its
 * ground.
 */
import type { Locator, Page } from '@playwright/test';
import { expect } from './site.ts';

type Colour = readonly [red: number, green: number, blue: number];

interface Line {
  readonly text: string;
  /** CSS pixels from the element's own left and top edge. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly colour: Colour;
  /** What a click on the words meets instead of them. */
  readonly over: readonly string[];
  readonly isOutside: boolean;
}

/** Least contrast of text with its ground (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;
/** Share of the pixels of a line that may be neither its ground nor its letters. */
const foreign = 0.03;

/** Run in the page: every line of text of an element, with what lies over it. */
function linesOf(element: Element): Line[] {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const colourOf = (value: string): [number, number, number] => {
    if (context === null) throw new Error('no 2d context');
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const hit = (x: number, y: number): Element | null => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot != null) {
      const inner: Element | null = found.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === found) break;
      found = inner;
    }
    return found;
  };
  const holds = (found: Element | null): boolean => {
    for (let part: Node | null = found; part !== null; ) {
      if (part === element) return true;
      part = part instanceof ShadowRoot ? part.host : ((part as Element).assignedSlot ?? part.parentNode);
    }
    return false;
  };
  const { left, top } = element.getBoundingClientRect();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (text === '' || parent === null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const over = new Set<string>();
      for (let step = 0; step <= 8; step += 1) {
        const x = Math.min(box.right - 1, Math.max(box.left + 1, box.left + (box.width * step) / 8));
        const found = hit(x, box.top + box.height / 2);
        if (!holds(found)) over.add(found === null ? 'the window’s edge' : found.outerHTML.slice(0, 120));
      }
      lines.push({
        text,
        box: { x: box.left - left, y: box.top - top, width: box.width, height: box.height },
        colour: colourOf(getComputedStyle(parent).color),
        over: [...over],
        // The box of a line reaches farther than its letters, and than the element where lines stand close.
        isOutside:
          box.left < -1 ||
          box.top < -1 - box.height * 0.12 ||
          box.right > window.innerWidth + 1 ||
          box.bottom > window.innerHeight + 1 + box.height * 0.12,
      });
    }
  }
  return lines;
}

/**
 * Run in the page: the most frequent colour of a box of the screenshot, and the share of pixels that are neither it nor
 * on the way to `colour`.
 */
async function groundOf([base64, box, colour, ratio]: readonly [string, Line['box'], Colour, number]): Promise<{
  readonly ground: Colour;
  readonly foreign: number;
}> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const [x, y] = [Math.max(0, Math.floor(box.x * ratio)), Math.max(0, Math.floor(box.y * ratio))];
  const width = Math.max(1, Math.min(image.width - x, Math.ceil(box.width * ratio)));
  const height = Math.max(1, Math.min(image.height - y, Math.ceil(box.height * ratio)));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.drawImage(image, -x, -y);
  const { data } = context.getImageData(0, 0, width, height);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const key = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const ground: Colour = [(most >> 16) & 255, (most >> 8) & 255, most & 255];
  const way = colour.map((value, channel) => value - (ground[channel] ?? 0));
  const length = way.reduce((sum, value) => sum + value * value, 0) || 1;
  let strange = 0;
  for (let at = 0; at < data.length; at += 4) {
    const from = [0, 1, 2].map((channel) => (data[at + channel] ?? 0) - (ground[channel] ?? 0));
    const along = Math.min(
      1,
      Math.max(0, from.reduce((sum, value, channel) => sum + value * (way[channel] ?? 0), 0) / length),
    );
    if (Math.hypot(...from.map((value, channel) => value - along * (way[channel] ?? 0))) > 48) strange += 1;
  }
  return { ground, foreign: strange / (data.length / 4) };
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * What keeps a person from reading the words of `sentence`, in the window as it stands: a line a fault, none where all
 * can be read.
 * An element without words is a fault of its own, so that no empty sentence passes.
 */
export async function unreadable(page: Page, sentence: Locator): Promise<readonly string[]> {
  const lines = await sentence.evaluate(linesOf);
  if (lines.length === 0) return ['it has no words'];
  const faults = lines.flatMap(({ text, over, isOutside }) => [
    ...(isOutside ? [`“${text}” reaches out of the window`] : []),
    ...over.map((part) => `“${text}” lies under ${part}`),
  ]);
  const box = await sentence.boundingBox();
  if (box === null || faults.length > 0) return box === null ? ['it has no box'] : faults;
  const shot = (await page.screenshot({ clip: box, animations: 'disabled' })).toString('base64');
  const ratio = await page.evaluate(() => window.devicePixelRatio);
  for (const line of lines) {
    const { ground, foreign: share } = await page.evaluate(groundOf, [shot, line.box, line.colour, ratio] as const);
    const contrast = contrastOf(ground, line.colour);
    if (contrast < leastContrast) faults.push(`“${line.text}” has a contrast of ${contrast.toFixed(1)}`);
    if (share > foreign)
      faults.push(`something shows through “${line.text}”: ${Math.round(share * 100)} % of its pixels`);
  }
  return faults;
}

/** Fails with what keeps a person from reading `sentence`, once that has been so for as long as a test waits. */
export async function expectReadable(page: Page, sentence: Locator, message = ''): Promise<void> {
  await expect.poll(() => unreadable(page, sentence), { message }).toEqual([]);
}
