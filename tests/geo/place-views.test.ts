/**
 * The view of every real place, in every form of the map and every size of it: whole, clear of what covers the stage,
 * and large.
 */
import { describe, expect, it } from 'vitest';
import { readDataset, readHokkaido } from '../../scripts/geo/read-geo.ts';
import { buildSurroundingLand } from '../../scripts/geo/surrounding-land.ts';
import { letteringOf } from '../../src/lettering/labels/kinds.ts';
import { isShownAt } from '../../src/lettering/labels/measure-labels.ts';
import { type Frame, homeExtent, homeFrame, homeView, toPixels, worldSize } from '../../src/model/camera.ts';
import {
  boundsIn,
  placeView,
  type Rectangle,
  type Sight,
  sightOf,
  sightOfAll,
  viewFor,
} from '../../src/model/place-view.ts';
import type { Place } from '../../src/model/types.ts';
import { cameraLimits, type View } from '../../src/model/view-state.ts';

const dataset = readDataset();
const land = buildSurroundingLand(readHokkaido());

const sightsById = new Map(dataset.places.map(({ id }) => [id, sightOf(dataset, land, id)]));
function sight(id: string): Sight {
  const found = sightsById.get(id);
  if (found === null || found === undefined) throw new Error(`nothing is asked of the view of ${id}`);
  return found;
}

const widths = [320, 360, 480, 600, 700, 884, 1280, 1920, 2560];
const heights = [110, 160, 240, 377, 410, 663, 764, 1040, 1404];
const sides = ['beside the stage', 'over its right', 'over its lower half'] as const;

interface Layout {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly obstacles: readonly Rectangle[];
}

/**
 * What lies over a stage, as it was measured on the built page: popup, disclaimer, naming control, buttons, globe and
 * scale.
 */
function layoutOf(width: number, height: number, side: (typeof sides)[number]): Layout {
  const isSmall = width < 700 || height < 420;
  const isLow = height < 200;
  const strip = width < 480 ? 39 : 23;
  const sheet = Math.min(height - 2, 0.7 * height);
  const popup = {
    'beside the stage': [],
    'over its right': [{ left: width - 352, top: 0, right: width, bottom: height }],
    'over its lower half': [{ left: 0, top: isLow ? height - 2 : sheet, right: width, bottom: height + 100 }],
  }[side];
  const buttons = isSmall
    ? [
        { left: width - 46, top: 54, right: width - 10, bottom: 127 },
        { left: width - 46, top: 134, right: width - 10, bottom: 170 },
      ]
    : [
        { left: 10, top: 53, right: 157, bottom: 89 },
        { left: 163, top: 53, right: 236, bottom: 89 },
      ];
  const globe = width >= 860 && height >= 560 ? [{ left: 14, top: 99, right: 126, bottom: 211 }] : [];
  const scale = { left: width - 60, top: height - strip - 43, right: width - 13, bottom: height - strip - 22 };
  return {
    name: `${width} × ${height}, the popup ${side}`,
    width,
    height,
    obstacles: [
      ...popup,
      { left: 0, top: height - strip, right: width, bottom: height },
      { left: 10, top: 10, right: Math.min(width - 10, 230), bottom: 46 },
      ...(isLow ? [] : [...buttons, ...globe, scale]),
    ],
  };
}

const layouts = widths.flatMap((width) =>
  heights.flatMap((height) =>
    sides.flatMap((side) => (side === 'over its right' && width < 760 ? [] : [layoutOf(width, height, side)])),
  ),
);
const has = (room: Rectangle) => Math.min(room.right - room.left, room.bottom - room.top) >= 48;

/**
 * By trying every pair of edges: the rooms that nothing covers, some way from the edges of the stage and half as far
 * from what covers it.
 */
function emptyRooms({ width, height }: Layout, obstacles: readonly Rectangle[]): readonly Rectangle[] {
  const margin = Math.min(32, Math.max(4, 0.05 * Math.min(width, height)));
  const away = obstacles.map(({ left, top, right, bottom }) => ({
    left: left - margin / 2,
    top: top - margin / 2,
    right: right + margin / 2,
    bottom: bottom + margin / 2,
  }));
  const rooms: Rectangle[] = [];
  for (const left of [margin, ...away.map((box) => box.right)])
    for (const right of [width - margin, ...away.map((box) => box.left)])
      for (const top of [margin, ...away.map((box) => box.bottom)])
        for (const bottom of [height - margin, ...away.map((box) => box.top)]) {
          const isInside = left >= margin && right <= width - margin && top >= margin && bottom <= height - margin;
          const isEmpty = away.every(
            (box) => box.left >= right || box.right <= left || box.top >= bottom || box.bottom <= top,
          );
          if (isInside && isEmpty && left < right && top < bottom) rooms.push({ left, top, right, bottom });
        }
  return rooms.filter(has);
}

/** What is kept clear: all, or where that leaves no room for anything, as much of what matters most as does. */
function keptClear(layout: Layout): { readonly kept: readonly Rectangle[]; readonly rooms: readonly Rectangle[] } {
  for (let count = layout.obstacles.length; count > 0; count -= 1) {
    const kept = layout.obstacles.slice(0, count);
    const rooms = emptyRooms(layout, kept);
    if (rooms.length > 0) return { kept, rooms };
  }
  return { kept: [], rooms: emptyRooms(layout, []) };
}

