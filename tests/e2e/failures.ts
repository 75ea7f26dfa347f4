/**
 * The ways in which something fails, as the table “When something fails” of ARCHITECTURE.md has them, and how a test
 * brings each about.
 */
import type { Locator, Page } from '@playwright/test';
import { type StringKey, say } from '../../src/text/strings.ts';
import { expect } from './site.ts';

export const forms = ['page', 'frame', 'element'] as const;
export type Form = (typeof forms)[number];
export type Language = 'en' | 'ja' | 'ru';

export interface Failure {
  readonly sentence: StringKey;
  readonly state: 'failed' | 'interactive';
  /** Where it can happen: an element of a script tag carries all but its second file inside. */
  readonly forms: readonly Form[];
  /** Before the document is opened. */
  readonly prepare: (page: Page) => Promise<void>;
  /** When it is there. */
  readonly bringAbout?: (element: Locator) => Promise<void>;
  /** Whether the reader is offered to try again. */
  readonly retry: boolean;
}

const block = (...addresses: readonly string[]) =>
  async function prepare(page: Page) {
    for (const address of addresses) await page.route(address, (route) => route.abort());
  };

const anywhere = ['page', 'frame', 'element'] as const;
const ours = ['page', 'frame'] as const;
const press = (name: string) => (element: Locator) =>
  element.evaluate((map, selector) => map.shadowRoot?.querySelector<HTMLElement>(selector)?.click(), `[data-${name}]`);

export const failures: Readonly<Record<string, Failure>> = {
  'what is drawn is missing': {
    sentence: 'error.data',
    state: 'failed',
    forms: ours,
    prepare: block('**/geo/map.json*'),
    retry: true,
  },
  'what is read is missing': {
    sentence: 'error.tools',
    state: 'interactive',
    forms: ours,
    prepare: block('**/geo/readings.json*'),
    retry: false,
  },
  'the timeline is missing': {
    sentence: 'error.tools',
    state: 'interactive',
    forms: ours,
    prepare: block('**/geo/timeline.json*'),
    bringAbout: press('year="1905"'),
    retry: false,
  },
  'the tools do not come': {
    sentence: 'error.tools',
    state: 'interactive',
    forms: ours,
    prepare: block('**/assets/tools-*.js'),
    bringAbout: press('action="tools"'),
    retry: true,
  },
  'the map’s script is missing': {
    sentence: 'error.module',
    state: 'failed',
    forms: anywhere,
    prepare: block('**/assets/map-view-*.js', '**/four-islands-map.js'),
    retry: true,
  },
  'the worker’s script is missing': {
    sentence: 'error.worker',
    state: 'failed',
    forms: ours,
    prepare: block('**/maplibre-gl-worker*.js'),
    retry: true,
  },
  'the host refuses workers': {
    sentence: 'error.worker',
    state: 'failed',
    forms: ['element'],
    prepare: async () => {},
    retry: true,
  },
  'there is no WebGL': {
    sentence: 'error.webgl',
    state: 'failed',
    forms: anywhere,
    prepare: async (page) => {
      await page.addInitScript(() => {
        const original = HTMLCanvasElement.prototype.getContext;
        Reflect.set(HTMLCanvasElement.prototype, 'getContext', function (this: HTMLCanvasElement, kind: string) {
          return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind]);
        });
      });
    },
    retry: false,
  },
  'the context is lost': {
    sentence: 'error.context-lost',
    state: 'failed',
    forms: anywhere,
    prepare: async () => {},
    bringAbout: (element) =>
      element.evaluate((map) =>
        map.shadowRoot
          ?.querySelector('canvas')
          ?.getContext('webgl2')
          ?.getExtension('WEBGL_lose_context')
          ?.loseContext(),
      ),
    retry: true,
  },
};

/** Opens the map in one of its forms, in a page of a host where it is not our own. */
export async function openForm(page: Page, form: Form, language: Language, failure?: Failure): Promise<Locator> {
  if (form === 'page') {
    await page.goto(`./?lang=${language}`);
    return page.locator('four-islands-map');
  }
  const refusesWorkers = failure === failures['the host refuses workers'];
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: refusesWorkers ? { 'content-security-policy': "worker-src 'none'" } : {},
      body: `<!doctype html><title>Host</title><body style="margin:0">${
        form === 'frame'
          ? `<iframe title="Map" src="./embed.html?lang=${language}" style="width:100%;height:480px;border:0"></iframe>`
          : `<four-islands-map lang="${language}"></four-islands-map><script src="./four-islands.js"></script>`
      }`,
    }),
  );
  await page.goto('./host.html');
  return form === 'frame' ? page.frameLocator('iframe').locator('four-islands-map') : page.locator('four-islands-map');
}

/** Brings a failure about and returns the sentence that the reader has of it. */
export async function fail(
  page: Page,
  failure: Failure,
  form: Form,
  language: Language,
): Promise<{ readonly element: Locator; readonly sentence: Locator }> {
  await failure.prepare(page);
  const element = await openForm(page, form, language, failure);
  if (failure.bringAbout !== undefined) {
    await expect(element).toHaveAttribute('data-state', 'interactive', { timeout: 45_000 });
    await failure.bringAbout(element);
  }
  // A worker that does not come is known at once: nobody waits until the map is given up.
  await expect(element).toHaveAttribute('data-state', failure.state, { timeout: 25_000 });
  const sentence = element.getByRole('alert').filter({ visible: true });
  await expect(sentence).toHaveText(say(language, failure.sentence));
  return { element, sentence };
}
