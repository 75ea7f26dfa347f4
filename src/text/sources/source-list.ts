/**
 * The list of all that the page claims to have read: every source of something shown, by publisher in alphabetical
 * order.
 */
import { element, type Markup } from '../../kernel/markup.ts';
import type { Dataset, Language, Source } from '../../model/types.ts';
import { languageRuns, sourceMarkup } from './source-markup.ts';

/** The sources that a name, a position or a fact stands on, those of one publisher together. */
export function sourcesByPublisher(
  dataset: Dataset,
): readonly (readonly [publisher: string, sources: readonly Source[]])[] {
  const used = new Set([...dataset.places, ...dataset.facts].flatMap(({ sources }) => sources));
  const sources = dataset.sources.filter(({ id }) => used.has(id));
  const { compare } = new Intl.Collator('en', { numeric: true });
  const byPart = (first: Source, second: Source) => compare(partText(first), partText(second));
  return [...new Set(sources.map(({ publisher }) => publisher))]
    .sort(compare)
    .map((publisher) => [publisher, sources.filter((source) => source.publisher === publisher).sort(byPart)]);
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

/** One of several sources of a publisher. */
function partMarkup(source: Source, language: Language): Markup {
  return element(
    'a',
    { href: source.url, rel: 'noopener', target: '_blank' },
    languageRuns(partText(source), language),
  );
}

/** What tells a source from the others of its publisher: the part of it that is meant, or else its address. */
function partText({ url, detail }: Source): string {
  return detail ?? addressText(url);
}

/** An address as people read it: without its scheme, its escapes undone. */
export function addressText(url: string): string {
  const { host, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  try {
    return `${host}${decodeURI(path)}`;
  } catch {
    // Escapes of another encoding than UTF-8 stay as they are.
    return `${host}${path}`;
  }
}