const clearings = new Map(layouts.map((layout) => [layout, keptClear(layout)]));
const clearing = (layout: Layout) => clearings.get(layout) ?? keptClear(layout);

const seaKinds: readonly string[] = ['sea'];
const near = 1e-6;

/** Whether the camera could not go farther: its limits keep a place from standing where it should. */
function isAtLimit({ view, width, height }: Frame): boolean {
  const { west, south, east, north } = cameraLimits.bounds;
  const [left, top] = toPixels({ view, width, height }, [west, north]);
  const [right, bottom] = toPixels({ view, width, height }, [east, south]);
  const isFarthest = view.zoom < cameraLimits.zoom.least + near;
  return isFarthest || left > -1 || top > -1 || right < width + 1 || bottom < height + 1;
}

/** What is wrong with a view of a place. */
function faultsOf(place: Place, layout: Layout, view: View): readonly string[] {
  const frame: Frame = { view, width: layout.width, height: layout.height };
  const { whole, around, closest } = sight(place.id);
  const box = boundsIn(frame, whole);
  const { kept, rooms } = clearing(layout);
  const isFree = !isAtLimit(frame);
  const reachable = Math.max(
    ...rooms.map((room) => {
      const { width, height } = homeFrame(around);
      const scale = Math.min((room.right - room.left) / width, (room.bottom - room.top) / height);
      return Math.min(closest, Math.log2(scale / worldSize));
    }),
  );
  return [
    box.left < 4 - near ||
    box.top < 4 - near ||
    box.right > layout.width - 4 + near ||
    box.bottom > layout.height - 4 + near
      ? isFree && 'it is not whole in the stage'
      : false,
    isFree &&
      kept.some(
        (cover) => cover.left < box.right && cover.right > box.left && cover.top < box.bottom && cover.bottom > box.top,
      ) &&
      'it stands under something',
    view.zoom < reachable - near && `it is shown at ${view.zoom.toFixed(2)}, and could be at ${reachable.toFixed(2)}`,
    view.zoom > closest + near && isFree && `it is shown at ${view.zoom.toFixed(2)}, nearer than its kind asks`,
  ].filter((fault) => fault !== false);
}

