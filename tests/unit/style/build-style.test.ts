import { createExpression, isExpression, latest, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { letteringOf } from '../../../src/lettering/labels/kinds.ts';
import type { PlacedLabel } from '../../../src/lettering/place-labels.ts';
import { labelOf, primaryText, secondaryText } from '../../../src/model/names/names.ts';
import { conventions, languages } from '../../../src/model/types.ts';
import { buildLandStyle, buildStyle } from '../../../src/style/build-style.ts';
import { labelFeatures } from '../../../src/style/label-features.ts';
import { labelExpression } from '../../../src/style/layers/labels.ts';
import { hatchTile } from '../../../src/style/theme/hatch.ts';
import { parsedDataset } from '../dataset.ts';

const dataset = parsedDataset();
const land = { type: 'FeatureCollection' as const, features: [] };
const placed = dataset.places.map(
  (place): PlacedLabel => ({
    place,
    lettering: letteringOf(place),
    size: 12,
    at: place.position,
    anchor: 'center',
    offset: false,
    rows: 2 as const,
    course: place.course,
    boxes: [],
    cost: 0,
  }),
);
const themes = ['light', 'dark'] as const;

const everyState = themes.flatMap((theme) =>
  conventions.flatMap((names) => languages.map((lang) => ({ theme, names, lang, place: null }))),
);

describe('the style', () => {
  it.each(everyState)('is valid in $theme under $names in $lang', (state) => {
    expect(validateStyleMin(buildStyle({ dataset, land, placed, state }), latest)).toEqual([]);
  });

  it('has a part that shows the land alone, as the whole shows it', () => {
    const state = { theme: 'dark', names: 'ja', lang: 'ru', place: 'shikotan' } as const;
    const whole = buildStyle({ dataset, land, placed, state });
    const part = buildLandStyle({ dataset, land }, state);
    expect(validateStyleMin(part, latest)).toEqual([]);
    expect(part.state).toEqual(whole.state);
    expect(Object.keys(part.sources)).toEqual(['land', 'islands']);
    for (const [id, source] of Object.entries(part.sources)) expect(whole.sources[id]).toEqual(source);
    const ids = part.layers.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['sea', 'land-fill', 'islands-fill', 'islands-hatch', 'islands-coast']));
    expect(part.layers).toEqual(whole.layers.filter(({ id }) => ids.includes(id)));
  });

  it('asks for no glyph server, sprite or tile', () => {
    const style = buildStyle({
      dataset,
      land,
      placed,
      state: { theme: 'light', names: 'both', lang: 'en', place: null },
    });
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(new Set(Object.values(style.sources).map((source) => source.type))).toEqual(new Set(['geojson']));
  });

  it('never names a convention in a layer: only global state tells them apart', () => {
    const [first, ...others] = conventions.map((names) =>
      JSON.stringify(
        buildStyle({ dataset, land, placed, state: { theme: 'light', names, lang: 'en', place: null } }).layers,
      ),
    );
    for (const other of others) expect(other).toBe(first);
  });
});

describe('the label expression', () => {
  const compiled = createExpression(labelExpression, 'text-field', { type: 'formatted' } as never);

  it('is an expression', () => {
    expect(isExpression(labelExpression)).toBe(true);
    expect(compiled.result).toBe('success');
  });

  const cases = labelFeatures(placed).features.flatMap((feature) =>
    conventions.flatMap((names) =>
      languages.map((lang) => ({ id: String(feature.properties?.['id']), names, lang, feature })),
    ),
  );

  it.each(cases)('letters $id under $names in $lang as the naming rule has it', ({ id, names, lang, feature }) => {
    if (compiled.result !== 'success') throw new Error('the expression does not compile');
    const text = compiled.value.evaluate(
      { zoom: 8, globalState: { names, lang } } as never,
      { type: 1, properties: feature.properties ?? {} } as never,
    );
    const place = dataset.places.find((candidate) => candidate.id === id);
    if (place === undefined) throw new Error(`no place ${id}`);
    const label = labelOf(place, names, lang);
    const second = secondaryText(label);
    expect(String(text)).toBe(second === '' ? primaryText(label) : `${primaryText(label)}\n${second}`);
  });
});

describe('the hatch', () => {
  it.each([1, 2, 3])('joins itself on every side at %d device pixels a pixel', (ratio) => {
    const { width, height, data } = hatchTile('#806020', ratio);
    expect(width).toBe(height);
    const alpha = (x: number, y: number) => data[((y % height) * width + (x % width)) * 4 + 3];
    for (let step = 0; step < width; step++) expect(alpha(step, 0)).toBe(alpha(step + width - 1, 1));
  });
});
