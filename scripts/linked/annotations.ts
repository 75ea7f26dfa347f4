/** The article's passages as a page of the W3C Web Annotation Data Model. */
import type { Dataset } from '../../src/model/types.ts';

export interface Annotated {
  readonly dataset: Dataset;
  /** The address of the page of annotations itself. */
  readonly address: string;
  /** The address of our record of the article, which has none of its own. */
  readonly article: string;
  readonly idOf: (place: string) => string;
}

const jsonLd = 'http://www.w3.org/ns/anno.jsonld';

/**
 * An annotation a passage, which links it to the places whose sovereignty it speaks of, and one for each of the words in
 * it that name places.
 */
export function annotationPage({ dataset, address, article, idOf }: Annotated): object {
  const { bibliography, passages } = dataset.article;
  const source = { id: article, type: 'Text', format: 'application/json', language: bibliography.language };
  const bodies = (places: readonly string[], purpose: string) =>
    places.map((place) => ({ type: 'SpecificResource', source: idOf(place), purpose }));
  return {
    '@context': jsonLd,
    id: address,
    type: 'AnnotationPage',
    items: passages.flatMap(({ id, exact, prefix, suffix, concerns, mentions }) => {
      const selector = { type: 'TextQuoteSelector', exact, prefix, suffix };
      const annotation = (part: string, body: readonly object[], motivation: string, refined: object = {}) => ({
        id: `${address}#${part}`,
        type: 'Annotation',
        motivation,
        body,
        target: { type: 'SpecificResource', source, selector: { ...selector, ...refined } },
      });
      return [
        annotation(id, bodies(concerns, 'linking'), 'linking'),
        ...mentions.map((mention, index) =>
          annotation(`${id}-${index + 1}`, bodies(mention.places, 'identifying'), 'identifying', {
            refinedBy: { type: 'TextQuoteSelector', exact: mention.exact },
          }),
        ),
      ];
    }),
  };
}
