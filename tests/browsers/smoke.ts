/**
 * `npm run test:browsers`: the built page in Firefox and WebKit. It takes Playwright's own where they are, and
 * otherwise Debian's: firefox-esr, and the driver of WebKitGTK, both under Xvfb. It installs what it can; a browser
 * that cannot be had is named in the closing line as not run.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { type BrowserType, firefox, type LaunchOptions, webkit } from '@playwright/test';
import { installBrowser, installPackages } from '../../scripts/machine/install.ts';
import { type Served, serveBuild } from '../../scripts/machine/serve.ts';

const display = ':94';
const seconds = (count: number) => count * 1000;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What each browser is asked: a script's value, in the page. */
interface Driver {
  open(url: string): Promise<void>;
  /** The value of a JavaScript expression. */
  ask(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const element = `document.querySelector('four-islands-map')`;
const root = `${element}.shadowRoot`;

async function until(driver: Driver, expression: string, what: string): Promise<void> {
  for (const end = Date.now() + seconds(90); Date.now() < end; await wait(500))
    if ((await driver.ask(expression)) === true) return;
  throw new Error(
    `${what}: never so; state ${String(await driver.ask(`${element}?.dataset.state`))}, notice ${String(await driver.ask(`${root}?.querySelector('[data-part=notice]')?.textContent`))}`,
  );
}

const checks: readonly (readonly [what: string, run: (driver: Driver, site: Served) => Promise<void>])[] = [
  [
    'the picture stands in the page before it is opened, and the naming control works',
    async (driver, { url }) => {
      await driver.open(`${url}?lang=en&load=click`);
      await until(driver, `${element}?.dataset.state === 'picture'`, 'the picture stands');
      await until(
        driver,
        `${root}.querySelector('.picture').getBoundingClientRect().width > 200`,
        'the picture is seen',
      );
      await driver.ask(`${root}.querySelector('input[name=names][value=ru]').click()`);
      await until(driver, `${element}.getAttribute('names') === 'ru'`, 'the names are Russian');
      const isSeen = (selector: string) =>
        `[...${root}.querySelectorAll('${selector}')].some((word) => word.getBoundingClientRect().width > 0)`;
      const seen = (names: string) => isSeen(`.home .names-${names} text`);
      const listed = (names: string) => isSeen(`.places .names-${names}`);
      await until(driver, `${seen('ru')} && !${seen('both')}`, 'the picture shows the Russian names alone');
      await until(driver, `${listed('ru')} && !${listed('both')}`, 'the list shows the Russian names alone');
      await driver.ask(`${element}.setAttribute('lang', 'ja')`);
      await until(driver, `${root}.querySelector('.frame').lang === 'ja' && ${seen('ru')}`, 'the frame is in Japanese');
      await driver.ask(`${root}.querySelector('input[name=names][value=ja]').click()`);
      await until(driver, `${seen('ja')} && !${seen('ru')}`, 'the picture shows the Japanese names alone');
    },
  ],
  [
    'the map becomes interactive under the content security policy, and a place opens',
    async (driver, { url }) => {
      await driver.open(`${url}?lang=en&names=both&place=shikotan`);
      await until(driver, `${element}?.dataset.state === 'interactive'`, 'the map is interactive');
      await until(driver, `${root}.querySelectorAll('[role=dialog] blockquote').length > 0`, 'the popup quotes');
      await until(driver, `${root}.querySelectorAll('canvas').length === 1`, 'there is one canvas');
      // The map letters with the faces that the page declares: it finds each, however this browser writes their ranges,
      // and adds none.
      const faces = `[...document.fonts].filter(({ family }) => /Four Islands (Serif|Mincho)/.test(family))`;
      await until(driver, `${faces}.length === 7`, 'each face is there once');
      await until(driver, `${faces}.filter(({ status }) => status === 'loaded').length >= 3`, 'three faces are loaded');
    },
  ],
  [
    'the frame works and takes another language',
    async (driver, { url }) => {
      await driver.open(`${url}embed.html?lang=ja`);
      await until(driver, `${element}?.dataset.state === 'interactive'`, 'the frame is interactive');
      await until(driver, `${root}.querySelector('.frame').lang === 'ja'`, 'the frame speaks Japanese');
    },
  ],
];

/** A browser that Playwright drives. */
async function openPage(type: BrowserType, options: LaunchOptions): Promise<Driver> {
  const browser = await type.launch(options);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  return {
    open: async (url) => void (await page.goto(url)),
    ask: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

const debianFirefox: LaunchOptions = {
  executablePath: '/usr/bin/firefox-esr',
  channel: 'moz-firefox',
  headless: false,
  env: { ...process.env, DISPLAY: display, HOME: process.env['HOME'] ?? '/root' },
};

async function openWebKit(miniBrowser: string): Promise<Driver> {
  const port = 4294;
  const driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
  });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(JSON.stringify(answer.value).slice(0, 300));
    return answer.value;
  };
  await wait(seconds(2));
  const session = await call('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } },
    },
  });
  const base = `/session/${String(Reflect.get(Object(session), 'sessionId'))}`;
  await call('POST', `${base}/window/rect`, { width: 1280, height: 800 });
  return {
    open: async (url) => void (await call('POST', `${base}/url`, { url })),
    ask: (expression) => call('POST', `${base}/execute/sync`, { script: `return ${expression}`, args: [] }),
    close: async () => {
      await call('DELETE', base).catch(() => {});
      driver.kill();
    },
  };
}

