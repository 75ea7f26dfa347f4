/**
 * The element and the frame in pages that do not behave: each row a page, each question one that a person would ask.
 */
import { chromium, type Locator, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../../scripts/machine/browser.ts';
import {
  alt,
  article,
  expectWholePicture,
  imageRules,
  mapWith,
  noRules,
  openHost,
  openPictured,
  openWords,
  otherPixels,
  parts,
  pictures,
  seenPicture,
  setting,
  strange,
  svg,
  test,
  textRules,
  wordsOf,
} from './hosts.ts';
import { expectReadable } from './readable.ts';
import { consoleLines, expect, mapElement } from './site.ts';

// The hosts' own policies speak in the console too.
test.use({ expectedErrors: /four-islands: |Content Security Policy|TrustedScript|TrustedTypePolicy|Refused to/ });

test.describe('the picture in the element', () => {
  for (const [what, picture] of Object.entries(pictures))
    test(`is seen whole: ${what}`, async ({ page, site }) => {
      test.setTimeout(120_000);
      for (const [rules, css] of Object.entries(imageRules)) {
        const map = await openPictured(page, site, picture(site), css);
        await expectWholePicture(page, map, `${what}, ${rules}`);
        // It has degrees and a scale of its own.
        for (const part of ['.figure', '.scale'])
          await expect(map.locator(part).first(), `${part} beside ${what}`).toBeHidden();
      }
    });

  test('is fetched once, and no data with it', async ({ page, site }) => {
    for (const what of ['an image', 'a linked image', 'a picture', 'an image in two sizes, fetched late']) {
      const asked: string[] = [];
      const note = (request: { url(): string }) => asked.push(request.url());
      page.on('request', note);
      const map = await openPictured(page, site, pictures[what]?.(site) ?? '', noRules);
      await expectWholePicture(page, map, what);
      page.off('request', note);
      // The comparison asks for it once more.
      const fetched = asked.filter((address) => address.includes('/static/map'));
      expect(fetched.slice(0, -1).length, `${what}: ${fetched.join()}`).toBeLessThanOrEqual(1);
      expect(asked.filter((address) => address.endsWith('four-islands-map.js'))).toEqual([]);
    }
  });

  test('stands in an element that was there before its script, after it, or is still being read', async ({
    page,
    site,
  }) => {
    const map = mapElement(page);
    const inside = pictures['a linked image']?.(site) ?? '';
    const head = `<script src="${site}four-islands.js"></script>`;
    await openHost(page, {
      head,
      body: article(noRules, `<four-islands-map load="click">${inside}</four-islands-map>`),
    });
    await expectWholePicture(page, map, 'a script in the head');
    expect(
      await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(),
      ),
    ).not.toContain('four-islands-map.js');
    await page.evaluate((markup) => {
      const article = document.querySelector('article');
      const made = document.createElement('four-islands-map');
      made.setAttribute('load', 'click');
      article?.replaceChildren(made);
      made.innerHTML = markup;
    }, inside);
    await expectWholePicture(page, map, 'made by a script, which fills it in the same task');
  });

  test('follows what the page makes of it, and goes on leading where it led', async ({ page, site }) => {
    const map = await openPictured(page, site, `<a href="${site}ja/">${svg(site)}</a>`, noRules);
    await expectWholePicture(page, map, 'at first');
    await page.evaluate((site) => {
      const image = document.querySelector('four-islands-map img');
      image?.setAttribute('src', `${site}static/map.ja.ja.svg`);
      image?.setAttribute('alt', 'Another');
    }, site);
    await expect.poll(async () => (await seenPicture(map))?.address).toContain('map.ja.ja.svg');
    await expectWholePicture(page, map, 'with another address');
    await expect(page.getByRole('img', { name: 'Another' })).toHaveCount(1);
    await expect(page.getByRole('link', { name: 'Another' })).toHaveAttribute('href', `${site}ja/`);
    await page.evaluate(() => document.querySelector('four-islands-map a')?.remove());
    // Ours is drawn in its place.
    await expect(map.locator('.picture .home text').first()).toBeVisible();
  });

  test('is replaced by ours where it does not come, and where there is none', async ({ page, site }) => {
    for (const inside of [
      `<img src="${site}static/none.png" alt="${alt}">`,
      '<br>',
      'Words <p>only</p>',
      '<noscript><img src="x.png" alt=""></noscript>',
    ]) {
      const map = await openPictured(page, site, inside, noRules);
      await expect(map.locator('.picture .home text').first(), inside).toBeVisible();
      await expect(map.locator('.figure').first(), inside).toBeVisible();
    }
  });

  test('stands alone without a script', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await openHost(page, { body: mapWith(site, svg(site)) });
    await expect(page.getByRole('img', { name: alt })).toBeVisible();
    await context.close();
  });
});

