import { describe, expect, it } from 'vitest';
import { homeView } from '../../../src/model/camera.ts';
import { degreesText, graticuleFigures, homeFigures, homeScale, scaleBar } from '../../../src/model/marginalia.ts';

const frame = { view: { zoom: 7, lat: 44.5, lng: 147 }, width: 900, height: 780 };

describe('the figures of the graticule', () => {
  it('stand where their line meets the edge', () => {
    const meridian = graticuleFigures(frame).find(({ edge, degrees }) => edge === 'bottom' && degrees === 147);
    expect(meridian?.at).toBeCloseTo(450);
  });

  it('never run into each other, however far the map is zoomed out', () => {
    for (const zoom of [3, 4, 5, 6, 7, 8, 9, 11]) {
      const top = graticuleFigures({ ...frame, view: { ...frame.view, zoom } }).flatMap(({ edge, at }) =>
        edge === 'bottom' ? [at] : [],
      );
      for (const [index, at] of top.slice(1).entries())
        expect(at - (top[index] ?? 0), `zoom ${zoom}`).toBeGreaterThan(36);
    }
  });

  it('come each half degree from the zoom at which those lines are drawn', () => {
    const degrees = graticuleFigures({ ...frame, view: { ...frame.view, zoom: 8.5 } }).map((figure) => figure.degrees);
    expect(degrees).toContain(146.5);
  });

  it('are written in degrees and minutes', () => {
    expect(degreesText(146)).toBe('146°');
    expect(degreesText(43.5)).toBe('43°30′');
  });
});

describe('the scale', () => {
  it('is a round distance that fits', () => {
    const { kilometres, pixels } = scaleBar(frame);
    expect([500, 200, 100, 50, 20, 10, 5, 2, 1]).toContain(kilometres);
    expect(pixels).toBeLessThanOrEqual(200);
  });

  it.each([
    [320, 240],
    [360, 420],
    [600, 355],
    [800, 500],
    [1280, 760],
    [1920, 1000],
  ])('of the home view is that of the picture at %d × %d', (width, height) => {
    expect(scaleBar({ view: homeView(width, height), width }).kilometres).toBe(homeScale.kilometres);
  });

  it('agrees with the distance between two positions on the parallel', () => {
    // One degree of longitude at 44.5° N is 79.4 km on the sphere whose equator is 40,075 km.
    const pixelsADegree = (512 * 2 ** 7) / 360;
    const { kilometres, pixels } = scaleBar(frame);
    expect(pixels / kilometres).toBeCloseTo(pixelsADegree / 79.4, 2);
  });
});

describe('the margin of the home view', () => {
  it('agrees with the margin of the map that shows the same view', () => {
    const [width, height] = [908, 800];
    const view = homeView(width, height);
    const figures = graticuleFigures({ view, width, height });
    const home = homeFigures().find(({ edge, degrees }) => edge === 'bottom' && degrees === 147);
    expect((home?.share ?? 0) * width).toBeCloseTo(
      figures.find(({ edge, degrees }) => edge === 'bottom' && degrees === 147)?.at ?? 0,
      0,
    );
    const kilometre = scaleBar({ view, width });
    expect((homeScale.share * width) / homeScale.kilometres).toBeCloseTo(kilometre.pixels / kilometre.kilometres, 1);
  });
});
