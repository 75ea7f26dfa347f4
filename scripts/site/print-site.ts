/**
 * Prints the documents of the site: head, styles, first picture and words, so that they are there before any script.
 */
import { bundle } from 'lightningcss';
import { printMarkup } from '../../src/kernel/markup.ts';
import { faceProperties, frameStyleSheet } from '../../src/shell/css/frame-styles.ts';
import type { Derivation } from '../derived/derivation.ts';
import { contentHash } from '../derived/derive.ts';
import { documentStyle, isFirstFace } from '../derived/face-rules.ts';
import { projectPath } from '../machine/node-files.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { linkedFiles } from './linked-files.ts';
import { placeDocuments } from './place-pages.ts';
import { keptFolder, type ReleaseKind } from './release-kind.ts';
import { printShadowTree } from './shadow-tree.ts';
import { absoluteTags, type Site } from './site-address.ts';
import {
  adaptTemplate,
  documentHead,
  languageLinks,
  languageLinksStyle,
  type SiteDocument,
  sourcesPages,
  timelinePages,
} from './site-documents.ts';
import { printSourcesPage } from './sources-pages.ts';
import { staticPageStyle } from './static-page.ts';
import { printTimelinePage } from './timeline-pages.ts';

/** What all parts of a build of the site share. */
export interface SiteBuild {
  readonly derivation: Derivation;
  /** The folder that the site is published in; `null` where it is not known. */
  readonly url: URL | null;
  /** Which part of a release this is; `null` for none. */
  readonly kind: ReleaseKind | null;
  /** The form of the address that takes reports of errors, as `REPORT_URL` gives it; `null` where there is none. */
  readonly reportForm: string | null;
}

/** `null` where the address is not known. */
export async function siteOf({ derivation, url, kind }: SiteBuild): Promise<Site | null> {
  if (url === null) return null;
  const { dataset } = (await derivation.derived()).picture;
  return { url, folder: kind === 'kept' ? keptFolder : '', dataset };
}

/**
 * A document from its template as Vite left it. Only in a built site does it have a content security policy and
 * absolute addresses.
 */
export async function printDocument(
  build: SiteBuild,
  template: string,
  document: SiteDocument,
  built: boolean,
): Promise<string> {
  const { picture: drawn, fonts } = await build.derivation.derived();
  const { language, names, layout, toRoot } = document;
  const site = built ? await siteOf(build) : null;
  const styleSheet = frameStyleSheet(minified('frame.css'));
  const outer = documentStyle(fonts, toRoot, language) + (layout === 'page' ? languageLinksStyle : '');
  const policy = contentSecurityPolicy([styleSheet, outer]);
  const head = [
    built ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : '',
    documentHead(document, built && build.kind !== 'kept'),
    site === null ? '' : absoluteTags(site, document),
    `<style>${outer}</style>`,
  ].join('');
  // In the head they would delay the first picture, which looks well enough with the stand-ins.
  const faces = fonts
    .filter((font) => isFirstFace(font, language))
    .map(({ path }) => `<link rel="preload" as="font" crossorigin href="${toRoot}${path}">`)
    .join('');
  const picture = (await build.derivation.drawings()).pagePictures.get(language);
  if (picture === undefined) throw new Error(`there is no picture in “${language}”`);
  const tree = printShadowTree({
    drawn,
    picture,
    language,
    names,
    layout,
    styleSheet,
    toRoot,
    report: build.reportForm,
  });
  return [
    ['head', head],
    ['faces', faces],
    ['four-islands', tree],
    ...(layout === 'page' ? [['languages', printMarkup(languageLinks(document))] as const] : []),
  ].reduce((html, [name = '', text = '']) => fillIn(html, name, text), adaptTemplate(template, document));
}

/** Path in the site to the documents that stand beside the map in each language, without a script. */
export async function documentsBeside(build: SiteBuild, built: boolean): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await timelineDocuments(build, built)), ...(await sourcesDocuments(build, built))]);
}

/** Path in the site to the page of sources in each language. */
async function sourcesDocuments(
  { derivation, url, kind }: SiteBuild,
  built: boolean,
): Promise<ReadonlyMap<string, string>> {
  const { whole, corrections, fonts } = await derivation.derived();
  return new Map(
    sourcesPages.map((page) => [
      page.path,
      printSourcesPage(page, {
        dataset: whole.dataset,
        corrections,
        outerStyle: documentStyle(fonts, page.toRoot, page.language) + faceProperties,
        siteUrl: url,
        isLinked: built && url !== null && kind !== 'kept',
        built,
      }),
    ]),
  );
}

/**
 * Path in the site to the gazetteer, the annotations and the pages of places with their one style sheet. None where the
 * address is not known, and none in a kept version: a place is known by the address of its latest page.
 */
export async function placesByAddress(build: SiteBuild): Promise<ReadonlyMap<string, string>> {
  const { derivation, url, kind, reportForm } = build;
  if (url === null || kind === 'kept') return new Map();
  const { whole, transcriptions, fonts } = await derivation.derived();
  const { dataset } = whole;
  // The sheet lies in a folder of its own, and takes no account of the reader's language.
  const style = documentStyle(fonts, '../', 'ja') + faceProperties + staticPageStyle + minified('place-page.css');
  const stylePath = `assets/place-${contentHash(style).slice(0, 8)}.css`;
  return new Map([
    [stylePath, style],
    ...linkedFiles(url, dataset, transcriptions),
    ...placeDocuments({ dataset, stylePath, siteUrl: url, report: reportForm }),
  ]);
}

/** Path in the site to the timeline's document in each language. */
async function timelineDocuments(
  { derivation, url, reportForm }: SiteBuild,
  built: boolean,
): Promise<ReadonlyMap<string, string>> {
  const { whole, timeline, fonts } = await derivation.derived();
  return new Map(
    timelinePages.map((page) => [
      page.path,
      printTimelinePage(page, {
        timeline,
        sources: whole.dataset.sources,
        outerStyle: documentStyle(fonts, page.toRoot, page.language) + faceProperties,
        styleSheet: minified('timeline.css'),
        siteUrl: url,
        report: reportForm,
        built,
      }),
    ]),
  );
}

/** A style sheet of the shell as it is printed. */
function minified(filename: string): string {
  return bundle({ filename: projectPath(`src/shell/css/${filename}`), minify: true }).code.toString();
}

/** Inserts text where a page has `<!--name-->`. Throws when the page lacks it. */
function fillIn(html: string, name: string, text: string): string {
  const mark = `<!--${name}-->`;
  if (!html.includes(mark)) throw new Error(`the page has no ${mark}`);
  return html.replace(mark, () => text);
}