test.describe('the words under the map', () => {
  test('are the same with a picture in the element as without one', async ({ page, site }) => {
    test.setTimeout(120_000);
    const body = `<div style="width:700px">${mapWith(site, '', 'id="without" load="click"')}</div>
      <div style="width:700px">${mapWith(site, pictures['a linked image']?.(site) ?? '', 'id="with" load="visible"')}</div>`;
    await openHost(page, { body });
    const map = page.locator('#with');
    await map.scrollIntoViewIfNeeded();
    await expect(map).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
    await expect(map.getByText('Places', { exact: true })).toBeVisible();
    await expect.poll(() => wordsOf(map)).toEqual(await wordsOf(page.locator('#without')));
    const [places, passages] = await wordsOf(map);
    expect(places).toContain('択捉島');
    expect(passages).toContain('Etorofu');
    await map.getByText('Places', { exact: true }).click();
    await map.getByRole('searchbox').fill('shikotan');
    await expect(map.getByRole('navigation', { name: 'Places' }).getByRole('button')).not.toHaveCount(0);
    await map.getByRole('searchbox').press('Enter');
    await expect(map.getByRole('dialog')).toContainText('Shikotan');
    // In a narrow element the popup is a sheet over the foot of it, the years among it.
    await map.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await map.getByRole('button', { name: '1945', exact: true }).click();
    await expect(map).toHaveAttribute('year', '1945');
    await map.getByText('What the article says').click();
    await expect(map.locator('.passages blockquote').first()).toBeVisible();
  });

  test('come without taking the focus or folding what is open', async ({ page, site }) => {
    await openHost(page, { body: article(noRules, mapWith(site, svg(site))) });
    const map = mapElement(page);
    await expect(map).toHaveAttribute('data-state', 'picture');
    await map.getByText('Legend and sources').click();
    await map.getByRole('radio', { name: 'Both' }).focus();
    await expect(map.locator('.places')).toHaveCount(1);
    await expect(map.getByRole('radio', { name: 'Both' })).toBeFocused();
    await expect(map.locator('.legend')).toHaveAttribute('open', '');
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectWholePicture(page, map, 'the page’s own picture');
  });

  test('are there when the map cannot be', async ({ page, site }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await openHost(page, { body: article(noRules, mapWith(site, svg(site), '')) });
    const map = mapElement(page);
    await expect(map).toHaveAttribute('data-state', 'failed', { timeout: 45_000 });
    await expectWholePicture(page, map, 'the page’s own picture');
    await map.getByText('Places', { exact: true }).click();
    await expect(map.getByRole('searchbox')).toBeVisible();
    await map
      .getByRole('navigation', { name: 'Places' })
      .getByRole('button', { name: /Shikotan/ })
      .first()
      .click();
    await expect(map.getByRole('dialog').locator('blockquote').first()).toBeVisible();
  });
});

/** Parents that ask their children how wide they want to be, in 700 pixels. */
const parents: Readonly<Record<string, (map: string) => string>> = {
  'a column that centres': (map) => `<div style="display:flex;flex-direction:column;align-items:center">${map}</div>`,
  'a row': (map) => `<div style="display:flex">${map}<p>${'Words beside it. '.repeat(30)}</p></div>`,
  'a float': (map) => `<div style="float:left">${map}</div>`,
  'an inline block': (map) => `<div style="display:inline-block">${map}</div>`,
  'a grid that does not stretch': (map) => `<div style="display:grid;justify-items:center">${map}</div>`,
  'a cell of a table': (map) => `<table><tr><td>${map}</td></tr></table>`,
  'a box out of the flow': (map) => `<div style="position:absolute">${map}</div>`,
  'a float of its own': (map) => `<style>four-islands-map{float:right}</style>${map}`,
  'vertical writing': (map) => `<div style="writing-mode:vertical-rl;height:600px">${map}</div>`,
};

