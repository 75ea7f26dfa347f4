/**
 * How words and signs are set: Japanese in one face, no bold that no face has, a legend and a scale that quote the map.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import * as fontkit from 'fontkit';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { fontFamilies } from '../../src/lettering/fonts/fonts.ts';
import { expect, interactive, mapElement, openPage, overlapping, popup, test } from './site.ts';

const eastern = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** The characters of the faces that the built site serves, by family. */
function servedCharacters(): ReadonlyMap<string, ReadonlySet<number>> {
  const folder = projectPath('dist/assets');
  const held = new Map<string, Set<number>>();
  for (const file of readdirSync(folder).filter((name) => /^mincho-.*\.woff2$/.test(name))) {
    const font = fontkit.create(readFileSync(join(folder, file)));
    if (!('characterSet' in font)) throw new Error(`${file} is no single font`);
    const family = file.startsWith('mincho-running') ? fontFamilies.running : fontFamilies.mincho;
    held.set(family, new Set([...(held.get(family) ?? []), ...font.characterSet]));
  }
  return held;
}

/**
 * Every piece of Japanese of which a sign is in no face that the page serves for it. A browser would take that sign
 * from whatever the machine has:
 * this asks the faces themselves, because not every machine has a Japanese face that could be seen beside ours.
 */
async function setInOthers(page: Page): Promise<{ readonly pieces: number; readonly faults: readonly string[] }> {
  const held = servedCharacters();
  const pieces = await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots
      .flatMap((root) => [...root.querySelectorAll('*')])
      .filter(({ tagName }) => !/^(style|script|template|title|desc|textarea|option)$/i.test(tagName))
      .flatMap((part) => {
        const text = [...part.childNodes].flatMap((node) => (node.nodeType === 3 ? [node.textContent] : [])).join('');
        return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
          ? [[text.trim(), getComputedStyle(part).fontFamily] as const]
          : [];
      });
  });
  const faults = pieces.flatMap(([text, families]) => {
    const faces = [...held].flatMap(([family, characters]) => (families.includes(`"${family}"`) ? [characters] : []));
    const missing = [...new Set(text)].filter(
      (sign) => eastern.test(sign) && !faces.some((characters) => characters.has(sign.codePointAt(0) ?? 0)),
    );
    return missing.length === 0 ? [] : [`${missing.join('')} in “${text.slice(0, 60)}”`];
  });
  return { pieces: pieces.length, faults };
}

test('the check of faces sees a word of which one sign is set in another', async ({ page }) => {
  await page.goto('./ja/timeline.html');
  await page.evaluate(() => {
    const word = document.createElement('p');
    // No text of the site has the second sign.
    word.textContent = '島鱧';
    document.body.append(word);
  });
  expect((await setInOthers(page)).faults.join()).toContain('鱧');
});

for (const path of ['ja/timeline.html', 'timeline.html', 'ru/timeline.html'])
  test(`every word of Japanese in ${path} is set in one face`, async ({ page }) => {
    await page.goto(`./${path}`);
    const { pieces, faults } = await setInOthers(page);
    expect(pieces).toBeGreaterThan(3);
    expect(faults).toEqual([]);
  });

for (const query of ['lang=ja&year=1875', 'lang=ja&year=1855', 'lang=en&year=1855', 'lang=ja&place=kunashiri'])
  test(`every word of Japanese in the page at ${query} is set in one face`, async ({ page }) => {
    await page.goto(`./?${query}&load=click`);
    await expect(
      query.includes('place') ? popup(page) : page.locator('[data-part="history"] h2').first(),
    ).toBeVisible();
    const { pieces, faults } = await setInOthers(page);
    expect(pieces).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

/**
 * Words whose weight none of our faces has: a browser would smear them, or they would not be what they are meant to be.
 */
function otherWeights(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const weights = new Set([...document.fonts].map(({ weight }) => (weight === 'normal' ? '400' : weight)));
    return roots
      .flatMap((root) => [...root.querySelectorAll('*')])
      .filter((part) => !/^(STYLE|SCRIPT|TITLE|OPTION)$/i.test(part.tagName))
      .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''))
      .flatMap((part) => {
        const { fontWeight, fontFamily } = getComputedStyle(part);
        const ours = fontFamily.includes('Four Islands');
        return ours && !weights.has(fontWeight) ? [`${fontWeight}: ${part.textContent?.trim().slice(0, 40)}`] : [];
      });
  });
}

