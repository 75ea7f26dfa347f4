/** The list of all that the page claims to have read: every source of something shown, by publisher in alphabetical order. */
import { element, type Markup } from '../model/markup.ts';
import type { Dataset, Language, Source } from '../model/types.ts';
import { languageRuns, sourceMarkup } from './popup-markup.ts';
import { say } from './strings.ts';

/** As it is printed: a link to the file, so that the page stays light. The shell puts the list in its place. */
export function sourceList(language: Language, toRoot: string): Markup {
  return element('details', { class: 'all-sources' }, [
    element('summary', {}, [element('h2', {}, [say(language, 'allSources')])]),
    element('div', { 'data-part': 'all-sources' }, [
      element('p', {}, [element('a', { href: `${toRoot}geo/sources.json` }, [say(language, 'allSourcesFile')])]),
    ]),
  ]);
}

/** The sources that a name, a position or a fact stands on, those of one publisher together. */
export function sourcesByPublisher(
  dataset: Dataset,
): readonly (readonly [publisher: string, sources: readonly Source[]])[] {
  const used = new Set([...dataset.places, ...dataset.facts].flatMap(({ sources }) => sources));
  const sources = dataset.sources.filter(({ id }) => used.has(id));
  const { compare } = new Intl.Collator('en');
  return [...new Set(sources.map(({ publisher }) => publisher))]
    .sort(compare)
    .map((publisher) => [publisher, sources.filter((source) => source.publisher === publisher)]);
}

export function sourceListMarkup(dataset: Dataset, language: Language): readonly Markup[] {
  return [
    element(
      'ul',
      {},
      sourcesByPublisher(dataset).map(([publisher, sources]) => {
        const [only, ...others] = sources;
        return element(
          'li',
          {},
          only !== undefined && others.length === 0
            ? sourceMarkup(only, language)
            : [
                ...languageRuns(publisher, language),
                element(
                  'ul',
                  {},
                  sources.map((source) => element('li', {}, [partMarkup(source, language)])),
                ),
              ],
        );
      }),
    ),
  ];
}

/** One of several sources of a publisher: the part of it that is meant, or else its address. */
function partMarkup({ url, detail }: Source, language: Language): Markup {
  const attributes = { href: url, rel: 'noopener', target: '_blank' };
  return detail === null
    ? element('a', attributes, languageRuns(addressText(url), language))
    : element('a', attributes, languageRuns(detail, language));
}

/** An address as people read it: without its scheme, its escapes undone. */
function addressText(url: string): string {
  const { host, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  try {
    return `${host}${decodeURI(path)}`;
  } catch {
    // Escapes of another encoding than UTF-8 stay as they are.
    return `${host}${path}`;
  }
}
