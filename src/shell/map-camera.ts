/** The camera of the map: where it is, as the project writes it, and how it comes to a place. */
import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl';
import { boundsOf } from '../model/measures.ts';
import type { Gazetteer } from '../model/types.ts';
import type { View } from '../model/view-state.ts';

/** Milliseconds that a place may take to come into view. */
export const travelTime = 500;

/** A view in the library's words. */
export function camera({ zoom, lat, lng }: View): { readonly zoom: number; readonly center: [number, number] } {
  return { zoom, center: [lng, lat] };
}

/** Where the camera is, to the last digit. */
export function exactView(map: MapLibreMap): View {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), lat, lng };
}

/** The same as addresses write it. */
export function viewOf(map: MapLibreMap): View {
  const { zoom, lat, lng } = exactView(map);
  return { zoom: Number(zoom.toFixed(2)), lat: Number(lat.toFixed(4)), lng: Number(lng.toFixed(4)) };
}

/** Whether nobody could tell two views apart. */
export function sameView(first: View, second: View): boolean {
  return (
    Math.abs(first.zoom - second.zoom) < 0.02 &&
    Math.abs(first.lat - second.lat) < 0.001 &&
    Math.abs(first.lng - second.lng) < 0.001
  );
}

/**
 * Brings places into the part of the frame that is free, unless they are there already. `coveredBelow` is in CSS pixels at the lower edge,
 * `duration` in milliseconds.
 */
export function bringInto(
  map: MapLibreMap,
  dataset: Gazetteer,
  places: readonly string[],
  coveredBelow: number,
  duration = travelTime,
): void {
  const all = places.flatMap((place) => boundsOf(dataset, place) ?? []);
  if (all.length === 0) return;
  const side = (at: number) => all.filter((_, index) => index % 4 === at);
  const [west, south] = [Math.min(...side(0)), Math.min(...side(1))];
  const [east, north] = [Math.max(...side(2)), Math.max(...side(3))];
  const box: LngLatBoundsLike = [
    [west, south],
    [east, north],
  ];
  const margin = 40;
  const { clientWidth, clientHeight } = map.getContainer();
  const topLeft = map.project([west, north]);
  const bottomRight = map.project([east, south]);
  const free =
    topLeft.x >= margin / 2 &&
    topLeft.y >= margin / 2 &&
    bottomRight.x <= clientWidth - margin / 2 &&
    bottomRight.y <= clientHeight - coveredBelow - margin / 2;
  const large = Math.max(bottomRight.x - topLeft.x, bottomRight.y - topLeft.y) > 60;
  if (free && large) return;
  map.fitBounds(box, {
    padding: {
      top: margin,
      left: margin,
      right: margin,
      bottom: Math.min(clientHeight - margin * 3, coveredBelow + margin),
    },
    maxZoom: 10,
    duration,
  });
}
