/** GeoJSON as drawing programs write it back, made what it was before. */
import { rewind } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import * as v from 'valibot';
import { land } from '../../src/model/data/fields.ts';

export const anyCollection = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.record(v.string(), v.unknown())),
});
const looseCollection = v.looseObject({ features: v.array(v.record(v.string(), v.unknown())) });

/**
 * A collection with nothing but its features, and those without empty properties and without heights; shores
 * anticlockwise. QGIS writes `null`
 * for what is empty, and a name and a reference system on top. What is no collection is handed back for the parser to
 * name its faults.
 */
export function tidyFeatures(value: unknown): unknown {
  return withFeatures(value, ({ type, properties, geometry }) => ({
    type,
    properties: isRecord(properties)
      ? Object.fromEntries(Object.entries(properties).filter(([, entry]) => entry !== null))
      : properties,
    geometry: tidyGeometry(geometry),
  }));
}

/** The same collection with its features made anew. */
export function withFeatures(
  value: unknown,
  change: (feature: Readonly<Record<string, unknown>>, index: number) => unknown,
): unknown {
  const { success, output } = v.safeParse(looseCollection, value);
  return success ? { type: output['type'], features: output.features.map(change) } : value;
}

function tidyGeometry(geometry: unknown): unknown {
  const shape = v.safeParse(land, geometry);
  if (shape.success) return rewind(shape.output);
  return isRecord(geometry) ? { ...geometry, coordinates: withoutHeights(geometry['coordinates']) } : geometry;
}

function withoutHeights(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  return typeof coordinates[0] === 'number' ? coordinates.slice(0, 2) : coordinates.map(withoutHeights);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** GeoJSON with a feature a line, as the files in `geo/` are. */
export function printFeatures({
  features,
  ...rest
}: Pick<FeatureCollection, 'type'> & { readonly features: readonly unknown[] }): string {
  const head = JSON.stringify({ ...rest, features: [] }).slice(0, -2);
  return `${head}\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}
