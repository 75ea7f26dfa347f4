/** The gazetteer in the Linked Places Format 1.3 (https://github.com/LinkedPasts/linked-places-format). */
import { labelOf, nameSeparator } from '../../src/model/names/names.ts';
import type { Attestation, Dataset, Place, Source } from '../../src/model/types.ts';
import { sayOfReadings } from '../../src/text/reading-strings.ts';
import { typeOf } from './place-types.ts';
import { endedIn, present, whenOf } from './timespans.ts';

export interface Gazetted {
  readonly dataset: Dataset;
  /** The transcriptions that a source prints; those made by rule are no toponyms of anybody. */
  readonly transcriptions: readonly Attestation[];
  /** The address by which a place is known, that of its page. */
  readonly idOf: (place: string) => string;
}

const context = 'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

/**
 * A feature a place, each name with its time and citations. Country codes, which the format encourages, are left out:
 * each would say whose a place is.
 */
export function linkedPlaces({ dataset, transcriptions, idOf }: Gazetted): object {
  const citations = (ids: readonly string[]) =>
    ids
      .flatMap((id) => dataset.sources.filter((source) => source.id === id))
      .map(({ publisher, detail, url }) => ({
        label: [publisher, detail].filter((part) => part !== null).join(', '),
        // Addresses as people write them hold letters that an identifier does not.
        '@id': new URL(url).href,
      }));
  const name = (attestation: Attestation, isTimed: boolean) => {
    const when = isTimed ? whenOf(attestation) : null;
    return {
      toponym: attestation.form,
      lang: attestation.lang,
      citations: citations(attestation.sources),
      ...(when === null ? {} : { when }),
    };
  };
  const titleOf = (place: Place) =>
    labelOf(place, 'both', 'en')
      .primary.map(({ text }) => text)
      .join(nameSeparator);
  return {
    type: 'FeatureCollection',
    '@context': context,
    features: dataset.places.map((place) => {
      const own = (list: readonly Attestation[]) => list.filter((one) => one.place === place.id);
      const { aat, label, featureClass } = typeOf(place);
      const group = dataset.places.find(({ id }) => id === place.group && id !== place.id);
      const links = matchesOf(place, dataset).map((identifier) => ({ type: 'closeMatch', identifier }));
      return {
        '@id': idOf(place.id),
        type: 'Feature',
        properties: { title: titleOf(place), fclasses: [featureClass] },
        when: place.endedIn1945 ? endedIn('1945') : present,
        names: [
          ...own(dataset.attestations).map((attestation) => name(attestation, true)),
          ...own(transcriptions).map((transcription) => name(transcription, false)),
        ],
        types: [
          {
            identifier: `aat:${aat}`,
            label,
            sourceLabels: [{ label: sayOfReadings('en', `kind.${place.kind}`), lang: 'en' }],
          },
        ],
        geometry: place.geometry ?? {
          type: 'Point',
          coordinates: place.position,
          certainty: place.positionBasis === 'unknown' ? 'uncertain' : 'certain',
        },
        ...(group === undefined
          ? {}
          : {
              relations: [
                {
                  relationType: 'gvp:broaderPartitive',
                  relationTo: idOf(group.id),
                  label: `part of ${titleOf(group)}`,
                },
              ],
            }),
        ...(links.length === 0 ? {} : { links }),
      };
    }),
  };
}

const geoNames = /^https:\/\/www\.geonames\.org\/\d+$/;

/**
 * Records elsewhere that mean this place: the one of GeoNames that it cites, where it cites one alone and no other place
 * cites the same.
 */
function matchesOf(place: Place, { places, sources }: Dataset): readonly string[] {
  const records = sources.filter(({ url }) => geoNames.test(url));
  const cited = ({ sources: ids }: Place): readonly Source[] => records.filter(({ id }) => ids.includes(id));
  const [only, ...others] = cited(place);
  if (only === undefined || others.length > 0) return [];
  return places.some((other) => other !== place && cited(other).includes(only)) ? [] : [only.url];
}
