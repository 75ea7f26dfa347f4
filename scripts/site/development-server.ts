/**
 * What the development server adds to Vite's: the derived files, the documents in every language, and faults in the
 * data.
 */
import { extname } from 'node:path';
import type { Plugin } from 'vite';
import { element, printMarkup } from '../../src/kernel/markup.ts';
import { DataFaults } from '../geo/data-faults.ts';
import { geoPath } from '../geo/geo-files.ts';
import { documentsBeside, type SiteBuild } from './print-site.ts';
import { documentAt } from './site-documents.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
};

/** What is shown while something is wrong with the data. */
function faultsPage(faults: string): string {
  const lines = element('pre', { style: 'white-space:pre-wrap' }, [faults]);
  return `<!doctype html><meta charset="utf-8"><script type="module" src="/@vite/client"></script>${printMarkup(lines)}`;
}

export function developmentServer(build: SiteBuild): Plugin {
  const { derivation } = build;
  const contentOf = async (path: string) =>
    (await derivation.derived()).files.get(path) ??
    (/(timeline|sources)\.html$/.test(path) ? (await documentsBeside(build, false)).get(path) : undefined) ??
    (path.startsWith('static/') ? (await derivation.drawings()).files.get(path) : undefined);
  return {
    name: 'four-islands-development-server',
    configureServer(server) {
      server.watcher.add(geoPath('.'));
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(geoPath('.'))) return;
        derivation.forget();
        server.ws.send({ type: 'full-reload' });
      });
      /** The same faults are logged once, however many files are requested. */
      let logged: string | null = null;
      const faultsNow = async (): Promise<string | null> => {
        const faults = await derivation.derived().then(
          () => null,
          (error: unknown) => {
            if (!(error instanceof DataFaults)) throw error;
            return error.message;
          },
        );
        if (faults !== null && faults !== logged) server.config.logger.error(faults);
        logged = faults;
        return faults;
      };
      server.middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        // Vite's own script goes on, so that the page comes back when the data is mended.
        if (path.startsWith('@vite/') || path.startsWith('node_modules/vite/')) return next();
        const faults = await faultsNow();
        if (faults !== null) {
          response.statusCode = 500;
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(faultsPage(faults));
          return;
        }
        const content = await contentOf(path);
        if (content === undefined) {
          // Vite knows the two templates only; the original address tells it which document was requested.
          const document = documentAt(path);
          if (document !== undefined) request.url = `/${document.template}`;
          return next();
        }
        response.setHeader('Content-Type', types[extname(path)] ?? 'application/json');
        response.end(content);
      });
    },
  };
}
