/**
 * Letters one map, viewport after viewport. Remembers where the names were, so that they stay there while that is good.
 */
import { stands } from 'virtual:four-islands/stands';
import type { Box } from '../../kernel/box.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { Advances } from '../../lettering/fonts/text-width.ts';
import { hysteresis, type Positions } from '../../lettering/labels/light-table.ts';
import { type MeasuredLabel, measureLabels } from '../../lettering/labels/measure-labels.ts';
import { type Outlines, projectOutlines } from '../../lettering/land/outlines.ts';
import { type Lettered, letterFrame, positionsOf } from '../../lettering/letter-frame.ts';
import type { Frame } from '../../model/camera.ts';
import { gazetteerOn } from '../../model/names/names-in-time.ts';
import type { Line, PartialDate } from '../../model/story/lines.ts';
import type { Language } from '../../model/types.ts';
import { plateFor, plateFrame } from '../../svg/units.ts';
import type { MapData } from '../data/load-data.ts';

export interface LetteringInput {
  readonly frame: Frame;
  readonly language: Language;
  readonly selected: string | null;
  readonly covered: readonly Box[];
  /** The lines that are shown, whose owners are lettered first. */
  readonly lines: readonly Line[];
  /** The day whose names are shown; `null` for today. */
  readonly day: PartialDate | null;
}

export interface Letterer {
  /** With pauses, for a page that has other things to do. */
  letter(input: LetteringInput): Steps<Lettered>;
}

export function createLetterer({ dataset, land }: MapData, advances: Advances): Letterer {
  let outlines: Outlines | null = null;
  const measured = new Map<string, readonly MeasuredLabel[]>();
  let previous: Positions | null = null;
  let frameThen: Frame | null = null;
  let languageThen: Language | null = null;
  function* letter({ frame, language, selected, covered, lines, day }: LetteringInput): Steps<Lettered> {
    const key = `${language} ${day ?? 'now'}`;
    const labels = measured.get(key) ?? (yield* measureLabels(gazetteerOn(dataset, day), language, advances));
    measured.set(key, labels);
    outlines ??= yield* projectOutlines({ dataset, land });
    // The map takes over from the picture: its names begin where they stand there.
    previous ??= new Map(Object.entries(stands[language][plateFor(frame.width, frame.height).name] ?? {}));
    frameThen ??= plateFrame(frame);
    languageThen ??= language;
    const sameWords = languageThen === language;
    const gain = !sameFrame(frameThen, frame) ? hysteresis.moved : sameWords ? hysteresis.still : hysteresis.reworded;
    const lettered = yield* letterFrame({
      labels,
      outlines,
      lines,
      language,
      advances,
      frame,
      covered,
      selected,
      previous,
      gain,
    });
    previous = positionsOf(lettered);
    frameThen = frame;
    languageThen = language;
    return lettered;
  }
  return { letter };
}

function sameFrame(one: Frame, other: Frame): boolean {
  const numbers = ({ view: { zoom, lat, lng }, width, height }: Frame) => [zoom, lat, lng, width, height];
  const others = numbers(other);
  // A camera keeps its numbers to the last digits only.
  return numbers(one).every((number, at) => Math.abs(number - (others[at] ?? 0)) < 1e-6);
}
