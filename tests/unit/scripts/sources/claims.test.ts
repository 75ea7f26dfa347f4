import { describe, expect, it } from 'vitest';
import type { Publisher } from '../../../../scripts/geo/publishers-table.ts';
import { type Claim, faultsOfPleaders } from '../../../../scripts/sources/claims.ts';
import { isLopsided } from '../../../../scripts/sources/source-tables.ts';

const publishers: Readonly<Record<string, Publisher>> = {
  league: { name: 'League', side: 'ja', kind: 'party' },
  union: { name: 'Union', side: 'ru', kind: 'party' },
  survey: { name: 'Survey', side: 'ja', kind: 'survey' },
};
const publisherOf = (source: string): Publisher => {
  const publisher = publishers[source];
  if (publisher === undefined) throw new Error(source);
  return publisher;
};
const faults = (party: Claim['party'], ...sources: readonly string[]) =>
  faultsOfPleaders([{ subject: 'names', of: 'a name', party, sources }], publisherOf);

describe('a body that pleads one side', () => {
  it('may be cited for its own side’s words, alone too', () => {
    expect(faults('ja', 'league')).toEqual([]);
    expect(faults('ru', 'union')).toEqual([]);
  });

  it('is no source of the other side’s', () => {
    expect(faults('ru', 'league', 'union')).toEqual([
      'a name is the Russian side’s own, and cites “league”: League pleads the Japanese side',
    ]);
    expect(faults('ja', 'survey', 'union')).toEqual([
      'a name is the Japanese side’s own, and cites “union”: Union pleads the Russian side',
    ]);
  });

  it('carries nothing alone that is nobody’s own', () => {
    expect(faults(null, 'league')).toEqual(['a name rests on “league” alone, which plead one side']);
    expect(faults(null, 'league', 'survey')).toEqual([]);
    expect(faults(null, 'survey')).toEqual([]);
  });
});

describe('a subject', () => {
  it('is lopsided where one side is cited three times as often as the other', () => {
    const counted = (ja: number, ru: number) => isLopsided({ citations: { ja, ru, third: 9 } });
    expect([counted(3, 1), counted(1, 3), counted(1, 0)]).toEqual([true, true, true]);
    expect([counted(5, 2), counted(2, 2)]).toEqual([false, false]);
  });
});
