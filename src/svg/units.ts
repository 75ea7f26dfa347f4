import { type Frame, homeFrame, homeView } from '../model/camera.ts';

/** Width of the home frame in the picture's own units. */
export const unitsWide = 1000;

/** Height of the home frame in the same units. */
export const unitsHigh = Math.round((unitsWide * homeFrame().height) / homeFrame().width);

/** Width over height of the home frame. */
export const frameRatio = homeFrame().width / homeFrame().height;

/** The home view in a plate of this width, in CSS pixels. */
export function homePlate(width: number): Frame {
  const height = width / frameRatio;
  return { view: homeView(width, height), width, height };
}

/**
 * The three letterings of the picture in a page, each made for the smallest frame of its class, in CSS pixels of width: the page shows
 * the widest that fits.
 */
export const plates = [
  { name: 'phone', width: 300 },
  { name: 'column', width: 480 },
  { name: 'wide', width: 860 },
] as const;

/** The plate that a page shows in a stage of this size, in CSS pixels. */
export function plateFor(width: number, height: number): (typeof plates)[number] {
  const fits = plates.filter((plate) => width >= plate.width && height >= Math.ceil(plate.width / frameRatio));
  return fits[fits.length - 1] ?? plates[0];
}

/** The rules by which the size of the stage, a size container, chooses among the plates. */
export function plateRules(): string {
  return plates
    .map(({ name, width }, index) => {
      const next = plates[index + 1];
      const from = `(width >= ${width}px) and (height >= ${Math.ceil(width / frameRatio)}px)`;
      const over = next && `(width >= ${next.width}px) and (height >= ${Math.ceil(next.width / frameRatio)}px)`;
      const tooSmall = index === 0 ? '' : `@container not (${from}){.stage .plate-${name}{display:none}}`;
      return tooSmall + (over === undefined ? '' : `@container ${over}{.stage .plate-${name}{display:none}}`);
    })
    .join('');
}
