import { choose, expect, listed, mapElement, names, openPage, overlapping, test } from './site.ts';

// What fails here is said in the console.
test.use({ expectedErrors: /^four-islands: / });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the picture stands in the page and carries the labels', async ({ page }) => {
    await page.goto('./');
    const picture = page.getByRole('img', { name: /Map of Etorofu/ });
    await expect(picture).toBeVisible();
    // Of the letterings, one for each size of the stage, one is shown.
    await expect(
      picture.locator('.home .names-both').getByText('Etorofu / Iturup').filter({ visible: true }),
    ).toHaveCount(1);
  });

  test('the naming control works on picture, list and legend', async ({ page }) => {
    await page.goto('./');
    const picture = page.getByRole('img', { name: /Map of/ });
    const list = page.getByRole('navigation', { name: 'Places' });
    await expect(names(page).getByRole('radio')).toHaveCount(3);
    await choose(page, 'Russian');
    await expect(picture.locator('.home .names-ru').getByText('Iturup').filter({ visible: true })).toHaveCount(1);
    await expect(picture.locator('.home .names-both').filter({ visible: true })).toHaveCount(0);
    await expect(list.getByRole('link', { name: /^Iturup Итуруп\s+island$/ })).toBeVisible();
    await expect(page.getByText('Names as used in Russia.')).toBeVisible();
    await choose(page, 'Japanese');
    await expect(list.getByRole('link', { name: /^Etorofu 択捉島\s+island$/ })).toBeVisible();
  });

  test('the passages can be read', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('blockquote')).toHaveCount(3);
    await expect(page.locator('cite').first()).toContainText('Kyodo News');
  });
});

test('of a page that has come in part land is seen, and no names over each other', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.route('./', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const here = html.indexOf('<fieldset class="naming"');
    expect(here).toBeGreaterThan(html.indexOf('class="home"'));
    await route.fulfill({ response, body: html.slice(0, here) });
  });
  await page.goto('./');
  await expect(page.locator('.ground')).toBeVisible();
  await expect(page.locator('.home text')).not.toHaveCount(0);
  await expect(page.locator('.home text').filter({ visible: true })).toHaveCount(0);
});

test('words of other sizes and conventions are not laid out', { tag: '@long' }, async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('./');
  await expect(page.locator('.home .names-both text').filter({ visible: true }).first()).toBeVisible();
  // A browser asks for the box of a word as soon as it is laid out, hidden or not.
  const laidOut = await page.locator('.home text').evaluateAll((words) =>
    words
      .filter((word) => word instanceof SVGGraphicsElement && word.getBBox().width > 0)
      .map((word) => ({
        plate: word.closest('[class^=plate-]')?.getAttribute('class'),
        names: word.closest('[class*=names-]')?.getAttribute('class')?.replace('water ', ''),
      })),
  );
  expect(new Set(laidOut.map(({ plate }) => plate)).size).toBe(1);
  expect(new Set(laidOut.map(({ names }) => names ?? 'names-both'))).toEqual(new Set(['names-both']));
});

test('the picture is there before the script, and the list and the popup work while it stands', async ({ page }) => {
  await page.route('**/map-view-*.js', (route) => route.abort());
  await page.goto('./?load=click');
  await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
  await listed(page, 'shikotan').click();
  await expect(page.getByRole('dialog', { name: /Shikotan/ })).toBeVisible();
});

for (const [width, height] of [
  [360, 640],
  [1280, 700],
] as const)
  test(`at ${width} × ${height} the lettering of the first picture stands in the frame that its ground is fitted to`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('./');
    // A word's share of the home frame, as it is written and as it is seen.
    const shares = await page.locator('.picture text.on-line').evaluateAll((words) =>
      words.flatMap((word) => {
        const { top, height: tall } = word.getBoundingClientRect();
        const stage = word.closest('.stage')?.getBoundingClientRect();
        if (tall === 0 || stage === undefined) return [];
        const ratio = Number(getComputedStyle(word).getPropertyValue('--ratio'));
        const home = Math.min(stage.height, stage.width / ratio);
        const seen = (top + tall / 2 - stage.top - (stage.height - home) / 2) / home;
        return [Math.abs(seen - Number.parseFloat(word.getAttribute('y') ?? '') / 100)];
      }),
    );
    expect(shares).toHaveLength(2);
    for (const difference of shares) expect(difference).toBeLessThan(0.01);
  });