test.describe('the width', () => {
  for (const [what, parent] of Object.entries(parents))
    test(`is one that a map can be read in: ${what}`, async ({ page, site }) => {
      for (const column of [700, 320]) {
        await page.setViewportSize({ width: column + 40, height: 800 });
        const map = mapWith(site, svg(site));
        await openHost(page, {
          body: `<style>body{margin:20px}</style><main style="position:relative;width:${column}px">${parent(map)}</main>`,
        });
        await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
        const width = await mapElement(page).evaluate((element) => element.getBoundingClientRect().width);
        expect(width, `in ${column}`).toBeGreaterThanOrEqual(what === 'a row' ? 240 : column * 0.8);
        // What is written downwards asks the window how wide it may be.
        const most = what === 'vertical writing' ? column + 40 : column;
        expect(width, `in ${column}`).toBeLessThanOrEqual(most);
      }
    });

  test('is what the page says where it says one', async ({ page, site }) => {
    for (const [css, box] of [
      ['width:420px', [420, null]],
      ['margin:0 50px;border:10px solid', [600, null]],
      ['display:none', [0, 0]],
      ['width:100px;height:80px;overflow:hidden', [100, 80]],
    ] as const) {
      await openHost(page, { body: article(`four-islands-map{${css}}`, mapWith(site, svg(site))) });
      await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
      const { width, height } = await mapElement(page).evaluate((element) => element.getBoundingClientRect());
      expect(width, css).toBe(box[0]);
      if (box[1] !== null) expect(height, css).toBe(box[1]);
    }
    await openHost(page, { body: article(noRules, mapWith(site, svg(site), 'hidden')) });
    await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
    await expect(mapElement(page)).toBeHidden();
  });
});

test.describe('the text', () => {
  for (const lang of ['en', 'ja', 'ru'])
    test(`is set as in a plain page, whatever the page says (${lang})`, async ({ page, site }) => {
      test.setTimeout(360_000);
      await openWords(page, site, noRules, lang);
      const plain = await setting(mapElement(page));
      expect(plain.length).toBeGreaterThan(20);
      for (const [what, css] of Object.entries(textRules)) {
        const map = await openWords(page, site, css, lang);
        await expect.poll(() => strange(page, plain), { message: what }).toEqual([]);
        for (const part of parts) await expectReadable(page, map.locator(part), `${part}, ${what}`);
      }
    });

  test('would be seen to be set otherwise', async ({ page, site }) => {
    await openWords(page, site, noRules);
    const plain = await setting(mapElement(page));
    for (const css of [
      'letter-spacing:.2em',
      'font-size:10px',
      'direction:rtl',
      'color:red',
      'text-indent:2em',
      '-webkit-text-fill-color:transparent',
    ]) {
      await openWords(page, site, noRules);
      await mapElement(page).evaluate((element, rule) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`.frame, .frame * { ${rule} !important }`);
        element.shadowRoot?.adoptedStyleSheets.push(sheet);
      }, css);
      expect(await strange(page, plain), css).not.toEqual([]);
    }
  });

  test('of what opens later is set so too', async ({ page, site }) => {
    test.setTimeout(120_000);
    const boxes = async (css: string) => {
      const map = await openWords(page, site, css);
      const box = (part: Locator) =>
        part.evaluate((element) => {
          const { width, height } = element.getBoundingClientRect();
          return [
            Math.round(width),
            Math.round(height),
            getComputedStyle(element).fontSize,
            element.ownerDocument.defaultView?.getComputedStyle(element).direction,
          ];
        });
      await map.getByRole('button', { name: 'Tools', exact: true }).click();
      const menu = map.getByRole('group', { name: 'Tools' });
      await expect(menu).toBeVisible();
      const sizes = [await box(menu)];
      await page.keyboard.press('Escape');
      await map.getByRole('button', { name: 'Help', exact: true }).click();
      const help = page.getByRole('dialog', { name: 'Help' });
      await expect(help).toBeVisible();
      sizes.push(await box(help));
      const place = await help.boundingBox();
      expect(Math.abs((place?.x ?? 0) * 2 + (place?.width ?? 0) - 1280), 'in the middle').toBeLessThan(3);
      await page.keyboard.press('Escape');
      await expect(help).toBeHidden();
      await map.evaluate((element) => element.setAttribute('place', 'shikotan'));
      const popup = map.getByRole('dialog');
      await expect(popup).toContainText('Shikotan');
      sizes.push(await box(popup.locator('blockquote').first()));
      return sizes;
    };
    const plain = await boxes(noRules);
    for (const [what, css] of Object.entries(textRules)) expect(await boxes(css), what).toEqual(plain);
  });

  test('grows for readers who have larger text, whatever the page’s root has', async ({ site }) => {
    const sizes: string[] = [];
    for (const size of [16, 24]) {
      const browser = await chromium.launch({
        executablePath: findBrowser() ?? '',
        args: [...browserFlags, `--blink-settings=defaultFontSize=${size}`],
      });
      const page = await browser.newPage();
      await openHost(page, { body: article('html{font-size:10px}', mapWith(site, svg(site))) });
      await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
      sizes.push(
        await mapElement(page)
          .locator('.disclaimer')
          .evaluate((part) => getComputedStyle(part).fontSize),
      );
      await browser.close();
    }
    expect(sizes).toEqual(['12px', '18px']);
  });

  test('does not come back where the page hides it', async ({ page, site }) => {
    await openHost(page, { body: article('article{visibility:hidden}', mapWith(site, svg(site))) });
    await expect(mapElement(page)).toHaveAttribute('data-state', 'picture');
    await expect(mapElement(page).locator('.disclaimer')).toBeHidden();
  });
});

