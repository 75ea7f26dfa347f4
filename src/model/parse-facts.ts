import * as v from 'valibot';
import { areaScopes, type Fact, type Figure, type FigureKind, parties } from './types.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const texts = v.strictObject({ en: text, ja: text, ru: text });
const amount = v.pipe(v.number(), v.minValue(0, 'must not be negative'));
const party = v.optional(v.nullable(v.picklist(parties)), null);

const sourced = {
  place: text,
  sources: v.pipe(v.array(text), v.minLength(1, 'needs at least one source')),
};
const measured = { ...sourced, party, approximate: v.optional(v.boolean(), false), basis: texts };

const factSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('height'), ...measured, metres: amount }),
  v.strictObject({ kind: v.literal('area'), ...measured, square_kilometres: amount, scope: v.picklist(areaScopes) }),
  v.strictObject({ kind: v.literal('length'), ...measured, kilometres: amount }),
  v.strictObject({ kind: v.literal('width'), ...measured, kilometres: amount }),
  v.strictObject({ kind: v.literal('distance'), ...measured, kilometres: amount }),
  v.strictObject({ kind: v.literal('population'), ...measured, people: v.pipe(amount, v.integer()) }),
  v.strictObject({ kind: v.literal('summit'), ...sourced, peak: text }),
  v.strictObject({
    kind: v.literal('administration'),
    ...sourced,
    party: v.picklist(parties),
    unit: texts,
    basis: v.optional(v.nullable(texts), null),
  }),
  v.strictObject({
    kind: v.literal('derivation'),
    ...sourced,
    ainu: v.optional(v.nullable(text), null),
    gloss: v.optional(v.nullable(texts), null),
    basis: v.optional(v.nullable(texts), null),
  }),
  v.strictObject({ kind: v.literal('remark'), ...sourced, text: texts }),
]);

/** `geo/facts.json`, decoded and not yet believed. */
export const factsSchema = v.strictObject({ facts: v.array(factSchema) });

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
