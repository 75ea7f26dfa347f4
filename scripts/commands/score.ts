/** Reports the drawing: validity, vertices, bytes, and areas against the official figures. */
import { gzipSync } from 'node:zlib';
import { check, HintError } from '@placemarkio/check-geojson';
import type { Position } from 'geojson';
import { type Dataset, groupIds, type Place } from '../../src/model/types.ts';
import { drawnArea, officialAreas } from '../geo/areas.ts';
import { DataFaults, runOnData } from '../geo/data-faults.ts';
import { geoName, readGeoText } from '../geo/geo-files.ts';
import { drawnFiles, readGeo } from '../geo/read-geo.ts';

await runOnData(() => {
  const { dataset } = readGeo();
  const { places } = dataset;
  weigh();
  console.log('place         rings  vertices       km²  official  difference');
  for (const group of groupIds) {
    const members = places.filter((place) => place.group === group && place.geometry !== null);
    report(dataset, group, members.flatMap(ringsOf), group);
    for (const member of members)
      if (member.id !== group) report(dataset, `  ${member.id}`, ringsOf(member), member.id);
  }
  console.log('\nvalid');
});

/** Prints how large the drawn files are. Throws `DataFaults` where they are not as RFC 7946 has them. */
function weigh(): void {
  const texts = drawnFiles.map((name): [string, string] => [name, readGeoText(name, fail) ?? '']);
  const faults = texts.flatMap(([name, text]) => hintsOf(text).map((hint) => `${geoName(name)}: ${hint}`));
  if (faults.length > 0) throw new DataFaults(faults);
  let [raw, packed] = [0, 0];
  for (const [name, text] of texts) {
    const bytes = Buffer.byteLength(text);
    const gzipped = gzipSync(text, { level: 9 }).length;
    raw += bytes;
    packed += gzipped;
    console.log(`${geoName(name)}: ${bytes.toLocaleString('en')} bytes, ${gzipped.toLocaleString('en')} gzipped`);
  }
  console.log(`together: ${raw.toLocaleString('en')} bytes, ${packed.toLocaleString('en')} gzipped\n`);
}

function fail(sentence: string): never {
  throw new DataFaults([sentence]);
}

function hintsOf(text: string): readonly string[] {
  try {
    check(text);
    return [];
  } catch (error) {
    if (!(error instanceof HintError)) throw error;
    return error.issues.map(({ message }) => message);
  }
}

function ringsOf({ geometry }: Place): readonly Position[][] {
  if (geometry === null) return [];
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function report(dataset: Dataset, name: string, rings: readonly Position[][], id: string): void {
  const vertices = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  print(name, rings.length, vertices, drawnArea(dataset.places, id, 'with islets'));
  for (const { place, squareKilometres, scope, basis } of officialAreas(dataset)) {
    if (place !== id) continue;
    const size = drawnArea(dataset.places, id, scope);
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
