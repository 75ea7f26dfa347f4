import { describe, expect, it } from 'vitest';
import { homeBounds, homeView, project, unproject } from '../../../src/model/camera.ts';

describe('the shared camera', () => {
  it('comes back to where it started', () => {
    const [lng, lat] = unproject(...project([146.7, 43.8]));
    expect(lng).toBeCloseTo(146.7, 9);
    expect(lat).toBeCloseTo(43.8, 9);
  });

  it.each([
    [360, 640],
    [1280, 800],
    [2000, 300],
  ])('fits the four groups into %d by %d pixels, touching two edges', (width, height) => {
    const view = homeView(width, height);
    const scale = 512 * 2 ** view.zoom;
    const [left, top] = project([homeBounds.west, homeBounds.north]);
    const [right, bottom] = project([homeBounds.east, homeBounds.south]);
    const [wide, high] = [(right - left) * scale, (bottom - top) * scale];
    expect(wide).toBeLessThanOrEqual(width + 0.001);
    expect(high).toBeLessThanOrEqual(height + 0.001);
    expect(Math.min(width - wide, height - high)).toBeCloseTo(0, 3);
  });
});
