import { coordAll } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { expect, it } from 'vitest';
import { coarseLand, insetPicture } from '../../../../scripts/pictures/inset-picture.ts';
import { printMarkup } from '../../../../src/kernel/markup.ts';

it('the globe has no outline of the four groups', () => {
  const within = coordAll(coarseLand() as FeatureCollection).filter(
    ([lng = 0, lat = 0]) => lng > 145.4 && lng < 149.3 && lat > 43.35 && lat < 45.9,
  );
  expect(within).toEqual([]);
});

it('the globe shows land and the frame of the map', () => {
  const printed = printMarkup(insetPicture(), 'xml');
  expect(printed.match(/<path /g)).toHaveLength(5);
  expect(printed).not.toContain('NaN');
  expect(printed.length).toBeLessThan(12_000);
});
