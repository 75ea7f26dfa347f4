/** Which place is under a click or the pointer. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapViewOptions } from './map-state.ts';

/** CSS pixels round a click in which a place counts as hit. */
const reach = 6;

/** Selects a place by a click near it, and shows by the cursor that a place can be selected. */
export function listenToPlaces(
  map: MapLibreMap,
  { onPick, onSelect }: Pick<MapViewOptions, 'onPick' | 'onSelect'>,
): void {
  map.on('click', ({ point: { x, y }, lngLat: { lng, lat } }) => {
    const hits = map.queryRenderedFeatures([
      [x - reach, y - reach],
      [x + reach, y + reach],
    ]);
    const hit =
      hits.find((feature) => feature.source === 'labels' || feature.source === 'places') ??
      hits.find((feature) => feature.source === 'islands');
    const id: unknown = hit?.properties['id'];
    const place = typeof id === 'string' ? id : null;
    if (!onPick([lng, lat], place) && place !== null) onSelect(place);
  });
  map.on('mousemove', ({ point }) => {
    const over = map.queryRenderedFeatures(point).some((feature) => typeof feature.properties['id'] === 'string');
    map.getCanvas().style.cursor = over ? 'pointer' : '';
  });
}
