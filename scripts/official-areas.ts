/** The official areas that the drawing is measured against, from `geo/facts.json`. */
import * as v from 'valibot';
import { readJson } from './node-files.ts';

export interface OfficialArea {
  readonly squareKilometres: number;
  /** Whose survey, of which year, with or without islets. */
  readonly basis: string;
}

const schema = v.object({
  areas: v.array(v.object({ place: v.string(), square_kilometres: v.number(), scope: v.string(), source: v.string() })),
  sources: v.array(
    v.object({ id: v.string(), publisher: v.string(), basis: v.string(), url: v.pipe(v.string(), v.url()) }),
  ),
});

/** Areas by place id. Throws when an area names a source that is not listed. */
export function readOfficialAreas(): ReadonlyMap<string, OfficialArea> {
  const { areas, sources } = v.parse(schema, readJson('geo/facts.json'));
  return new Map(
    areas.map(({ place, square_kilometres, scope, source }) => {
      const found = sources.find(({ id }) => id === source);
      if (found === undefined) throw new Error(`geo/facts.json: area of “${place}”: no source is called “${source}”`);
      return [place, { squareKilometres: square_kilometres, basis: `${scope}; ${found.basis}` }];
    }),
  );
}
