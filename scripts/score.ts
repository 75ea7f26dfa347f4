/** Reports the drawing: validity, vertices, bytes, and areas against the official figures. */
import { gzipSync } from 'node:zlib';
import { check, HintError } from '@placemarkio/check-geojson';
import { kinks } from '@turf/turf';
import type { Position } from 'geojson';
import { groupIds, type Place } from '../src/model/types.ts';
import { drawnArea, officialAreas } from './areas.ts';
import { readText } from './node-files.ts';
import { readDataset } from './read-geo.ts';

const dataset = readDataset();
const { places } = dataset;
const official = officialAreas(dataset);
const faults: string[] = [];

let raw = 0;
let packed = 0;
for (const path of ['geo/islands.geojson', 'geo/hokkaido.geojson']) {
  const text = readText(path);
  try {
    check(text);
  } catch (error) {
    faults.push(
      `${path}: ${error instanceof HintError ? error.issues.map((issue) => issue.message).join('; ') : String(error)}`,
    );
  }
  const bytes = Buffer.byteLength(text);
  const gzipped = gzipSync(text, { level: 9 }).length;
  raw += bytes;
  packed += gzipped;
  console.log(`${path}: ${bytes.toLocaleString('en')} bytes, ${gzipped.toLocaleString('en')} gzipped`);
}
console.log(`together: ${raw.toLocaleString('en')} bytes, ${packed.toLocaleString('en')} gzipped\n`);

const ringsOf = (place: Place): readonly Position[][] => {
  if (place.geometry === null) return [];
  return place.geometry.type === 'Polygon' ? place.geometry.coordinates : place.geometry.coordinates.flat();
};

console.log('place         rings  vertices       km²  official  difference');
for (const group of groupIds) {
  const members = places.filter((place) => place.group === group && place.geometry !== null);
  report(group, members.flatMap(ringsOf), group);
  for (const member of members) if (member.id !== group) report(`  ${member.id}`, ringsOf(member), member.id);
}

function report(name: string, rings: readonly Position[][], id: string): void {
  for (const ring of rings)
    if (kinks({ type: 'Polygon', coordinates: [ring] }).features.length > 0)
      faults.push(`${name}: a coast crosses itself`);
  const vertices = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const figures = official.filter(({ place }) => place === id);
  print(name, rings.length, vertices, drawnArea(places, id, 'with islets'));
  for (const { squareKilometres, scope, basis } of figures) {
    const size = drawnArea(places, id, scope);
    const difference = ((size - squareKilometres) / squareKilometres) * 100;
    print('', '', '', size, squareKilometres.toString(), `${difference.toFixed(2)} %`, basis);
  }
}

function print(
  name: string,
  rings: number | '',
  vertices: number | '',
  size: number,
  official = '',
  difference = '',
  basis = '',
): void {
  console.log(
    [
      name.padEnd(12),
      String(rings).padStart(6),
      String(vertices).padStart(9),
      size.toFixed(2).padStart(9),
      official.padStart(9),
      difference.padStart(11),
      ` ${basis}`,
    ].join(' '),
  );
}

for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? '\nvalid' : `\n${faults.length} fault(s)`);
process.exitCode = faults.length === 0 ? 0 : 1;
