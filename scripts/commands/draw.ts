/**
 * Turns the fieldbook (`geo/drawing/*.txt`) into the shapes of `geo/islands.geojson` and `geo/hokkaido.geojson`.
 * Names and other properties stay as they are in the files; only `geometry` is written anew, and nothing while
 * something is wrong.
 */
import { runOnData } from '../geo/data-faults.ts';
import { writeGeoText } from '../geo/geo-files.ts';
import { readGeo } from '../geo/read-geo.ts';
import { printFeatures } from '../geo/tidy-features.ts';

await runOnData(() => {
  for (const [name, collection] of readGeo('drawn').drawing) {
    for (const { properties, geometry } of collection.features) console.log(`${properties?.['id']}: ${geometry.type}`);
    writeGeoText(name, printFeatures(collection));
  }
});
