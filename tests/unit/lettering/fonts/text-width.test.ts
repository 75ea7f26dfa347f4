import { describe, expect, it } from 'vitest';
import { breakLines, widthOf } from '../../../../src/lettering/fonts/text-width.ts';

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

describe('a text that is broken into lines', () => {
  const advances = { regular: Object.fromEntries([...' abc.'].map((letter) => [letter, 0.5])), italic: {} };

  it('breaks between words and keeps them whole', () => {
    expect(breakLines('aa bb ccc', 2.5, 'regular', advances)).toEqual(['aa bb', 'ccc']);
    expect(breakLines('a bbbbbbbb c', 2, 'regular', advances)).toEqual(['a', 'bbbbbbbb', 'c']);
  });

  it('breaks Japanese between any two characters, but never before a full stop', () => {
    expect(breakLines('名称と線。', 3, 'regular', advances)).toEqual(['名称と', '線。']);
    expect(breakLines('名称と。線', 3, 'regular', advances)).toEqual(['名称', 'と。線']);
  });

  it('is one line where there is room', () => {
    expect(breakLines('aa bb', 10, 'regular', advances)).toEqual(['aa bb']);
  });
});
