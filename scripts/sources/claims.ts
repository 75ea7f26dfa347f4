/** Everything that the data say on the word of a source, one entry a claim. */
import { figureKinds, type Party } from '../../src/model/types.ts';
import type { Publisher, PublisherSide } from '../geo/publishers-table.ts';
import type { Geo } from '../geo/read-geo.ts';

/** What is claimed, in the order in which the tables count it. */
export const claimSubjects = [
  'names',
  'positions',
  ...figureKinds,
  'administration',
  'derivation',
  'summit',
  'remark',
  'events',
  'quotations',
  'readings',
  'lines',
] as const;
export type ClaimSubject = (typeof claimSubjects)[number];

export interface Claim {
  readonly subject: ClaimSubject;
  /** Of what: as a fault names it. */
  readonly of: string;
  /** Whose own words or figure it is; `null` where it is nobody’s. */
  readonly party: Party | null;
  /** Ids of the sources that it stands on. */
  readonly sources: readonly string[];
}

export function claimsOf({ dataset, transcriptions, timeline }: ClaimedData): readonly Claim[] {
  const { attestations, places, facts } = dataset;
  return [
    ...[...attestations, ...transcriptions].map(
      ({ place, form, party, sources }): Claim => ({ subject: 'names', of: `“${form}”, ${place}`, party, sources }),
    ),
    ...places.map(({ id, sources }): Claim => ({ subject: 'positions', of: id, party: null, sources })),
    ...facts.map(
      (fact): Claim => ({
        subject: fact.kind,
        of: `the ${fact.kind} of ${fact.place}`,
        party: 'party' in fact ? fact.party : null,
        sources: fact.sources,
      }),
    ),
    ...timeline.events.flatMap(({ id, sources, quotations, readings }): readonly Claim[] => [
      { subject: 'events', of: id, party: null, sources },
      ...quotations.map(({ source }): Claim => ({ subject: 'quotations', of: id, party: null, sources: [source] })),
      ...readings.map(({ party, source }): Claim => ({ subject: 'readings', of: id, party, sources: [source] })),
    ]),
    ...timeline.lines.map(({ id, sources }): Claim => ({ subject: 'lines', of: id, party: null, sources })),
  ];
}

type ClaimedData = Pick<Geo, 'dataset' | 'transcriptions' | 'timeline'>;

/** The publisher of a source by its id. Throws where it has none: `readGeo` has looked. */
export type PublisherOf = (source: string) => Publisher;

export function publishersOfSources({ dataset, publishers }: Pick<Geo, 'dataset' | 'publishers'>): PublisherOf {
  const bySource = new Map(dataset.sources.map(({ id, publisher }) => [id, publishers.get(publisher)]));
  return (source) => {
    const publisher = bySource.get(source);
    if (publisher === undefined) throw new Error(`the source “${source}” has no publisher`);
    return publisher;
  };
}

/**
 * A body that pleads one side speaks for that side alone: where it is cited for the other side’s name or figure, or
 * where a claim that is nobody’s own rests on such bodies only. A sentence each.
 */
export function faultsOfPleaders(claims: readonly Claim[], publisherOf: PublisherOf): readonly string[] {
  return claims.flatMap(({ of, party, sources }) => {
    const publishers = sources.map((source) => ({ source, ...publisherOf(source) }));
    const pleading = publishers.filter(({ kind, side }) => kind === 'party' && side !== party);
    const across = pleading.filter(() => party !== null);
    if (across.length > 0)
      return across.map(
        ({ source, name, side }) =>
          `${of} is the ${words[party ?? 'third']} side’s own, and cites “${source}”: ${name} pleads the ${words[side]} side`,
      );
    return pleading.length === publishers.length && pleading.length > 0
      ? [`${of} rests on ${pleading.map(({ source }) => `“${source}”`).join(', ')} alone, which plead one side`]
      : [];
  });
}

const words: Readonly<Record<PublisherSide, string>> = { ja: 'Japanese', ru: 'Russian', third: 'third' };
