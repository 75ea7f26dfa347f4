import { describe, expect, it } from 'vitest';
import { pictureTasks, renderPng } from '../../../scripts/picture-files.ts';
import { platePictures } from '../../../scripts/prerender.ts';
import { element, type Markup } from '../../../src/model/markup.ts';
import { parsedDataset } from '../dataset.ts';

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
    const [blank, first, second] = await Promise.all([' ', one, other].map((text) => renderPng(written(text), 100)));
    expect(first?.equals(blank ?? first)).toBe(false);
    expect(first?.equals(second ?? first)).toBe(false);
  });

  it('know the italic of the waters', async () => {
    const [upright, italic] = await Promise.all(
      ['normal', 'italic'].map((style) => renderPng(written('Sea', { 'font-style': style }), 100)),
    );
    expect(upright?.equals(italic ?? upright)).toBe(false);
  });

  it('keep the width of a line that stands in a reduced group', async () => {
    const square = (child: Markup) =>
      element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 20, height: 20 }, [child]);
    const line = (factor: number) =>
      element('path', { d: `M0,${10 * factor}H${20 * factor}`, stroke: '#000', 'stroke-width': 4 });
    const [plain, reduced] = await Promise.all(
      [line(1), element('g', { transform: 'scale(0.2)' }, [line(5)])].map((child) => renderPng(square(child), 20)),
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
      const [full, mute] = await Promise.all(
        [task.drawing, withoutText(task.drawing)].map((drawing) => renderPng(drawing, 300)),
      );
      expect(full?.equals(mute ?? full), path).toBe(false);
    }
    const card = tasks.find(({ path }) => path === 'static/card.both.en.png');
    if (card === undefined) throw new Error('there is no card');
    expect(size(await renderPng(card.drawing, card.width))).toEqual([1200, 630]);
  }, 30_000);
});
