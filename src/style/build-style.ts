import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Polygon } from 'geojson';
import { finish, type Steps } from '../kernel/steps.ts';
import { type Lettering, letteringOf } from '../lettering/labels/kinds.ts';
import type { PlacedLineLabel } from '../lettering/line-labels.ts';
import type { PlacedLabel } from '../lettering/place-labels.ts';
import type { Line } from '../model/story/lines.ts';
import type { Convention, Gazetteer, Language } from '../model/types.ts';
import { graticuleBounds, graticuleLines } from './graticule.ts';
import { labelFeatures, markFeatures } from './label-features.ts';
import { groundLayers } from './layers/ground.ts';
import { labelLayers, markLayers } from './layers/labels.ts';
import { lineFeatures, lineLabelFeatures, lineLabelLayers, lineLayers } from './layers/lines.ts';
import { measureFeatures, measureLayers } from './layers/measure.ts';
import type { ThemeName } from './theme/theme.ts';

export interface StyleInput {
  readonly dataset: Gazetteer;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  /** The lettering of the first frame; later frames replace the data of the source `labels`. */
  readonly placed: readonly PlacedLabel[];
  /**
   * The lines of the first frame and the words on them; later ones replace the data of the sources `lines` and
   * `line-labels`.
   */
  readonly lines?: readonly Line[];
  readonly lineLabels?: readonly PlacedLineLabel[];
  readonly state: {
    readonly names: Convention;
    readonly lang: Language;
    readonly theme: ThemeName;
    readonly place: string | null;
  };
}

/** Sources of the land itself; all else is drawn on it or round it. */
const landSources: readonly unknown[] = ['land', 'islands'];

/**
 * Waterlines are strokes of up to 26 pixels round every vertex: on the whole coast they cost ten times what all else
 * does, and at their distance a bend of a pixel is not seen. The buffer in pixels is wider than they are.
 */
const shoreTiles = { buffer: 64, tolerance: 1 } as const;

/**
 * The MapLibre style, built once. Names, language, theme and selection are global state, so no layer is ever edited.
 */
export function buildStyle(input: StyleInput): StyleSpecification {
  return finish(buildStyleInSteps(input));
}

/** The same, with pauses. */
export function* buildStyleInSteps({
  dataset,
  land,
  placed,
  lines = [],
  lineLabels = [],
  state,
}: StyleInput): Steps<StyleSpecification> {
  const ground = buildLandStyle({ dataset, land }, state);
  yield;
  const degrees = graticule();
  yield;
  const letterings: Lettering[] = [];
  for (const place of dataset.places) {
    letterings.push(letteringOf(place));
    yield;
  }
  const ownLayers = [...groundLayers(), ...lineLayers(), ...markLayers(), ...measureLayers(), ...lineLabelLayers()];
  yield;
  const nameLayers = labelLayers(letterings);
  yield;
  const marks = markFeatures(dataset);
  yield;
  return {
    ...ground,
    sources: {
      graticule: { type: 'geojson', data: degrees },
      shores: {
        type: 'geojson',
        data: collect([...land.features, ...islandFeatures(dataset).features]),
        ...shoreTiles,
      },
      ...ground.sources,
      places: { type: 'geojson', data: marks },
      lines: { type: 'geojson', data: lineFeatures(lines), tolerance: 0.05 },
      measure: { type: 'geojson', data: measureFeatures([]), tolerance: 0 },
      'line-labels': { type: 'geojson', data: lineLabelFeatures(lineLabels) },
      labels: { type: 'geojson', data: labelFeatures(placed), buffer: 256, tolerance: 0.05 },
    },
    layers: [...ownLayers, ...nameLayers],
  };
}

/** The part of the style that shows land and islands alone, as they are in the whole one. */
export function buildLandStyle(
  { dataset, land }: Pick<StyleInput, 'dataset' | 'land'>,
  state: StyleInput['state'],
): StyleSpecification {
  return {
    version: 8,
    name: 'Four Islands',
    state: {
      names: { default: state.names },
      lang: { default: state.lang },
      theme: { default: state.theme },
      place: { default: state.place ?? '' },
      // The groups that a chosen passage speaks of, set when one is chosen.
      lit: { default: [] },
    },
    sources: {
      land: { type: 'geojson', data: land, buffer: 64, tolerance: 0.2 },
      islands: { type: 'geojson', data: islandFeatures(dataset), buffer: 64, tolerance: 0.05 },
    },
    layers: groundLayers().filter((layer) => !('source' in layer) || landSources.includes(layer.source)),
  };
}

function islandFeatures(dataset: Gazetteer): FeatureCollection<Polygon | MultiPolygon> {
  return collect(
    dataset.places.flatMap((place) =>
      place.geometry === null
        ? []
        : [{ geometry: place.geometry, properties: { id: place.id, group: place.group ?? '' } }],
    ),
  );
}

function graticule(): FeatureCollection<LineString> {
  const lines = (step: number) =>
    graticuleLines(graticuleBounds.map, step).map((geometry) => ({ geometry, properties: { step } }));
  return collect([...lines(1), ...lines(0.5)]);
}

function collect<G extends Geometry>(
  parts: readonly { readonly geometry: G; readonly properties: Feature['properties'] }[],
): FeatureCollection<G> {
  return {
    type: 'FeatureCollection',
    features: parts.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties })),
  };
}
