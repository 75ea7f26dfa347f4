/** What is printed in place of the map: a picture lettered for the sheet, of what the reader had before them. */

import type { Box } from '../../kernel/box.ts';
import type { Frame } from '../../model/camera.ts';
import { paperStage } from '../../svg/units.ts';

/** The same in CSS pixels, of which 96 make an inch. */
const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * 96);
const [width, height] = [pixels(paperStage.width), pixels(paperStage.height)];

/** A frame of the sheet's size that shows all that another frame shows. */
export function frameOnPaper({ view, ...screen }: Frame): Frame {
  const grown = Math.min(width / screen.width, height / screen.height);
  return { view: { ...view, zoom: view.zoom + Math.log2(grown) }, width, height };
}

/** Where scale and figures stand on the sheet. */
export const coveredOnPaper: readonly Box[] = [
  { left: width - 205, top: height - 46, right: width, bottom: height },
  { left: 0, top: height - 20, right: width, bottom: height },
  { left: 0, top: 0, right: 30, bottom: height },
];

/** Prepares for printing and undoes it, whoever asks to print. */
export function listenToPrint(prepare: () => void, undo: () => void, signal: AbortSignal): void {
  window.addEventListener('beforeprint', prepare, { signal });
  window.addEventListener('afterprint', undo, { signal });
}
