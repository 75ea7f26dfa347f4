import { hatch } from './theme.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, a byte a channel, rows from the top. */
  readonly data: Uint8Array;
}

/**
 * One tile of the diagonal hatch on clear ground, that joins itself on every side. `ratio` is device pixels a CSS
 * pixel.
 */
export function hatchTile(colour: string, ratio: number): Pixels {
  const size = Math.round(hatch.spacing * ratio);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const data = new Uint8Array(size * size * 4);
  const half = (hatch.width * ratio * Math.SQRT2) / 2;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const along = (x + y + 1) % size;
      const distance = Math.min(along, size - along);
      const cover = Math.max(0, Math.min(1, half + 0.5 - distance));
      data.set([red, green, blue, Math.round(cover * 255)], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}
