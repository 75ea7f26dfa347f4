/** The names of a place as sources date them, rung by rung: in order of date alone, whoever used them. */
import { compareDates, openEnd } from '../../model/names/names-in-time.ts';
import type { Attestation, Dataset, Language, Place } from '../../model/types.ts';
import { sayOfReadings } from '../reading-strings.ts';
import type { FactEntry, FactGroup } from './popup-facts.ts';

/** Oldest first, Ainu forms without a date at the end. Other names without one stand above the ladder or in the search. */
export function rungsOf({ attestations }: Dataset, place: Place): readonly Attestation[] {
  return attestations
    .filter(({ place: id, from, lang }) => id === place.id && (from !== null || lang.startsWith('ain')))
    .sort((one, other) => compareDates(one.from ?? '9999', other.from ?? '9999'));
}

/** The ladder as a group of facts; `notes` gives the numbers of sources. */
export function nameLadder(
  rungs: readonly Attestation[],
  language: Language,
  notes: (sources: readonly string[]) => readonly number[],
): readonly FactGroup[] {
  if (rungs.length === 0) return [];
  const entries = rungs.map((rung): FactEntry => {
    const { form, lang, from, to, sources } = rung;
    const text = [whenText(from, to, language), form].join(' ');
    return {
      text,
      foreign: { text: form, lang },
      link: null,
      basis: whoText(rung, language),
      notes: notes(sources),
      report: null,
    };
  });
  return [{ heading: sayOfReadings(language, 'ladder'), entries }];
}

/** A date of `geo/names.csv` as it is printed: the year, or what stands for it. */
export function dateText(date: string, language: Language): string {
  const year = date.slice(0, 4);
  if (/XX$/.test(year)) {
    const century = Number(year.slice(0, 2)) + 1;
    const numeral = language === 'ru' ? (roman[century] ?? century) : century;
    return sayOfReadings(language, 'when.century', { century: String(numeral) });
  }
  if (year.endsWith('X')) return sayOfReadings(language, 'when.decade', { year: year.replace('X', '0') });
  return sayOfReadings(language, /[~?%]$/.test(date) ? 'when.about' : 'when.year', { year });
}

const roman: Readonly<Record<number, string>> = { 16: 'XVI', 17: 'XVII', 18: 'XVIII', 19: 'XIX', 20: 'XX', 21: 'XXI' };

function whenText(from: string | null, to: string | null, language: Language): string {
  if (from === null) return sayOfReadings(language, 'when.undated');
  const start = dateText(from, language);
  const end = to === null || to === openEnd ? start : dateText(to, language);
  return end === start ? start : `${start} – ${end}`;
}

function whoText({ party, lang }: Attestation, language: Language): string | null {
  if (lang.startsWith('ain')) return sayOfReadings(language, 'nameIn.ain');
  if (party !== null) return sayOfReadings(language, `nameIn.${party}`);
  const [base = 'und'] = lang.split('-');
  return base === 'und' ? null : (new Intl.DisplayNames([language], { type: 'language' }).of(base) ?? null);
}
