import { describe, expect, it } from 'vitest';
import { pictureTasks, renderPictures } from '../../../../scripts/pictures/picture-files.ts';
import { platePictures } from '../../../../scripts/pictures/plates.ts';
import { element, type Markup } from '../../../../src/kernel/markup.ts';
import { parsedDataset } from '../../dataset.ts';

/** The bytes of the pictures, in the order of the drawings. */
async function render(drawings: readonly Markup[], width: number): Promise<readonly Buffer[]> {
  const files = await renderPictures(drawings.map((drawing, index) => ({ path: String(index), drawing, width })));
  return drawings.map((_drawing, index) => files.get(String(index)) ?? Buffer.of());
}

/** A line in the faces of a plate. */
const written = (text: string, attributes: Readonly<Record<string, string>> = {}) =>
  element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 100, height: 40 }, [
    element('text', { x: 5, y: 30, 'font-size': 20, 'font-family': '"Four Islands Serif",serif', ...attributes }, [
      text,
    ]),
  ]);

const withoutText = (node: Markup): Markup => ({
  ...node,
  children: node.children
    .filter((child) => typeof child === 'string' || child.tag !== 'text')
    .map((child) => (typeof child === 'string' ? child : withoutText(child))),
});

const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the pictures for print and cards', () => {
  it.each([
    ['E', 'K'],
    ['И', 'К'],
    ['択', '捉'],
    ['ē', 'ō'],
    ['ク', 'ナ'],
  ])('hold letters of all scripts, each its own: %s is neither nothing nor %s', async (one, other) => {
    const [blank, first, second] = await render(
      [' ', one, other].map((text) => written(text)),
      100,
    );
    expect(first?.equals(blank ?? first)).toBe(false);
    expect(first?.equals(second ?? first)).toBe(false);
  });

  it('know the italic of the waters', async () => {
    const [upright, italic] = await render(
      ['normal', 'italic'].map((style) => written('Sea', { 'font-style': style })),
      100,
    );
    expect(upright?.equals(italic ?? upright)).toBe(false);
  });

  it('scale a stroke with the group that it stands in, as a browser does', async () => {
    const square = (child: Markup) =>
      element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 20, height: 20 }, [child]);
    const line = (factor: number) =>
      element('path', { d: `M0,${10 * factor}H${20 * factor}`, stroke: '#000', 'stroke-width': 4 * factor });
    const [plain, reduced] = await render(
      [line(1), element('g', { transform: 'scale(0.2)' }, [line(5)])].map(square),
      20,
    );
    expect(plain?.equals(reduced ?? Buffer.of())).toBe(true);
  });

  it('have their words, and cards the shape that is not cut', async () => {
    const drawn = {
      dataset: parsedDataset(),
      land: { type: 'FeatureCollection' as const, features: [] },
      advances: { regular: { e: 0.5 }, italic: { e: 0.4 } },
      lines: [],
    };
    const tasks = pictureTasks(drawn, platePictures(drawn));
    for (const path of ['static/map.both.ja.png', 'static/card.ru.en.png']) {
      const task = tasks.find((candidate) => candidate.path === path);
      if (task === undefined) throw new Error(`no task makes ${path}`);
      const [full, mute] = await render([task.drawing, withoutText(task.drawing)], 300);
      expect(full?.equals(mute ?? full), path).toBe(false);
    }
    const card = tasks.find(({ path }) => path === 'static/card.both.en.png');
    if (card === undefined) throw new Error('there is no card');
    const [file] = await render([card.drawing], card.width);
    expect(file === undefined ? [] : size(file)).toEqual([1200, 630]);
  }, 30_000);
});
