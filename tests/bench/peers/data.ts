/** What every peer draws: the land and the islands of the built site, and where it looks. */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

export type Shapes = FeatureCollection<
  Polygon | MultiPolygon,
  { readonly id?: string; readonly [name: string]: unknown }
>;

export const view = { lng: 146.9, lat: 44.4, zoom: 6.2 } as const;
export const colours = { sea: '#dfe9ee', land: '#efece3', disputed: '#e6d9b8', coast: '#75756e' } as const;

export async function loadShapes(): Promise<{ readonly land: Shapes; readonly islands: Shapes }> {
  const [land, islands] = await Promise.all(
    ['geo/land.geojson', 'geo/islands.geojson'].map(async (path): Promise<Shapes> => (await fetch(path)).json()),
  );
  if (land === undefined || islands === undefined) throw new Error('two files are asked for');
  return { land, islands };
}

/** Tells the bench, one frame after what was drawn can be seen. */
export function tell(name: 'picture' | 'interactive'): void {
  requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
}