const understood = /is not understood/;

test.describe('attributes, properties and addresses', () => {
  test('a language tag counts by its primary subtag, and stays as it was written', async ({ page, site }) => {
    const warnings = consoleLines(page, understood);
    for (const [tag, words] of [
      ['ja-JP', '両方'],
      ['RU', 'Оба'],
      ['en_GB', 'Both'],
      ['ja-Hira', '両方'],
    ] as const) {
      await openHost(page, { body: mapWith(site, svg(site), `load="click" lang="${tag}"`) });
      await expect(mapElement(page).locator('.naming'), tag).toContainText(words);
      await expect(mapElement(page)).toHaveAttribute('lang', tag);
      await page.evaluate((other) => {
        const map = document.querySelector('four-islands-map');
        map?.setAttribute('lang', 'en');
        if (map !== null) Reflect.set(map, 'lang', other);
      }, tag);
      await expect(mapElement(page).locator('.naming'), `${tag}, later`).toContainText(words);
      await page.goto(`${site}embed.html?load=click&lang=${tag}`);
      await expect(mapElement(page).locator('.naming'), `${tag} in an address`).toContainText(words);
    }
    expect(warnings).toEqual([]);
    await openHost(page, { body: mapWith(site, svg(site), 'load="click" lang="fr-FR"') });
    await expect(mapElement(page).locator('.naming')).toContainText('Both');
    await expect.poll(() => warnings.length).toBe(1);
  });

  /** Every key: a value, and what the element then says of itself. */
  const keys = {
    names: 'ja',
    lang: 'ru',
    place: 'shikotan',
    view: '8/44/146',
    year: '1875',
    lines: 'ru',
    theme: 'dark',
    load: 'eager',
  } as const;
  const defaults = {
    names: 'both',
    lang: 'en',
    place: null,
    view: '',
    year: 'now',
    lines: 'both',
    theme: 'auto',
    load: 'visible',
  };

  for (const [key, value] of Object.entries(keys))
    test(`“${key}” set before the script counts, can be set again, and goes back with nothing`, async ({
      page,
      site,
    }) => {
      const warnings = consoleLines(page, understood);
      await openHost(page, {
        body: `<four-islands-map ${key === 'load' ? '' : 'load="click"'}>${svg(site)}</four-islands-map>`,
      });
      const says = () => mapElement(page).evaluate((map, name) => Reflect.get(map, name), key);
      const set = (given: string | null | undefined) =>
        mapElement(page).evaluate((map, [name, it, isNothing]) => Reflect.set(map, name, isNothing ? undefined : it), [
          key,
          given ?? null,
          given === undefined,
        ] as const);
      await set(value);
      await page.addScriptTag({ url: `${site}four-islands.js` });
      await expect.poll(says).toBe(value);
      await expect(mapElement(page)).toHaveAttribute(key, value);
      if (key === 'names') await expect(mapElement(page).locator('input[value="ja"]')).toBeChecked();
      const other = {
        ...keys,
        names: 'ru',
        lang: 'ja',
        place: 'etorofu',
        view: '9/44/146',
        year: '1905',
        lines: 'ja',
        theme: 'light',
        load: 'click',
      }[key];
      await set(other);
      await expect.poll(says).toBe(other);
      for (const nothing of [undefined, null]) {
        await set(value);
        await expect.poll(says).toBe(value);
        await set(nothing);
        await expect.poll(says).toBe(Object.entries(defaults).find(([name]) => name === key)?.[1]);
        await expect(mapElement(page)).not.toHaveAttribute(key, /./);
      }
      expect(warnings).toEqual([]);
    });

  test('an address that was escaped twice keeps all its keys', async ({ page, site }) => {
    const warnings = consoleLines(page, understood);
    for (const [and, path] of [
      ['&amp;amp;', 'embed.html'],
      ['&amp;#038;', 'embed.html'],
      ['&amp;amp;', ''],
    ]) {
      const address = `${site}${path}?load=click${and}names=ja${and}lang=ru${and}utm_source=mail`;
      await openHost(page, {
        body: `<iframe width="600" height="480" src="${address}"></iframe><a href="${address}">the map</a>`,
      });
      // The page itself lets only its own site frame it.
      if (path === '') await page.getByRole('link', { name: 'the map' }).click();
      const map = path === '' ? mapElement(page) : page.frameLocator('iframe').locator('four-islands-map');
      await expect(map, address).toHaveAttribute('names', 'ja');
      await expect(map, address).toHaveAttribute('lang', 'ru');
      await expect(map.locator('input[value="ja"]')).toBeChecked();
    }
    expect(warnings).toEqual([]);
  });
});

