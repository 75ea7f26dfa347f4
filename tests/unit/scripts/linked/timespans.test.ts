import { describe, expect, it } from 'vitest';
import { readThrough } from '../../../../scripts/linked/edition.ts';
import { whenOf } from '../../../../scripts/linked/timespans.ts';
import type { AttestationKind } from '../../../../src/model/types.ts';

const now = readThrough.slice(0, 4);
const when = (from: string | null, to: string | null, kind: AttestationKind = 'in use') => whenOf({ from, to, kind });

describe('the time of a name', () => {
  it.each([
    ['1855', '1855', '1855'],
    ['18XX', '1800', '1899'],
    ['172X', '1720', '1729'],
  ])('%s, of which the end is not known, is that of its source alone', (from, earliest, latest) => {
    const start = earliest === latest ? { in: earliest } : { earliest, latest };
    expect(when(from, null)).toEqual({ timespans: [{ start }] });
  });

  it('begins no later than its earliest source, and on its date where it is official', () => {
    expect(when('1811', '..')).toEqual({ timespans: [{ start: { latest: '1811' }, end: { earliest: now } }] });
    expect(when('1947-10-15', '..', 'official')).toEqual({
      timespans: [{ start: { in: '1947-10-15' }, end: { earliest: now } }],
    });
  });

  it('ends in the year that is given', () => {
    expect(when('1906-02-04', '1945')?.timespans[0]?.end).toEqual({ in: '1945' });
    expect(when(null, '1945')).toEqual({ timespans: [{ start: { latest: '1945' }, end: { in: '1945' } }] });
  });

  it('says where a date is approximate or uncertain', () => {
    expect(when('1778~', '..')?.certainty).toBe('less-certain');
    expect(when('1778?', '..')?.certainty).toBe('uncertain');
    expect(when('1778', '..')?.certainty).toBeUndefined();
  });

  it('is now for a name in use that nobody dates, and nothing for one that is not', () => {
    expect(when(null, '..')).toEqual({ timespans: [{ start: { latest: now }, end: { earliest: now } }] });
    expect(when(null, null)).toBeNull();
  });
});
