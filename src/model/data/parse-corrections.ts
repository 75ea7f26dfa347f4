import * as v from 'valibot';
import type { Correction } from '../story/corrections.ts';
import { absentOr, exactObject, type Problem, problemsOf } from './data-problems.ts';
import { placeId, text } from './fields.ts';
import { date, sourceIds } from './parse-lines.ts';

export type CorrectionsResult =
  | { readonly ok: true; readonly corrections: readonly Correction[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const correctionsFile = 'corrections.json';

const localised = exactObject({ en: text, ja: text, ru: text });

const correctionsSchema = v.array(
  exactObject({
    date: v.pipe(date, v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, as YYYY-MM-DD')),
    place: absentOr(placeId),
    wrong: localised,
    right: localised,
    sources: sourceIds,
  }),
);

/** What a correction may name; `null` where that is not known, and nothing is said of it. */
interface Known {
  readonly places: ReadonlySet<string> | null;
  readonly sources: ReadonlySet<string> | null;
}

/** Turns the decoded `corrections.json` into corrections, or names every problem in it at once. */
export function parseCorrections(raw: unknown, { places, sources }: Known): CorrectionsResult {
  const told = v.safeParse(correctionsSchema, raw);
  if (!told.success) return { ok: false, problems: problemsOf(correctionsFile, raw, told.issues) };
  const problem = (path: readonly (string | number)[], message: string): Problem => ({
    file: correctionsFile,
    feature: `#${path[0]}`,
    field: path.slice(1).join('.'),
    path,
    message,
  });
  const problems = told.output.flatMap(({ place, sources: cited }, index) => [
    ...(place === null || places === null || places.has(place)
      ? []
      : [problem([index, 'place'], `“${place}” is no place of the data; must be the id of one, or be left out`)]),
    ...cited.flatMap((id, at) =>
      sources === null || sources.has(id)
        ? []
        : [problem([index, 'sources', at], `“${id}” is no source; must be an id in geo/sources.json`)],
    ),
  ]);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, corrections: told.output };
}