test.describe('Escape', () => {
  const openers = {
    'a modal dialog': [
      '<dialog id="box" style="width:800px">',
      '</dialog>',
      () => document.querySelector<HTMLDialogElement>('#box')?.showModal(),
    ],
    'a popover': [
      '<div id="box" popover style="width:800px">',
      '</div>',
      () => document.querySelector<HTMLElement>('#box')?.showPopover(),
    ],
  } as const;
  for (const [what, [start, end, show]] of Object.entries(openers))
    test(`closes what is ours first, and then ${what} of the page`, async ({ page, site }) => {
      await openHost(page, { body: `${start}${mapWith(site, svg(site), 'load="click"')}${end}` });
      await page.evaluate(show);
      const map = mapElement(page);
      const box = page.locator('#box');
      await map.getByRole('radio', { name: 'Both' }).focus();
      await map.evaluate((element) => element.setAttribute('place', 'shikotan'));
      await expect(map.getByRole('dialog')).toContainText('Shikotan');
      await page.keyboard.press('Escape');
      await expect(map).not.toHaveAttribute('place', /./);
      await expect(box).toBeVisible();
      for (const name of ['Tools', 'Help']) {
        await map.getByRole('button', { name, exact: true }).click();
        const opened = name === 'Tools' ? map.getByRole('group', { name }) : page.getByRole('dialog', { name });
        await expect(opened).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(opened).toBeHidden();
        await expect(box, name).toBeVisible();
      }
      await map.getByText('Places', { exact: true }).click();
      await map.getByRole('searchbox').fill('iturup');
      await page.keyboard.press('Escape');
      await expect(map.getByRole('searchbox')).toHaveValue('');
      await expect(box).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(box).toBeHidden();
    });
});

