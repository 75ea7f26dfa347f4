/** What the bench prints: tables, document and chart. */
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { drawings, settling } from './measure.ts';
import { type Figures, type Row, type Target, titles, type Whole } from './targets.ts';

const cells = ({ name, fast, slow }: Row): readonly string[] => [
  name,
  (fast.bytes / 1000).toFixed(0),
  fast.picture.toFixed(0),
  Number.isNaN(fast.interactive) ? '–' : fast.interactive.toFixed(0),
  Number.isNaN(fast.complete) ? '–' : fast.complete.toFixed(0),
  fast.blocking.toFixed(0),
  fast.longest.toFixed(0),
  fast.memory.toFixed(1),
  slow.picture.toFixed(0),
  Number.isNaN(slow.interactive) ? '–' : slow.interactive.toFixed(0),
  Number.isNaN(slow.complete) ? '–' : slow.complete.toFixed(0),
];

const heads = [
  'page',
  'kB',
  'picture',
  'interactive',
  'all drawn',
  'blocking',
  'longest task',
  'MB',
  'slow: picture',
  'slow: interactive',
  'slow: all drawn',
];

/** The tables for a terminal. */
export function printTable({ conditions, runs }: Figures, targets: readonly Target[]): string {
  const tables = drawings.map((drawing) => [
    [titles[drawing], ...heads.slice(1)],
    ...conditions[drawing].rows.map(cells),
  ]);
  const widths = heads.map((_, at) => Math.max(...tables.flat().map((line) => (line[at] ?? '').length)));
  return [
    '',
    ...targets.map(
      ({ what, wanted, measured, met }) => `${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (${wanted})`,
    ),
    ...tables.flatMap((table) => [
      '',
      ...table.map((line) =>
        line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
      ),
    ]),
    '',
    `milliseconds, medians of ${runs}${runs < 7 ? ': fewer than seven, a look and no result' : ''}`,
  ].join('\n');
}

const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;

/** `docs/performance.md`. */
export function printReport(figures: Figures, whole: Whole, targets: readonly Target[]): string {
  const { runs, machine, conditions } = figures;
  const { embeds, growth, opened } = whole;
  return `# Performance

Written by \`npm run bench\`; nothing here is typed by hand. Medians of ${runs}${runs < 7 ? ' (fewer than seven: a look and no result)' : ''} in one run on ${machine}. Every visit has a browser of its own with an empty cache. The window is left alone for ${settling / 1000} s before the page opens, and the page is asked nothing before it has drawn all: the browser tells what was reached.

There is no graphics card. Every page is measured twice: drawn by the processor, and drawn through the graphics interface (\`--use-angle=swiftshader\`), as most readers' browsers draw, where the processor stands in for the card. Both are slow: compare the rows with each other, not with other machines. Slow: 1.6 Mbit/s, 150 ms. All pages draw the same land and islands; ours also has names, list, passages and places.

![Bytes and times of the pages side by side](performance.svg)

## Targets

${[line(['', 'target', 'wanted', 'measured']), line(['---', '---', '---', '---']), ...targets.map(({ what, wanted, measured, met }) => line([met ? 'met' : '**missed**', what, wanted, measured]))].join('\n')}

## Pages

Bytes as the server sent them until all is drawn, to workers too, fonts included; milliseconds from the start of the navigation (on click: from the click); script memory after a collection. Our map is interactive when its land is drawn and the camera answers; waterlines, lines and names are the picture's until the map has drawn its own, and the picture goes with the camera.

${drawings.map((drawing) => `### Pages ${titles[drawing]}\n\n${[heads, heads.map(() => '---'), ...conditions[drawing].rows.map(cells)].map(line).join('\n')}`).join('\n\n')}

## On the living map

${[
  line([
    'page',
    'switch of names, script',
    'until drawn',
    'by setLayoutProperty, script',
    'until drawn',
    'selection until its popup',
    'frame while zooming',
    'one frame in twenty over',
  ]),
  line(['---', '---', '---', '---', '---', '---', '---', '---']),
  ...drawings.flatMap((drawing) =>
    Object.entries(conditions[drawing].acts).map(([name, one]) =>
      line([
        `${name}, ${titles[drawing]}`,
        ...[
          one.switchScript,
          one.switchSettled,
          one.usualScript,
          one.usualSettled,
          one.select,
          one.frame,
          one.slowFrame,
        ].map((value) => (Number.isFinite(value) && value !== null ? `${value.toFixed(1)} ms` : '–')),
      ]),
    ),
  ),
].join('\n')}

## Many embeds on one page

${[line(['form', 'how many', 'blank', 'script memory']), line(['---', '---', '---', '---']), ...Object.entries(embeds).flatMap(([form, counts]) => Object.entries(counts).map(([count, { blank, memory }]) => line([form, count, String(blank), `${memory.toFixed(1)} MB`])))].join('\n')}

## Ten times the data

Copies of every place, shifted, through the same parser and pictures (\`tests/bench/growth.ts\`).

${[line(['times', 'places', 'checked in', 'list and picture in']), line(['---', '---', '---', '---']), ...growth.map(({ times, places, parse, describe }) => line([String(times), String(places), `${parse.toFixed(0)} ms`, `${describe.toFixed(0)} ms`]))].join('\n')}

The copies lie beside the four groups and on them. Where that crowds the names of groups in one frame, a bounded number of orders of them is tried: with twelve groups that takes longer than with forty, most of which lie outside it.

The page had drawn all after ${opened.once.toFixed(0)} ms with the true data, and after ${opened.tenfold.toFixed(0)} ms with ten times as many places.
`;
}

/** Bars: time to the first picture and to interactive on the slow line, and bytes, of pages drawn by the processor. */
export function printChart({ conditions }: Figures): string {
  const { rows } = conditions.processor;
  const [left, wide, step] = [170, 520, 46];
  const longest = Math.max(
    ...rows.map(({ slow }) => (Number.isNaN(slow.interactive) ? slow.picture : slow.interactive)),
  );
  const scale = (value: number) => Number(((value / longest) * wide).toFixed(1));
  const bars = rows.flatMap(({ name, fast, slow }, at): readonly Markup[] => {
    const y = 40 + at * step;
    const ready = Number.isNaN(slow.interactive) ? null : slow.interactive;
    return [
      element('text', { x: left - 8, y: y + 14, 'text-anchor': 'end' }, [name]),
      ...(ready === null ? [] : [element('rect', { x: left, y, width: scale(ready), height: 18, fill: '#b9c7cd' })]),
      element('rect', { x: left, y, width: scale(slow.picture), height: 18, fill: '#3f6375' }),
      element('text', { x: left, y: y + 32, 'font-size': 11 }, [
        `picture ${slow.picture.toFixed(0)} ms${ready === null ? '' : `, interactive ${ready.toFixed(0)} ms`}, ${(fast.bytes / 1000).toFixed(0)} kB`,
      ]),
    ];
  });
  const [width, height] = [left + wide + 20, 60 + rows.length * step];
  return `${printMarkup(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${width} ${height}`,
        'font-family': 'serif',
        'font-size': 13,
        role: 'img',
      },
      [
        element('title', {}, ['Time to the first picture and to interactive on a slow line']),
        element('rect', { width, height, fill: '#fff' }),
        element('text', { x: left, y: 22 }, ['On a slow line: first picture (dark), interactive (light)']),
        ...bars,
      ],
    ),
    'xml',
  )}\n`;
}
