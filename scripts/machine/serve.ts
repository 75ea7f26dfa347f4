/** The built site on a port of this machine, for scripts that look at it. */
import { preview } from 'vite';
import { projectPath } from './node-files.ts';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves `dist/` or another folder of a build, on a free port or on the one that the build was told of. */
export async function serveBuild({
  folder = 'dist',
  port = 0,
}: {
  readonly folder?: string;
  readonly port?: number;
} = {}): Promise<Served> {
  const server = await preview({
    root: projectPath('.'),
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port, strictPort: port !== 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the preview server has no address');
  return { url, close: () => server.close() };
}
