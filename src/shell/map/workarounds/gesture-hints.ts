/** Says what the map is to those who hear it, and how to move it. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { say } from '../../../text/strings.ts';
import type { MapState } from '../map-state.ts';

/** Writes the words into the map in the current language: MapLibre takes those of its hints from the options alone. */
export function describeMap(map: MapLibreMap, { lang, label }: Pick<MapState, 'lang' | 'label'>): void {
  map.getCanvas().setAttribute('aria-label', label);
  for (const [kind, key] of [
    ['desktop', 'gestureHint'],
    ['mobile', 'gestureHintTouch'],
  ] as const) {
    const hint = map.getCanvasContainer().querySelector(`.maplibregl-${kind}-message`);
    if (hint !== null) hint.textContent = say(lang, key);
  }
}
