/**
 * Sets how long labels fade in and out.
 *
 * MapLibre 6.17.0 takes `fadeDuration` as an option alone; a new wording must not fade. Asked for in
 * https://github.com/mapbox/mapbox-gl-js/issues/9439, in MapLibre by nobody. It would say: “Add `setFadeDuration`.”
 *
 * Buys: words that change at once, and names that fade when they come and go.
 * Not needed when the map has a public method for it. The types tell when the private field goes.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';

export function setFadeDuration(map: MapLibreMap, milliseconds: number): void {
  map._fadeDuration = milliseconds;
}
