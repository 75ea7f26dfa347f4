/** The graticule of map and picture. */
import { geoGraticule } from 'd3-geo';
import type { LineString } from 'geojson';
import type { Bounds } from '../model/measures.ts';
import { cameraLimits } from '../model/view-state.ts';

const { west, south, east, north } = cameraLimits.bounds;

/**
 * How far the graticule reaches: the map’s beyond all that its camera shows, the picture’s beyond the windows of usual
 * shape.
 */
export const graticuleBounds = {
  map: [west - 4, south - 4, east + 4, north + 4],
  picture: [130, 36, 164, 54],
} as const satisfies Readonly<Record<string, Bounds>>;

/** Its lines, `step` degrees apart. */
export function graticuleLines([west, south, east, north]: Bounds, step: number): readonly LineString[] {
  const extent: [[number, number], [number, number]] = [
    [west, south],
    [east, north],
  ];
  return geoGraticule().extent(extent).step([step, step]).precision(step).lines();
}