function findMiniBrowser(): string | null {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  return (
    folders
      .flatMap((folder) =>
        ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`),
      )
      .find((path) => existsSync(path)) ?? null
  );
}

type Open = () => Promise<Driver>;

const xvfb = '/usr/bin/Xvfb';

/** A browser, the package that Debian has it in, and how that one is opened; `null` where it is not there. */
interface Known {
  readonly type: BrowserType;
  readonly own: 'firefox' | 'webkit';
  readonly debian: string;
  readonly findDebian: () => Open | null;
}

const known: Readonly<Record<string, Known>> = {
  Firefox: {
    type: firefox,
    own: 'firefox',
    debian: 'firefox-esr',
    findDebian: () => (existsSync('/usr/bin/firefox-esr') ? () => openPage(firefox, debianFirefox) : null),
  },
  WebKit: {
    type: webkit,
    own: 'webkit',
    debian: 'webkit2gtk-driver',
    findDebian: () => {
      const miniBrowser = findMiniBrowser();
      return existsSync('/usr/bin/WebKitWebDriver') && miniBrowser !== null ? () => openWebKit(miniBrowser) : null;
    },
  },
};

/** How a browser is opened, after it was installed if that was needed; `null` where it cannot be had. */
function find({ type, own, debian, findDebian }: Known): Open | null {
  const look = (): Open | null => {
    if (existsSync(type.executablePath())) return () => openPage(type, {});
    return existsSync(xvfb) ? findDebian() : null;
  };
  const found = look();
  if (found !== null) return found;
  installPackages(debian, 'xvfb');
  const installed = look();
  if (installed !== null) return installed;
  installBrowser(own);
  return look();
}

const browsers = Object.entries(known).map(([name, browser]) => [name, find(browser)] as const);

const screen: ChildProcess | null = existsSync(xvfb)
  ? spawn('Xvfb', [display, '-screen', '0', '1400x1000x24'], { stdio: 'ignore' })
  : null;
const site = await serveBuild();
const results: string[] = [];
let failures = 0;
for (const [name, open] of browsers) {
  if (open === null) {
    results.push(`${name} not run: not on this machine, and it could not be installed`);
    continue;
  }
  let passed = 0;
  const driver = await open().catch((error: unknown) => {
    console.error(`✘ ${name} did not start: ${String(error)}`);
    return null;
  });
  if (driver === null) {
    failures++;
    results.push(`${name} did not start`);
    continue;
  }
  for (const [what, run] of checks)
    try {
      await run(driver, site);
      passed++;
      console.log(`✓ ${name}: ${what}`);
    } catch (error) {
      failures++;
      console.error(`✘ ${name}: ${what}\n  ${String(error)}`);
    }
  await driver.close();
  results.push(`${name} ${passed} of ${checks.length} passed`);
}
await site.close();
screen?.kill();
console.log(results.join(' · '));
process.exit(failures === 0 ? 0 : 1);
