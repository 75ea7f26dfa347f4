/** The web manifest, and the service worker with the list of files that it keeps. */
import { build } from 'vite';
import { palettes } from '../../src/style/theme/theme.ts';
import { say } from '../../src/text/strings.ts';
import { contentHash } from '../derived/derive.ts';
import { projectPath } from '../machine/node-files.ts';
import { iconWidths } from '../pictures/icon-picture.ts';

export const manifestPath = 'site.webmanifest';

/** The web manifest's text. Its addresses are relative, so that it holds in any folder. */
export function webManifest(): string {
  return JSON.stringify({
    id: './',
    name: say('en', 'title'),
    short_name: 'Four Islands',
    description: say('en', 'introduction'),
    lang: 'en',
    dir: 'ltr',
    start_url: './index.html',
    scope: './',
    display: 'minimal-ui',
    background_color: palettes.light.page,
    theme_color: palettes.light.page,
    icons: [
      { src: './icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ...iconWidths.map((width) => ({
        src: `./icon-${width}.png`,
        sizes: `${width}x${width}`,
        type: 'image/png',
      })),
    ],
  });
}

/** A file for the worker to keep. `revision` is `null` where the address itself changes with the content. */
export interface KeptFile {
  readonly url: string;
  readonly revision: string | null;
}

/** A file whose address stays when its content changes. */
export function keptByContent(url: string, content: string | Uint8Array): KeptFile {
  return { url, revision: contentHash(content) };
}

/** The service worker as one classic script, because not every browser takes a module here. */
export async function buildServiceWorker(pages: readonly string[], files: readonly KeptFile[]): Promise<string> {
  const result = await build({
    configFile: false,
    root: projectPath('.'),
    logLevel: 'error',
    define: { __PAGES__: JSON.stringify(pages), __FILES__: JSON.stringify(files) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: projectPath('src/shell/host/service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((part) => ('output' in part ? part.output : [])).find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the service worker was not built');
  return chunk.code;
}