/** What a translator of whole pages does: it puts words of its own in the place of all that are not marked. */
function translatePage(): void {
  const translate = (root: Node, isKept: boolean) => {
    for (const node of [...root.childNodes]) {
      if (node instanceof Text && !isKept && node.data.trim() !== '') {
        const font = document.createElement('font');
        font.textContent = 'ℵ';
        node.replaceWith(font);
      } else if (node instanceof Element) {
        if (['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.tagName)) continue;
        const keeps = node.getAttribute('translate') === 'no' || (isKept && node.getAttribute('translate') !== 'yes');
        translate(node, keeps);
        if (node.shadowRoot !== null) translate(node.shadowRoot, keeps);
      }
    }
  };
  translate(document.body, false);
}

test.describe('a translator of whole pages', () => {
  const leaves = (scope: Locator) => scope.evaluateAll((parts) => parts.map((part) => part.textContent ?? ''));

  for (const [where, open] of [
    ['the page', async (page: Page, site: string) => page.goto(`${site}?load=click&place=shikotan`)],
    ['the frame', async (page: Page, site: string) => page.goto(`${site}embed.html?load=click&place=shikotan`)],
    [
      'the element',
      async (page: Page, site: string) => openHost(page, { body: mapWith(site, '', 'load="click" place="shikotan"') }),
    ],
  ] as const)
    test(`leaves names, readings and quotations of ${where}, and nothing else`, async ({ page, site }) => {
      await open(page, site);
      const map = mapElement(page);
      await expect(map.getByRole('dialog')).toContainText('Shikotan');
      await expect(map.locator('.places')).toHaveCount(1);
      const kept = '.places .primary, .places .secondary, .popup h2, .popup dl.names dd, blockquote, .concerns .link';
      const before = await leaves(map.locator(kept));
      expect(before.join()).toContain('しこたん');
      await page.evaluate(translatePage);
      expect(await leaves(map.locator(kept))).toEqual(before);
      for (const part of [
        '.disclaimer',
        '.naming legend',
        '.legend p',
        '.places .kind',
        '.popup .standing',
        'figcaption .deeds',
      ])
        expect((await leaves(map.locator(part).first())).join(), part).toMatch(/^[ℵ\s]+$/);
      // The map goes on working.
      await map.getByRole('button', { name: 'ℵ' }).or(map.locator('[data-action="close"]')).first().click();
    });

  test('leaves the quotations of the timeline’s own page', async ({ page, site }) => {
    await page.goto(`${site}timeline.html`);
    const before = await leaves(page.locator('blockquote'));
    expect(before.length).toBeGreaterThan(0);
    await page.evaluate(translatePage);
    expect(await leaves(page.locator('blockquote'))).toEqual(before);
    expect((await leaves(page.locator('h1'))).join()).toContain('ℵ');
  });
});

test.describe('policies of the page', () => {
  const isolated = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' };

  test('a page that is isolated from others shows frame, element and picture', async ({ page, site }) => {
    await openHost(page, {
      headers: isolated,
      body: `<iframe title="Map" width="600" height="480" src="${site}embed.both.en.html?load=eager"></iframe>
        <iframe title="Sandbox" sandbox="allow-scripts" width="600" height="480" src="${site}embed.both.en.html?load=eager"></iframe>
        ${mapWith(site, svg(site), 'load="eager"')}`,
    });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    for (const frame of ['iframe >> nth=0', 'iframe >> nth=1'])
      await expect(page.frameLocator(frame).locator('four-islands-map'), frame).toHaveAttribute(
        'data-state',
        'interactive',
        {
          timeout: 45_000,
        },
      );
    await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
  });

  test('a page that lets only what a policy has passed become a script: the element works', async ({ page, site }) => {
    const refused = consoleLines(page, /Trusted|Content Security/i);
    for (const names of ['', '; trusted-types four-islands']) {
      await openHost(page, {
        headers: { 'Content-Security-Policy': `require-trusted-types-for 'script'${names}` },
        body: mapWith(site, svg(site), 'load="eager"'),
      });
      await expect(mapElement(page)).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
      await expect(mapElement(page)).toHaveAttribute('data-lettered', '', { timeout: 45_000 });
    }
    expect(refused).toEqual([]);
  });

  test('a page that lets no policy of ours be: the picture stays, and a sentence says so', async ({ page, site }) => {
    await openHost(page, {
      headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types none-of-ours" },
      body: article(noRules, mapWith(site, svg(site), 'load="eager"')),
    });
    await expect(mapElement(page)).toHaveAttribute('data-state', 'failed', { timeout: 45_000 });
    await expect(mapElement(page).getByRole('alert')).toContainText('The interactive map did not load');
    await expectWholePicture(page, mapElement(page), 'the page’s own picture');
  });
});

test('the check of pictures sees one that is cut, one that is squeezed and one that is covered', async ({
  page,
  site,
}) => {
  for (const [what, css, fault] of [
    ['cut', 'img{width:1200px!important;height:1114px!important;object-fit:fill!important}', /Expected|share/],
    ['squeezed', 'img{object-fit:fill!important}', /0\.02/],
    [
      'covered',
      '.brought::after{content:"";position:absolute;inset:60% 0 0;background:red;pointer-events:none}',
      /other pixels/,
    ],
  ] as const) {
    const map = await openPictured(page, site, svg(site), noRules);
    await expectWholePicture(page, map, 'before');
    await map.evaluate((element, rule) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule);
      element.shadowRoot?.adoptedStyleSheets.push(sheet);
    }, css);
    const seen = await seenPicture(map);
    if (what === 'covered') expect(seen === null ? 1 : await otherPixels(page, map, seen)).toBeGreaterThan(0.1);
    else await expect(expectWholePicture(page, map, what)).rejects.toThrow(fault);
  }
});
