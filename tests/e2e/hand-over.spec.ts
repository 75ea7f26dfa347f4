/**
 * The map takes over from the picture, and nothing jumps: the land of both is held against each other, pixel by pixel.
 */
import type { Page } from '@playwright/test';
import { groupIds } from '../../src/model/types.ts';
import { expect, holdBack, interactive, mapElement, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

/**
 * Leaves nothing in the stage but the fills of sea and land, and the hatch if it is asked for; the map's without the
 * soft outline that WebGL needs and SVG does not.
 */
async function bare(page: Page, hatched = false): Promise<void> {
  await page.evaluate((keep) => {
    const element = document.querySelector('four-islands-map');
    const root = element?.shadowRoot;
    const overlays =
      '.picture text, .picture path[fill="none"], .picture g[fill="none"], .naming, .camera, .open, .disclaimer, .marginalia, .inset, .scale';
    // Hidden, not taken out: the element goes on to use its parts.
    for (const part of root?.querySelectorAll<HTMLElement>(overlays) ?? [])
      part.style.setProperty('display', 'none', 'important');
    for (const shape of root?.querySelectorAll('.picture use') ?? []) {
      shape.setAttribute('stroke', 'none');
      const isHatch = shape.getAttribute('fill')?.startsWith('url(') === true;
      if (isHatch && keep) continue;
      if (isHatch) shape.remove();
      // One colour for all land, so that half of it over half of sea is the same threshold everywhere.
      else shape.setAttribute('fill', '#fff');
    }
    root?.querySelector<HTMLElement>('.stage')?.style.setProperty('background', '#000');
    const map = element === null ? null : Reflect.get(element, 'maplibre');
    if (map === null) return;
    for (const { id } of map.getStyle().layers)
      if (/^(land|islands)-fill$/.test(id)) {
        map.setPaintProperty(id, 'fill-color', '#fff');
        map.setPaintProperty(id, 'fill-antialias', false);
      } else if (!(keep && id === 'islands-hatch')) map.setLayoutProperty(id, 'visibility', 'none');
  }, hatched);
}

/** How the brightness of two pictures of one size goes together, from −1 to 1, where both are land. */
async function likeness(page: Page, pictures: readonly [Buffer, Buffer]): Promise<number> {
  return page.evaluate(
    async (base64) => {
      const pixels: (picture: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
      const [one, two] = await Promise.all(base64.map(pixels));
      if (one === undefined || two === undefined) throw new Error('two pictures are compared');
      const sums = { count: 0, one: 0, two: 0, ones: 0, twos: 0, both: 0 };
      for (let at = 0; at < one.length; at += 4) {
        const [first = 0, second = 0] = [one[at], two[at]];
        if (first < 60 || second < 60) continue;
        sums.count++;
        sums.one += first;
        sums.two += second;
        sums.ones += first * first;
        sums.twos += second * second;
        sums.both += first * second;
      }
      const { count } = sums;
      const spread = (squares: number, sum: number) => squares / count - (sum / count) ** 2;
      return (
        (sums.both / count - (sums.one / count) * (sums.two / count)) /
        Math.sqrt(spread(sums.ones, sums.one) * spread(sums.twos, sums.two))
      );
    },
    pictures.map((picture) => picture.toString('base64')),
  );
}

// Between the whole zooms 5 and 6, 6 and 7, 7 and 8.
for (const [width, height] of [
  [360, 640],
  [768, 1024],
  [1280, 800],
] as const)
  test.describe(`at ${width} × ${height} and 2 device pixels a pixel`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: 2 });

    test('the hatch of the map is that of the picture, line on line', { tag: width === 768 ? [] : '@long' }, async ({
      page,
    }) => {
      const stage = page.locator('.stage');
      await page.goto('./?load=click&theme=light');
      await bare(page, true);
      const before = await stage.screenshot();
      await page.goto('./?load=eager&theme=light');
      await expect(mapElement(page)).toHaveAttribute('data-lettered', '', { timeout: 60_000 });
      await bare(page, true);
      await page.waitForTimeout(800);
      const after = await stage.screenshot();
      const found = await likeness(page, [before, after]);
      console.log(`${width} × ${height}: the hatches go together by ${found.toFixed(2)}`);
      expect(found).toBeGreaterThan(0.8);
    });
  });

