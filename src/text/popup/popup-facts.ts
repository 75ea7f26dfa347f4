/**
 * The facts of a place as the popup tells them: kind by kind, the parties in their order, each with its basis and its
 * notes.
 */
import type { Label } from '../../model/names/names.ts';
import {
  type AdministrativeUnit,
  type Dataset,
  type Fact,
  type Figure,
  type FigureKind,
  type Language,
  type Place,
  type PlaceKind,
  parties,
  type Source,
} from '../../model/types.ts';
import { type ReadingString, sayOfReadings } from '../reading-strings.ts';
import { reportAddress } from '../report/report-link.ts';
import { nameLadder, rungsOf } from './name-ladder.ts';

/** Another place that the popup leads to. */
export interface PopupLink {
  readonly place: string;
  readonly label: Label;
}

/** One statement: a value or words, what it stands on, and the numbers of its sources. */
export interface FactEntry {
  readonly text: string;
  /** The words in Ainu inside `text`, with their language tag; `null` where there are none. */
  readonly foreign: { readonly text: string; readonly lang: string } | null;
  /** The place that the entry is, for the highest point of an island. */
  readonly link: PopupLink | null;
  readonly basis: string | null;
  /** Numbers of notes, from 1. */
  readonly notes: readonly number[];
  /** Where a reader reports an error in a figure; `null` for all else, and where the build names no address. */
  readonly report: string | null;
}

export interface FactGroup {
  /** `null` for remarks, which need none. */
  readonly heading: string | null;
  readonly entries: readonly FactEntry[];
}

/**
 * In the order in which they are told. A figure of either party and of none stands beside the others with equal weight.
 */
const order = [
  'remark',
  'derivation',
  'summit',
  'height',
  'area',
  'length',
  'width',
  'distance',
  'population',
  'administration',
] as const satisfies readonly Fact['kind'][];

const unit: Readonly<Record<FigureKind, ReadingString>> = {
  height: 'value.m',
  area: 'value.km2',
  length: 'value.km',
  width: 'value.km',
  distance: 'value.km',
  population: 'value.people',
};

/** Open water is no part of an administrative unit on this map: no sea boundary is asserted. */
const waters: ReadonlySet<PlaceKind> = new Set(['sea', 'strait', 'bay']);

/** What is told of the place: its own facts, and the administrative units of the group that it lies in. */
function toldOf({ facts }: Dataset, place: Place): readonly Fact[] {
  const own = facts.filter((fact) => fact.place === place.id);
  const inherits = !waters.has(place.kind) && !own.some((fact) => fact.kind === 'administration');
  const inherited = inherits
    ? facts.filter((fact) => fact.kind === 'administration' && fact.place === place.group)
    : [];
  const told = [...own, ...inherited];
  return order.flatMap((kind) => told.filter((fact) => fact.kind === kind).sort(byParty));
}

function byParty(first: Fact, second: Fact): number {
  return rank(first) - rank(second);
}

function rank(fact: Fact): number {
  if (!('party' in fact)) return 0;
  return fact.party === null ? parties.length : parties.indexOf(fact.party);
}

/** The sources of the facts of a place, in the order in which they are first needed: the first is note 1. */
export function factSources(dataset: Dataset, place: Place): readonly Source[] {
  const told = toldOf(dataset, place);
  const remarks = told.filter(({ kind }) => kind === 'remark');
  const ids = new Set([...remarks, ...rungsOf(dataset, place), ...told].flatMap(({ sources }) => sources));
  return [...ids].flatMap((id) => dataset.sources.filter((source) => source.id === id));
}

export interface FactOptions {
  readonly language: Language;
  readonly linkTo: (place: string) => PopupLink | null;
  /** The form of the address that takes reports of errors; `null` where there is none. */
  readonly report: string | null;
}

export function factsOf(
  dataset: Dataset,
  place: Place,
  { language, linkTo, report }: FactOptions,
): readonly FactGroup[] {
  const told = toldOf(dataset, place);
  const numbers = new Map(factSources(dataset, place).map((source, index) => [source.id, index + 1]));
  const notes = (sources: readonly string[]) =>
    sources.flatMap((id) => numbers.get(id) ?? []).sort((first, second) => first - second);
  const entry = (fact: Fact): FactEntry => ({
    ...statement(fact, language, linkTo),
    notes: notes(fact.sources),
    report: 'basis' in fact && 'value' in fact ? reportAddress(report, place.id, figureId(fact, told)) : null,
  });
  const group = (heading: string | null, facts: readonly Fact[]): readonly FactGroup[] =>
    facts.length === 0 ? [] : [{ heading, entries: facts.map(entry) }];
  const ladder = nameLadder(rungsOf(dataset, place), language, notes);
  return order.flatMap((kind) => {
    const facts = told.filter((fact) => fact.kind === kind);
    // What is said of the place itself comes before its names.
    if (kind === 'remark') return [...group(null, facts), ...ladder];
    if (kind !== 'administration') return group(sayOfReadings(language, kind), facts);
    return parties.flatMap((party) =>
      group(
        sayOfReadings(language, `administration.${party}`),
        facts.filter((fact): fact is AdministrativeUnit => fact.kind === kind && fact.party === party),
      ),
    );
  });
}

/** `figure/area/ja/2`: the second area of the place that is Japan’s. */
function figureId(figure: Figure, told: readonly Fact[]): string {
  const alike = told.filter((fact) => fact.kind === figure.kind && fact.party === figure.party);
  return `figure/${figure.kind}/${figure.party ?? 'neither'}/${alike.indexOf(figure) + 1}`;
}

function statement(
  fact: Fact,
  language: Language,
  linkTo: (place: string) => PopupLink | null,
): Omit<FactEntry, 'notes' | 'report'> {
  const plain = { foreign: null, link: null, basis: null };
  switch (fact.kind) {
    case 'remark':
      return { ...plain, text: fact.text[language] };
    case 'summit':
      return { ...plain, text: '', link: linkTo(fact.peak) };
    case 'administration':
      return { ...plain, text: fact.unit[language], basis: fact.basis?.[language] ?? null };
    case 'derivation': {
      const gloss = fact.gloss?.[language] ?? null;
      const ainu = fact.ainu ?? '';
      const text =
        gloss === null
          ? ainu
          : sayOfReadings(language, ainu === '' ? 'derivation.gloss' : 'derivation.words', { ainu, gloss });
      const foreign = ainu === '' ? null : { text: ainu, lang: ainuTag(ainu) };
      return { ...plain, text, foreign, basis: fact.basis?.[language] ?? null };
    }
    default:
      return { ...plain, text: figureText(fact, language), basis: fact.basis[language] };
  }
}

/** BCP 47 tag of Ainu by the script that the source writes it in. */
function ainuTag(words: string): string {
  if (/\p{Script=Katakana}/u.test(words)) return 'ain-Kana';
  return /\p{Script=Cyrillic}/u.test(words) ? 'ain-Cyrl' : 'ain-Latn';
}

/** The value with its unit as a reader of the language writes it: 1,489.3 km² or 1 489,3 км². */
function figureText(figure: Figure, language: Language): string {
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { maximumFractionDigits: 2 });
  const value = sayOfReadings(language, unit[figure.kind], { value: number.format(figure.value) });
  return figure.approximate ? sayOfReadings(language, 'about', { value }) : value;
}
