/** Prints the documents into Vite's templates, and emits every file that Vite does not know of. */
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { readText } from '../machine/node-files.ts';
import { isSpareWorker } from '../maplibre/share-maplibre.ts';
import { pictureTasks, pictureTexts, renderPictures } from '../pictures/picture-files.ts';
import { compressFiles } from './compress-files.ts';
import { printNotices, usedPackages } from './licences.ts';
import { buildServiceWorker, type KeptFile, keptByContent, manifestPath, webManifest } from './offline.ts';
import { documentsBeside, placesByAddress, printDocument, type SiteBuild, siteOf } from './print-site.ts';
import { headerFiles, headerRules, printNginxMaps, printStaticHeaders } from './response-headers.ts';
import { absoluteFiles } from './site-address.ts';
import { documentAt, pages, siteDocuments, timelinePages } from './site-documents.ts';

type Files = readonly (readonly [path: string, content: string | Uint8Array])[];

export function emitSite(build: SiteBuild): Plugin {
  const { derivation, kind } = build;
  /** The documents as Vite left them, before anything is printed into them. */
  const templates = new Map<string, string>();

  const printDocuments = () =>
    Promise.all(
      siteDocuments.map(async (document) => {
        const template = templates.get(document.template);
        if (template === undefined) throw new Error(`${document.template} was not built`);
        return [document.path, await printDocument(build, template, document, true)] as const;
      }),
    );

  /** What the service worker keeps; `scripts` are the paths of Vite's own files. */
  const keptFiles = async (documents: Files, scripts: readonly string[]): Promise<readonly KeptFile[]> => {
    const { files, paths, downloads, insetPath, fonts } = await derivation.derived();
    const versioned = [
      ...scripts,
      ...Object.values(paths),
      ...Object.values(downloads),
      insetPath,
      ...fonts.map(({ path }) => path),
    ];
    return [
      ...documents.map(([path, text]) => keptByContent(path, text)),
      keptByContent('icon.svg', files.get('icon.svg') ?? ''),
      ...versioned.map((url) => ({ url, revision: null })),
    ];
  };

  /** A kept version is no application, and its headers are those of the site that it lies in. */
  const latestFiles = async (
    documents: ReadonlyMap<string, string>,
    timelines: ReadonlyMap<string, string>,
    scripts: readonly string[],
  ): Promise<Files> => {
    const rules = headerRules(documents);
    const own = [...pages.map(({ path }) => [path, documents.get(path) ?? ''] as const), ...timelines];
    const addresses = [...pages, ...timelinePages].map(({ path }) => path);
    return [
      [manifestPath, webManifest()],
      ['service-worker.js', await buildServiceWorker(addresses, await keptFiles(own, scripts))],
      [headerFiles.staticHosts, printStaticHeaders(rules)],
      [headerFiles.nginx, printNginxMaps(rules)],
    ];
  };

  return {
    name: 'four-islands-emit-site',
    transformIndexHtml: {
      // After Vite's own work, so that the inline styles reach the page as they were hashed.
      order: 'post',
      handler(html, { filename, originalUrl, server }) {
        const template = basename(filename);
        templates.set(template, html);
        const requested = documentAt(new URL(originalUrl ?? template, 'http://localhost').pathname.slice(1));
        const document = requested?.template === template ? requested : documentAt(template);
        if (document === undefined) throw new Error(`${template} is no document of the site`);
        return printDocument(build, html, document, server === undefined);
      },
    },
    generateBundle: {
      // After Vite's own work, when every script has its name.
      order: 'post',
      async handler(_options, bundle) {
        const { files, picture } = await derivation.derived();
        const { plates, files: plateFiles } = await derivation.drawings();
        const site = await siteOf(build);
        if (site === null)
          this.environment.logger.info(
            'four-islands: SITE_URL is not given, so canonical and hreflang links, cards, structured data, oEmbed, robots.txt, sitemap.xml, the pages of places, the Linked Places gazetteer and the annotations are left out',
          );
        const scripts = Object.keys(bundle).filter(
          (path) => path.startsWith('assets/') && !isSpareWorker(path, bundle),
        );
        const documents = new Map(await printDocuments());
        const beside = await documentsBeside(build, true);
        const timelines = new Map([...beside].filter(([path]) => timelinePages.some((page) => page.path === path)));
        const all = new Map<string, string | Uint8Array>([
          ...files,
          ...plateFiles,
          ...[...documents].filter(([path]) => !templates.has(path)),
          ...beside,
          ...(await placesByAddress(build)),
          ['CITATION.cff', readText('CITATION.cff')],
          ...(await renderPictures(pictureTasks(picture, plates))),
          ['licences.txt', printNotices(usedPackages())],
          ...pictureTexts(),
          ...(kind === 'kept' ? [] : await latestFiles(documents, timelines, scripts)),
          ...(site === null ? [] : absoluteFiles(site)),
        ]);
        for (const [fileName, source] of all) this.emitFile({ type: 'asset', fileName, source });
      },
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir !== undefined) await compressFiles(dir);
      },
    },
  };
}
