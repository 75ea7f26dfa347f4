/** Letters one map frame after frame: remembers what was measured and where names stood, so that they stay there while that is good. */
import type { Frame } from '../model/camera.ts';
import type { Line } from '../model/lines.ts';
import type { Language } from '../model/types.ts';
import { type Box, outlinesOf } from '../style/land-mask.ts';
import { type Lettered, letterFrame } from '../style/letter-frame.ts';
import { type MeasuredLabel, measureLabels, type PlacedLabel } from '../style/place-labels.ts';
import type { Advances } from '../style/text-width.ts';
import { letterPlate } from '../svg/place-on-plate.ts';
import { plateFor } from '../svg/units.ts';
import type { LoadedData } from './load-data.ts';

export interface LetteringInput {
  readonly frame: Frame;
  readonly language: Language;
  readonly selected: string | null;
  readonly covered: readonly Box[];
  /** The lines that are shown, whose owners are lettered first. */
  readonly lines: readonly Line[];
}

export interface Letterer {
  letter(input: LetteringInput): Lettered;
}

export function createLetterer({ dataset, land }: LoadedData, advances: Advances): Letterer {
  const outlines = outlinesOf(dataset, land);
  const measured = new Map<Language, readonly MeasuredLabel[]>();
  let previous: readonly PlacedLabel[] | null = null;
  return {
    letter({ frame, language, selected, covered, lines }) {
      const labels = measured.get(language) ?? measureLabels(dataset, language, advances);
      measured.set(language, labels);
      const letters = { labels, outlines, lines, language, advances };
      // The map takes over from the picture: its names begin where they stand there.
      previous ??= letterPlate(letters, plateFor(frame.width, frame.height)).placed;
      const lettered = letterFrame({ ...letters, frame, covered, selected, previous });
      previous = lettered.placed;
      return lettered;
    },
  };
}
