/** The documents of the site: which there are, and what each prints besides the map. */
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { fallbackFamilies, fontFamilies } from '../../src/lettering/fonts/fonts.ts';
import { type Convention, conventions, type Language, languages } from '../../src/model/types.ts';
import { paletteProperties } from '../../src/style/theme/theme.ts';
import { languageNames } from '../../src/text/language-names.ts';
import type { Layout } from '../../src/text/layout.ts';
import { say } from '../../src/text/strings.ts';

export interface SiteDocument {
  /** From the site's root. */
  readonly path: string;
  /** The document it is made from, which Vite knows. */
  readonly template: 'index.html' | 'embed.html';
  readonly layout: Exclude<Layout, 'element'>;
  readonly language: Language;
  readonly names: Convention;
  /** What the address alone settles: the element's defaults in this document, which its query refines. */
  readonly settled: Readonly<Partial<Record<'names' | 'lang', string>>>;
  /** From the document's folder to the site's root. */
  readonly toRoot: './' | '../';
}

/** A document as those in other languages know it. */
export interface TranslatedDocument extends Pick<SiteDocument, 'path' | 'language'> {
  /** From the document's folder to the site's root. */
  readonly toRoot: string;
}

/** `ja/` and the like; English stands at the root. */
const folderOf = (language: Language) => (language === 'en' ? '' : `${language}/`);

/** A file of the folder of its language. */
function translated(language: Language, file: string): Pick<SiteDocument, 'path' | 'language' | 'toRoot'> {
  return { path: `${folderOf(language)}${file}`, language, toRoot: language === 'en' ? './' : '../' };
}

function inLanguage(language: Language, template: SiteDocument['template']): SiteDocument {
  return {
    ...translated(language, template),
    template,
    layout: template === 'index.html' ? 'page' : 'frame',
    names: 'both',
    settled: language === 'en' ? {} : { lang: language },
  };
}

/** The page in each language. */
export const pages: readonly SiteDocument[] = languages.map((language) => inLanguage(language, 'index.html'));

/** The timeline in each language: documents without the map, and without a script. */
export const timelinePages: readonly TranslatedDocument[] = languages.map((language) =>
  translated(language, 'timeline.html'),
);

/** Sources, data and corrections in each language: documents without the map, and without a script. */
export const sourcesPages: readonly TranslatedDocument[] = languages.map((language) =>
  translated(language, 'sources.html'),
);

/** The page of a place in each language, whose address in English is that by which the place is known elsewhere. */
export function placePages(place: string): readonly TranslatedDocument[] {
  return languages.map((language) => ({
    path: `${folderOf(language)}place/${place}/index.html`,
    language,
    toRoot: language === 'en' ? '../../' : '../../../',
  }));
}

/** The frame in each language, and in each convention and language. */
export const frames: readonly SiteDocument[] = [
  ...languages.map((language) => inLanguage(language, 'embed.html')),
  ...conventions.flatMap((names) =>
    languages.map(
      (language): SiteDocument => ({
        path: `embed.${names}.${language}.html`,
        template: 'embed.html',
        layout: 'frame',
        language,
        names,
        settled: { names, lang: language },
        toRoot: './',
      }),
    ),
  ),
];

export const siteDocuments: readonly SiteDocument[] = [...pages, ...frames];

/** The document at a path of the site; a folder stands for its `index.html`. */
export function documentAt(path: string): SiteDocument | undefined {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return siteDocuments.find((document) => document.path === file);
}

/** The document as Vite left its template, with its own language, its defaults and its way to the root. */
export function adaptTemplate(html: string, { language, settled, toRoot }: SiteDocument): string {
  const attributes = Object.entries(settled).map(([name, value]) => `${name}="${value}" `);
  return replaceOnce(
    replaceOnce(html, '<html lang="en">', `<html lang="${language}">`),
    '<four-islands-map ',
    `<four-islands-map ${attributes.join('')}`,
  ).replaceAll(/(src|href)="\.\//g, `$1="${toRoot}`);
}

/**
 * Plain links to the same document, one of `all`, in the other languages, each named in itself. They work without a
 * script.
 */
export function languageLinks(current: TranslatedDocument, all: readonly TranslatedDocument[] = pages): Markup {
  return element(
    'nav',
    { class: 'languages', 'aria-label': say(current.language, 'languages') },
    all.map(({ path, language }) =>
      element(
        'a',
        {
          href: `${current.toRoot}${path}`,
          lang: language,
          hreflang: language,
          'aria-current': language === current.language ? 'page' : null,
        },
        [languageNames[language]],
      ),
    ),
  );
}

/**
 * The rules of `languageLinks`, which stands outside the element: under the page, or at the foot of the column beside
 * the map.
 */
export const languageLinksStyle = [
  `.languages{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;padding:.4rem 1.2rem;font:1rem/1.5 "${fontFamilies.serif}","${fontFamilies.mincho}",${fallbackFamilies};color:var(--text);background:var(--page);border-top:1px solid var(--rule)}`,
  '.languages a{padding:.15rem 0;color:var(--accent)}',
  '.languages a[aria-current]{color:inherit;text-decoration:none}',
  '@media (width>=53.75em){.languages{position:fixed;right:0;bottom:0;box-sizing:border-box;width:max(22rem,27%);border-left:1px solid var(--rule)}}',
  '@media print{.languages{display:none}}',
  // The reader's choice of theme reaches what stands round the element too.
  ...(['light', 'dark'] as const).map(
    (theme) => `:root:has([theme=${theme}]){color-scheme:${theme};${paletteProperties(theme)}}`,
  ),
].join('');

/** Title, description and icon; for the page of a built site also its manifest. */
export function documentHead({ language, layout, toRoot }: SiteDocument, built: boolean): string {
  return [
    element('title', {}, [say(language, 'title')]),
    element('meta', { name: 'description', content: say(language, 'pictureDescription') }),
    element('link', { rel: 'icon', type: 'image/svg+xml', href: `${toRoot}icon.svg` }),
    ...(built && layout === 'page' ? [element('link', { rel: 'manifest', href: `${toRoot}site.webmanifest` })] : []),
  ]
    .map((tag) => printMarkup(tag))
    .join('');
}

function replaceOnce(html: string, old: string, next: string): string {
  if (html.split(old).length !== 2) throw new Error(`the document must have ${old} once`);
  return html.replace(old, () => next);
}
