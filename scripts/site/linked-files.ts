/**
 * What names places by absolute addresses: the gazetteer in the Linked Places Format, the annotations, and the pages
 * that stand at those addresses.
 */
import type { Dataset } from '../../src/model/types.ts';
import type { Derived } from '../derived/derive.ts';
import { annotationPage } from '../linked/annotations.ts';
import { linkedPlaces } from '../linked/linked-places.ts';
import { addressOf } from './site-address.ts';
import { placePages } from './site-documents.ts';

/** Where the files stand in the site. */
export const linkedPaths = { gazetteer: 'geo/linked-places.json', annotations: 'geo/annotations.json' } as const;

/** The address by which a place is known: that of its page in English. */
export function placeAddress(url: URL, place: string): string {
  const [english] = placePages(place);
  return english === undefined ? url.href : addressOf({ url }, english);
}

/** Path in the site to text. */
export function linkedFiles(
  url: URL,
  dataset: Dataset,
  transcriptions: Derived['transcriptions'],
): ReadonlyMap<string, string> {
  const idOf = (place: string) => placeAddress(url, place);
  const absolute = (path: string) => new URL(path, url).href;
  const annotations = annotationPage({
    dataset,
    address: absolute(linkedPaths.annotations),
    article: absolute('geo/article.json'),
    idOf,
  });
  return new Map([
    [linkedPaths.gazetteer, JSON.stringify(linkedPlaces({ dataset, transcriptions, idOf }))],
    [linkedPaths.annotations, JSON.stringify(annotations)],
  ]);
}
