/** Fills the blank transcriptions of a feature by rule, and says which they are. Runs at build only. */

import { type PlaceKind, placeKinds, type TranscribedField, transcribedFields } from '../../src/model/types.ts';
import { transcribeToHepburn, transcribeToPolivanov } from './transcribe-japanese.ts';
import { transcribeToBgnPcgn, transcribeToKatakana } from './transcribe-russian.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * What the rule makes of a feature's name; `null` where the name is not there. A common name (`name:en`), such as an
 * ocean's, is read in the reader's own language and never transcribed. Throws where the name holds a sign that the rule
 * does not know.
 */
export function transcriptionOf(properties: Properties, field: TranscribedField): string | null {
  const kind = kindOf(properties['kind']);
  if (kind === null || textOf(properties['name:en']) !== null) return null;
  if (field === 'name:ja-Latn' || field === 'name:ja-Cyrl') {
    const native = textOf(properties['name:ja']);
    const kana = textOf(properties['name:ja-Hira']);
    if (native === null || kana === null) return null;
    return (field === 'name:ja-Latn' ? transcribeToHepburn : transcribeToPolivanov)({ native, kana, kind });
  }
  const name = textOf(properties['name:ru']);
  if (name === null) return null;
  return field === 'name:ru-Latn' ? transcribeToBgnPcgn(name) : transcribeToKatakana(name, kind);
}

/**
 * The properties with their blank transcriptions filled, listed in `transcribed`. `report` is told which name cannot be
 * read, and why.
 */
export function withTranscriptions(
  properties: Properties,
  report: (name: string, message: string) => void,
): Properties {
  const made = transcribedFields.flatMap((field): [TranscribedField, string][] => {
    if (textOf(properties[field]) !== null) return [];
    try {
      const text = transcriptionOf(properties, field);
      return text === null ? [] : [[field, text]];
    } catch (error) {
      report(readFrom[field], error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  return made.length === 0
    ? properties
    : { ...properties, ...Object.fromEntries(made), transcribed: made.map(([field]) => field) };
}

/** The name that each transcription is made of. */
const readFrom: Readonly<Record<TranscribedField, string>> = {
  'name:ja-Latn': 'name:ja-Hira',
  'name:ja-Cyrl': 'name:ja-Hira',
  'name:ru-Latn': 'name:ru',
  'name:ru-Kana': 'name:ru',
};

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function kindOf(value: unknown): PlaceKind | null {
  return placeKinds.find((kind) => kind === value) ?? null;
}