for (const [width, height] of [
  [600, 900],
  [768, 1024],
  [1280, 800],
] as const)
  for (const ratio of [1, 2])
    test.describe(`at ${width} × ${height} and ${ratio} device pixels a pixel`, () => {
      test.use({ viewport: { width, height }, deviceScaleFactor: ratio });

      test('the coasts of picture and map agree', {
        tag: (width === 600) === (ratio === 1) && width !== 768 ? [] : '@long',
      }, async ({ page }) => {
        test.setTimeout(120_000);
        await page.goto('./?load=click&theme=light');
        const stage = page.locator('.stage');
        await bare(page);
        const before = await stage.screenshot();
        await page.goto('./?load=eager&theme=light');
        await expect(mapElement(page)).toHaveAttribute('data-lettered', '', { timeout: 90_000 });
        await bare(page);
        await page.waitForTimeout(800);
        const after = await stage.screenshot();
        const { both, either, far, coast } = await page.evaluate(
          async ([first, second, reach]) => {
            const pixels: (base64: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
            const image = new Image();
            image.src = `data:image/png;base64,${first}`;
            await image.decode();
            const { width: wide, height: tall } = image;
            const masks = await Promise.all(
              [first, second].map(async (base64) => {
                const data = await pixels(base64);
                return Uint8Array.from({ length: wide * tall }, (_, at) => ((data[at * 4] ?? 0) > 127 ? 1 : 0));
              }),
            );
            const [one, two] = masks;
            if (one === undefined || two === undefined) throw new Error('two pictures are compared');
            const edges = masks.map((mask) => {
              const found: number[] = [];
              for (let at = wide; at < mask.length - wide; at++)
                if (
                  mask[at] === 1 &&
                  (mask[at - 1] === 0 || mask[at + 1] === 0 || mask[at - wide] === 0 || mask[at + wide] === 0)
                )
                  found.push(at);
              return found;
            });
            /** Coast pixels of one that have no coast of the other within reach. */
            const stray = (own: readonly number[], other: readonly number[]) => {
              const there = new Set(other);
              const steps = Math.ceil(reach);
              return own.filter((at) => {
                for (let y = -steps; y <= steps; y++)
                  for (let x = -steps; x <= steps; x++)
                    if (Math.hypot(x, y) <= reach && there.has(at + y * wide + x)) return false;
                return true;
              }).length;
            };
            let shared = 0;
            let any = 0;
            for (let at = 0; at < one.length; at++) {
              if (one[at] === 1 || two[at] === 1) any++;
              if (one[at] === 1 && two[at] === 1) shared++;
            }
            const [coastOne = [], coastTwo = []] = edges;
            return {
              both: shared,
              either: any,
              far: stray(coastOne, coastTwo) + stray(coastTwo, coastOne),
              coast: coastOne.length + coastTwo.length,
            };
          },
          [before.toString('base64'), after.toString('base64'), 1.5 * ratio] as const,
        );
        console.log(
          `${width} × ${height} at ${ratio}: IoU ${(both / either).toFixed(4)}, ${far} of ${coast} coast pixels farther than 1.5 px`,
        );
        expect(either).toBeGreaterThan(1000);
        expect(both / either).toBeGreaterThanOrEqual(0.995);
        expect(far / coast).toBeLessThanOrEqual(0.005);
      });
    });

test('the names are there though the lettering is done before the map has its sources', { tag: '@long' }, async ({
  page,
}) => {
  // The library takes a style over in a frame; those frames come late here, as on a machine with too much to do.
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (act) => ask(() => setTimeout(() => act(performance.now()), 700));
  });
  await page.goto('./');
  const element = page.locator('four-islands-map[data-lettered]');
  await expect(element).toHaveCount(1, { timeout: 55_000 });
  const names = await element.evaluate((map) => {
    const { maplibre } = map as HTMLElement & {
      readonly maplibre: {
        querySourceFeatures(id: string): readonly { readonly properties: { readonly id: string } }[];
      };
    };
    return [...new Set(maplibre.querySourceFeatures('labels').map(({ properties }) => properties.id))];
  });
  expect(names).toEqual(expect.arrayContaining(['etorofu', 'kunashiri', 'shikotan', 'habomai']));
});

for (const comes of [true, false])
  test(`names are not drawn before their face has come, ${comes ? 'late as it may be' : 'unless it never comes'}`, async ({
    page,
  }) => {
    // MapLibre would keep what it drew of each letter in another face.
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/assets/mincho-names-*', async (route) => {
      await asked;
      await (comes ? route.continue() : route.abort());
    });
    const request = page.waitForRequest('**/assets/mincho-names-*');
    await page.goto('./embed.html?lang=ja&view=10/43.86/145.9', { waitUntil: 'commit' });
    await request;
    await page.waitForTimeout(3000);
    await expect(page.locator('four-islands-map')).toHaveAttribute('data-state', 'loading');
    answer();
    const element = page.locator('four-islands-map[data-lettered]');
    await expect(element).toHaveCount(1, { timeout: 45_000 });
    const status = await page.evaluate(() =>
      [...document.fonts]
        .filter(({ family, status }) => family.includes('Mincho') && status !== 'unloaded')
        .map((face) => face.status),
    );
    expect(status.includes('error')).toBe(!comes);
  });

