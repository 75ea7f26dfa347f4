/** Web Mercator, and the camera that picture and map share: that they agree is what keeps the hand-over still. */
import type { Bounds } from './measures.ts';
import type { LngLat } from './types.ts';
import { cameraLimits, type View } from './view-state.ts';

/** The four groups with a margin, in degrees: what the default view fits to its frame. */
export const homeBounds = { west: 144.85, south: 43.0, east: 149.35, north: 45.85 } as const;

/** The same as west, south, east, north. */
export const homeExtent: Bounds = [homeBounds.west, homeBounds.south, homeBounds.east, homeBounds.north];

/** MapLibre's world at zoom 0, in CSS pixels. */
export const worldSize = 512;

/** Degrees to the Mercator world of 0…1, x eastward from 180° W, y southward. */
export function project([lng, lat]: LngLat): readonly [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The inverse of `project`. */
export function unproject(x: number, y: number): LngLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

/** Bounds in the Mercator world; those of the home view where none are given. */
export function homeFrame([west, south, east, north]: Bounds = homeExtent): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const [x, y] = project([west, north]);
  const [right, bottom] = project([east, south]);
  return { x, y, width: right - x, height: bottom - y };
}

/** The camera that fits the home bounds, or others, into a frame of CSS pixels. */
export function homeView(width: number, height: number, extent: Bounds = homeExtent): View {
  const frame = homeFrame(extent);
  const scale = Math.min(width / frame.width, height / frame.height);
  const [lng, lat] = unproject(frame.x + frame.width / 2, frame.y + frame.height / 2);
  return { zoom: Math.max(cameraLimits.zoom.least, Math.log2(scale / worldSize)), lat, lng };
}

/** The zoom from which a position of unknown basis is not shown any more: it is good enough for a small scale only. */
export const unknownPositionZoom = 8;

/** The view nearest to another in which a frame of CSS pixels shows nothing beyond the limits of the camera. */
export function boundedView(view: View, { width, height }: { readonly width: number; readonly height: number }): View {
  const { west, south, east, north } = cameraLimits.bounds;
  const limits = homeFrame([west, south, east, north]);
  const least = Math.log2(Math.max(width / limits.width, height / limits.height) / worldSize);
  const zoom = Math.max(view.zoom, least);
  const scale = worldSize * 2 ** zoom;
  const within = (value: number, start: number, length: number, half: number) =>
    Math.min(start + length - half, Math.max(start + half, value));
  const [x, y] = project([view.lng, view.lat]);
  const [lng, lat] = unproject(
    within(x, limits.x, limits.width, width / 2 / scale),
    within(y, limits.y, limits.height, height / 2 / scale),
  );
  return { zoom, lat, lng };
}

/** A camera looking at a frame of CSS pixels: turns degrees into pixels from the frame's top left corner, and back. */
export interface Frame {
  readonly view: View;
  readonly width: number;
  readonly height: number;
}

/** Where a position stands in a frame, in CSS pixels. */
export function toPixels({ view, width, height }: Frame, position: LngLat): readonly [x: number, y: number] {
  const scale = worldSize * 2 ** view.zoom;
  const [x, y] = project(position);
  const [centreX, centreY] = project([view.lng, view.lat]);
  return [(x - centreX) * scale + width / 2, (y - centreY) * scale + height / 2];
}

/** The position that stands at a pixel of a frame. */
export function toPosition({ view, width, height }: Frame, [x, y]: readonly [x: number, y: number]): LngLat {
  const scale = worldSize * 2 ** view.zoom;
  const [centreX, centreY] = project([view.lng, view.lat]);
  return unproject(centreX + (x - width / 2) / scale, centreY + (y - height / 2) / scale);
}
