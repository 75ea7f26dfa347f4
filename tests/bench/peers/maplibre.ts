import { GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { colours, loadShapes, tell, view } from './data.ts';

setWorkerUrl(workerUrl);
const { land, islands } = await loadShapes();
const name = (key: string) => ['get', key] as ['get', string];
const map = new MapLibreMap({
  container: 'map',
  center: [view.lng, view.lat],
  zoom: view.zoom,
  attributionControl: false,
  style: {
    version: 8,
    'font-faces': { Face: [{ url: new URL('face.woff2', document.baseURI).href }] },
    sources: { land: { type: 'geojson', data: land }, islands: { type: 'geojson', data: islands } },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
      { id: 'islands', type: 'fill', source: 'islands', paint: { 'fill-color': colours.disputed } },
      { id: 'coast', type: 'line', source: 'islands', paint: { 'line-color': colours.coast } },
      {
        id: 'names',
        type: 'symbol',
        source: 'islands',
        layout: { 'text-field': name('name:ja-Latn'), 'text-font': ['Face'], 'text-size': 14 },
      },
    ],
  },
});
map.on('error', ({ error }) => console.error(error));
map.once('idle', () => {
  tell('picture');
  tell('interactive');
});
Object.assign(window, {
  benchMap: map,
  switchNames: (key: 'ja' | 'ru') => map.setLayoutProperty('names', 'text-field', name(`name:${key}-Latn`)),
  sources: GeoJSONSource,
});
