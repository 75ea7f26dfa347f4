/**
 * Changes the language of a map that is open.
 *
 * MapLibre 6.17.0 takes its texts from the option `locale` alone, once:
 * https://github.com/maplibre/maplibre-gl-js/issues/5307
 *
 * Buys: hints for gestures and the map's name in the language of the interface.
 * Not needed when the map has a method that sets its texts. `tests/e2e/frame-hosts.spec.ts` fails if the hints lose
 * their class.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { say } from '../../../text/strings.ts';
import type { MapState } from '../map-state.ts';

/** Writes the name of the map and the hints for gestures in the current language. */
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
