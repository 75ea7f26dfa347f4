/** The features that the map letters and marks, from the places and from where their labels stand. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { PlacedLabel } from '../lettering/place-labels.ts';
import { labelOf, primaryText, secondaryText } from '../model/names/names.ts';
import { type Convention, conventions, type Gazetteer, type Language, languages, type Place } from '../model/types.ts';

/** The key under which a row of a label is written into a feature. */
export function labelKey(convention: Convention, language: Language, row: 1 | 2): string {
  return `${convention}.${language}.${row}`;
}

/** Every label that a place can carry, under `labelKey`; with one row, its second rows are empty. */
export function labelTexts(place: Place, rows: 1 | 2): Readonly<Record<string, string>> {
  return Object.fromEntries(
    conventions.flatMap((convention) =>
      languages.flatMap((language) => {
        const label = labelOf(place, convention, language);
        return [
          [labelKey(convention, language, 1), primaryText(label)],
          [labelKey(convention, language, 2), rows === 1 ? '' : secondaryText(label)],
        ];
      }),
    ),
  );
}

/** All that labels and the words on lines say under a convention in a language. */
export function wordsOf(
  labels: FeatureCollection,
  lineLabels: FeatureCollection,
  { names, lang }: { readonly names: Convention; readonly lang: Language },
): string {
  const keys = [labelKey(names, lang, 1), labelKey(names, lang, 2)];
  return [
    ...labels.features.flatMap(({ properties }) => keys.map((key) => properties?.[key])),
    ...lineLabels.features.map(({ properties }) => properties?.['text']),
  ].join('');
}

/** One feature a label that has a place in the frame: a point, or the course that its letters follow. */
export function labelFeatures(placed: readonly PlacedLabel[]): FeatureCollection<Point | LineString> {
  return {
    type: 'FeatureCollection',
    features: placed.map(
      ({ place, lettering, rows, size, at, anchor, offset, course }): Feature<Point | LineString> => ({
        type: 'Feature',
        geometry:
          course === null
            ? { type: 'Point', coordinates: [...at] }
            : { type: 'LineString', coordinates: course.map((position) => [...position]) },
        properties: {
          id: place.id,
          group: place.group ?? '',
          lettering: lettering.key,
          size,
          anchor,
          offset: offset ? anchor : 'center',
          ...labelTexts(place, rows),
        },
      }),
    ),
  };
}

/** One point a place that has a mark, for dots, triangles and ticks. */
export function markFeatures(dataset: Gazetteer): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: dataset.places
      .filter((place) => place.geometry === null)
      .map(
        (place): Feature<Point> => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [...place.position] },
          properties: {
            id: place.id,
            group: place.group ?? '',
            kind: place.kind,
            basis: place.positionBasis,
            ended: place.endedIn1945 ? 1 : 0,
          },
        }),
      ),
  };
}
