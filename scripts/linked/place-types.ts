/**
 * What the kinds of places are called elsewhere: a concept of the Getty Art & Architecture Thesaurus, of those that the
 * Linked Places Format lists for gazetteers, and a feature class of GeoNames.
 */
import type { Place, PlaceKind } from '../../src/model/types.ts';

export interface PlaceType {
  /** The number of the concept in the thesaurus. */
  readonly aat: number;
  /** What the thesaurus calls it. */
  readonly label: string;
  /** H water, L region, P populated place, S site, T landform. */
  readonly featureClass: 'H' | 'L' | 'P' | 'S' | 'T';
}

const types: Readonly<Record<PlaceKind, PlaceType>> = {
  region: { aat: 300182722, label: 'region (geographic)', featureClass: 'L' },
  group: { aat: 300386853, label: 'island group', featureClass: 'T' },
  island: { aat: 300008791, label: 'island', featureClass: 'T' },
  islet: { aat: 300008791, label: 'island', featureClass: 'T' },
  islet_group: { aat: 300386853, label: 'island group', featureClass: 'T' },
  // The list has no word for a rock; one that is covered at high tide is no island in the sense of the thesaurus.
  rock: { aat: 300266060, label: 'landform (terrestrial)', featureClass: 'T' },
  settlement: { aat: 300008347, label: 'inhabited place', featureClass: 'P' },
  peak: { aat: 300008795, label: 'mountain', featureClass: 'T' },
  cape: { aat: 300008850, label: 'cape', featureClass: 'T' },
  bay: { aat: 300132316, label: 'bay', featureClass: 'H' },
  strait: { aat: 300387217, label: 'passage', featureClass: 'H' },
  lake: { aat: 300008680, label: 'lake', featureClass: 'H' },
  airport: { aat: 300000681, label: 'airport', featureClass: 'S' },
  sea: { aat: 300008694, label: 'sea', featureClass: 'H' },
};

const deserted: PlaceType = { aat: 300167671, label: 'deserted settlement', featureClass: 'P' };

export function typeOf({ kind, endedIn1945 }: Pick<Place, 'kind' | 'endedIn1945'>): PlaceType {
  return endedIn1945 ? deserted : types[kind];
}
