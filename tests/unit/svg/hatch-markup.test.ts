import { describe, expect, it } from 'vitest';
import { homeView, toPixels, unproject, worldSize } from '../../../src/model/camera.ts';
import { hatch } from '../../../src/style/theme/theme.ts';
import { hatchLines, hatchOf, hatchRules } from '../../../src/svg/hatch-markup.ts';

describe('the hatch of the picture', () => {
  it('has its lines where the map counts them from the corner of the world', () => {
    const frame = { view: { zoom: 6.4, lng: 147.1, lat: 44.4 }, width: 800, height: 600 };
    const { spacing, shift } = hatchOf((position) => toPixels(frame, position), 6);
    expect(spacing).toBeCloseTo((hatch.spacing / Math.SQRT2) * 2 ** 0.4, 6);
    const world = worldSize * 2 ** 6;
    for (const [x, y] of [
      [0.9, 0.36],
      [0.91, 0.35],
      [0.92, 0.37],
    ] as const) {
      // The nearest line of the map along x, in the pixels of the whole zoom.
      const line = Math.round(((x + y) * world) / hatch.spacing) * hatch.spacing;
      const [left, top] = toPixels(frame, unproject(line / world - y, y));
      const lines = ((left + top) / Math.SQRT2 - shift) / spacing;
      expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.001);
    }
  });

  it('has the same lines as shapes, over all that is seen and no farther apart', () => {
    const ground = { spacing: 7, width: 2, shift: 3 };
    const lines = hatchLines(ground, { left: -100, top: -50, right: 400, bottom: 300 }, '#000');
    const starts = [...(lines.attributes['d'] ?? '').matchAll(/M(-?[\d.]+) /g)].map(([, x]) => Number(x));
    for (const x of starts) {
      const count = (x + ground.width / 2 - ground.shift) / ground.spacing;
      expect(Math.abs(count - Math.round(count))).toBeLessThan(0.02);
    }
    expect(Math.min(...starts)).toBeLessThanOrEqual(-150 / Math.SQRT2);
    expect(Math.max(...starts)).toBeGreaterThanOrEqual(700 / Math.SQRT2 - ground.spacing);
    expect(starts).toHaveLength(new Set(starts).size);
  });

  it('doubles its lines at the sizes at which the home view passes a whole zoom', () => {
    const sizes = [...hatchRules().matchAll(/width >= ([\d.]+)px\) and \(height >= ([\d.]+)px/g)];
    const zooms = sizes.map(([, width, height]) => homeView(Number(width), Number(height)).zoom);
    expect(zooms).toHaveLength(2);
    expect(zooms[0]).toBeCloseTo(6, 3);
    expect(zooms[1]).toBeCloseTo(7, 3);
  });
});
