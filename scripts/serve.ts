/** The built site on a free port of this machine, for scripts that look at it. */
import { preview } from 'vite';
import { projectPath } from './node-files.ts';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function serveBuild(): Promise<Served> {
  const server = await preview({ root: projectPath('.'), logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the preview server has no address');
  return { url, close: () => server.close() };
}
