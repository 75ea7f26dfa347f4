/** The camera of the map in the project's own terms. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { View } from '../../model/view-state.ts';

/** Milliseconds that the camera takes to a new view. */
export const travelTime = 500;

/** A view in MapLibre's terms. */
export function camera({ zoom, lat, lng }: View): { readonly zoom: number; readonly center: [number, number] } {
  return { zoom, center: [lng, lat] };
}

/** Where the camera is, to the last digit. */
export function exactView(map: MapLibreMap): View {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), lat, lng };
}

/** The same, rounded as in addresses. */
export function viewOf(map: MapLibreMap): View {
  const { zoom, lat, lng } = exactView(map);
  return { zoom: Number(zoom.toFixed(2)), lat: Number(lat.toFixed(4)), lng: Number(lng.toFixed(4)) };
}

/** Whether two views look the same. */
export function sameView(first: View, second: View): boolean {
  return (
    Math.abs(first.zoom - second.zoom) < 0.02 &&
    Math.abs(first.lat - second.lat) < 0.001 &&
    Math.abs(first.lng - second.lng) < 0.001
  );
}
