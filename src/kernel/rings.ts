/** Rings of polygons: closed or open lists of positions, of which only the first two numbers count. */
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** The polygons of a geometry, each a list of rings of which the first is the exterior. */
export function polygonsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[][])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The outer ring of every polygon of a geometry. */
export function exteriorsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[])[] {
  return polygonsOf(geometry).flatMap((rings) => rings.slice(0, 1));
}

/** Whether a point lies inside a ring, by the even-odd rule. */
export function isInRing([x = 0, y = 0]: readonly number[], ring: readonly (readonly number[])[]): boolean {
  return ring.reduce((inside, [x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[index + 1] ?? ring[0] ?? [];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);
}
