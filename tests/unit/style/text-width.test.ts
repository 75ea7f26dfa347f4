import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/style/text-width.ts';

const advances = { regular: { a: 0.5, b: 0.6 }, italic: { a: 0.4 } };

describe('the width of a line', () => {
  it('is the sum of the advances of its letters in the face', () => {
    expect(widthOf('ab', 'regular', 0, advances)).toBeCloseTo(1.1);
    expect(widthOf('a', 'italic', 0, advances)).toBeCloseTo(0.4);
  });

  it('counts a kanji as a full square, also one that takes two code units', () => {
    expect(widthOf('島𠮟', 'regular', 0, advances)).toBe(2);
  });

  it('grows by the letter-spacing after every letter', () => {
    expect(widthOf('aab', 'regular', 0.1, advances)).toBeCloseTo(1.6 + 0.3);
  });
});
