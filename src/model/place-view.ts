/** Which view shows a place: whole, as large as its kind asks, in the largest part of the frame that nothing covers. */
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { exteriorsOf } from '../kernel/rings.ts';
import {
  boundedView,
  type Frame,
  homeFrame,
  project,
  toPixels,
  unknownPositionZoom,
  unproject,
  worldSize,
} from './camera.ts';
import { type Bounds, boundsOf, boundsOfPositions } from './measures.ts';
import type { Gazetteer, LngLat, Place, PlaceKind } from './types.ts';
import { cameraLimits, type View } from './view-state.ts';

type Land = FeatureCollection<Polygon | MultiPolygon>;

/** A part of a frame, in CSS pixels from its top left corner. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is asked of the view that shows a place. */
export interface Sight {
  /** What must be seen whole; a position where the place has no extent. */
  readonly whole: Bounds;
  /** What is shown with it: the same, or its neighbourhood. */
  readonly around: Bounds;
  /** The zoom beyond which nothing is gained. */
  readonly closest: number;
}

/**
 * The closest look at each kind. A place that has no extent is shown at this zoom, at which its mark and its neighbours
 * are to be seen.
 */
const closest: Readonly<Record<PlaceKind, number>> = {
  region: 10,
  group: 11,
  island: 11,
  islet: 11.5,
  islet_group: 11.5,
  rock: 11,
  settlement: 10.5,
  peak: 10,
  cape: 10.5,
  bay: 10.5,
  strait: 10.5,
  lake: 11,
  airport: 11,
  sea: 7,
};
/** How many times its own width and height is shown of an islet’s surroundings: its neighbours tell where it lies. */
const isletsAround = 3;
/**
 * A region has no drawn extent: it reaches so many times as far as its middle lies from the shore, and at least so many
 * kilometres.
 */
const regionReach = { times: 5, least: 15 } as const;
const kilometresPerDegree = 111.2;

/** Least side of a part of the frame in which a place can be shown, in CSS pixels. */
const leastRoom = 48;

/**
 * What is left free at the edges of a frame, and half of it beside what covers it: in CSS pixels, less in small frames.
 */
function marginOf({ width, height }: Pick<Frame, 'width' | 'height'>): number {
  return Math.min(32, Math.max(4, 0.05 * Math.min(width, height)));
}

/** What a place asks of its view; `null` for an unknown id. `land` is what is drawn around the four groups. */
export function sightOf(dataset: Gazetteer, land: Land, id: string): Sight | null {
  const place = dataset.places.find((candidate) => candidate.id === id);
  const own = boundsOf(dataset, id);
  if (place === undefined || own === null) return null;
  const { kind, geometry } = place;
  const isDrawn = geometry !== null || place.group === place.id;
  const isExact = isDrawn || place.course !== null || place.waters !== null || place.positionBasis !== 'unknown';
  const bounds = isDrawn ? own : extentOf(place, land, own);
  const isIslet = isDrawn && (kind === 'islet' || kind === 'islet_group');
  return {
    whole: bounds,
    around: isIslet ? grown(bounds, isletsAround) : bounds,
    closest: isExact ? closest[kind] : Math.min(closest[kind], unknownPositionZoom - 0.1),
  };
}

/** What several places ask together. */
export function sightOfAll(sights: readonly Sight[]): Sight | null {
  const [first, second] = sights;
  if (first === undefined) return null;
  if (second === undefined) return first;
  const whole = boundsOfPositions(
    sights.flatMap(({ whole: [west, south, east, north] }) => [
      [west, south],
      [east, north],
    ]),
  );
  return { whole, around: whole, closest: Math.min(...sights.map((sight) => sight.closest)) };
}

function extentOf({ kind, position, course, waters }: Place, land: Land, own: Bounds): Bounds {
  if (course !== null) return boundsOfPositions(course);
  if (waters !== null) return withinLimits(boundsOfPositions(waters));
  if (kind !== 'island' && kind !== 'region') return own;
  const shore = nearestShore(land, position);
  if (shore === null) return own;
  if (kind === 'island') return withinLimits(boundsOfPositions(shore.ring));
  const reach = Math.max(regionReach.least, regionReach.times * shore.kilometres) / kilometresPerDegree;
  const [lng, lat] = position;
  const eastward = reach / Math.cos((lat * Math.PI) / 180);
  return withinLimits([lng - eastward, lat - reach, lng + eastward, lat + reach]);
}

