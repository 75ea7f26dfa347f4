/** What is read: the article, sources, facts, and every name of every time. */
import * as v from 'valibot';
import {
  type Attestation,
  attestationKinds,
  type Fact,
  type Gazetteer,
  groupIds,
  type Passage,
  type Place,
  parties,
  type Readings,
  type Source,
} from '../types.ts';
import { absentOr, exactObject, type Problem, problemsOf, type Refused } from './data-problems.ts';
import { decodeEntries, type Entry, edtfDate, edtfEnd, fileOf, files, placeId, text, valuesOf } from './fields.ts';
import { factOf, factSchema, factsSchema } from './parse-facts.ts';

type ParsedReadings = { readonly ok: true; readonly readings: Readings } | Refused;

/** The same of those that are read. */
export interface RawReadings {
  readonly article: unknown;
  readonly sources: unknown;
  readonly facts: unknown;
  /** Every name of every time. */
  readonly names: unknown;
}

const mention = exactObject({ exact: text, places: v.pipe(v.array(placeId), v.minLength(1)) });

const passage = exactObject({
  id: placeId,
  paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
  selector: exactObject({ type: v.literal('TextQuoteSelector'), exact: text, prefix: v.string(), suffix: v.string() }),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
  concerns: v.pipe(v.array(v.picklist(groupIds)), v.minLength(1)),
  mentions: v.array(mention),
  translation: exactObject({ ja: text, ru: text }),
  citations: exactObject({ apa: text, chicago: text, harvard: text }),
});

/** Year, month and day as CSL-JSON writes them, of a day that there was. */
const dateParts = v.pipe(
  v.tuple([
    v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2200)),
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  ]),
  v.check(
    ([year, month, day]) => new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day,
    'must be a day that the month has',
  ),
);

const articleSchema = exactObject({
  bibliography: exactObject({
    id: text,
    type: text,
    title: text,
    'container-title': text,
    issued: exactObject({ 'date-parts': v.tuple([dateParts]) }),
    language: text,
  }),
  /** For whoever works with the data: where each part of this file comes from. */
  provenance: absentOr(v.record(v.string(), text)),
  passages: v.pipe(v.array(v.unknown()), v.minLength(1, 'has no passages')),
});

