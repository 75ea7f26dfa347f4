import { describe, expect, it } from 'vitest';
import { firstSetIn, subsetKey } from '../../../../src/lettering/fonts/font-subsets.ts';

const cut = (family: string, range: readonly string[], style: 'normal' | 'italic' = 'normal') => ({
  family,
  style,
  range,
});

describe('the cuts of a face', () => {
  const upright = cut('Serif', ['U+0-2E7F']);
  const italic = cut('Serif', ['U+0-2E7F'], 'italic');
  const rest = cut('Mincho', ['U+2E80-9FFF', 'U+FF00-FFEF'], 'italic');
  const first = cut('Mincho', ['U+5CF6', 'U+6368-6369'], 'italic');
  const cuts = [upright, italic, rest, first];

  it('set what is in their range', () => {
    expect(firstSetIn(upright, cuts, '島Итуруп')).toBe('И');
    expect(firstSetIn(italic, cuts, '島Итуруп')).toBe('И');
    expect(firstSetIn(rest, cuts, 'Итуруп')).toBeUndefined();
    expect(firstSetIn(rest, cuts, '択')).toBe('択');
  });

  it('leave to the last one what several of a face hold', () => {
    expect(firstSetIn(rest, cuts, '島捨')).toBeUndefined();
    expect(firstSetIn(first, cuts, '択島')).toBe('島');
    expect(firstSetIn(rest, cuts, '島択')).toBe('択');
  });

  it('are the same ones however a browser writes their range', () => {
    expect(subsetKey(cut('Mincho', ['U+5cf6', ' U+06368-6369']))).toBe(
      subsetKey(cut('Mincho', ['U+5CF6-5CF6', 'U+6368-6369'])),
    );
    expect(subsetKey(upright)).not.toBe(subsetKey(italic));
  });
});
