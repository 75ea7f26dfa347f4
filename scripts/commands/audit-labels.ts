/**
 * Audits the lettering of the built page: `npm run audit:labels -- [--centre part-of-name] [--zoom 5] [--only phone]`.
 * Drives the map over the listed centres at whole zooms, under every convention and in every language, on a phone and
 * on a desktop, and reads from MapLibre itself which labels it has drawn and the room they take. Prints a line a centre
 * and zoom, then every fault; exits with 1 where a bar is missed: every group that a view shows is named, no name is
 * cut, covers another, or lies on the wrong element. Writes every view to `.cache/label-audit.tsv`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { bbox, booleanPointInPolygon, coordAll } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Box } from '../../src/kernel/box.ts';
import { type Frame, toPixels, toPosition } from '../../src/model/camera.ts';
import { conventions, type GroupId, groupIds, languages, type Place } from '../../src/model/types.ts';
import { readDataset, readHokkaido } from '../geo/read-geo.ts';
import { buildSurroundingLand } from '../geo/surrounding-land.ts';
import { browserFlags, findBrowser, howToInstall } from '../machine/browser.ts';
import { projectPath } from '../machine/node-files.ts';
import { serveBuild } from '../machine/serve.ts';
import { auditCentres } from './label-audit-centres.ts';

const { values } = parseArgs({
  options: { centre: { type: 'string' }, zoom: { type: 'string' }, only: { type: 'string' } },
});
const zooms = [5, 6, 7, 8, 9, 10, 11].filter((zoom) => values.zoom === undefined || zoom === Number(values.zoom));
const centres = auditCentres.filter(({ name }) => name.includes(values.centre ?? ''));
const devices = [
  { name: 'phone', width: 360, height: 640 },
  { name: 'desktop', width: 1280, height: 800 },
].filter(({ name }) => name.includes(values.only ?? ''));

/** What the page tells of one view, in CSS pixels of the map. */
interface Reading {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly lng: number;
  readonly lat: number;
  readonly covered: readonly Box[];
  /** One entry a drawn label; `rooms` are MapLibre's own collision boxes, a row of small ones along a course. */
  readonly labels: readonly { readonly id: string; readonly rooms: readonly Box[] }[];
}

const dataset = readDataset();
const places = new Map(dataset.places.map((place) => [place.id, place]));
interface Shape {
  readonly id: string | null;
  readonly group: GroupId | null;
  readonly geometry: Polygon | MultiPolygon;
  readonly box: readonly number[];
}
const shapes: readonly Shape[] = [
  ...dataset.places.flatMap(({ id, group, geometry }) =>
    geometry === null ? [] : [{ id, group, geometry, box: bbox(geometry) }],
  ),
  ...buildSurroundingLand(readHokkaido()).features.map(({ geometry }) => ({
    id: null,
    group: null,
    geometry,
    box: bbox(geometry),
  })),
];
const waterKinds = ['sea', 'strait', 'bay'];

/** Runs in the page. */
function read(): Reading {
  const element = document.querySelector('four-islands-map');
  const map = element === null ? null : Reflect.get(element, 'maplibre');
  const root = element?.shadowRoot;
  if (map === null || root === null || root === undefined) throw new Error('there is no map');
  const stage = map.getContainer().getBoundingClientRect();
  const relative = ({ left, top, right, bottom }: DOMRect) => ({
    left: left - stage.left,
    top: top - stage.top,
    right: right - stage.left,
    bottom: bottom - stage.top,
  });
  const layers = map
    .getStyle()
    .layers.map((layer: { id: string }) => layer.id)
    .filter((id: string) => id.startsWith('labels-'));
  const { grid } = map.style.placement.collisionIndex;
  const padding = 100;
  const inParts = (numbers: readonly number[], size: number) =>
    Array.from({ length: numbers.length / size }, (_, part) =>
      numbers
        .slice(part * size, (part + 1) * size)
        .map((number, at) => (size === 3 && at === 2 ? number : number - padding)),
    );
  const rooms = [
    ...inParts(grid.bboxes, 4).map(([left = 0, top = 0, right = 0, bottom = 0]) => ({ left, top, right, bottom })),
    ...inParts(grid.circles, 3).map(([x = 0, y = 0, radius = 0]) => ({
      left: x - radius,
      top: y - radius,
      right: x + radius,
      bottom: y + radius,
    })),
  ];
  const drawn = new Map<string, Map<string, (typeof rooms)[number]>>();
  for (const feature of map.queryRenderedFeatures({ layers })) drawn.set(feature.properties.id, new Map());
  for (const room of rooms)
    for (const feature of map.queryRenderedFeatures([(room.left + room.right) / 2, (room.top + room.bottom) / 2], {
      layers,
    }))
      drawn.get(feature.properties.id)?.set(JSON.stringify(room), room);
  const { lng, lat } = map.getCenter();
  return {
    width: stage.width,
    height: stage.height,
    zoom: map.getZoom(),
    lng,
    lat,
    covered: [...root.querySelectorAll('.naming, .camera, .disclaimer')].map((part) =>
      relative(part.getBoundingClientRect()),
    ),
    labels: [...drawn].map(([id, own]) => ({ id, rooms: [...own.values()] })),
  };
}

