/** Small worlds for the stances: a frame of 400 × 300 pixels with land in boxes. */
import type { Box, Point } from '../../../src/kernel/box.ts';
import { finish } from '../../../src/kernel/steps.ts';
import { bestPlace } from '../../../src/lettering/best-place.ts';
import { letteringOf } from '../../../src/lettering/labels/kinds.ts';
import type { Candidate, LightTable, Positions } from '../../../src/lettering/labels/light-table.ts';
import type { MeasuredLabel } from '../../../src/lettering/labels/measure-labels.ts';
import { type LandRaster, landMask } from '../../../src/lettering/land/land-mask.ts';
import { type Frame, toPosition } from '../../../src/model/camera.ts';
import type { Place, PlaceKind } from '../../../src/model/types.ts';
import { placeCalled } from '../dataset.ts';

export const frame: Frame = { view: { zoom: 9, lat: 44, lng: 146 }, width: 400, height: 300 };
const cellSize = 4;

export const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

/** The land of the frame: each ground in a box, whose sides are multiples of four. */
function landOf(grounds: Readonly<Record<string, Box>>): LandRaster {
  const [columns, rows] = [frame.width / cellSize, frame.height / cellSize];
  const cells = new Uint8Array(columns * rows);
  for (const [index, { left, top, right, bottom }] of Object.values(grounds).entries())
    for (let row = top / cellSize; row < bottom / cellSize; row++)
      cells.fill(index + 1, row * columns + left / cellSize, row * columns + right / cellSize);
  return { grounds: Object.keys(grounds), columns, rows, cellSize, cells };
}

interface Subject {
  readonly kind: PlaceKind;
  /** In pixels of the frame. */
  readonly at: Point;
  readonly id?: string;
  readonly group?: Place['group'];
  /** Whether its land is drawn. */
  readonly drawn?: boolean;
  readonly course?: readonly Point[];
  readonly waters?: readonly Point[];
  /** In em. */
  readonly width?: number;
}

/** A label of one row. */
export function labelOf({
  kind,
  at,
  id = 'own',
  group = null,
  drawn = false,
  width = 5,
  ...shapes
}: Subject): MeasuredLabel {
  const positions = (points?: readonly Point[]) => points?.map((point) => toPosition(frame, point)) ?? null;
  const place: Place = {
    ...placeCalled('etorofu'),
    id,
    kind,
    group,
    position: toPosition(frame, at),
    geometry: drawn ? { type: 'Polygon', coordinates: [] } : null,
    course: positions(shapes.course),
    waters: positions(shapes.waters),
  };
  return { place, lettering: letteringOf(place), width, rows: 1, firstRow: width };
}

interface World {
  readonly land?: Readonly<Record<string, Box>>;
  readonly taken?: readonly Box[];
  readonly marks?: LightTable['marks'];
  readonly previous?: Positions;
  /** Labels beside the one that is placed. */
  readonly others?: readonly MeasuredLabel[];
}

export function tableOf(
  labels: readonly MeasuredLabel[],
  { land = {}, taken = [], marks = [], previous = new Map() }: World = {},
): LightTable {
  const raster = landOf(land);
  const input = { labels, land: raster, frame, covered: [], selected: null, previous };
  return { input, mask: landMask(raster), taken, marks, courses: [] };
}

/** Where a label comes to stand; `null` where there is no good position. */
export function placed(label: MeasuredLabel, world: World = {}): Candidate | null {
  return finish(bestPlace(label, tableOf([label, ...(world.others ?? [])], world)));
}

/** The same where there must be one. */
export function placedFor(label: MeasuredLabel, world: World = {}): Candidate & { readonly box: Box } {
  const found = placed(label, world);
  const [first] = found?.boxes ?? [];
  if (found === null || first === undefined) throw new Error('the label has no position');
  return { ...found, box: first };
}
