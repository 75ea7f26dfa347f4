/** Reports the drawing: validity, vertices, bytes, and areas against the official figures. */
import { gzipSync } from 'node:zlib';
import { check, HintError } from '@placemarkio/check-geojson';
import { area, coordAll, featureCollection, kinks } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { readText } from './node-files.ts';
import { type OfficialArea, readOfficialAreas } from './official-areas.ts';
import { readDataset } from './read-geo.ts';

const dataset = readDataset();
let faults = 0;

for (const path of ['geo/islands.geojson', 'geo/hokkaido.geojson']) {
  const text = readText(path);
  try {
    check(text);
  } catch (error) {
    faults++;
    console.log(
      `${path}: ${error instanceof HintError ? error.issues.map((issue) => issue.message).join('; ') : String(error)}`,
    );
  }
  console.log(
    `${path}: ${text.length.toLocaleString('en')} bytes, ${gzipSync(text, { level: 9 }).length.toLocaleString('en')} gzipped`,
  );
}

const drawn = dataset.places.flatMap(
  (place): Feature<Polygon | MultiPolygon, { readonly id: string; readonly group: string }>[] =>
    place.geometry === null
      ? []
      : [{ type: 'Feature', properties: { id: place.id, group: place.group ?? '' }, geometry: place.geometry }],
);

const squareKilometres = (features: typeof drawn) => area(featureCollection(features)) / 1e6;
const vertices = (features: typeof drawn) =>
  features.reduce((sum, feature) => sum + coordAll(feature).length - rings(feature), 0);

function rings({ geometry }: Feature<Polygon | MultiPolygon>): number {
  return geometry.type === 'Polygon'
    ? geometry.coordinates.length
    : geometry.coordinates.reduce((sum, part) => sum + part.length, 0);
}

console.log('\nplace         vertices  rings  crossings      km²   official  difference  basis');
const report = (name: string, features: typeof drawn, official: OfficialArea | undefined) => {
  const crossings = features.reduce((sum, feature) => sum + kinks(feature as Feature<Polygon>).features.length, 0);
  faults += crossings;
  const size = squareKilometres(features);
  const difference =
    official === undefined
      ? ''
      : `${(((size - official.squareKilometres) / official.squareKilometres) * 100).toFixed(2)} %`;
  console.log(
    [
      name.padEnd(13),
      String(vertices(features)).padStart(8),
      String(features.reduce((sum, feature) => sum + rings(feature), 0)).padStart(6),
      String(crossings).padStart(10),
      size.toFixed(2).padStart(9),
      (official?.squareKilometres.toString() ?? '').padStart(10),
      difference.padStart(11),
      official === undefined ? '' : ` ${official.basis}`,
    ].join(' '),
  );
};

const areas = readOfficialAreas();
for (const group of ['etorofu', 'kunashiri', 'shikotan', 'habomai']) {
  const members = drawn.filter((feature) => feature.properties.group === group);
  report(group, members, areas.get(group));
  for (const member of members.filter((feature) => feature.properties.id !== group))
    report(`  ${member.properties.id}`, [member], areas.get(member.properties.id));
}
console.log(
  `\n${faults === 0 ? 'valid' : `${faults} fault(s)`}; ${vertices(drawn).toLocaleString('en')} vertices in all`,
);
process.exitCode = faults === 0 ? 0 : 1;
