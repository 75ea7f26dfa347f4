import { bbox, booleanPointInPolygon, point } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { readDataset, readHokkaido } from '../../scripts/geo/read-geo.ts';
import { buildSurroundingLand, landCut } from '../../scripts/geo/surrounding-land.ts';
import { cameraLimits } from '../../src/model/view-state.ts';

const land = buildSurroundingLand(readHokkaido());
const covers = (lng: number, lat: number) =>
  land.features.some((part) => booleanPointInPolygon(point([lng, lat]), part));

describe('the land around', () => {
  it('is cut wider than any camera that is permitted', () => {
    const { west, south, east, north } = cameraLimits.bounds;
    expect(west - landCut[0]).toBeGreaterThanOrEqual(1.5);
    expect(south - landCut[1]).toBeGreaterThanOrEqual(1.5);
    expect(landCut[2] - east).toBeGreaterThanOrEqual(1.5);
    expect(landCut[3] - north).toBeGreaterThanOrEqual(1.5);
  });

  it.each([
    ['Sapporo', 141.35, 43.06],
    ['the middle of eastern Hokkaido', 144.6, 43.4],
    ['Urup', 150.0, 45.95],
    ['Sakhalin', 142.8, 50],
    ['Kamchatka', 157.5, 53.5],
  ])('has %s', (_name, lng, lat) => {
    expect(covers(lng, lat)).toBe(true);
  });

  it('has none of Natural Earth’s versions of the four groups', () => {
    for (const place of readDataset().places) {
      if (place.geometry === null) continue;
      const [west, south, east, north] = bbox(place.geometry);
      expect(covers((west + east) / 2, (south + north) / 2), place.id).toBe(false);
    }
  });

  it('leaves the middle of every strait between the groups open', () => {
    for (const [lng, lat] of [
      [146.7, 44.44],
      [146.48, 43.72],
      [145.3, 43.9],
      [145.84, 43.42],
    ] as const)
      expect(covers(lng, lat)).toBe(false);
  });
});
