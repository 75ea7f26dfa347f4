/** A document without the map and without a script: its head, and what stands on every such page. */
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { policyWithoutScript } from './content-security-policy.ts';
import { addressOf, alternateLinks } from './site-address.ts';
import { languageLinks, type TranslatedDocument } from './site-documents.ts';

export interface StaticPage {
  readonly page: TranslatedDocument;
  /** The same document in every language. */
  readonly translations: readonly TranslatedDocument[];
  readonly title: string;
  readonly description: string;
  /** The rules, which are printed into the page, or the address of the sheet that has them. */
  readonly style: { readonly text: string } | { readonly href: string };
  readonly main: Markup;
  /** More links for the head. */
  readonly links?: readonly Markup[];
  /** The absolute address of the site's root; `null` where it is not known. */
  readonly siteUrl: URL | null;
  /** With a content security policy, which the development server's own scripts would break. */
  readonly built: boolean;
}

/** The rules that the pages share. */
export const staticPageStyle = [
  'body{color:var(--text);font:1rem/1.5 var(--serif);font-synthesis:none}',
  'main,.languages{max-width:46rem;margin:0 auto;padding:1rem 1.2rem}',
  'h1{margin:.4rem 0;font-size:2rem;font-weight:400;line-height:1.2}',
  'strong{font-weight:400;color:var(--text)}',
  '.lead{color:var(--quiet);font-size:1.0625rem}',
  'a{color:var(--accent)}',
  '.languages{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding-left:1.2rem;list-style:none;border-top:1px solid var(--rule)}',
  ':is(.languages,.to-map) a{display:inline-block;min-height:1.75rem}',
  ':focus-visible{outline:3px solid var(--accent);outline-offset:2px}',
].join('');

/** The page of the map in a language, seen from a document. */
export function mapFrom({ language, toRoot }: TranslatedDocument): string {
  return language === 'en' ? toRoot : `${toRoot}${language}/`;
}

/** The document's text. */
export function printStaticPage(print: StaticPage): string {
  const { page, translations, title, description, style, main, links = [], siteUrl, built } = print;
  const { language, toRoot } = page;
  const policy = policyWithoutScript('text' in style ? [style.text] : []);
  const head = [
    element('meta', { charset: 'utf-8' }),
    ...(built ? [element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy })] : []),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [title]),
    element('meta', { name: 'description', content: description }),
    element('link', { rel: 'icon', type: 'image/svg+xml', href: `${toRoot}icon.svg` }),
    ...(siteUrl === null
      ? []
      : [
          element('link', { rel: 'canonical', href: addressOf({ url: siteUrl }, page) }),
          ...alternateLinks('link', { url: siteUrl }, translations),
        ]),
    ...links,
    ...('text' in style ? [] : [element('link', { rel: 'stylesheet', href: style.href })]),
  ];
  const rules = 'text' in style ? `<style>${style.text}</style>` : '';
  return [
    '<!doctype html>\n',
    `<html lang="${language}"><head>${head.map((tag) => printMarkup(tag)).join('')}${rules}</head>`,
    `<body>${printMarkup(main)}${printMarkup(languageLinks(page, translations))}</body></html>\n`,
  ].join('');
}
