/** The lettering of one frame: first the words that say whose a line is, then the names round them. Map and picture share it. */
import type { Line } from '../model/lines.ts';
import type { Language } from '../model/types.ts';
import { type PlacedLineLabel, placeLineLabels, roomOfLines } from './line-labels.ts';
import { type PlacedLabel, type PlacementInput, placeLabels } from './place-labels.ts';
import type { Advances } from './text-width.ts';

export interface Lettered {
  readonly placed: readonly PlacedLabel[];
  readonly lineLabels: readonly PlacedLineLabel[];
}

export interface LetterFrameInput extends PlacementInput {
  /** The lines that are shown. */
  readonly lines: readonly Line[];
  readonly language: Language;
  readonly advances: Advances;
}

export function letterFrame({ lines, language, advances, ...names }: LetterFrameInput): Lettered {
  const { outlines, frame, covered } = names;
  const lineLabels = placeLineLabels({ lines, outlines, frame, covered, language, advances });
  const taken = [...covered, ...roomOfLines(lines, frame), ...lineLabels.map(({ box }) => box)];
  return { placed: placeLabels({ ...names, covered: taken }), lineLabels };
}
