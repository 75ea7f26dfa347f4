import { greatCircle } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../scripts/geo/read-geo.ts';
import { type MeasureEnd, measureBetween } from '../../../src/model/great-circle.ts';
import type { LngLat } from '../../../src/model/types.ts';
import { parsedDataset } from '../dataset.ts';

const point = (lng: number, lat: number): MeasureEnd => ({ kind: 'point', position: [lng, lat] });
const place = (id: string): MeasureEnd => ({ kind: 'place', id });
const measured = (from: MeasureEnd, to: MeasureEnd, dataset = parsedDataset()) => {
  const result = measureBetween(dataset, from, to);
  if (result === null) throw new Error('nothing was measured');
  return result;
};

describe('a distance between two points', () => {
  it('is 111.195 km for a degree of a great circle on the sphere of the mean radius', () => {
    expect(measured(point(146, 44), point(146, 45)).kilometres).toBeCloseTo((Math.PI / 180) * 6371.0088, 6);
  });

  it('is a quarter of the sphere’s girth from the equator to the pole', () => {
    expect(measured(point(0, 0), point(0, 90)).kilometres).toBeCloseTo((Math.PI / 2) * 6371.0088, 3);
  });

  it('is given in nautical miles of 1.852 km as well', () => {
    const { kilometres, nauticalMiles } = measured(point(145, 43), point(148, 45));
    expect(nauticalMiles * 1.852).toBeCloseTo(kilometres, 9);
  });

  it('is nothing from a point to itself', () => {
    expect(measured(point(145, 43), point(145, 43)).kilometres).toBe(0);
  });

  it('is drawn along the great circle, which bulges towards the pole', () => {
    const { line } = measured(point(130, 45), point(165, 45));
    const middle = line[Math.floor(line.length / 2)] ?? [0, 0];
    const turf = greatCircle([130, 45], [165, 45], { npoints: line.length });
    const expected = turf.geometry.coordinates[Math.floor(line.length / 2)] ?? [];
    expect(middle[1]).toBeGreaterThan(46);
    expect(middle[0]).toBeCloseTo(Number(expected[0]), 3);
    expect(middle[1]).toBeCloseTo(Number(expected[1]), 3);
  });
});

describe('a distance between places', () => {
  it('runs from coast to coast, not from name to name', () => {
    // The nearest corners of the two triangles in this small world.
    const { line, bases, kilometres } = measured(place('kunashiri'), place('etorofu'));
    expect(bases).toEqual(['coast', 'coast']);
    expect(line[0]).toEqual([146, 45]);
    expect(line[line.length - 1]).toEqual([147, 45]);
    expect(kilometres).toBeCloseTo(78.6, 1);
  });

  it('runs from the mark of a place without drawn land', () => {
    const { line, bases } = measured(place('sea-okhotsk'), point(147, 47));
    expect(bases).toEqual(['mark', 'point']);
    expect(line[0]).toEqual([147, 46.5]);
  });

  it('is nothing from land to what lies on it', () => {
    const inside: LngLat = [147.5, 45.2];
    expect(measured(place('etorofu'), point(...inside)).kilometres).toBe(0);
    expect(measured(point(...inside), place('etorofu')).kilometres).toBe(0);
  });

  it('meets a side between two vertices where that is nearer than either', () => {
    const { line } = measured(point(147.5, 44.9), place('etorofu'));
    expect(line[line.length - 1]).toEqual([147.5, 45]);
  });

  it('cannot be measured to a place that is not on the map', () => {
    expect(measureBetween(parsedDataset(), place('etorofu'), place('atlantis'))).toBeNull();
  });

  it.each([
    // The figures of geo/facts.json; the cape is where the drawing ends in the east.
    ['from Cape Nosappu to Kaigara', point(145.8169, 43.3853), place('kaigara'), 3.7, 0.3],
    ['from Cape Nosappu to Kunashiri', point(145.8169, 43.3853), place('kunashiri'), 37.4, 1],
    ['from Cape Nosappu to Etorofu', point(145.8169, 43.3853), place('etorofu'), 144.5, 1],
    ['from Etorofu to Kunashiri', place('etorofu'), place('kunashiri'), 22.5, 1],
    ['from Cape Nosappu to Shikotan', point(145.8169, 43.3853), place('shikotan'), 73.3, 1],
  ])('%s agrees with the published figure', (_what, from, to, kilometres, within) => {
    const result = measured(from, to, readDataset());
    expect(Math.abs(result.kilometres - kilometres)).toBeLessThan(within);
  });
});