/** The land whose shore is nearest to a position, with its distance. */
function nearestShore(
  land: Land,
  [lng, lat]: LngLat,
): { readonly ring: readonly Position[]; readonly kilometres: number } | null {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const distanceTo = ([east = 0, north = 0]: Position) => Math.hypot((east - lng) * shrink, north - lat);
  let nearest: { readonly ring: readonly Position[]; readonly kilometres: number } | null = null;
  for (const { geometry } of land.features)
    for (const ring of exteriorsOf(geometry)) {
      const degrees = ring.reduce((least, position) => Math.min(least, distanceTo(position)), Number.POSITIVE_INFINITY);
      const kilometres = degrees * kilometresPerDegree;
      if (nearest === null || kilometres < nearest.kilometres) nearest = { ring, kilometres };
    }
  return nearest;
}

function grown([west, south, east, north]: Bounds, times: number): Bounds {
  const [wide, high] = [((east - west) * (times - 1)) / 2, ((north - south) * (times - 1)) / 2];
  return [west - wide, south - high, east + wide, north + high];
}

function withinLimits([west, south, east, north]: Bounds): Bounds {
  const { bounds } = cameraLimits;
  return [
    Math.max(west, bounds.west),
    Math.max(south, bounds.south),
    Math.min(east, bounds.east),
    Math.min(north, bounds.north),
  ];
}

/**
 * The parts of a frame that cannot be made larger, some way from its edges and from what is `covered`. What matters
 * most comes first in `covered`: what comes last is given up first where there would be no room at all.
 */
export function freeRooms(
  { width, height }: Pick<Frame, 'width' | 'height'>,
  covered: readonly Rectangle[],
): readonly Rectangle[] {
  const margin = marginOf({ width, height });
  const whole = { left: margin, top: margin, right: width - margin, bottom: height - margin };
  const wide = covered.map(({ left, top, right, bottom }) => ({
    left: left - margin / 2,
    top: top - margin / 2,
    right: right + margin / 2,
    bottom: bottom + margin / 2,
  }));
  for (let kept = wide.length; kept > 0; kept -= 1) {
    const rooms = largestRooms(whole, wide.slice(0, kept)).filter(
      ({ left, top, right, bottom }) => Math.min(right - left, bottom - top) >= leastRoom,
    );
    if (rooms.length > 0) return rooms;
  }
  return [whole];
}

/** Every part of `whole`, between the edges of what is covered, that is as wide as can be for its height. */
function largestRooms(whole: Rectangle, covered: readonly Rectangle[]): readonly Rectangle[] {
  const tops = [whole.top, ...covered.map(({ bottom }) => bottom)];
  const bottoms = [whole.bottom, ...covered.map(({ top }) => top)];
  return tops.flatMap((top) =>
    bottoms.flatMap((bottom) => {
      if (top < whole.top || bottom > whole.bottom || top >= bottom) return [];
      const between = covered
        .filter((box) => box.top < bottom && box.bottom > top)
        .sort((first, second) => first.left - second.left);
      const rooms: Rectangle[] = [];
      let { left } = whole;
      for (const box of between) {
        if (box.left > left) rooms.push({ left, top, right: Math.min(box.left, whole.right), bottom });
        left = Math.max(left, box.right);
      }
      if (left < whole.right) rooms.push({ left, top, right: whole.right, bottom });
      return rooms;
    }),
  );
}

const areaOfRoom = ({ left, top, right, bottom }: Rectangle) => (right - left) * (bottom - top);

/** The zoom at which bounds fill a room. Infinite for a position. */
function fillingZoom(bounds: Bounds, { left, top, right, bottom }: Rectangle): number {
  const { width, height } = homeFrame(bounds);
  return Math.log2(Math.max(0, Math.min((right - left) / width, (bottom - top) / height)) / worldSize);
}

