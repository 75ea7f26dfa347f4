/** What stands in a plate's margin: the graticule's figures and the scale, worked out for a frame. */
import {
  type Frame,
  homeFrame,
  homeView,
  project,
  toPixels,
  toPosition,
  unproject,
  worldSize,
} from '../model/camera.ts';
import { halfDegreeZoom } from '../style/theme/theme.ts';

/** A figure of the graticule: where its line meets the edge, in CSS pixels along that edge. */
export interface GraticuleFigure {
  readonly edge: 'bottom' | 'left';
  readonly at: number;
  /** Degrees; east and north are positive. */
  readonly degrees: number;
}

/** Figures no closer than this, in CSS pixels, so that none runs into the next. */
const apart = 42;

/** The figures of the lines that cross a frame: meridians along its lower edge, parallels along its left one. */
export function graticuleFigures(frame: Frame): readonly GraticuleFigure[] {
  const [west, north] = toPosition(frame, [0, 0]);
  const [east, south] = toPosition(frame, [frame.width, frame.height]);
  const step = frame.view.zoom >= halfDegreeZoom ? 0.5 : 1;
  const figures = (
    from: number,
    to: number,
    place: (degrees: number) => number,
  ): readonly (readonly [number, number])[] => {
    const lines = multiples(from, to, step).map((degrees) => [degrees, place(degrees)] as const);
    const spacing = Math.abs((lines[1]?.[1] ?? apart) - (lines[0]?.[1] ?? 0));
    // Every second, fifth or tenth line has its figure where the lines stand close.
    const every = [1, 2, 5, 10].find((count) => count * spacing >= apart) ?? 20;
    return lines.filter(([degrees]) => Math.round(degrees / step) % every === 0);
  };
  const meridians = figures(west, east, (degrees) => toPixels(frame, [degrees, frame.view.lat])[0]);
  const parallels = figures(south, north, (degrees) => toPixels(frame, [frame.view.lng, degrees])[1]);
  return [
    ...meridians.map(([degrees, at]): GraticuleFigure => ({ edge: 'bottom', at, degrees })),
    ...parallels.map(([degrees, at]): GraticuleFigure => ({ edge: 'left', at, degrees })),
  ];
}

/** A position's degrees as a plate writes them: `146°`, `43°30′`. */
export function degreesText(degrees: number): string {
  const whole = Math.floor(Math.abs(degrees) + 1e-9);
  const minutes = Math.round((Math.abs(degrees) - whole) * 60);
  return minutes === 0 ? `${whole}°` : `${whole}°${String(minutes).padStart(2, '0')}′`;
}

export interface ScaleBar {
  readonly kilometres: number;
  readonly pixels: number;
}

/** CSS pixels that a bar must have to be measured by. */
export const shortestBar = 70;

/** The distances that bars are made for, none of them more than two and a half times as long as the one before. */
const roundKilometres = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** The shortest round distance whose bar is long enough, along the parallel through the frame's centre. */
export function scaleBar({ view }: Pick<Frame, 'view'>): ScaleBar {
  const pixels = pixelsPerKilometre(view);
  const kilometres = roundKilometres.find((candidate) => candidate * pixels >= shortestBar) ?? 1000;
  return { kilometres, pixels: kilometres * pixels };
}

function pixelsPerKilometre({ zoom, lat }: Frame['view']): number {
  const equator = 40_075.0167;
  return (worldSize * 2 ** zoom) / (equator * Math.cos((lat * Math.PI) / 180));
}

function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

/** A figure of the home view, as a share of the home frame's width or height from its left or top edge. */
export interface HomeFigure {
  readonly edge: 'bottom' | 'left';
  readonly share: number;
  readonly degrees: number;
}

/** The whole degrees of the home view, and of a margin round it for windows of other shapes. */
export function homeFigures(): readonly HomeFigure[] {
  const { x, y, width, height } = homeFrame();
  const [west, north] = unproject(x - width / 2, y - height / 2);
  const [east, south] = unproject(x + width * 1.5, y + height * 1.5);
  return [
    ...multiples(west, east, 1).map(
      (degrees): HomeFigure => ({ edge: 'bottom', share: (project([degrees, 44])[0] - x) / width, degrees }),
    ),
    ...multiples(south, north, 1).map(
      (degrees): HomeFigure => ({ edge: 'left', share: (project([146, degrees])[1] - y) / height, degrees }),
    ),
  ];
}

/**
 * A bar of the home view: `share` is its length by the home frame's width, `from` the width in CSS pixels from which it
 * is the right one.
 */
export interface HomeScale {
  readonly kilometres: number;
  readonly share: number;
  readonly from: number;
}

const homeKilometre = pixelsPerKilometre(homeView(1000, 1000 * (homeFrame().height / homeFrame().width))) / 1000;

/** The bars of the home view, the first in the smallest frames: the same as the map that shows it has. */
export const homeScales: readonly HomeScale[] = [200, 100, 50, 20].map((kilometres) => {
  const share = kilometres * homeKilometre;
  return { kilometres, share, from: shortestBar / share };
});
