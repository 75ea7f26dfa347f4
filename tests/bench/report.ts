/** What the bench says: targets, table, document and chart. Pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { bytesSent } from '../../scripts/site/compress-files.ts';
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import type { Growth } from './growth.ts';
import { type Acts, settling, type Visit } from './measure.ts';

export interface Row {
  readonly name: string;
  readonly fast: Visit;
  readonly slow: Visit;
}

export interface Figures {
  readonly runs: number;
  readonly machine: string;
  readonly rows: readonly Row[];
  readonly acts: Readonly<Record<string, Acts>>;
  /** By the form of the embed, and how many stand on one page. */
  readonly embeds: Readonly<
    Record<'frame' | 'element', Readonly<Record<string, { readonly blank: number; readonly memory: number }>>>
  >;
  readonly growth: readonly Growth[];
  /** Milliseconds until all is drawn, with the true data and with ten times as much. */
  readonly opened: { readonly once: number; readonly tenfold: number };
}

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

const compressed = (path: string) => bytesSent(projectPath(path));

/** Bytes of our page's script with all that it imports at once. */
function ownScript(): number {
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    const text = readFileSync(projectPath(`dist/assets/${name}`), 'utf8');
    for (const [, next = ''] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) visit(next);
  };
  const entry = readdirSync(projectPath('dist/assets')).find((name) => /^index-.*\.js$/.test(name));
  if (entry !== undefined) visit(entry);
  return [...reached].reduce((sum, name) => sum + compressed(`dist/assets/${name}`), 0);
}

/** Every target with what was measured; those that are missed first. */
export function targetsOf({ rows, acts, embeds, growth, opened }: Figures): readonly Target[] {
  const row = (name: string) => {
    const found = rows.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`“${name}” was not measured`);
    return found;
  };
  const [ours, bare, empty, click] = ['ours: page', 'bare MapLibre', 'empty page', 'ours: page, on click'].map(row);
  if (ours === undefined || bare === undefined || empty === undefined || click === undefined)
    throw new Error('four pages are compared');
  const most = (what: string, value: number, limit: number, unit: string, digits = 0): Target => ({
    what,
    wanted: `≤ ${limit.toFixed(digits)} ${unit}`,
    measured: `${value.toFixed(digits)} ${unit}`,
    met: value <= limit,
  });
  const oursActs = acts['ours: page'];
  const forms = rows.filter(({ name }) => name.startsWith('ours: '));
  const last = growth.at(-1);
  const first = growth[0];
  const targets: readonly Target[] = [
    most('bytes to the first picture', compressed('dist/index.html') / 1000, 20, 'kB', 1),
    most('first picture, unthrottled, against bare MapLibre', ours.fast.picture / bare.fast.picture, 0.6, '×', 2),
    most('first picture, slow line, against bare MapLibre', ours.slow.picture / bare.slow.picture, 0.3, '×', 2),
    most('first picture, slow line, beyond an empty page', ours.slow.picture - empty.slow.picture, 200, 'ms'),
    most('own script before MapLibre', ownScript() / 1000, 30, 'kB', 1),
    most(
      'interactive, unthrottled, against bare MapLibre',
      ours.fast.interactive / bare.fast.interactive,
      1.05,
      '×',
      2,
    ),
    most('interactive, slow line, against bare MapLibre', ours.slow.interactive / bare.slow.interactive, 1.05, '×', 2),
    most('bytes until all is drawn, against bare MapLibre', ours.fast.bytes / bare.fast.bytes, 0.85, '×', 2),
    most(
      'interactive after a click, against bare MapLibre’s start',
      click.fast.interactive / bare.fast.interactive,
      0.6,
      '×',
      2,
    ),
    ...(oursActs === undefined
      ? []
      : [
          most('naming switch, script', oursActs.switchScript, 2, 'ms', 1),
          most(
            'naming switch settled, against setLayoutProperty on the same map',
            oursActs.switchSettled / oursActs.usualSettled,
            0.75,
            '×',
            2,
          ),
        ]),
    most('layout shift, the worst', Math.max(...forms.map(({ fast }) => fast.shift)), 0, '', 4),
    most('longest task of our own scripts, the worst', Math.max(...forms.map(({ fast }) => fast.own)), 50, 'ms'),
    ...(['frame', 'element'] as const).flatMap((form) => [
      most(`blank ${form}s of thirty`, embeds[form]['30']?.blank ?? Number.NaN, 0, ''),
      most(
        `memory of thirty ${form}s, against one`,
        (embeds[form]['30']?.memory ?? Number.NaN) / (embeds[form]['1']?.memory ?? Number.NaN),
        4,
        '×',
        2,
      ),
    ]),
    ...(first === undefined || last === undefined
      ? []
      : [
          most('checking ten times the data, against once', last.parse / first.parse, 15, '×', 1),
          most('list and picture of ten times the data, against once', last.describe / first.describe, 15, '×', 1),
        ]),
    most('opening ten times the data, against once', opened.tenfold / opened.once, 15, '×', 1),
  ];
  return [...targets].sort((one, other) => Number(one.met) - Number(other.met));
}

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
export function printTable({ rows, runs }: Figures, targets: readonly Target[]): string {
  const table = [heads, ...rows.map(cells)];
  const widths = heads.map((_, at) => Math.max(...table.map((line) => (line[at] ?? '').length)));
  return [
    '',
    ...targets.map(
      ({ what, wanted, measured, met }) => `${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (${wanted})`,
    ),
    '',
    ...table.map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    ),
    '',
    `milliseconds, medians of ${runs}${runs < 7 ? ': fewer than seven, a look and no result' : ''}`,
  ].join('\n');
}

const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;

/** `docs/performance.md`. */
export function printReport(figures: Figures, targets: readonly Target[]): string {
  const { runs, machine, rows, acts, embeds, growth, opened } = figures;
  return `# Performance

Written by \`npm run bench\`; nothing here is typed by hand. Medians of ${runs}${runs < 7 ? ' (fewer than seven: a look and no result)' : ''}, cold cache, one after the other in one run on ${machine}. Each page opens in a window that has been left alone for ${settling / 1000} s, and is asked nothing before it has drawn all: the browser tells what was reached. Rendering in software makes WebGL slow: compare the rows
with each other, not with other machines. Slow: 1.6 Mbit/s, 150 ms. All pages draw the same land and islands; ours also has names, list, passages and places.

![Bytes and times of the pages side by side](performance.svg)

## Targets

${[line(['', 'target', 'wanted', 'measured']), line(['---', '---', '---', '---']), ...targets.map(({ what, wanted, measured, met }) => line([met ? 'met' : '**missed**', what, wanted, measured]))].join('\n')}

## Pages

Bytes as the server sent them until all is drawn, to workers too, fonts included; milliseconds from the start of the navigation (on click: from the click); script memory after a collection. Our map is interactive when its land is drawn and the camera answers; waterlines, lines and names are the picture's until the map has drawn its own, and the picture goes with the camera.

${[line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n')}

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
  ...Object.entries(acts).map(([name, one]) =>
    line([
      name,
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

/** Bars: time to the first picture and to interactive on the slow line, and bytes. */
export function printChart({ rows }: Figures): string {
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