/** The view that shows a place in the room where it is largest; of rooms that are equal in this, the largest. */
export function placeView(
  { around, closest: most }: Sight,
  frame: Pick<Frame, 'width' | 'height'>,
  covered: readonly Rectangle[],
): View {
  const [best] = freeRooms(frame, covered)
    .map((room) => ({ room, zoom: Math.min(most, fillingZoom(around, room)), area: areaOfRoom(room) }))
    .sort((first, second) => second.zoom - first.zoom || second.area - first.area);
  // There is always one.
  const { room, zoom } = best ?? { room: { left: 0, top: 0, right: frame.width, bottom: frame.height }, zoom: 0 };
  const { x, y, width, height } = homeFrame(around);
  const scale = worldSize * 2 ** Math.max(zoom, cameraLimits.zoom.least);
  const [lng, lat] = unproject(
    x + width / 2 + (frame.width / 2 - (room.left + room.right) / 2) / scale,
    y + height / 2 + (frame.height / 2 - (room.top + room.bottom) / 2) / scale,
  );
  return boundedView({ zoom: Math.max(zoom, cameraLimits.zoom.least), lat, lng }, frame);
}

/** Where bounds stand in a frame. */
export function boundsIn(frame: Frame, [west, south, east, north]: Bounds): Rectangle {
  const [left, top] = toPixels(frame, [west, north]);
  const [right, bottom] = toPixels(frame, [east, south]);
  return { left, top, right, bottom };
}

/** Least size at which a place is looked at without coming nearer, in CSS pixels. */
const plain = 60;
/** How much smaller than it could be a place may be shown, in levels of zoom. */
const slack = 0.25;

/** Whether a place stands in a frame whole, and clear of all that covers it. */
function isClear({ whole }: Sight, frame: Frame, covered: readonly Rectangle[]): boolean {
  const { left, top, right, bottom } = boundsIn(frame, whole);
  const margin = marginOf(frame) / 2;
  return (
    left >= margin &&
    top >= margin &&
    right <= frame.width - margin &&
    bottom <= frame.height - margin &&
    covered.every((box) => box.left >= right || box.right <= left || box.top >= bottom || box.bottom <= top)
  );
}

/**
 * The view for a place that was chosen; `null` where the present one serves. What was chosen by its name is shown as
 * large as its kind asks. What was clicked on the map is under the reader's hand: the map stays, or is moved as far as
 * the place needs, where it is large enough to be looked at.
 */
export function viewFor(
  sight: Sight,
  frame: Frame,
  covered: readonly Rectangle[],
  { clicked }: { readonly clicked: boolean },
): View | null {
  const best = placeView(sight, frame, covered);
  const { left, top, right, bottom } = boundsIn(frame, sight.whole);
  const size = Math.max(right - left, bottom - top);
  const isLarge = frame.view.zoom >= best.zoom - slack || (clicked && (size === 0 || size >= plain));
  if (!isLarge) return best;
  if (isClear(sight, frame, covered)) return null;
  if (!clicked) return best;
  // Where it reaches beyond the frame, the reader is in the midst of it.
  return shiftedView(sight, frame, covered) ?? (isClear(sight, frame, []) ? best : null);
}

/** The nearest view of the same zoom in which a place is clear; `null` where there is none. */
function shiftedView(sight: Sight, frame: Frame, covered: readonly Rectangle[]): View | null {
  const box = boundsIn(frame, sight.whole);
  const within = (low: number, high: number, from: number, to: number) => Math.max(from - low, Math.min(0, to - high));
  const [shift] = freeRooms(frame, covered)
    .filter((room) => room.right - room.left >= box.right - box.left && room.bottom - room.top >= box.bottom - box.top)
    .map((room) => [
      within(box.left, box.right, room.left, room.right),
      within(box.top, box.bottom, room.top, room.bottom),
    ])
    .sort((first, second) => Math.hypot(...first) - Math.hypot(...second));
  if (shift === undefined) return null;
  const [right = 0, down = 0] = shift;
  const scale = worldSize * 2 ** frame.view.zoom;
  const [x, y] = project([frame.view.lng, frame.view.lat]);
  const [lng, lat] = unproject(x - right / scale, y - down / scale);
  const view = boundedView({ zoom: frame.view.zoom, lat, lng }, frame);
  return isClear(sight, { ...frame, view }, covered) ? view : null;
}
