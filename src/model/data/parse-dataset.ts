/** All of `geo/` but the timeline: what is drawn, and what is read of it. */
import type { Dataset } from '../types.ts';
import type { Refused } from './data-problems.ts';
import { checkGazetteer, decodeGazetteer, gazetteerOf, type RawGazetteer } from './parse-gazetteer.ts';
import { checkReadings, decodeReadings, type RawReadings, readingsOf } from './parse-readings.ts';

export type ParseResult = { readonly ok: true; readonly dataset: Dataset } | Refused;

export interface RawDataset extends RawGazetteer, RawReadings {}

/**
 * Turns the decoded files of `geo/` into a `Dataset`, or names every problem in them at once.
 * Nothing after this function checks the data again.
 */
export function parseDataset(raw: RawDataset): ParseResult {
  const [drawn, read] = [decodeGazetteer(raw), decodeReadings(raw)];
  const problems = [
    ...drawn.problems,
    ...checkGazetteer(drawn),
    ...read.problems,
    ...checkReadings(read, drawn.places, drawn.ids),
  ];
  return problems.length > 0 || read.article === null
    ? { ok: false, problems }
    : { ok: true, dataset: { ...gazetteerOf(drawn), ...readingsOf(read, read.article) } };
}
