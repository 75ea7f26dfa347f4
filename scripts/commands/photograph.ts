/**
 * Photographs the built page for looking at: `npm run photograph -- [folder] [--only part-of-name]`.
 * Writes PNGs of every size, theme, language and convention that a change to the look touches.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { conventions, languages } from '../../src/model/types.ts';
import { years } from '../../src/model/view-state.ts';
import { browserFlags, findBrowser, howToInstall } from '../machine/browser.ts';
import { serveBuild } from '../machine/serve.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const folder = positionals[0] ?? '.cache/photographs';
const sizes = [
  [360, 640],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
] as const;

interface Shot {
  readonly name: string;
  readonly query: string;
  readonly size: readonly [number, number];
  readonly dark: boolean;
  readonly picture?: boolean;
}

const themes = [false, true];
const suffix = ([width]: readonly [number, number], dark: boolean) => `${width}${dark ? '-dark' : ''}`;
const everySize = sizes.flatMap((size) => themes.map((dark) => ({ size, dark })));

const shots: Shot[] = [
  ...everySize.flatMap(({ size, dark }) => [
    { name: `picture-${suffix(size, dark)}`, query: 'lang=en&load=click', size, dark, picture: true },
    { name: `place-${suffix(size, dark)}`, query: 'lang=en&place=shikotan', size, dark },
    ...conventions.flatMap((names) =>
      languages.map((lang) => ({
        name: `home-${names}-${lang}-${suffix(size, dark)}`,
        query: `names=${names}&lang=${lang}`,
        size,
        dark,
      })),
    ),
    ...years.flatMap((year) =>
      year === 'now'
        ? []
        : languages.map((lang) => ({
            name: `year-${year}-${lang}-${suffix(size, dark)}`,
            query: `year=${year}&lang=${lang}`,
            size,
            dark,
          })),
    ),
  ]),
  ...conventions.flatMap((names) =>
    languages.flatMap((lang) =>
      ['kunashiri', 'suisho'].map((place) => ({
        name: `names-${names}-${lang}-${place}`,
        query: `names=${names}&lang=${lang}&place=${place}`,
        size: sizes[2],
        dark: false,
      })),
    ),
  ),
  ...(
    [
      ['nemuro-strait', '8.6/43.95/145.35'],
      ['notsuke', '10/43.58/145.28'],
      ['goyomai', '10/43.43/145.95'],
      ['habomai', '9.3/43.5/146.15'],
      ['shikotan', '10.6/43.79/146.76'],
      ['etorofu-south', '9.6/44.6/147.05'],
      ['etorofu-north', '9.6/45.45/148.7'],
      ['join', '8.5/43.5/144.3'],
      ['wide', '5/46/150'],
      ['far', '3/47/147'],
      ['close', '12/43.43/146.07'],
    ] as const
  ).map(([name, view]) => ({ name: `view-${name}`, query: `lang=en&view=${view}`, size: sizes[2], dark: false })),
];

const executablePath = findBrowser();
if (executablePath === null) throw new Error(howToInstall);
mkdirSync(folder, { recursive: true });
const site = await serveBuild();
const browser = await chromium.launch({ executablePath, args: browserFlags });
for (const shot of shots) {
  if (values.only !== undefined && !shot.name.includes(values.only)) continue;
  const [width, height] = shot.size;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: shot.dark ? 'dark' : 'light' });
  page.on('pageerror', (error) => console.error(`${shot.name}: ${error.message}`));
  await page.goto(`${site.url}?${shot.query}`);
  const wanted = shot.picture === true ? 'data-state=picture' : 'data-lettered';
  await page.locator(`four-islands-map[${wanted}]`).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(900);
  const path = join(folder, `${shot.name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}
await browser.close();
await site.close();
