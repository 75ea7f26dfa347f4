import { describe, expect, it } from 'vitest';
import { around, type Box } from '../../../../src/kernel/box.ts';
import { finish } from '../../../../src/kernel/steps.ts';
import { landMask, rasterLand } from '../../../../src/lettering/land/land-mask.ts';
import { otherLand, projectOutlines } from '../../../../src/lettering/land/outlines.ts';
import { type Frame, toPixels } from '../../../../src/model/camera.ts';
import { parsedDataset } from '../../dataset.ts';

const dataset = parsedDataset();
const mainland = {
  features: [
    {
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [140, 40],
            [144, 40],
            [144, 50],
            [140, 50],
            [140, 40],
          ],
        ],
      },
    },
  ],
};
const outlines = finish(projectOutlines({ dataset, land: mainland }));
const frame: Frame = { view: { zoom: 5, lat: 44.5, lng: 145.5 }, width: 600, height: 500 };

const maskOf = (shown: Frame, covered: readonly Box[] = []) => landMask(finish(rasterLand(outlines, shown)), covered);

describe('the land under a frame', () => {
  const mask = maskOf(frame);
  const inside = toPixels(frame, [147.7, 45.2]);

  it('knows the land that the frame shows', () => {
    expect([...mask.visible].sort()).toEqual(['etorofu', 'grieg', 'kunashiri', otherLand, 'shikotan']);
    expect(maskOf({ ...frame, view: { zoom: 9, lat: 37, lng: 165 } }).visible).toEqual([]);
  });

  it('tells an island, the mainland and the sea apart', () => {
    expect(mask.region(['etorofu']).share(around(inside, 4, 4))).toBe(1);
    expect(mask.region(['kunashiri']).share(around(inside, 4, 4))).toBe(0);
    expect(mask.region([otherLand]).share(around(toPixels(frame, [143, 44]), 6, 6))).toBe(1);
    expect(mask.region(mask.visible).share(around(toPixels(frame, [144.6, 43.2]), 4, 4))).toBe(0);
  });

  it('measures how far a point is from land', () => {
    const west = toPixels(frame, [147, 45]);
    expect(mask.region(['etorofu']).distance(...inside)).toBe(0);
    const away = mask.region(['etorofu']).distance(west[0] - 60, west[1]);
    expect(away).toBeGreaterThan(52);
    expect(away).toBeLessThan(68);
  });

  it('sees nothing under what is covered', () => {
    const everything = { left: 0, top: 0, right: frame.width, bottom: frame.height };
    expect(maskOf(frame, [everything]).visible).toEqual([]);
  });

  it('keeps a rock that is smaller than a square', () => {
    const far = maskOf({ ...frame, view: { zoom: 0.5, lat: 44.5, lng: 145.5 } });
    expect(far.visible).toContain('etorofu');
  });
});
