import * as v from 'valibot';
import { areaScopes, type Fact, type Figure, type FigureKind, parties } from '../types.ts';
import { absentOr, exactObject } from './data-problems.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const texts = exactObject({ en: text, ja: text, ru: text });
const amount = v.pipe(v.number(), v.minValue(0, 'must not be negative'));
const party = absentOr(v.picklist(parties));

const sourced = {
  place: text,
  sources: v.pipe(v.array(text), v.minLength(1, 'needs at least one source')),
};
const measured = { ...sourced, party, approximate: v.nullish(v.boolean(), false), basis: texts };

export const factSchema = v.variant('kind', [
  exactObject({ kind: v.literal('height'), ...measured, metres: amount }),
  exactObject({ kind: v.literal('area'), ...measured, square_kilometres: amount, scope: v.picklist(areaScopes) }),
  exactObject({ kind: v.literal('length'), ...measured, kilometres: amount }),
  exactObject({ kind: v.literal('width'), ...measured, kilometres: amount }),
  exactObject({ kind: v.literal('distance'), ...measured, kilometres: amount }),
  exactObject({ kind: v.literal('population'), ...measured, people: v.pipe(amount, v.integer()) }),
  exactObject({ kind: v.literal('summit'), ...sourced, peak: text }),
  exactObject({
    kind: v.literal('administration'),
    ...sourced,
    party: v.picklist(parties),
    unit: texts,
    basis: absentOr(texts),
  }),
  exactObject({
    kind: v.literal('derivation'),
    ...sourced,
    ainu: absentOr(text),
    gloss: absentOr(texts),
    basis: absentOr(texts),
  }),
  exactObject({ kind: v.literal('remark'), ...sourced, text: texts }),
]);

/** `geo/facts.json`, decoded and not yet believed; each fact is read alone. */
export const factsSchema = exactObject({ facts: v.array(v.unknown()) });

/** A row of the file as the fact it tells: every figure under one name, in the unit of its kind. */
export function factOf(row: v.InferOutput<typeof factSchema>): Fact {
  switch (row.kind) {
    case 'height':
      return figure(row.kind, row.metres, row);
    case 'area':
      return { ...figure(row.kind, row.square_kilometres, row), scope: row.scope };
    case 'length':
    case 'width':
    case 'distance':
      return figure(row.kind, row.kilometres, row);
    case 'population':
      return figure(row.kind, row.people, row);
    default:
      return row;
  }
}

function figure(
  kind: FigureKind,
  value: number,
  { place, sources, party: whose, approximate, basis }: Omit<Figure, 'kind' | 'value' | 'scope'>,
): Figure {
  return { kind, value, place, sources, party: whose, approximate, basis, scope: null };
}