for (const path of [
  './?place=kunashiri&load=click',
  './?lang=ja&year=1875&load=click',
  './ru/timeline.html',
  './embed.both.ru.html?place=shikotan&load=click',
])
  test(`no word of ${path} has a weight that its face has not`, async ({ page }) => {
    await page.goto(path);
    if (path.includes('place=')) await expect(popup(page)).toBeVisible();
    if (path.includes('year=')) await expect(page.locator('[data-part="history"] h2').first()).toBeVisible();
    expect(await otherWeights(page)).toEqual([]);
  });

test('the check of weights sees a bold word', async ({ page }) => {
  await page.goto('./timeline.html');
  await page.evaluate(() => {
    const word = document.createElement('b');
    word.textContent = 'bold';
    document.body.append(word);
  });
  expect(await otherWeights(page)).toEqual(['700: bold']);
});

/** Which way the lines of a hatch run, and how far it is from one to the next along a row, in CSS pixels. */
async function hatchIn(page: Page, shot: Buffer): Promise<{ readonly rises: boolean; readonly spacing: number }> {
  return page.evaluate(async (base64) => {
    const data: Uint8ClampedArray = await Reflect.get(window, 'pixelsOf')(base64);
    const side = Math.sqrt(data.length / 4);
    const at = (x: number, y: number) => data[(y * side + x) * 4] ?? 0;
    /** Mean difference of each point from that so far away. */
    const differ = (dx: number, dy: number) => {
      let sum = 0;
      let count = 0;
      for (let y = Math.max(0, -dy); y < side - Math.max(0, dy); y++)
        for (let x = 0; x < side - dx; x++) {
          sum += Math.abs(at(x, y) - at(x + dx, y + dy));
          count += 1;
        }
      return sum / count;
    };
    const ratio = window.devicePixelRatio;
    // The first shift after which the picture is the same again, having been another in between.
    const shifts = Array.from({ length: Math.floor(side / 2) }, (_, dx) => differ(dx, 0));
    const most = Math.max(...shifts);
    const away = shifts.findIndex((value) => value > most * 0.7);
    const rest = shifts.slice(away);
    const again = rest.findIndex(
      (value, index) => value < most * 0.4 && value <= (rest[index + 1] ?? Number.POSITIVE_INFINITY),
    );
    return { rises: differ(ratio, -ratio) < differ(ratio, ratio), spacing: (away + again) / ratio };
  }, shot.toString('base64'));
}

test.describe('finely looked at', () => {
  test.use({ deviceScaleFactor: 4, viewport: { width: 1280, height: 800 } });

  for (const zoom of [10, 10.5])
    test(`the legend’s hatch is the map’s at zoom ${zoom}`, async ({ page }) => {
      await openPage(page, `?lang=en&view=${zoom}/43.8/146.75`);
      const swatch = page.locator('.swatch').first();
      await swatch.scrollIntoViewIfNeeded();
      // Large enough to be measured; its lines stay as they are.
      await swatch.evaluate((part: HTMLElement) => {
        part.style.cssText = 'position:fixed;z-index:9;left:0;bottom:0;width:30px;height:30px;border:0;margin:0';
      });
      const legend = await hatchIn(page, await page.screenshot({ clip: { x: 0, y: 770, width: 30, height: 30 } }));
      const onMap = await hatchIn(page, await page.screenshot({ clip: await plainHatch(page) }));
      expect(onMap.rises).toBe(true);
      expect(legend.rises).toBe(onMap.rises);
      expect(Math.abs(legend.spacing - onMap.spacing)).toBeLessThan(0.6);
    });
});