const source = exactObject({
  id: text,
  publisher: text,
  detail: absentOr(text),
  url: v.pipe(v.string(), v.url('must be a web address'), v.regex(/^https?:\/\//, 'must be a web address')),
});

const attestation = exactObject({
  place: placeId,
  form: text,
  lang: text,
  party: absentOr(v.picklist(parties)),
  kind: v.picklist(attestationKinds),
  from: absentOr(edtfDate),
  to: absentOr(edtfEnd),
  sources: v.pipe(v.array(text), v.minLength(1, 'needs at least one source')),
});

/** The same for what is read of the places of `gazetteer`. */
export function parseReadings(raw: RawReadings, { places }: Gazetteer): ParsedReadings {
  const read = decodeReadings(raw);
  const islands = places.filter(({ geometry }) => geometry !== null).length;
  const located = places.map((value, index) => ({
    value,
    path: ['features', value.geometry === null ? index - islands : index],
  }));
  const problems = [...read.problems, ...checkReadings(read, located, new Set(places.map(({ id }) => id)))];
  return problems.length > 0 || read.article === null
    ? { ok: false, problems }
    : { ok: true, readings: readingsOf(read, read.article) };
}

export interface DecodedReadings {
  readonly article: v.InferOutput<typeof articleSchema> | null;
  readonly passages: readonly Entry<Passage>[];
  readonly sources: readonly Entry<Source>[];
  /** Of all sources, also those in which something is wrong; `null` where there is no list of them. */
  readonly sourceIds: readonly string[] | null;
  readonly facts: readonly Entry<Fact>[];
  readonly attestations: readonly Entry<Attestation>[];
  readonly problems: readonly Problem[];
}

export function decodeReadings(raw: RawReadings): DecodedReadings {
  const article = v.safeParse(articleSchema, raw.article);
  const sources = v.safeParse(v.array(v.unknown()), raw.sources);
  const facts = v.safeParse(factsSchema, raw.facts);
  const told = decodeEntries('article.json', article.success ? article.output.passages : [], passage, ['passages']);
  const listed = decodeEntries('sources.json', sources.success ? sources.output : [], source, []);
  const known = decodeEntries('facts.json', facts.success ? facts.output.facts : [], factSchema, ['facts']);
  const names = v.safeParse(v.array(v.unknown()), raw.names);
  const attested = decodeEntries(files.names, names.success ? names.output : [], attestation, []);
  return {
    article: article.success ? article.output : null,
    passages: told.sound.map(({ value: { selector, ...rest }, path }) => ({
      value: { ...rest, exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix },
      path,
    })),
    sources: listed.sound,
    sourceIds: sources.success ? listed.ids : null,
    facts: known.sound.map(({ value, path }) => ({ value: factOf(value), path })),
    attestations: attested.sound,
    problems: [
      ...problemsOf('article.json', raw.article, article.issues),
      ...told.problems,
      ...problemsOf('sources.json', raw.sources, sources.issues),
      ...listed.problems,
      ...problemsOf('facts.json', raw.facts, facts.issues),
      ...known.problems,
      ...problemsOf(files.names, raw.names, names.issues),
      ...attested.problems,
    ],
  };
}

export function readingsOf(
  { passages, sources, facts, attestations }: DecodedReadings,
  { bibliography }: v.InferOutput<typeof articleSchema>,
): Readings {
  return {
    article: { bibliography, passages: valuesOf(passages) },
    sources: valuesOf(sources),
    facts: valuesOf(facts),
    attestations: valuesOf(attestations),
  };
}

/** The same: unique ids, known places and sources, quotations that contain what they mention. */
export function checkReadings(
  { passages, sources, sourceIds, facts, attestations }: DecodedReadings,
  places: readonly Entry<Place>[],
  placeIds: ReadonlySet<string> | null,
): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { value: source, path } of sources) {
    if (seen.has(source.id))
      problems.push({
        file: 'sources.json',
        feature: source.id,
        field: 'id',
        path: [...path, 'id'],
        message: 'is used by another source',
      });
    seen.add(source.id);
  }
  // Without a list of sources or places nothing can be said of what is not in it.
  const isKnownSource = (id: string) => sourceIds === null || sourceIds.includes(id);
  const isKnownPlace = (id: string) => placeIds === null || placeIds.has(id);
  for (const { value: place, path } of places)
    for (const [index, id] of place.sources.entries())
      if (!isKnownSource(id))
        problems.push({
          file: fileOf(place),
          feature: place.id,
          field: 'properties.sources',
          path: [...path, 'properties', 'sources', index],
          message: `“${id}” is not in sources.json`,
        });
  for (const { value: name, path } of attestations) {
    const report = (field: string, message: string, index: readonly number[] = []) =>
      problems.push({
        file: files.names,
        feature: `${name.form}, ${name.place}`,
        field,
        path: [...path, field, ...index],
        message,
      });
    if (!isKnownPlace(name.place)) report('place', `“${name.place}” is no known place`);
    for (const [index, id] of name.sources.entries())
      if (!isKnownSource(id)) report('sources', `“${id}” is not in sources.json`, [index]);
  }
  for (const { value: passage, path } of passages)
    for (const [index, words] of passage.mentions.entries()) {
      const report = (message: string) =>
        problems.push({
          file: 'article.json',
          feature: passage.id,
          field: 'mentions',
          path: [...path, 'mentions', index],
          message,
        });
      if (!passage.exact.includes(words.exact)) report(`“${words.exact}” does not stand in the passage`);
      for (const id of words.places) if (!isKnownPlace(id)) report(`“${id}” is no known place`);
    }
  for (const { value: fact, path } of facts) {
    const report = (field: string, message: string, index: readonly number[] = []) =>
      problems.push({
        file: 'facts.json',
        feature: `#${String(path.at(-1))}, ${fact.kind} of ${fact.place}`,
        field,
        path: [...path, field, ...index],
        message,
      });
    if (!isKnownPlace(fact.place)) report('place', `“${fact.place}” is no known place`);
    if (fact.kind === 'derivation' && fact.gloss === null && (fact.ainu === null || fact.basis === null))
      report('gloss', 'a derivation without a meaning needs the Ainu words and what they name');
    if (fact.kind === 'summit' && !isKnownPlace(fact.peak)) report('peak', `“${fact.peak}” is no known place`);
    for (const [index, id] of fact.sources.entries())
      if (!isKnownSource(id)) report('sources', `“${id}” is not in sources.json`, [index]);
  }
  return problems;
}
