/** Sources, data as files, and the dated list of corrections, as a document in each language without a script. */
import { element } from '../../src/kernel/markup.ts';
import type { Correction } from '../../src/model/story/corrections.ts';
import type { Dataset } from '../../src/model/types.ts';
import { correctionsMarkup } from '../../src/text/sources/corrections-markup.ts';
import { sourceListMarkup } from '../../src/text/sources/source-list.ts';
import { type SourcesPageString, sayOfSources } from '../../src/text/sources/sources-page-strings.ts';
import { linkedPaths } from './linked-files.ts';
import { sourcesPages, type TranslatedDocument } from './site-documents.ts';
import { mapFrom, printStaticPage, staticPageStyle } from './static-page.ts';

export interface SourcesPrint {
  readonly dataset: Dataset;
  readonly corrections: readonly Correction[];
  /** The rules of the documents of the site: faces and colours. */
  readonly outerStyle: string;
  /** The absolute address of the site's root; `null` where it is not known. */
  readonly siteUrl: URL | null;
  /** Whether the files that need that address are there. */
  readonly isLinked: boolean;
  readonly built: boolean;
}

const ownStyle = [
  staticPageStyle,
  'h2{margin:2.2rem 0 .4rem;padding-top:1rem;border-top:2px solid var(--rule);font-size:1.5rem;font-weight:400}',
  '.corrections{padding:0;list-style:none}',
  '.corrections li{padding:.7rem 0;border-top:1px solid var(--rule)}',
  '.corrections p{margin:0 0 .3rem}',
  ':is(.when,.cited,.corrections strong){color:var(--quiet);font-size:.8125rem}',
  '.list{font-size:.875rem;overflow-wrap:anywhere}',
  '.list ul ul{display:flex;flex-wrap:wrap;gap:0 .9rem;padding-left:.9rem;list-style:none}',
].join('');

const files: readonly (readonly [path: string, words: SourcesPageString, needsAddress: boolean])[] = [
  ['geo/datapackage.json', 'file.package', false],
  [linkedPaths.gazetteer, 'file.linkedPlaces', true],
  [linkedPaths.annotations, 'file.annotations', true],
  ['geo/places.csv', 'file.places', false],
  ['geo/names.csv', 'file.names', false],
  ['geo/islands.geojson', 'file.islands', false],
  ['geo/facts.json', 'file.facts', false],
  ['geo/sources.json', 'file.sources', false],
  ['geo/corrections.json', 'file.corrections', false],
  ['CITATION.cff', 'file.citation', false],
];

/** The document's text. */
export function printSourcesPage(page: TranslatedDocument, print: SourcesPrint): string {
  const { language, toRoot } = page;
  const { dataset, corrections, outerStyle, siteUrl, isLinked, built } = print;
  const word = (key: SourcesPageString) => sayOfSources(language, key);
  const section = (id: 'corrections' | 'data' | 'sources', ...content: Parameters<typeof element>[2][]) =>
    element('section', { id, 'aria-labelledby': `${id}-title` }, [
      element('h2', { id: `${id}-title` }, [word(id)]),
      ...content.flatMap((part) => part ?? []),
    ]);
  const main = element('main', {}, [
    element('p', { class: 'to-map' }, [element('a', { href: mapFrom(page) }, [word('back')])]),
    element('h1', {}, [word('title')]),
    element('p', { class: 'lead' }, [word('lead')]),
    section('corrections', [
      element('p', {}, [word('correctionsLead')]),
      correctionsMarkup(corrections, dataset.sources, language, (place) => `${mapFrom(page)}?place=${place}`),
    ]),
    section('data', [
      element('p', {}, [word('dataLead')]),
      element(
        'ul',
        {},
        files
          .filter(([, , needsAddress]) => isLinked || !needsAddress)
          .map(([path, words]) => element('li', {}, [element('a', { href: `${toRoot}${path}` }, [word(words)])])),
      ),
    ]),
    section('sources', [element('div', { class: 'list' }, sourceListMarkup(dataset, language))]),
  ]);
  return printStaticPage({
    page,
    translations: sourcesPages,
    title: word('title'),
    description: word('lead'),
    style: { text: outerStyle + ownStyle },
    main,
    siteUrl,
    built,
  });
}