/** Sets attributes of the element and waits until the map is lettered for them and drawn. Runs in the page. */
async function set(attributes: Readonly<Record<string, string>>): Promise<void> {
  const element = document.querySelector('four-islands-map');
  const map = element === null ? null : Reflect.get(element, 'maplibre');
  if (element === null || map === null) throw new Error('there is no map');
  const changed = Object.entries(attributes).filter(([name, value]) => element.getAttribute(name) !== value);
  // Another convention changes the words alone, without a new lettering.
  let isLettered = !changed.some(([name]) => name !== 'names');
  let since = performance.now();
  const note = ({ sourceId, sourceDataType }: { readonly sourceId?: string; readonly sourceDataType?: string }) => {
    if (sourceId !== 'labels' || sourceDataType !== 'content') return;
    isLettered = true;
    since = performance.now();
  };
  map.on('sourcedata', note);
  for (const [name, value] of changed) element.setAttribute(name, value);
  // A camera that goes on for some frames asks for a lettering once more; where that changes nothing, nothing tells of
  // it.
  const [quiet, patience] = [150, 3_000];
  const begun = since;
  while (performance.now() - begun < patience && !(isLettered && performance.now() - since > quiet))
    await new Promise((resolve) => setTimeout(resolve, 30));
  map.off('sourcedata', note);
  await new Promise<void>((resolve) => map.once('idle', () => resolve()).triggerRepaint());
}

interface Verdict {
  readonly placed: number;
  readonly cut: readonly string[];
  readonly overlapping: readonly string[];
  readonly wrong: readonly string[];
  readonly unlabelled: readonly string[];
  readonly absent: readonly string[];
}

function judge(reading: Reading, expected: readonly string[]): Verdict {
  const frame: Frame = { view: reading, width: reading.width, height: reading.height };
  const ids = reading.labels.map(({ id }) => id);
  const placed = reading.labels.map(({ id, rooms }) => ({ id, rooms, place: places.get(id) }));
  const outside = ({ left, top, right, bottom }: Box) =>
    left < 0 || top < 0 || right > reading.width || bottom > reading.height;
  return {
    placed: reading.labels.length,
    cut: placed
      .filter(({ rooms }) => rooms.some((room) => outside(room) || reading.covered.some((part) => meet(room, part))))
      .map(({ id }) => id),
    overlapping: placed.flatMap((one, index) =>
      placed
        .slice(index + 1)
        .filter((two) => one.rooms.some((room) => two.rooms.some((other) => meet(room, other))))
        .map((two) => `${one.id} × ${two.id}`),
    ),
    wrong: placed
      .filter(({ place, rooms }) => place !== undefined && rooms.some((room) => isWrong(place, room, frame)))
      .map(({ id }) => id),
    unlabelled: groupIds.filter((group) => !ids.includes(group) && isSeen(group, reading, frame)),
    absent: expected.filter((id) => !ids.includes(id)),
  };
}

/** Boxes that share more than a pixel. */
function meet(one: Box, two: Box): boolean {
  const slack = 1;
  return (
    one.left < two.right - slack &&
    two.left < one.right - slack &&
    one.top < two.bottom - slack &&
    two.top < one.bottom - slack
  );
}

/** A name of water on land, or a name of land on land that it does not name. */
function isWrong(place: Place, { left, top, right, bottom }: Box, frame: Frame): boolean {
  const points = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((across) =>
    [0.15, 0.5, 0.85].map((down) => toPosition(frame, [left + (right - left) * across, top + (bottom - top) * down])),
  );
  return points.some((point) => {
    const [lng, lat] = point;
    const land = shapes.find(
      ({ box: [west = 0, south = 0, east = 0, north = 0], geometry }) =>
        lng >= west && lng <= east && lat >= south && lat <= north && booleanPointInPolygon([...point], geometry),
    );
    if (land === undefined) return false;
    if (waterKinds.includes(place.kind)) return true;
    if (place.geometry !== null && place.id !== place.group) return land.id !== place.id;
    return land.group !== place.group;
  });
}

