import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../src/model/measures.ts';
import { parsedDataset } from '../dataset.ts';

describe('the bounds of a place', () => {
  it('take in all members of its group', () => {
    expect(boundsOf(parsedDataset(), 'shikotan')).toEqual([146, 43, 147.5, 44]);
  });

  it('are its drawn land when it is a member', () => {
    expect(boundsOf(parsedDataset(), 'grieg')).toEqual([146.5, 43, 147.5, 44]);
  });

  it('are its point where nothing is drawn', () => {
    expect(boundsOf(parsedDataset(), 'sea-okhotsk')).toEqual([147, 46.5, 147, 46.5]);
  });

  it('are unknown for a place that is not on the map', () => {
    expect(boundsOf(parsedDataset(), 'atlantis')).toBeNull();
  });
});
