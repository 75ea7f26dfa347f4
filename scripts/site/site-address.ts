/** What needs the site's absolute address: links between languages, cards, oEmbed, structured data, the sitemap. */
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { boundsOf } from '../../src/model/measures.ts';
import { type Dataset, groupIds, type Language, languages } from '../../src/model/types.ts';
import { defaultState } from '../../src/model/view-state.ts';
import { alternativeText, frameSize } from '../../src/text/embed/embed-snippets.ts';
import { cardSize, oembedAnswer, providerName } from '../../src/text/embed/oembed-answer.ts';
import { say } from '../../src/text/strings.ts';
import { edition, readThrough } from '../linked/edition.ts';
import {
  frames,
  pages,
  placePages,
  type SiteDocument,
  sourcesPages,
  type TranslatedDocument,
  timelinePages,
} from './site-documents.ts';

export interface Site {
  /** The folder that holds `index.html`; ends with a slash. */
  readonly url: URL;
  /** Where this build lies under it: empty, or the folder of a kept version. */
  readonly folder: string;
  readonly dataset: Dataset;
}

const locales: Readonly<Record<Language, string>> = { en: 'en_GB', ja: 'ja_JP', ru: 'ru_RU' };

/** The address from `SITE_URL`; `null` when none is given. Throws when it is not the address of a folder on the web. */
export function parseSiteUrl(text: string | undefined): URL | null {
  if (text === undefined || text === '') return null;
  const problem = new Error(
    `SITE_URL=“${text.slice(0, 200)}” is not understood; allowed: the absolute http or https address of the folder that holds index.html, without user, query or fragment, such as https://maps.example.org/four-islands/`,
  );
  if (!URL.canParse(text)) throw problem;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && !/[?#]/.test(text) && !/\.html?$/.test(url.pathname);
  if (!plain || !/^https?:\/\//i.test(text) || url.hostname === '') throw problem;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** The address of a document of the latest version: a folder's own for the page. */
export function addressOf(site: Pick<Site, 'url'>, document: Pick<SiteDocument, 'path'>): string {
  return new URL(document.path.replace(/(^|\/)index\.html$/, '$1'), site.url).href;
}

/** The root of this build: of the site, or of a kept version in it. */
const rootOf = ({ url, folder }: Site) => new URL(folder, url);

function pictureAddress(site: Site, { names, language }: SiteDocument): string {
  return new URL(`static/card.${names}.${language}.png`, rootOf(site)).href;
}

/** `embed.ja.en.html` → `oembed.ja.en.json`; the page is embedded as the frame in its language. */
function oembedPath(document: SiteDocument): string {
  return document.path.replace(/(index|embed)([^/]*)\.html$/, 'oembed$2.json');
}

/** The tags with absolute addresses for the head of a document. */
export function absoluteTags(site: Site, document: SiteDocument): string {
  const { language, names, layout } = document;
  const title = say(language, 'title');
  const description = say(language, 'pictureDescription');
  const alternative = alternativeText({ ...defaultState, lang: language, names });
  const property = (key: string, content: string | number) => element('meta', { property: key, content });
  const card = [
    property('og:type', 'website'),
    property('og:site_name', providerName),
    property('og:url', addressOf({ url: rootOf(site) }, document)),
    property('og:title', title),
    property('og:description', description),
    property('og:locale', locales[language]),
    property('og:image', pictureAddress(site, document)),
    property('og:image:type', 'image/png'),
    property('og:image:width', cardSize.width),
    property('og:image:height', cardSize.height),
    property('og:image:alt', alternative),
    ...playerCard(site, document),
    element('meta', { name: 'twitter:title', content: title }),
    element('meta', { name: 'twitter:description', content: description }),
    element('meta', { name: 'twitter:image', content: pictureAddress(site, document) }),
    element('meta', { name: 'twitter:image:alt', content: alternative }),
  ];
  const discovery = element('link', {
    rel: 'alternate',
    type: 'application/json+oembed',
    href: new URL(oembedPath(document), rootOf(site)).href,
    title,
  });
  const tags = [...(layout === 'page' ? languageTags(site, document) : []), discovery, ...card];
  return [...tags.map((tag) => printMarkup(tag)), layout === 'page' ? structuredData(site, document) : ''].join('');
}

/**
 * A frame is a player, which must come by https; a page is a large picture, as players are shown on sites that X has
 * approved alone.
 */
function playerCard(site: Site, document: SiteDocument): readonly Markup[] {
  const isPlayer = document.layout === 'frame' && site.url.protocol === 'https:';
  const named = (name: string, content: string | number) => element('meta', { name, content });
  return [
    named('twitter:card', isPlayer ? 'player' : 'summary_large_image'),
    ...(isPlayer
      ? [
          named('twitter:player', addressOf({ url: rootOf(site) }, document)),
          named('twitter:player:width', frameSize.width),
          named('twitter:player:height', frameSize.height),
        ]
      : []),
  ];
}

/** A kept version leads crawlers to the latest page, and has no translations of its own for them. */
function languageTags(site: Site, document: SiteDocument): readonly Markup[] {
  const canonical = element('link', { rel: 'canonical', href: addressOf(site, document) });
  if (site.folder !== '') return [canonical];
  return [canonical, ...alternateLinks('link', site, pages)];
}

/**
 * Elements `tag` that lead to a document in every language, as `hreflang` has it; who has none of these gets the first.
 */
export function alternateLinks(
  tag: 'link' | 'xhtml:link',
  site: Pick<Site, 'url'>,
  documents: readonly TranslatedDocument[],
): readonly Markup[] {
  const all = documents.map((document) => ({ hreflang: document.language as string, document }));
  const others = documents.slice(0, 1).map((document) => ({ hreflang: 'x-default', document }));
  return [...all, ...others].map(({ hreflang, document }) =>
    element(tag, { rel: 'alternate', hreflang, href: addressOf(site, document) }),
  );
}

/**
 * schema.org's `Map` and the `Dataset` that it is drawn from as a data block, which a content security policy does not
 * count as a script.
 */
export function structuredData(site: Site, document: SiteDocument): string {
  const inAll = (key: 'title' | 'heading') =>
    languages.map((language) => ({ '@language': language, '@value': say(language, key) }));
  const spatialCoverage = {
    '@type': 'Place',
    name: inAll('heading'),
    geo: { '@type': 'GeoShape', box: boxOf(site.dataset) },
  };
  const map = {
    '@type': 'Map',
    name: inAll('title'),
    description: say(document.language, 'pictureDescription'),
    url: addressOf(site, document),
    image: pictureAddress(site, document),
    inLanguage: document.language,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    spatialCoverage,
    isBasedOn: { '@id': datasetAddress(site) },
  };
  const data = { '@context': 'https://schema.org', '@graph': [map, { ...datasetOf(site), spatialCoverage }] };
  // “<” could close the block.
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** By which the data as a whole are known: the page of sources, where they lie as files. */
const datasetAddress = (site: Site) => new URL('sources.html#data', site.url).href;

const downloads: readonly (readonly [path: string, mediaType: string, name: string])[] = [
  ['geo/datapackage.json', 'application/json', 'Data Package'],
  ['geo/linked-places.json', 'application/geo+json', 'Linked Places Format'],
  ['geo/places.csv', 'text/csv', 'Places'],
  ['geo/names.csv', 'text/csv', 'Names'],
  ['geo/islands.geojson', 'application/geo+json', 'Islands'],
];

function datasetOf(site: Site): object {
  return {
    '@type': 'Dataset',
    '@id': datasetAddress(site),
    name: edition.title,
    description: edition.description,
    url: datasetAddress(site),
    version: edition.version,
    dateModified: readThrough,
    license: edition.licence.path,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: edition.creator },
    inLanguage: languages,
    temporalCoverage: '1855/..',
    distribution: downloads.map(([path, encodingFormat, name]) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat,
      contentUrl: new URL(path, site.url).href,
    })),
  };
}

/** The four groups as schema.org writes a box: south west, north east, in degrees. */
function boxOf(dataset: Dataset): string {
  const boxes = groupIds.map((id) => boundsOf(dataset, id)).filter((box) => box !== null);
  const corners = [
    Math.min(...boxes.map(([, south]) => south)),
    Math.min(...boxes.map(([west]) => west)),
    Math.max(...boxes.map(([, , , north]) => north)),
    Math.max(...boxes.map(([, , east]) => east)),
  ];
  return corners.map((degrees) => degrees.toFixed(2)).join(' ');
}

/** The files that hold absolute addresses: path in the site to content. */
export function absoluteFiles(site: Site): ReadonlyMap<string, string> {
  const answers = frames.map((frame): [string, string] => [oembedPath(frame), JSON.stringify(oembed(site, frame))]);
  if (site.folder !== '') return new Map(answers);
  return new Map([
    ...answers,
    ['robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', site.url).href}\n`],
    ['sitemap.xml', sitemap(site)],
  ]);
}

function oembed(site: Site, frame: SiteDocument): ReturnType<typeof oembedAnswer> {
  return oembedAnswer({
    site: rootOf(site).href,
    state: { ...defaultState, names: frame.names, lang: frame.language },
    src: addressOf({ url: rootOf(site) }, frame),
  });
}

function sitemap(site: Pick<Site, 'url' | 'dataset'>): string {
  const places = site.dataset.places.map(({ id }) => placePages(id));
  const urls = [pages, timelinePages, sourcesPages, ...places].flatMap((documents) =>
    documents.map((document) =>
      element('url', {}, [
        element('loc', {}, [addressOf(site, document)]),
        ...alternateLinks('xhtml:link', site, documents),
      ]),
    ),
  );
  const set = element(
    'urlset',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
    urls,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printMarkup(set, 'xml')}\n`;
}
