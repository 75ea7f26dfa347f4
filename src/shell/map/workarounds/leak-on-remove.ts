/**
 * Removes a map so that it can be collected.
 *
 * MapLibre keeps the error with which it ends its requests, and V8 keeps with the stack of an error all objects on it,
 * the map among them. While the map is removed no stack is recorded.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';

export function removeMap(map: MapLibreMap): void {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    map.remove();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}
