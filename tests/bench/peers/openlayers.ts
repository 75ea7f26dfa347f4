import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import OpenLayersMap from 'ol/Map.js';
import 'ol/ol.css';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import View from 'ol/View.js';
import { colours, loadShapes, tell, view } from './data.ts';

const shapes = await loadShapes();
const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
const layer = (data: (typeof shapes)['land'], fill: string, named: boolean) =>
  new VectorLayer({
    source: new VectorSource({ features: format.readFeatures(data) }),
    style: {
      'fill-color': fill,
      'stroke-color': colours.coast,
      'stroke-width': 1,
      ...(named ? { 'text-value': ['coalesce', ['get', 'name:ja-Latn'], ''], 'text-font': '14px serif' } : {}),
    },
  });
const map = new OpenLayersMap({
  target: 'map',
  controls: [],
  layers: [layer(shapes.land, colours.land, false), layer(shapes.islands, colours.disputed, true)],
  view: new View({ center: fromLonLat([view.lng, view.lat]), zoom: view.zoom + 1 }),
});
map.once('rendercomplete', () => {
  tell('picture');
  tell('interactive');
});
