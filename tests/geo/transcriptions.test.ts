/**
 * Every transcription that stands in the data against what the rule makes of the name. A difference is an exception and
 * has a reason.
 */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { readText } from '../../scripts/machine/node-files.ts';
import { transcriptionOf } from '../../scripts/transcription/transcribe-names.ts';
import { type TranscribedField, transcribedFields } from '../../src/model/types.ts';

const exceptionsFile = 'geo/transcription-exceptions.csv';

interface Row {
  readonly file: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
interface Exception {
  readonly id: string;
  readonly column: string;
  readonly reason: string;
}

/**
 * What is wrong between the written transcriptions and the list of exceptions, one line each; the lines to add are
 * ready to paste.
 */
function faultsOf(rows: readonly Row[], exceptions: readonly Exception[]): readonly string[] {
  const listed = new Map(exceptions.map((exception) => [`${exception.id},${exception.column}`, exception]));
  const differences = new Map(rows.flatMap(differencesOf));
  return [
    ...[...differences]
      .filter(([key]) => !listed.has(key))
      .map(([key, message]) => `${message}; correct or empty the cell, or add “${key},<reason>” to ${exceptionsFile}`),
    ...[...listed.keys()]
      .filter((key) => !differences.has(key))
      .map((key) => `${exceptionsFile}: “${key}” does not differ from the rule any more; take the line out`),
    ...exceptions
      .filter(({ reason }) => reason === '')
      .map(({ id, column }) => `${exceptionsFile}: “${id},${column}” has no reason`),
    ...(listed.size < exceptions.length ? [`${exceptionsFile}: a cell is listed twice`] : []),
  ];
}

function differencesOf({ file, properties }: Row): [string, string][] {
  const id = String(properties['id']);
  return transcribedFields.flatMap((field: TranscribedField): [string, string][] => {
    const written = properties[field];
    const made = transcriptionOf(properties, field);
    return written === undefined || made === null || written === made
      ? []
      : [
          [
            `${id},${field}`,
            `${file}: row “${id}”, column “${field}”: “${String(written)}” differs from the rule's “${made}”`,
          ],
        ];
  });
}

function featuresOf(collection: unknown, file: string): readonly Row[] {
  const { features } = collection as { readonly features: readonly { readonly properties: Row['properties'] }[] };
  return features.map(({ properties }) => ({ file, properties }));
}

const { raw, dataset } = readGeo();
const rows = [...featuresOf(raw.islands, 'geo/islands.geojson'), ...featuresOf(raw.places, 'geo/places.csv')];
const exceptions: readonly Exception[] = parse(readText(exceptionsFile), { columns: true, trim: true });

describe('the transcriptions in the data', () => {
  it('are what the rule makes of the name, or a listed exception with its reason', () => {
    expect(faultsOf(rows, exceptions)).toEqual([]);
  });

  it('stand in every form wherever the name they transcribe is there', () => {
    for (const { id, names } of dataset.places.filter((place) => place.names.en === null)) {
      if (names.ru !== null) expect(names.ru.kana, `${id}, name:ru-Kana`).not.toBeNull();
      if (names.ja?.kana != null) expect(names.ja.cyrillic, `${id}, name:ja-Cyrl`).not.toBeNull();
    }
  });

  it('say which of them were made by rule', () => {
    const made = dataset.places.filter((place) => place.transcribed.length > 0);
    expect(made.length).toBeGreaterThan(0);
    for (const { properties } of rows) {
      const listed: unknown = properties['transcribed'] ?? [];
      for (const field of transcribedFields)
        if (Array.isArray(listed) && listed.includes(field))
          expect(properties[field]).toBe(transcriptionOf(properties, field));
    }
  });
});

describe('the check of transcriptions', () => {
  const cape = { id: 'atoiya', kind: 'cape', 'name:ja': '安渡移矢岬', 'name:ja-Hira': 'あといやみさき' };
  const row = (latin: string): Row => ({ file: 'geo/places.csv', properties: { ...cape, 'name:ja-Latn': latin } });

  it('names row and column of a difference that is not listed', () => {
    expect(faultsOf([row('Atoya-misaki')], [])).toEqual([
      expect.stringContaining(
        'geo/places.csv: row “atoiya”, column “name:ja-Latn”: “Atoya-misaki” differs from the rule',
      ),
    ]);
  });

  it('accepts a listed difference, and refuses a listed one that does not differ', () => {
    const exception = { id: 'atoiya', column: 'name:ja-Latn', reason: 'as published' };
    expect(faultsOf([row('Atoya-misaki')], [exception])).toEqual([]);
    expect(faultsOf([row('Atoiya-misaki')], [exception])).toEqual([expect.stringContaining('take the line out')]);
    expect(faultsOf([row('Atoya-misaki')], [{ ...exception, reason: '' }])).toEqual([
      expect.stringContaining('has no reason'),
    ]);
  });
});
