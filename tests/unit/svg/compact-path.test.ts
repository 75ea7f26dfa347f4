import { expect, it } from 'vitest';
import { compactPath } from '../../../src/svg/compact-path.ts';

it('a path is written in whole steps from point to point', () => {
  expect(compactPath('M10.2,20.4L15,10L15.1,10.1L30,40ZM1,1L5,1L5,5Z')).toBe('M10 20l5-10 15 30zM1 1l4 0 0 4z');
});

it('a shape too small to be seen is left out', () => {
  expect(compactPath('M10.1,10.1L10.2,10.2L10.3,10.1Z')).toBe('');
});

it('an open line stays open', () => {
  expect(compactPath('M0,0L-5,10')).toBe('M0 0l-5 10');
});

it('a point on the way straight along a row or a column is left out, and one where a line turns back stays', () => {
  expect(compactPath('M0,0L5,0L9,0L9,4L9,8L3,2')).toBe('M0 0l9 0 0 8-6-6');
  expect(compactPath('M0,0L9,0L5,0')).toBe('M0 0l9 0-4 0');
});