describe('the view of a place', () => {
  it('is known for every place', () => {
    for (const [id, asked] of sightsById) expect(asked, id).not.toBeNull();
  });

  it.each(sides)('shows every place whole, clear and as large as it can be, the popup %s', (side) => {
    const faults = layouts
      .filter(({ name }) => name.endsWith(side))
      .flatMap((layout) =>
        dataset.places.flatMap((place) =>
          faultsOf(place, layout, placeView(sight(place.id), layout, layout.obstacles)).map(
            (fault) => `${place.id}, ${layout.name}: ${fault}`,
          ),
        ),
      );
    expect(faults).toEqual([]);
  });

  it('that a padding larger than the stage would give is found at fault', () => {
    const [etorofu] = dataset.places.filter(({ id }) => id === 'etorofu');
    const layout = layoutOf(884, 663, 'over its right');
    if (etorofu === undefined) throw new Error('Etorofu is missing');
    expect(faultsOf(etorofu, layout, { zoom: 5.13, lat: 41.321, lng: 147.876 })).toEqual([
      expect.stringMatching(/^it is shown at 5\.13, and could be at 7/),
    ]);
    expect(faultsOf(etorofu, layout, { zoom: 7, lat: 45, lng: 147.2 })).toContain('it stands under something');
    expect(faultsOf(etorofu, layout, { zoom: 7.4, lat: 45, lng: 150 })).toContain('it is not whole in the stage');
  });

  it('never shows less than the first view would in the same room', () => {
    const known = dataset.places.filter(({ group, positionBasis }) => group !== null && positionBasis !== 'unknown');
    const farther = layouts.flatMap((layout) => {
      const home = placeView({ whole: homeExtent, around: homeExtent, closest: 20 }, layout, layout.obstacles);
      return known
        .filter(({ id }) => placeView(sight(id), layout, layout.obstacles).zoom < home.zoom)
        .map(({ id }) => `${id}, ${layout.name}`);
    });
    expect(farther).toEqual([]);
  });

  it('lets a group fill what is free: Etorofu takes more than 350 of 532 pixels beside a popup', () => {
    const layout = layoutOf(884, 663, 'over its right');
    const view = placeView(sight('etorofu'), layout, layout.obstacles);
    const { left, right } = boundsIn({ view, width: 884, height: 663 }, sight('etorofu').whole);
    expect(right - left).toBeGreaterThan(350);
    expect(right).toBeLessThan(532);
  });

  it('has an islet in the middle of its neighbourhood', () => {
    const layout = layoutOf(1280, 764, 'beside the stage');
    for (const id of ['suisho', 'shibotsu', 'todo', 'moemoshiri']) {
      const view = placeView(sight(id), layout, []);
      const { left, right, top, bottom } = boundsIn({ view, width: 1280, height: 764 }, sight(id).whole);
      expect((left + right) / 2, id).toBeCloseTo(640, 0);
      expect((top + bottom) / 2, id).toBeCloseTo(382, 0);
      expect(bottom - top, id).toBeLessThan(764 / 3);
    }
  });

  it('is the same for a place that is asked for alone, and has all of several', () => {
    expect(sightOfAll([sight('shibotsu')])).toBe(sight('shibotsu'));
    const { whole } = sightOfAll([sight('shikotan'), sight('habomai')]) ?? sight('shikotan');
    const [west, south, east, north] = whole;
    expect([west, south]).toEqual(sight('habomai').whole.slice(0, 2));
    expect([east, north]).toEqual(sight('shikotan').whole.slice(2));
    expect(sightOfAll([])).toBeNull();
  });

  it('is near enough for the mark and the name of what it shows, unless its position is not known so well', () => {
    const kinds: readonly string[] = ['settlement', 'peak', 'cape', 'rock', 'bay', 'lake'];
    const points = dataset.places
      .filter(({ positionBasis, kind }) => positionBasis !== 'unknown' && kinds.includes(kind))
      .map((place) => ({ place, lettering: letteringOf(place) }));
    expect(points.length).toBeGreaterThan(40);
    const unnamed = layouts.flatMap((layout) =>
      points
        .filter((point) => !isShownAt(point, placeView(sight(point.place.id), layout, layout.obstacles).zoom))
        .map(({ place: { id } }) => `${id}, ${layout.name}`),
    );
    expect(unnamed).toEqual([]);
  });

  it('shows no position of unknown basis so near that it would be left out', () => {
    const layout = layoutOf(1280, 764, 'beside the stage');
    const unknown = dataset.places.filter(
      ({ positionBasis, course }) => positionBasis === 'unknown' && course === null,
    );
    expect(unknown.length).toBeGreaterThan(10);
    for (const { id, kind } of unknown)
      if (!seaKinds.includes(kind)) expect(placeView(sight(id), layout, layout.obstacles).zoom, id).toBeLessThan(8);
  });

  it('shows what surrounds the groups by its extent: Hokkaido, a peninsula, a strait and a sea', () => {
    const size = { width: 928, height: 764 };
    const zoomOf = (id: string) => placeView(sight(id), size, []).zoom;
    expect(zoomOf('hokkaido')).toBeGreaterThan(6);
    expect(zoomOf('hokkaido')).toBeLessThan(7.5);
    expect(zoomOf('kamchatka')).toBeLessThan(6.5);
    expect(zoomOf('notsuke')).toBeGreaterThan(9);
    expect(zoomOf('nemuro-strait')).toBeGreaterThan(7.5);
    expect(zoomOf('sea-okhotsk')).toBeLessThan(5.5);
  });
});

describe('a place that is chosen', () => {
  const layout = layoutOf(928, 764, 'beside the stage');
  const home: Frame = { view: homeView(928, 764), width: 928, height: 764 };

  it('by its name is shown as large as its kind asks', () => {
    for (const id of ['etorofu', 'shikotan', 'habomai'])
      expect(viewFor(sight(id), home, layout.obstacles, { clicked: false }), id).toEqual(
        placeView(sight(id), home, layout.obstacles),
      );
  });

  it('by its name leaves the map where it is shown so already', () => {
    const view = placeView(sight('habomai'), home, layout.obstacles);
    expect(viewFor(sight('habomai'), { ...home, view }, layout.obstacles, { clicked: false })).toBeNull();
  });

  it('by a click leaves the map where it is whole and large enough', () => {
    expect(viewFor(sight('etorofu'), home, layout.obstacles, { clicked: true })).toBeNull();
    // Its own land is larger than the frame: the reader is in the midst of it.
    const near: Frame = { ...home, view: { zoom: 11, lat: 45.2, lng: 147.9 } };
    expect(viewFor(sight('etorofu'), near, layout.obstacles, { clicked: true })).toBeNull();
    expect(viewFor(sight('kurilsk'), near, layout.obstacles, { clicked: true })).toBeNull();
  });

  it('by a click comes out from under the popup at the same zoom, by the shortest way', () => {
    const covered = layoutOf(928, 764, 'over its right').obstacles;
    const view = viewFor(sight('etorofu'), home, covered, { clicked: true });
    expect(view?.zoom).toBe(home.view.zoom);
    if (view === null) throw new Error('the map stayed');
    const { right } = boundsIn({ ...home, view }, sight('etorofu').whole);
    expect(right).toBeLessThan(928 - 352);
    expect(right).toBeGreaterThan(928 - 352 - 32);
  });

  it('by a click comes nearer where it is a dot', () => {
    const phone: Frame = { view: homeView(360, 410), width: 360, height: 410 };
    const { obstacles } = layoutOf(360, 410, 'over its lower half');
    expect(viewFor(sight('shikotan'), phone, obstacles, { clicked: true })).toEqual(
      placeView(sight('shikotan'), phone, obstacles),
    );
  });
});
