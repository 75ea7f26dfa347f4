/** Letters one map frame after frame: remembers what was measured and where names stood, so that they stay there while that is good. */
import type { Frame } from '../model/camera.ts';
import type { Line } from '../model/lines.ts';
import type { Language } from '../model/types.ts';
import { type Box, outlinesOf } from '../style/land-mask.ts';
import { type PlacedLineLabel, placeLineLabels } from '../style/line-labels.ts';
import { type MeasuredLabel, measureLabels, type PlacedLabel, placeLabels } from '../style/place-labels.ts';
import type { Advances } from '../style/text-width.ts';
import { placeOnPlate } from '../svg/place-on-plate.ts';
import { plateFor } from '../svg/units.ts';
import type { LoadedData } from './load-data.ts';

export interface Lettered {
  readonly placed: readonly PlacedLabel[];
  readonly lineLabels: readonly PlacedLineLabel[];
}

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
      // The map takes over from the picture: its names begin where they stand there.
      previous ??= placeOnPlate(labels, outlines, plateFor(frame.width, frame.height).width);
      const lineLabels = placeLineLabels({ lines, outlines, frame, covered, language, advances });
      const taken = [...covered, ...lineLabels.map(({ box }) => box)];
      previous = placeLabels({ labels, outlines, frame, covered: taken, selected, previous });
      return { placed: previous, lineLabels };
    },
  };
}