/** Keeps the faces of the map's kanji back until it is called: the map answers meanwhile, and has no names. */
const holdNames = (page: Page) => holdBack(page, '**/assets/mincho-*');

/** Waits for a map that answers under its picture. */
async function underPicture(page: Page): Promise<void> {
  await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  await expect(page.locator('.sheet.raised')).toHaveCount(1);
  await expect(mapElement(page)).not.toHaveAttribute('data-lettered');
}

/** The middle of a name in the picture. */
async function nameAt(page: Page, place: string): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(`.home [data-place="${place}"]:visible`).first().boundingBox();
  if (box === null) throw new Error(`the picture does not name ${place}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const folder of ['', 'ja/', 'ru/'])
  test(`on a phone at ./${folder} the names of the groups stand on the map where they stood in the picture`, {
    tag: folder === 'ru/' ? [] : '@long',
  }, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`./${folder}?lang=${folder.slice(0, 2) || 'en'}`);
    const element = await interactive(page);
    const stage = await page.locator('.stage').boundingBox();
    for (const group of groupIds) {
      const there = await element.evaluate((map, id) => {
        const maplibre = Reflect.get(map, 'maplibre');
        const { features } = maplibre.getSource('labels').serialize().data;
        const named = features.find(({ properties }: { properties: { id: string } }) => properties.id === id);
        return maplibre.project(named.geometry.coordinates);
      }, group);
      const { x, y } = await nameAt(page, group);
      expect(Math.hypot(there.x + (stage?.x ?? 0) - x, there.y + (stage?.y ?? 0) - y), group).toBeLessThan(12);
    }
  });

test('names are drawn in what is there when their face keeps them waiting', { tag: '@long' }, async ({ page }) => {
  await holdNames(page);
  await page.goto('./embed.html?lang=ja&view=10/43.86/145.9', { waitUntil: 'commit' });
  await expect(mapElement(page)).toHaveAttribute('data-lettered', '', { timeout: 45_000 });
});

test('a map without its names yet answers, and takes the picture along', async ({ page }) => {
  const release = await holdNames(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  // What is held back holds the document's end back, too.
  await page.goto('./', { waitUntil: 'commit' });
  await underPicture(page);
  const before = await nameAt(page, 'etorofu');
  await mapElement(page).evaluate((element) => {
    Object.assign(window, { begun: Reflect.get(element, 'maplibre').getCenter() });
  });
  const stage = await page.locator('.stage').boundingBox();
  if (stage === null) throw new Error('the page has no stage');
  await page.mouse.move(stage.x + 500, stage.y + 500);
  await page.mouse.down();
  await page.mouse.move(stage.x + 560, stage.y + 450, { steps: 4 });
  await page.waitForTimeout(300);
  await page.mouse.up();
  await expect(mapElement(page)).toHaveAttribute('view', /./);
  await expect
    .poll(async () => {
      const { x, y } = await nameAt(page, 'etorofu');
      return [Math.round(x - before.x), Math.round(y - before.y)];
    })
    .toEqual([60, -50]);
  // It comes back with the camera, too.
  const moved = await mapElement(page).evaluate((element) => {
    const map = Reflect.get(element, 'maplibre');
    const picture = element.shadowRoot?.querySelector<HTMLElement>('.sheet .picture');
    const there = map.getCenter();
    map.jumpTo({ center: Reflect.get(window, 'begun') });
    const back = picture?.style.transform;
    map.jumpTo({ center: there });
    return back;
  });
  const [, , , , right = Number.NaN, down = Number.NaN] = (moved ?? '').match(/-?[\d.]+(?:e-\d+)?/g)?.map(Number) ?? [];
  expect(Math.abs(right) + Math.abs(down)).toBeLessThan(0.1);
  await expect(mapElement(page)).not.toHaveAttribute('data-lettered');
  const view = await mapElement(page).getAttribute('view');
  release();
  await expect(mapElement(page)).toHaveAttribute('data-lettered', '', { timeout: 45_000 });
  await expect(page.locator('.sheet.raised')).toHaveCount(0);
  // The camera stays where the reader has put it, and the picture is left as it was.
  expect(await mapElement(page).getAttribute('view')).toBe(view);
  expect(await page.locator('.sheet .picture').evaluate((picture) => picture.getAttribute('style') ?? '')).toBe('');
});

test('what is chosen on a map without its names yet is chosen, and a year lets the picture go', async ({ page }) => {
  const release = await holdNames(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  // What is held back holds the document's end back, too.
  await page.goto('./', { waitUntil: 'commit' });
  await underPicture(page);
  const { x, y } = await mapElement(page).evaluate((element) => {
    const point = Reflect.get(element, 'maplibre').project([146.75, 43.8]);
    const { left, top } = element.shadowRoot?.querySelector('.stage')?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: left + point.x, y: top + point.y };
  });
  await page.mouse.click(x, y);
  await expect(page.getByRole('dialog', { name: /Shikotan/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Russian' }).check({ force: true });
  await expect(page.locator('.home .names-ru:visible').first()).toBeAttached();
  await page.getByRole('link', { name: '1875' }).click();
  await expect(page.locator('.sheet.raised')).toHaveCount(0);
  release();
  await expect(mapElement(page)).toHaveAttribute('data-lettered', '', { timeout: 45_000 });
  const shown = () =>
    mapElement(page).evaluate((element) => {
      const map = Reflect.get(element, 'maplibre');
      const { features } = map.getStyle().sources.lines.data;
      return [
        map.getGlobalState().names,
        ...features.map(({ properties }: { readonly properties: { readonly role: string } }) => properties.role),
      ].join(' ');
    });
  await expect.poll(shown).toBe('ru treaty treaty');
});

test('a map that loses its context before it has its names leaves the picture where it was', { tag: '@long' }, async ({
  page,
}) => {
  await holdNames(page);
  /** Where the picture names Etorofu after the context was lost, wherever the map had gone to before. */
  const nameAfterLoss = async (center: readonly [number, number] | null) => {
    // What is held back holds the document's end back, too.
    await page.goto('./', { waitUntil: 'commit' });
    await underPicture(page);
    await mapElement(page).evaluate((element, target) => {
      if (target !== null) Reflect.get(element, 'maplibre').jumpTo({ center: target });
      element.shadowRoot
        ?.querySelector('canvas')
        ?.getContext('webgl2')
        ?.getExtension('WEBGL_lose_context')
        ?.loseContext();
    }, center);
    await expect(mapElement(page)).toHaveAttribute('data-state', 'failed');
    await expect(page.locator('.sheet.raised')).toHaveCount(0);
    return nameAt(page, 'etorofu');
  };
  // The sentence takes a line of the stage: what stays must be compared in a stage of the same size.
  const [still, moved] = [await nameAfterLoss(null), await nameAfterLoss([146, 44])];
  expect([Math.round(moved.x - still.x), Math.round(moved.y - still.y)]).toEqual([0, 0]);
});

test('the map shows what it will show as soon as it is shown, the names among it, and nothing over it', async ({
  page,
}) => {
  // The size that frames are given most, where the map waits for a key before it takes the wheel, and has a screen that
  // says so.
  await page.setViewportSize({ width: 600, height: 450 });
  await page.addInitScript(() => {
    Object.assign(window, { opacities: new Set<string>() });
    const look = () => {
      const screen = document
        .querySelector('four-islands-map')
        ?.shadowRoot?.querySelector('.maplibregl-cooperative-gesture-screen');
      if (screen != null) Reflect.get(window, 'opacities').add(getComputedStyle(screen).opacity);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto('./embed.html');
  const element = page.locator('four-islands-map[data-lettered]');
  await expect(element).toHaveCount(1, { timeout: 45_000 });
  expect(await page.evaluate(() => [...Reflect.get(window, 'opacities')])).toEqual(['0']);
  const stage = element.locator('.stage');
  const first = await stage.screenshot();
  await page.waitForTimeout(2500);
  const settled = await stage.screenshot();
  await element.evaluate(async (host) => {
    const map = Reflect.get(host, 'maplibre');
    for (const { id, type } of map.getStyle().layers)
      if (type === 'symbol') map.setLayoutProperty(id, 'visibility', 'none');
    await new Promise((resolve) => map.once('idle', resolve));
  });
  const bare = await stage.screenshot();
  const differing = (one: Buffer, other: Buffer) =>
    page.evaluate(
      async (pictures) => {
        const pixels: (base64: string) => Promise<Uint8ClampedArray> = Reflect.get(window, 'pixelsOf');
        const [some, others] = await Promise.all(pictures.map(pixels));
        let count = 0;
        for (let at = 0; at < (some?.length ?? 0); at += 4)
          if (Math.abs((some?.[at] ?? 0) - (others?.[at] ?? 0)) > 24) count++;
        return count;
      },
      [one.toString('base64'), other.toString('base64')],
    );
  expect(await differing(first, settled)).toBeLessThan(50);
  expect(await differing(settled, bare)).toBeGreaterThan(2000);
});

test('the map is begun while its data are on the way, and ends with them when they do not come', {
  tag: '@long',
}, async ({ page }) => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/geo/map.json*', async (route) => {
    await asked;
    await route.fulfill({ status: 503, body: 'busy' });
  });
  await page.goto('./');
  const canvas = page.locator('four-islands-map canvas');
  await expect(canvas).toHaveCount(1);
  answer();
  await expect(page.locator('four-islands-map')).toHaveAttribute('data-state', 'failed');
  await expect(canvas).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('four-islands-map')).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
});
