import { geoMercator, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { colours, loadShapes, tell, view } from './data.ts';

const { land, islands } = await loadShapes();
const [width, height] = [innerWidth, innerHeight];
const projection = geoMercator()
  .center([view.lng, view.lat])
  .scale((512 / (2 * Math.PI)) * 2 ** view.zoom)
  .translate([width / 2, height / 2]);
const path = geoPath(projection);
const make = (tag: string, attributes: Readonly<Record<string, string>>) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};
/** d3 wants exterior rings clockwise, RFC 7946 has them the other way. */
const rewind = (feature: Feature<Polygon | MultiPolygon>): Feature<Polygon | MultiPolygon> => {
  const { geometry } = feature;
  return geometry.type === 'Polygon'
    ? { ...feature, geometry: { ...geometry, coordinates: geometry.coordinates.map((ring) => ring.toReversed()) } }
    : {
        ...feature,
        geometry: {
          ...geometry,
          coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.toReversed())),
        },
      };
};
const svg = make('svg', { width: String(width), height: String(height) });
svg.append(make('rect', { width: String(width), height: String(height), fill: colours.sea }));
for (const [shapes, fill] of [
  [land, colours.land],
  [islands, colours.disputed],
] as const)
  for (const feature of shapes.features) {
    svg.append(make('path', { d: path(rewind(feature)) ?? '', fill, stroke: colours.coast }));
    const [x, y] = path.centroid(rewind(feature));
    const label = make('text', { x: String(x), y: String(y), 'font-size': '14' });
    label.textContent = String(feature.properties?.['name:ja-Latn'] ?? '');
    svg.append(label);
  }
document.getElementById('map')?.append(svg);
tell('picture');
tell('interactive');
