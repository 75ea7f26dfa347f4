/** Letters the picture: the home view in the stage that a plate is made for, or any other frame. */
import type { Box } from '../kernel/box.ts';
import type { Steps } from '../kernel/steps.ts';
import { withoutSecondRow } from '../lettering/labels/measure-labels.ts';
import { type Lettered, type LetterFrameInput, letterFrame } from '../lettering/letter-frame.ts';
import type { Frame } from '../model/camera.ts';
import type { Language } from '../model/types.ts';
import { scaleBar } from './marginalia.ts';
import { type PlateSize, plateFrame } from './units.ts';

/** What is lettered, wherever it is seen. */
export type Letters = Omit<LetterFrameInput, 'frame' | 'covered' | 'selected' | 'previous'>;

/** Letters the home view in a stage that a plate is made for, as a page shows it. */
export function letterPlate(letters: Letters, plate: PlateSize): Steps<Lettered> {
  const frame = plateFrame(plate);
  const labels = plate.secondRows ? letters.labels : letters.labels.map(withoutSecondRow);
  return letterPicture({ ...letters, labels }, frame, marginOf(frame, letters.language));
}

/** Letters any frame, with nothing selected and nothing that stood there before. */
export function letterPicture(letters: Letters, frame: Frame, covered: readonly Box[]): Steps<Lettered> {
  return letterFrame({ ...letters, frame, covered, selected: null, previous: new Map() });
}

/**
 * What stands over every page's map: the naming control above, scale and figures of the graticule below, on a small one
 * the buttons, on a large one the globe.
 */
export function marginOf(frame: Frame, language: Language): readonly Box[] {
  const { width, height } = frame;
  // In Russian the disclaimer has three lines on a phone, and what stands over it stands higher. The smallest stage has
  // no room to give.
  const raised = language === 'ru' && width < 375 && height >= 400 ? 28 : 0;
  // On a phone and in a column the disclaimer under it has two lines.
  const aboveScale = width < 560 ? 84 : 70;
  // On a phone three of them, with what they stand on; fewer are given room on the smallest stage.
  const buttons = width >= 480 ? 310 : height >= 400 ? 210 : 150;
  return [
    { left: 0, top: 0, right: 270, bottom: width < 700 ? 46 : 92 },
    { left: width - scaleBar(frame).pixels - 26, top: height - aboveScale - raised, right: width, bottom: height },
    { left: 0, top: height - 44 - raised, right: width, bottom: height },
    ...(width >= 860 ? [{ left: 0, top: 0, right: 130, bottom: 214 }] : []),
    ...(width < 700 ? [{ left: width - 50, top: height - raised - buttons, right: width, bottom: height }] : []),
  ];
}
