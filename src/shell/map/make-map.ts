/** Makes MapLibre's map: the one file that imports values of MapLibre. */
import { workerAddress } from 'virtual:four-islands/worker';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import { homeView } from '../../model/camera.ts';
import { cameraLimits } from '../../model/view-state.ts';
import { camera } from './map-camera.ts';
import type { MapViewOptions } from './map-state.ts';
import { MapError } from './map-waiting.ts';
import { unseenRatio } from './workarounds/low-resolution-start.ts';

/** Tells MapLibre where its worker is. Returns the address. */
export function setWorker(): string {
  const address = workerAddress();
  setWorkerUrl(address);
  return address;
}

/** An empty map. Throws `MapError` where there is no WebGL. */
export function makeMap({ container, cooperative }: Pick<MapViewOptions, 'container' | 'cooperative'>): MapLibreMap {
  const { bounds, zoom } = cameraLimits;
  try {
    const map = new MapLibreMap({
      container,
      style: { version: 8, sources: {}, layers: [] },
      ...camera(homeView(container.clientWidth, container.clientHeight)),
      maxBounds: [
        [bounds.west, bounds.south],
        [bounds.east, bounds.north],
      ],
      minZoom: zoom.least,
      maxZoom: zoom.most,
      attributionControl: false,
      cooperativeGestures: cooperative,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      refreshExpiredTiles: false,
      // The tests validate the style, for every language and convention.
      validateStyle: false,
      // Until the map is seen, a name that fades in would only cost more animation frames.
      fadeDuration: 0,
      pixelRatio: unseenRatio,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    return map;
  } catch (error) {
    throw new MapError('webgl', error);
  }
}
