/** What the map shows: the layers and sources of the style, and the features that change. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Steps } from '../../kernel/steps.ts';
import { gazetteerOn } from '../../model/names/names-in-time.ts';
import type { Line } from '../../model/story/lines.ts';
import type { LngLat } from '../../model/types.ts';
import { buildLandStyle, buildStyleInSteps } from '../../style/build-style.ts';
import { markFeatures } from '../../style/label-features.ts';
import { lineFeatures } from '../../style/layers/lines.ts';
import { measureFeatures } from '../../style/layers/measure.ts';
import { hatchTile } from '../../style/theme/hatch.ts';
import { hatchImage, palettes } from '../../style/theme/theme.ts';
import { nextTask, spread } from '../browser/spread-steps.ts';
import type { MapData } from '../data/load-data.ts';
import { animateLine } from './line-animation.ts';
import type { MapState, Subject } from './map-state.ts';

export class MapContent {
  readonly #map: MapLibreMap;
  readonly #data: MapData;
  /** The features of each source as JSON. */
  readonly #filled = new Map<string, string>();
  #measured: readonly LngLat[] = [];
  #stopLine = () => {};
  #onStyled = () => {};
  /** Settles when all sources are there. */
  readonly styled = new Promise<void>((resolve) => {
    this.#onStyled = resolve;
  });
  /** What the map shows at present. */
  shown: MapState;

  constructor(map: MapLibreMap, { data, state }: Subject) {
    this.#map = map;
    this.#data = data;
    this.shown = state;
  }

  /** Builds the whole style, or the land alone. */
  async build(part: 'all' | 'land', signal: AbortSignal): Promise<StyleSpecification> {
    const { lines, day, place } = this.shown;
    const dataset = gazetteerOn(this.#data.dataset, day, place);
    return part === 'land'
      ? buildLandStyle(this.#data, this.shown)
      : spread(buildStyleInSteps({ ...this.#data, dataset, lines, placed: [], state: this.shown }), signal);
  }

  /** Gives the map its style. Settles when MapLibre has taken it up. */
  begin(style: StyleSpecification, part: 'all' | 'land'): Promise<void> {
    const map = this.#map;
    return new Promise((resolve) => {
      map.once('style.load', () => {
        addHatch(map);
        if (part === 'all') this.#onStyled();
        resolve();
      });
      map.setStyle(style, { diff: false });
    });
  }

  /** Adds what the land alone lacks, in slices. */
  async complete(signal: AbortSignal): Promise<void> {
    const then = this.shown;
    const style = await this.build('all', signal);
    await nextTask(signal);
    await addMissingSources(this.#map, style.sources, signal);
    await spread(addMissingLayers(this.#map, style.layers), signal);
    // What was to be shown meanwhile found no source.
    if (this.shown !== then) {
      this.fill('lines', lineFeatures(this.shown.lines));
      this.mark();
    }
    if (this.#measured.length > 0) this.measure(this.#measured);
    this.#onStyled();
  }

  /** Puts features into a source. The same features as before cost no animation frame. */
  fill(name: string, features: FeatureCollection): void {
    const source = this.#map.getSource<GeoJSONSource>(name);
    const text = JSON.stringify(features);
    if (source === undefined || this.#filled.get(name) === text) return;
    this.#filled.set(name, text);
    source.setData(features);
  }

  /** Marks the places of the day that is shown. */
  mark(): void {
    const { day, place } = this.shown;
    this.fill('places', markFeatures(gazetteerOn(this.#data.dataset, day, place)));
  }

  /** Shows a measured path, or one point of it, or nothing for nothing. */
  measure(path: readonly LngLat[]): void {
    this.#measured = path;
    this.fill('measure', measureFeatures(path));
  }

  /** Draws the lines that are not yet `known`. The next ones cut them short. */
  drawLines(known: readonly Line[]): void {
    this.#stopLine();
    this.#stopLine = animateLine((share) => {
      const { lines } = this.shown;
      this.fill(
        'lines',
        lineFeatures(lines, (line) => (known.includes(line) ? 1 : share)),
      );
    });
  }

  end(): void {
    this.#stopLine();
  }
}

/**
 * Adds the sources that the map lacks. MapLibre sends the data of each when the task ends: two in one task would make a
 * long one.
 */
async function addMissingSources(
  map: MapLibreMap,
  sources: StyleSpecification['sources'],
  signal: AbortSignal,
): Promise<void> {
  for (const [id, source] of Object.entries(sources)) {
    if (map.getSource(id) !== undefined) continue;
    map.addSource(id, source);
    await nextTask(signal);
  }
}

/** Adds the layers that the map lacks, each under the one that follows it in the style. */
function* addMissingLayers(map: MapLibreMap, layers: StyleSpecification['layers']): Steps<void> {
  let following: string | undefined;
  for (const layer of [...layers].reverse()) {
    if (map.getLayer(layer.id) === undefined) map.addLayer(layer, following);
    following = layer.id;
    yield;
  }
}

function addHatch(map: MapLibreMap): void {
  // The map shows it at up to twice its size.
  const ratio = 2 * Math.max(1, Math.round(window.devicePixelRatio));
  for (const theme of ['light', 'dark'] as const)
    map.addImage(`${hatchImage}-${theme}`, hatchTile(palettes[theme].hatch, ratio), { pixelRatio: ratio });
}
