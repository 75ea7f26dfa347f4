/** What the bench measures, and what of it is to stay within which limit. */
import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { bytesSent } from '../../scripts/site/compress-files.ts';
import type { Growth } from './growth.ts';
import { type Acts, type Drawing, drawings, type Visit } from './measure.ts';

export interface Row {
  readonly name: string;
  readonly fast: Visit;
  readonly slow: Visit;
}

/** What was measured in one way of drawing. */
export interface Condition {
  readonly rows: readonly Row[];
  readonly acts: Readonly<Record<string, Acts>>;
}

/** What is measured once, in pages drawn by the processor. */
export interface Whole {
  /** By the form of the embed, and how many stand on one page. */
  readonly embeds: Readonly<
    Record<'frame' | 'element', Readonly<Record<string, { readonly blank: number; readonly memory: number }>>>
  >;
  readonly growth: readonly Growth[];
  /** Milliseconds until all is drawn, with the true data and with ten times as much. */
  readonly opened: { readonly once: number; readonly tenfold: number };
}

export interface Figures {
  readonly runs: number;
  readonly machine: string;
  readonly conditions: Readonly<Record<Drawing, Condition>>;
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

/** What a page must not exceed. Without a measurement there is no target. */
function most(what: string, value: number | undefined, limit: number, unit: string, digits = 0): readonly Target[] {
  if (value === undefined) return [];
  const [wanted, measured] = [limit, value].map((number) => `${number.toFixed(digits)} ${unit}`);
  return [{ what, wanted: `≤ ${wanted}`, measured: `${measured}`, met: value <= limit }];
}

const share = (part: number | undefined, whole: number | undefined) =>
  part === undefined || whole === undefined ? undefined : part / whole;

/** Targets for one way of drawing, of the pages that were measured. */
function targetsIn({ rows, acts }: Condition): readonly Target[] {
  const row = (name: string) => rows.find((candidate) => candidate.name === name);
  const [ours, bare, empty, click] = ['ours: page', 'bare MapLibre', 'empty page', 'ours: page, on click'].map(row);
  const beyondEmpty = ours === undefined || empty === undefined ? undefined : ours.slow.picture - empty.slow.picture;
  const { switchScript, switchSettled, usualSettled } = acts['ours: page'] ?? {};
  const forms = rows.filter(({ name }) => name.startsWith('ours: '));
  const worst = (of: (visit: Visit) => number) =>
    forms.length === 0 ? undefined : Math.max(...forms.map(({ fast }) => of(fast)));
  const against = 'against bare MapLibre';
  return [
    most(`first picture, unthrottled, ${against}`, share(ours?.fast.picture, bare?.fast.picture), 0.6, '×', 2),
    most(`first picture, slow line, ${against}`, share(ours?.slow.picture, bare?.slow.picture), 0.3, '×', 2),
    most('first picture, slow line, beyond an empty page', beyondEmpty, 200, 'ms'),
    most(`interactive, unthrottled, ${against}`, share(ours?.fast.interactive, bare?.fast.interactive), 1.05, '×', 2),
    most(`interactive, slow line, ${against}`, share(ours?.slow.interactive, bare?.slow.interactive), 1.05, '×', 2),
    most(`bytes until all is drawn, ${against}`, share(ours?.fast.bytes, bare?.fast.bytes), 1, '×', 2),
    most(
      'interactive after a click, against bare MapLibre’s start',
      share(click?.fast.interactive, bare?.fast.interactive),
      0.6,
      '×',
      2,
    ),
    most('naming switch, script', switchScript, 2, 'ms', 1),
    most(
      'naming switch settled, against setLayoutProperty on the same map',
      share(switchSettled, usualSettled),
      0.75,
      '×',
      2,
    ),
    most(
      'layout shift, the worst',
      worst(({ shift }) => shift),
      0,
      '',
      4,
    ),
    most(
      'longest task of our own scripts, the worst',
      worst(({ own }) => own),
      50,
      'ms',
    ),
  ].flat();
}

function targetsOfWhole({ embeds, growth, opened }: Whole): readonly Target[] {
  const [first, last] = [growth[0], growth.at(-1)];
  return [
    ...(['frame', 'element'] as const).flatMap((form) => [
      most(`blank ${form}s of thirty`, embeds[form]['30']?.blank, 0, ''),
      most(
        `memory of thirty ${form}s, against one`,
        share(embeds[form]['30']?.memory, embeds[form]['1']?.memory),
        4,
        '×',
        2,
      ),
    ]),
    most('checking ten times the data, against once', share(last?.parse, first?.parse), 15, '×', 1),
    most('list and picture of ten times the data, against once', share(last?.describe, first?.describe), 15, '×', 1),
    most('opening ten times the data, against once', opened.tenfold / opened.once, 15, '×', 1),
  ].flat();
}

export const titles: Readonly<Record<Drawing, string>> = {
  processor: 'drawn by the processor',
  graphics: 'drawn through the graphics interface',
};

/** Every target with what was measured; those that are missed first. */
export function targetsOf({ conditions }: Figures, whole: Whole | null): readonly Target[] {
  const targets = [
    ...most('bytes to the first picture', compressed('dist/index.html') / 1000, 20, 'kB', 1),
    ...most('own script before MapLibre', ownScript() / 1000, 30, 'kB', 1),
    ...drawings.flatMap((drawing) =>
      targetsIn(conditions[drawing]).map((target) => ({ ...target, what: `${target.what}; ${titles[drawing]}` })),
    ),
    ...(whole === null ? [] : targetsOfWhole(whole)),
  ];
  return targets.sort((one, other) => Number(one.met) - Number(other.met));
}
