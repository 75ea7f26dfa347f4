import { expect, it } from 'vitest';
import { coastWidthAt, coastWidths, mix, paletteProperties, palettes } from '../../../../src/style/theme/theme.ts';

it('the coast grows in a straight line between two zooms, and no further beyond them', () => {
  const [first, second] = coastWidths;
  expect(coastWidthAt(first.zoom - 2)).toBe(first.width);
  expect(coastWidthAt((first.zoom + second.zoom) / 2)).toBeCloseTo((first.width + second.width) / 2);
  expect(coastWidthAt(20)).toBe(coastWidths.at(-1)?.width);
});

it('a mixture of two colours lies between them', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#102030', '#ffffff', 0)).toBe('#102030');
  expect(mix('#102030', '#0f0e0d', 1)).toBe('#0f0e0d');
});

it('both themes have every colour, under a name as CSS writes it', () => {
  expect(Object.keys(palettes.dark)).toEqual(Object.keys(palettes.light));
  expect(paletteProperties('light')).toContain(`--water-text:${palettes.light.waterText};`);
});
