/**
 * Turns the fieldbook (`geo/drawing/*.txt`) into the shapes of `geo/islands.geojson` and `geo/hokkaido.geojson`.
 * Names and other properties stay as they are in the files; only `geometry` is written anew.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseFieldbook, type Ring } from './fieldbook.ts';
import { projectPath, readJson, readText } from './node-files.ts';

const collectionSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({ type: v.literal('Feature'), properties: v.looseObject({ id: v.string() }), geometry: v.unknown() }),
  ),
});

const sheets = v.parse(
  v.record(
    v.string(),
    v.object({
      x0: v.number(),
      y0: v.number(),
      lon0: v.number(),
      lat1: v.number(),
      px_per_deg_lon: v.number(),
      px_per_deg_lat: v.number(),
      w: v.number(),
      h: v.number(),
    }),
  ),
  readJson('geo/drawing/sheets.json'),
);

const rings = readdirSync(projectPath('geo/drawing'))
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => parseFieldbook(readText(`geo/drawing/${name}`), sheets, `geo/drawing/${name}`));

const drawn = new Map<string, Ring[]>();
for (const { feature, ring } of rings) drawn.set(feature, [...(drawn.get(feature) ?? []), ring]);

for (const path of ['geo/islands.geojson', 'geo/hokkaido.geojson']) {
  const collection = v.parse(collectionSchema, readJson(path));
  const features = collection.features.map(({ properties }) => {
    const parts = drawn.get(properties.id);
    if (parts === undefined) throw new Error(`${path}: nothing in the fieldbook is called “${properties.id}”`);
    drawn.delete(properties.id);
    const [first, ...others] = parts;
    const geometry =
      others.length === 0
        ? { type: 'Polygon', coordinates: [first] }
        : { type: 'MultiPolygon', coordinates: parts.map((ring) => [ring]) };
    console.log(
      `${properties.id}: ${parts.reduce((sum, ring) => sum + ring.length - 1, 0)} vertices in ${parts.length} ring(s)`,
    );
    return JSON.stringify({ type: 'Feature', properties, geometry });
  });
  writeFileSync(projectPath(path), `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
}
if (drawn.size > 0) throw new Error(`the fieldbook draws what no feature is called: ${[...drawn.keys()].join(', ')}`);