for (const folder of ['', 'ja/', 'ru/'])
  test(`on ./${folder} no figure of the margin runs into the disclaimer or into another figure, whatever the width`, {
    tag: folder === '' ? [] : '@long',
  }, async ({ page }) => {
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`./${folder}`);
    for (const width of [320, 360, 400, 480, 560, 680, 900]) {
      await page.setViewportSize({ width, height: 700 });
      const margin = '.figure, .scale, .disclaimer';
      const overlaps = await overlapping(page.locator('.stage'), margin, margin);
      expect(overlaps, `${width} px`).toEqual([]);
    }
  });

for (const [path, width] of [
  ['./', 1280],
  ['./', 360],
  ['./ja/index.html', 1280],
  ['./ru/index.html', 1280],
  ['./embed.html', 1280],
  ['./embed.html', 600],
  ['./embed.html', 360],
] as const)
  test(`nothing moves while ${path} loads at ${width} pixels`, {
    tag: width === 1280 && path !== './ja/index.html' ? [] : '@long',
  }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const told = { shift: 0 };
      Object.assign(window, { told });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) told.shift += Number(Reflect.get(entry, 'value'));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await openPage(page, path.slice(2));
    await page.evaluate(() => document.fonts.ready);
    // A line of the list may still break elsewhere in a face that stands in: a twentieth of what counts as steady. In
    // Russian one row is nearly full, and moves what is below it when the faces come.
    const most = path.startsWith('./ru/') ? 0.008 : 0.005;
    expect(await page.evaluate(() => Reflect.get(window, 'told').shift)).toBeLessThan(most);
  });

test('in a page of others the words of the element keep their place when our faces come', async ({ page }) => {
  await page.route('**/element.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>An article</title><script src="./four-islands.js" defer></script><four-islands-map style="display:block;height:500px"></four-islands-map>',
    }),
  );
  await page.addInitScript(() => {
    const widths: number[] = [];
    Object.assign(window, { widths });
    const look = () => {
      const control = document.querySelector('four-islands-map')?.shadowRoot?.querySelector('.naming');
      const { width } = control?.getBoundingClientRect() ?? { width: 0 };
      if (width > 0) widths.push(width);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.goto('./element.html');
  const element = mapElement(page);
  await expect(element).toHaveAttribute('data-lettered', '', { timeout: 60_000 });
  const { widths, faces } = await page.evaluate(() => ({
    widths: Reflect.get(window, 'widths'),
    faces: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  }));
  expect(faces).toEqual(expect.arrayContaining([expect.stringContaining('Four Islands Serif')]));
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(6);
});

test('until its map is there a frame asks for the faces of what is seen, and for each once', { tag: '@long' }, async ({
  page,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('four-islands-ready', () => {
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      Object.assign(window, { asked });
    });
  });
  await openPage(page, 'embed.html');
  const asked: readonly string[] = await page.evaluate(() => Reflect.get(window, 'asked'));
  expect(asked.flatMap((address) => /([a-z-]+)-[^/]*\.woff2$/.exec(address)?.[1] ?? []).sort()).toEqual([
    'italic',
    'mincho-first',
    'regular',
  ]);
});

for (const language of ['en', 'ja', 'ru'] as const)
  test(`what opens the map covers no name in a frame of usual size in ${language}`, {
    tag: language === 'ru' ? [] : '@long',
  }, async ({ page }) => {
    await page.goto(`./embed.both.${language}.html?load=click`);
    await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
    const open = page.locator('.open');
    for (const [width, height] of [
      [340, 520],
      [360, 640],
      [420, 420],
      [480, 360],
      [560, 315],
      [560, 480],
      [600, 450],
      [640, 480],
      [700, 525],
      [860, 900],
      [960, 600],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(open).toBeInViewport({ ratio: 1 });
      const covered = await overlapping(page.locator('.stage'), '.open', '.naming, .home text');
      expect(covered, `${width} × ${height}`).toEqual([]);
    }
  });
