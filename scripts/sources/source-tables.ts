/** Who published what the data stand on, counted: the tables of `geo/README.md`. */
import { figureKinds } from '../../src/model/types.ts';
import { type PublisherSide, publisherKinds, publisherSides } from '../geo/publishers-table.ts';
import type { Geo } from '../geo/read-geo.ts';
import { type Claim, claimSubjects, claimsOf, type PublisherOf, publishersOfSources } from './claims.ts';
import { whyLopsided } from './why-lopsided.ts';

const sideNames: Readonly<Record<PublisherSide, string>> = { ja: 'Japanese', ru: 'Russian', third: 'third' };

/** What claims stand on, by side. */
interface Count {
  readonly claims: number;
  readonly citations: Readonly<Record<PublisherSide, number>>;
  /** Distinct ones. */
  readonly publishers: Readonly<Record<PublisherSide, number>>;
}

function countClaims(claims: readonly Claim[], publisherOf: PublisherOf): Count {
  const cited = claims.flatMap(({ sources }) => sources.map(publisherOf));
  const of = (side: PublisherSide) => cited.filter((publisher) => publisher.side === side);
  return {
    claims: claims.length,
    citations: bySide((side) => of(side).length),
    publishers: bySide((side) => new Set(of(side).map(({ name }) => name)).size),
  };
}

/** Whether one party’s publishers are cited at least three times as often as the other’s. */
export function isLopsided({ citations: { ja, ru } }: Pick<Count, 'citations'>): boolean {
  return Math.max(ja, ru) >= 3 * Math.min(ja, ru);
}

/** All tables, as Markdown. Throws where a lopsided subject has no reason, or a reason no lopsided subject. */
export function sourceTables(geo: Geo): string {
  const publisherOf = publishersOfSources(geo);
  const claims = claimsOf(geo);
  const counts = claimSubjects.map((subject) => ({
    subject,
    ...countClaims(
      claims.filter((claim) => claim.subject === subject),
      publisherOf,
    ),
  }));
  const lopsided = counts.filter(isLopsided);
  const unexplained = lopsided.filter(({ subject }) => whyLopsided[subject] === undefined);
  if (unexplained.length > 0)
    throw new Error(
      `scripts/sources/why-lopsided.ts: no reason for ${unexplained.map(({ subject }) => subject).join(', ')}`,
    );
  const idle = Object.keys(whyLopsided).filter((subject) => !lopsided.some((count) => count.subject === subject));
  if (idle.length > 0) throw new Error(`scripts/sources/why-lopsided.ts: ${idle.join(', ')} is not lopsided any more`);

  const published = [...geo.publishers.values()];
  const kinds = publisherKinds.filter((kind) => published.some((publisher) => publisher.kind === kind));
  const plain = geo.dataset.sources.filter(({ url }) => url.startsWith('http:')).length;
  const figures = countClaims(
    claims.filter(({ subject }) => figureKinds.some((kind) => kind === subject)),
    publisherOf,
  );
  return [
    `${geo.dataset.sources.length} sources of ${published.length} publishers; ${plain} addresses are plain \`http\`, because no \`https\` form of their host was seen to answer.`,
    table(
      ['publishers', ...publisherSides.map((side) => sideNames[side]), 'together'],
      [
        ...kinds.map((kind) => {
          const numbers = publisherSides.map(
            (side) => published.filter((publisher) => publisher.kind === kind && publisher.side === side).length,
          );
          return [kind, ...numbers, sum(numbers)];
        }),
        [
          'together',
          ...publisherSides.map((side) => published.filter((publisher) => publisher.side === side).length),
          published.length,
        ],
      ],
    ),
    'Citations, and in brackets the publishers that they go to:',
    table(
      ['said of', 'claims', ...publisherSides.map((side) => sideNames[side])],
      [...counts.map((count) => countRow(count.subject, count)), countRow('all figures', figures)],
    ),
    'Where one party’s publishers are cited at least three times as often as the other’s:',
    lopsided
      .map(({ subject, citations }) => `- **${subject}**, ${citations.ja} to ${citations.ru}: ${whyLopsided[subject]}`)
      .join('\n'),
  ].join('\n\n');
}

const countRow = (what: string, { claims, citations, publishers }: Count) => [
  what,
  claims,
  ...publisherSides.map((side) => `${citations[side]} (${publishers[side]})`),
];

const bySide = (count: (side: PublisherSide) => number): Readonly<Record<PublisherSide, number>> => ({
  ja: count('ja'),
  ru: count('ru'),
  third: count('third'),
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Where the tables stand in `geo/README.md`. */
const [start, end] = ['<!-- npm run sources -->', '<!-- end -->'];

/** The tables in a document. Throws where their place is not marked. */
export function tablesIn(document: string): string {
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`geo/README.md: the tables need a place between ${start} and ${end}`);
  return document.slice(from + start.length, to).trim();
}

export function withTables(document: string, tables: string): string {
  return document.replace(`${start}\n${tablesIn(document)}`, () => `${start}\n${tables}`);
}