/** A square of the map with nothing but hatch in it. */
async function plainHatch(page: Page) {
  const shot = await page.screenshot();
  const found = await page.evaluate(async (base64) => {
    const data: Uint8ClampedArray = await Reflect.get(window, 'pixelsOf')(base64);
    const ratio = window.devicePixelRatio;
    const width = window.innerWidth * ratio;
    /** Between the colours of the ground, #eadcb4, and of the lines, #8a7440. */
    const isHatch = (x: number, y: number) => {
      const [red = 0, green = 0, blue = 0] = data.slice((y * width + x) * 4, (y * width + x) * 4 + 3);
      const share = (234 - red) / 96;
      return (
        share > -0.1 &&
        share < 1.1 &&
        Math.abs(220 - share * 104 - green) < 14 &&
        Math.abs(180 - share * 116 - blue) < 14
      );
    };
    for (let y = 200; y < 600; y += 10)
      for (let x = 300; x < 800; x += 10) {
        let plain = true;
        for (let dy = 0; plain && dy < 30; dy++)
          for (let dx = 0; plain && dx < 30; dx++) plain = isHatch((x + dx) * ratio, (y + dy) * ratio);
        if (plain) return { x, y, width: 30, height: 30 };
      }
    return null;
  }, shot.toString('base64'));
  if (found === null) throw new Error('no square of the map holds hatch alone');
  return found;
}

/** The kilometres that the bar says, and those that lie under it on the map. */
function scaleOf(element: Locator): Promise<{ readonly said: number; readonly seen: number; readonly pixels: number }> {
  return element.evaluate((host) => {
    const root = host.shadowRoot;
    const bar = root?.querySelector('.scale .bar')?.getBoundingClientRect();
    const stage = root?.querySelector('.stage')?.getBoundingClientRect();
    const words = root?.querySelector<HTMLElement>('[data-part="kilometres"]')?.innerText ?? '';
    const { maplibre: map } = host as HTMLElement & {
      maplibre: { unproject(point: [number, number]): { lng: number; lat: number } } | null;
    };
    if (bar === undefined || stage === undefined || map === null) throw new Error('there is no map with a scale');
    const at = (x: number) => map.unproject([x - stage.left, stage.height / 2]);
    const [west, east] = [at(bar.left), at(bar.right)];
    const seen = 6378.137 * Math.cos((west.lat * Math.PI) / 180) * (((east.lng - west.lng) * Math.PI) / 180);
    return { said: Number.parseFloat(words), seen, pixels: bar.width };
  });
}

for (const [width, height] of [
  [320, 640],
  [360, 740],
  [768, 800],
  [1280, 800],
] as const)
  test(`at ${width} × ${height} the scale can be measured by, is true, and touches no button`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await openPage(page, '?lang=en');
    for (const view of [
      null,
      '3.5/44/147',
      '5/46/150',
      '5.6/46/150',
      '6.2/44/146',
      '8/37/147',
      '9.3/56/160',
      '12.5/43.8/146.7',
    ]) {
      if (view !== null) {
        await page.evaluate((value) => {
          document.querySelector('four-islands-map')?.setAttribute('view', value);
        }, view);
      }
      await expect
        .poll(
          async () => {
            const { said, seen, pixels } = await scaleOf(mapElement(page));
            return pixels >= 69.5 && pixels <= 201 && Math.abs(seen / said - 1) < 0.03
              ? 'true'
              : `${said} ${seen} ${pixels}`;
          },
          { message: view ?? 'home' },
        )
        .toBe('true');
      expect(await overlapping(page.locator('.stage'), '.scale', '.camera button, .camera summary')).toEqual([]);
    }
    await interactive(page);
  });
