import { type Label, labelOf, type NameRun } from '../../model/names/names.ts';
import { isNamed, namedSince, placeOn } from '../../model/names/names-in-time.ts';
import { passagesFor } from '../../model/story/passages.ts';
import type { Step } from '../../model/story/timeline.ts';
import {
  type Convention,
  type Dataset,
  type Language,
  type Party,
  type Place,
  parties,
  type Source,
  type TranscribedField,
} from '../../model/types.ts';
import type { Year } from '../../model/view-state.ts';
import { type PassageContent, passageContent } from '../passages/passage-content.ts';
import { sayOfReadings } from '../reading-strings.ts';
import { reportAddress } from '../report/report-link.ts';
import { say } from '../strings.ts';
import { dateText } from './name-ladder.ts';
import { type FactGroup, factSources, factsOf, type PopupLink } from './popup-facts.ts';

/** One side's name in full: its own script, its reading, its transcription. */
export interface PopupName {
  readonly party: Party;
  readonly heading: string;
  readonly native: NameRun;
  readonly kana: string | null;
  readonly latin: NameRun;
  /** A sentence for each form of the name that the reader reads and that was made by rule. */
  readonly transcribed: readonly string[];
}

/** All that the popup of a place says, as plain data. */
export interface PopupContent {
  readonly place: string;
  readonly label: Label;
  /** The reading of the Japanese name in hiragana, to be set above it. */
  readonly kana: string | null;
  /** What the place is, in words. */
  readonly kind: string;
  /** The group that it belongs to; `null` for the group itself and for the surroundings. */
  readonly group: PopupLink | null;
  /** Names of both sides, whatever convention the map shows. */
  readonly names: readonly PopupName[];
  /** The state of things in two halves, for a place of the four groups; `null` elsewhere. */
  readonly status: { readonly when: string; readonly text: string } | null;
  /** What was administered by whom in the year that is shown; `null` for now. */
  readonly atThatTime: { readonly when: string; readonly text: string } | null;
  readonly notes: readonly string[];
  readonly passages: readonly PassageContent[];
  readonly facts: readonly FactGroup[];
  /** The sources of the facts: note 1 is the first of them. */
  readonly factSources: readonly Source[];
  /** The sources of names and position. */
  readonly sources: readonly Source[];
  /** Where a reader reports an error in what is told of the place; `null` where the build names no address. */
  readonly report: string | null;
}

export function popupContent(
  dataset: Dataset,
  whole: Place,
  {
    names,
    lang,
    year,
    step = null,
    report = null,
  }: {
    readonly names: Convention;
    readonly lang: Language;
    readonly year: Year;
    /** The step of a past year, where the timeline is there. */
    readonly step?: Step | null;
    /** The form of the address that takes reports of errors, where the build names one. */
    readonly report?: string | null;
  },
): PopupContent {
  const linkTo = (id: string | null): PopupLink | null => {
    const found = dataset.places.find((candidate) => candidate.id === id);
    if (found === undefined) return null;
    const named = placeOn(found, step?.at ?? null);
    return { place: found.id, label: labelOf(isNamed(named) ? named : found, names, lang) };
  };
  const day = step?.at ?? null;
  const then = placeOn(whole, day);
  // What had no name that is known stands under today’s, which is said.
  const place = isNamed(then) ? then : whole;
  const since = namedSince(whole);
  const isGroup = place.id === place.group;
  const noted = factSources(dataset, place);
  return {
    place: place.id,
    label: labelOf(place, names, lang),
    kana: place.names.ja?.kana ?? null,
    kind: isGroup
      ? `${sayOfReadings(lang, `kind.${place.kind}`)}${lang === 'ja' ? '、' : ', '}${sayOfReadings(lang, 'isGroup')}`
      : sayOfReadings(lang, `kind.${place.kind}`),
    group: isGroup ? null : linkTo(place.group),
    names: parties.flatMap((party) => popupName(place, party, lang)),
    status:
      place.group === null
        ? null
        : { when: sayOfReadings(lang, year === 'now' ? 'statusNow' : 'statusPast'), text: say(lang, 'status') },
    atThatTime:
      place.group === null || step === null ? null : { when: step.title[lang], text: step.administration[lang] },
    notes: [
      ...(place.endedIn1945 ? [sayOfReadings(lang, 'until1945')] : []),
      ...(place === then || since === null ? [] : [sayOfReadings(lang, 'namedSince', { when: dateText(since, lang) })]),
    ],
    passages: passagesFor(dataset.article, place).map((passage) =>
      passageContent(dataset.article, passage, lang, place, report),
    ),
    facts: factsOf(dataset, place, { language: lang, linkTo, report }),
    factSources: noted,
    sources: dataset.sources.filter((source) => place.sources.includes(source.id) && !noted.includes(source)),
    report: reportAddress(report, place.id, 'place'),
  };
}

function popupName(place: Place, party: Party, language: Language): readonly PopupName[] {
  const name = place.names[party];
  if (name === null) return [];
  return [
    {
      party,
      heading: sayOfReadings(language, `nameIn.${party}`),
      native: { text: name.native, lang: party, party },
      kana: party === 'ja' ? name.kana : null,
      latin: { text: name.latin, lang: `${party}-Latn`, party },
      transcribed: transcriptionNotes(place, party, language),
    },
  ];
}

/** The Latin form stands in the popup in every language, that in the reader's own script in its heading. */
function transcriptionNotes({ names: { ja, ru }, transcribed }: Place, party: Party, language: Language) {
  const latin: Transcription = [`name:${party}-Latn`, party === 'ja' ? ja?.latin : ru?.latin];
  const own: Transcription | null =
    party === language || language === 'en'
      ? null
      : party === 'ja'
        ? ['name:ja-Cyrl', ja?.cyrillic]
        : ['name:ru-Kana', ru?.kana];
  return [own, latin].flatMap((form) =>
    form !== null && form[1] != null && transcribed.includes(form[0])
      ? [sayOfReadings(language, 'transcription', { name: form[1] })]
      : [],
  );
}

type Transcription = readonly [field: TranscribedField, text: string | null | undefined];
