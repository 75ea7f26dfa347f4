import { map as createMap, geoJSON } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { colours, loadShapes, tell, view } from './data.ts';

const { land, islands } = await loadShapes();
const map = createMap('map', { attributionControl: false, zoomSnap: 0, preferCanvas: true }).setView(
  [view.lat, view.lng],
  view.zoom + 1,
);
geoJSON(land, { style: { color: colours.coast, weight: 1, fillColor: colours.land, fillOpacity: 1 } }).addTo(map);
geoJSON(islands, {
  style: { color: colours.coast, weight: 1, fillColor: colours.disputed, fillOpacity: 1 },
  onEachFeature: (feature, layer) =>
    layer.bindTooltip(String(feature.properties['name:ja-Latn'] ?? ''), { permanent: true }),
}).addTo(map);
tell('picture');
tell('interactive');