/** Whether any of a group's coast stands in the open part of the frame. */
function isSeen(group: GroupId, reading: Reading, frame: Frame): boolean {
  const inset = 4;
  return shapes
    .filter((shape) => shape.group === group)
    .flatMap(({ geometry }) => coordAll(geometry))
    .map(([lng = 0, lat = 0]) => toPixels(frame, [lng, lat]))
    .some(
      ([x, y]) =>
        x > inset &&
        y > inset &&
        x < reading.width - inset &&
        y < reading.height - inset &&
        !reading.covered.some((part) => x > part.left && x < part.right && y > part.top && y < part.bottom),
    );
}

interface Row extends Verdict {
  readonly device: string;
  readonly centre: string;
  readonly zoom: number;
  readonly names: string;
  readonly language: string;
}

async function audit(page: Page, device: (typeof devices)[number]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const centre of centres)
    for (const zoom of zooms) {
      const column = device.name === 'phone' ? 1 : 0;
      const expected = Object.entries(centre.expected)
        .filter(([, from]) => zoom >= from[column])
        .map(([id]) => id)
        .filter((id) => isShownHere(id, zoom));
      for (const language of languages)
        for (const names of conventions) {
          await page.evaluate(set, { view: `${zoom}/${centre.lat}/${centre.lng}`, lang: language, names });
          const verdict = judge(await page.evaluate(read), expected);
          rows.push({ device: device.name, centre: centre.name, zoom, names, language, ...verdict });
        }
      report(rows.slice(-languages.length * conventions.length));
    }
  return rows;
}

/** A position of unknown basis is not lettered from zoom 8 on: its name cannot be expected there. */
function isShownHere(id: string, zoom: number): boolean {
  const place = places.get(id);
  if (place === undefined) throw new Error(`the audit expects “${id}”, which is no place`);
  return place.positionBasis !== 'unknown' || zoom < 8;
}

const faults = ['cut', 'overlapping', 'wrong', 'unlabelled', 'absent'] as const;

function report(rows: readonly Row[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const counts = rows.map(({ placed }) => placed);
  const sum = (fault: (typeof faults)[number]) =>
    String(rows.reduce((total, row) => total + row[fault].length, 0)).padStart(6);
  console.log(
    `${first.device.padEnd(8)}${first.centre.padEnd(32)}${String(first.zoom).padStart(4)}  ${`${Math.min(...counts)}–${Math.max(...counts)}`.padStart(7)}${faults.map(sum).join('')}`,
  );
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  // The runner of this script names functions through a helper of its own, which the page lacks.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(`${url}?lang=en&load=eager`);
  await page.locator('four-islands-map[data-lettered]').waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    const map = Reflect.get(document.querySelector('four-islands-map') ?? {}, 'maplibre');
    // A label that fades in is drawn all the same; waiting for it would double the time.
    Reflect.set(map, '_fadeDuration', 0);
  });
  return page;
}

const executablePath = findBrowser();
if (executablePath === null) throw new Error(howToInstall);
const site = await serveBuild();
const browser = await chromium.launch({ executablePath, args: browserFlags });
console.log(
  `${'device'.padEnd(8)}${'centre'.padEnd(32)}zoom  labels   cut  over wrong group absent   (sums over ${languages.length * conventions.length} views)`,
);
const all: Row[] = [];
for (const device of devices) {
  const context = await browser.newContext({
    viewport: { width: device.width, height: device.height },
    reducedMotion: 'reduce',
  });
  all.push(...(await audit(await open(context, site.url), device)));
  await context.close();
}
await browser.close();
await site.close();

mkdirSync(projectPath('.cache'), { recursive: true });
const columns = ['device', 'centre', 'zoom', 'names', 'language', 'placed', ...faults] as const;
writeFileSync(
  projectPath('.cache/label-audit.tsv'),
  [columns.join('\t'), ...all.map((row) => columns.map((column) => [row[column]].flat().join(', ')).join('\t'))].join(
    '\n',
  ),
);
for (const row of all)
  for (const fault of faults)
    if (row[fault].length > 0)
      console.log(
        `${row.device}, ${row.centre}, zoom ${row.zoom}, ${row.names}, ${row.language}: ${fault}: ${row[fault].join(', ')}`,
      );
const total = (fault: (typeof faults)[number]) => all.reduce((count, row) => count + row[fault].length, 0);
console.log(`${all.length} views: ${faults.map((fault) => `${total(fault)} ${fault}`).join(', ')}`);
process.exitCode = faults.some((fault) => total(fault) > 0) ? 1 : 0;
