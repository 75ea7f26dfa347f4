import { describe, expect, it } from 'vitest';
import { homeFrame, homeView } from '../../../src/model/camera.ts';
import { degreesText, graticuleFigures, homeFigures, homeScales, scaleBar } from '../../../src/svg/marginalia.ts';

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
  const views = [36, 40, 44.5, 50, 58].flatMap((lat) =>
    Array.from({ length: 101 }, (_, step) => ({ lat, lng: 147, zoom: 3 + step / 10 })),
  );

  it('is a bar of a round distance that can be measured by, and is no longer than a small map', () => {
    for (const view of views) {
      const { kilometres, pixels } = scaleBar({ view });
      expect([1000, 500, 200, 100, 50, 20, 10, 5, 2, 1]).toContain(kilometres);
      expect(pixels, JSON.stringify(view)).toBeGreaterThanOrEqual(70);
      expect(pixels, JSON.stringify(view)).toBeLessThanOrEqual(200);
    }
  });

  it('is as long as the distance that it names, along the parallel through the centre', () => {
    for (const view of views) {
      const { kilometres, pixels } = scaleBar({ view });
      const degrees = (pixels / (512 * 2 ** view.zoom)) * 360;
      // The sphere whose equator is 40,075.0167 km.
      const seen = (degrees / 360) * 40_075.0167 * Math.cos((view.lat * Math.PI) / 180);
      expect(seen / kilometres).toBeCloseTo(1, 6);
    }
  });

  it.each([
    [205, 182],
    [320, 240],
    [320, 300],
    [360, 420],
    [600, 355],
    [800, 500],
    [1280, 760],
    [1920, 1000],
    [2560, 1400],
  ])('of the home view is that of the picture at %d × %d', (width, height) => {
    const home = Math.min(width, (height * homeFrame().width) / homeFrame().height);
    const shown = homeScales.filter(({ from }, index) => index === 0 || home >= from).at(-1);
    const bar = scaleBar({ view: homeView(width, height) });
    expect(shown?.kilometres).toBe(bar.kilometres);
    expect((shown?.share ?? 0) * home).toBeCloseTo(bar.pixels, 1);
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
  });
});
