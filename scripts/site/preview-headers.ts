import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { headerRules, headersFor } from './response-headers.ts';
import { siteDocuments } from './site-documents.ts';

/** Serves the built site with the headers that hosts are to send. */
export function previewHeaders(): Plugin {
  return {
    name: 'four-islands-preview-headers',
    configurePreviewServer({ config, middlewares }) {
      const folder = resolve(config.root, config.build.outDir);
      const built = siteDocuments.filter(({ path }) => existsSync(join(folder, path)));
      const rules = headerRules(new Map(built.map(({ path }) => [path, readFileSync(join(folder, path), 'utf8')])));
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        for (const [header, value] of headersFor(rules, pathname)) response.setHeader(header, value);
        next();
      });
    },
  };
}
