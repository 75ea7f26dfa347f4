import { type Frame, homeFrame, homeView, project } from '../model/camera.ts';
import type { LngLat } from '../model/types.ts';

/** Width of the home frame in the picture's own units. */
export const unitsWide = 1000;

/** Width over height of the home frame. */
export const frameRatio = homeFrame().width / homeFrame().height;

/** The ground is drawn in finer units than the rest, so that whole numbers do. */
export const finer = 5;

/** Width and height of the home frame in the ground's units. */
export const groundUnits = unitsWide * finer;
export const groundUnitsHigh = Number((groundUnits / frameRatio).toFixed(2));

/** A position in the units of the picture's ground. */
export function toHomeGround(position: LngLat): readonly [x: number, y: number] {
  const frame = homeFrame();
  const [x, y] = project(position);
  return [((x - frame.x) / frame.width) * groundUnits, ((y - frame.y) / frame.width) * groundUnits];
}

/** The stage on paper, in millimetres: low enough that the whole picture fits on one sheet of A4 or Letter. */
export const paperStage = { width: 186, height: 82 } as const;

/** The home view in a frame of its own shape and of this width, in CSS pixels. */
export function homePlate(width: number): Frame {
  return plateFrame({ width, height: width / frameRatio });
}

/** A lettering of the picture in a page, made for a stage of this size in CSS pixels, or larger. */
export interface PlateSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Whether names have their second row, in the other script. The smallest stage has no room for it. */
  readonly secondRows: boolean;
}

/** The letterings of the picture in a page: it shows the last that fits, the first where none does. */
export const plates: readonly [PlateSize, ...PlateSize[]] = [
  { name: 'small', width: 320, height: 285, secondRows: false },
  { name: 'phone', width: 350, height: 400, secondRows: true },
  { name: 'frame', width: 540, height: 350, secondRows: true },
  { name: 'column', width: 480, height: 426, secondRows: true },
  { name: 'wide', width: 860, height: 764, secondRows: true },
];

/** The home view in the stage that a plate is made for. */
export function plateFrame({ width, height }: Pick<PlateSize, 'width' | 'height'>): Frame {
  return { view: homeView(width, height), width, height };
}

/** The plate that a page shows in a stage of this size, in CSS pixels. */
export function plateFor(width: number, height: number): PlateSize {
  const fits = plates.filter((plate) => width >= plate.width && height >= plate.height);
  return fits[fits.length - 1] ?? plates[0];
}

/**
 * The rules by which the size of the stage, a size container, chooses among the plates. None is shown before the size
 * is known: a browser may ask for the layout of all that is not hidden before it has sized the container.
 */
export function plateRules(): string {
  const none = '.stage [class^=plate-]{display:none}';
  const show = ({ name }: PlateSize) => `.stage .plate-${name}{display:inline}`;
  const [smallest, ...larger] = plates;
  return [
    none,
    `@container (width >= 0px){${show(smallest)}}`,
    ...larger.map(
      (plate) => `@container (width >= ${plate.width}px) and (height >= ${plate.height}px){${none}${show(plate)}}`,
    ),
  ].join('');
}
