/** A page for each place in each language, which needs no script and has none: what its address leads to. */
import { element, type Markup } from '../../src/kernel/markup.ts';
import type { Dataset, Place } from '../../src/model/types.ts';
import { placePageMarkup, placeTitle } from '../../src/text/popup/place-page-markup.ts';
import { popupContent } from '../../src/text/popup/popup-content.ts';
import { say } from '../../src/text/strings.ts';
import { linkedPaths } from './linked-files.ts';
import { placePages, type TranslatedDocument } from './site-documents.ts';
import { mapFrom, printStaticPage } from './static-page.ts';

export interface PlacesPrint {
  readonly dataset: Dataset;
  /** Path in the site to the sheet that all these pages share. */
  readonly stylePath: string;
  /** The absolute address of the site's root. */
  readonly siteUrl: URL;
  /** The form of the address that takes reports of errors; `null` where there is none. */
  readonly report: string | null;
}

/** Path in the site to the pages of all places. */
export function placeDocuments(print: PlacesPrint): ReadonlyMap<string, string> {
  return new Map(
    print.dataset.places.flatMap((place) => {
      const translations = placePages(place.id);
      return translations.map((page) => [page.path, printPlacePage(place, page, translations, print)] as const);
    }),
  );
}

function printPlacePage(
  place: Place,
  page: TranslatedDocument,
  translations: readonly TranslatedDocument[],
  { dataset, stylePath, siteUrl, report }: PlacesPrint,
): string {
  const { language, toRoot } = page;
  const content = popupContent(dataset, place, { names: 'both', lang: language, year: 'now', report });
  const title = placeTitle(content);
  const map = `${mapFrom(page)}?place=${place.id}`;
  return printStaticPage({
    page,
    translations,
    title,
    description: `${title}: ${content.kind}. ${say(language, 'title')}.`,
    style: { href: `${toRoot}${stylePath}` },
    links: [element('link', { rel: 'alternate', type: 'application/json', href: `${toRoot}${linkedPaths.gazetteer}` })],
    main: lightened(
      element('main', {}, [
        ...placePageMarkup(content, language, map, (other) => `../${other}/`),
        element('p', { class: 'lead' }, [say(language, 'disclaimer')]),
      ]),
    ),
    siteUrl,
    built: true,
  });
}

/** What only the narrow column of the popup needs, and the tab that its links open: a fifth of the page. */
function lightened(node: Markup): Markup {
  const { class: name, rel: _rel, target: _target, ...others } = node.attributes;
  const children = node.children.flatMap((child) => {
    if (typeof child === 'string') return [child];
    const light = lightened(child);
    return light.tag === 'span' && ['end', 'value'].includes(light.attributes['class'] ?? '')
      ? light.children
      : [light];
  });
  return { ...node, attributes: name === undefined ? others : { class: name, ...others }, children };
}
