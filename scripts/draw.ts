/**
 * Turns the fieldbook (`geo/drawing/*.txt`) into the shapes of `geo/islands.geojson` and `geo/hokkaido.geojson`.
 * Names and other properties stay as they are in the files; only `geometry` is written anew.
 */
import { writeFileSync } from 'node:fs';
import { drawnFromFieldbook, readDrawing } from './fieldbook.ts';
import { projectPath } from './node-files.ts';

const drawn = drawnFromFieldbook();
const used = new Set<string>();

for (const path of ['geo/islands.geojson', 'geo/hokkaido.geojson']) {
  const features = readDrawing(path).map(({ properties }) => {
    const geometry = drawn.get(properties.id);
    if (geometry === undefined) throw new Error(`${path}: nothing in the fieldbook is called “${properties.id}”`);
    used.add(properties.id);
    console.log(`${properties.id}: ${geometry.type}`);
    return JSON.stringify({ type: 'Feature', properties, geometry });
  });
  writeFileSync(projectPath(path), `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
}

const unused = [...drawn.keys()].filter((id) => !used.has(id));
if (unused.length > 0) throw new Error(`the fieldbook draws what no feature is called: ${unused.join(', ')}`);
