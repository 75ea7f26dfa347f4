/**
 * The spreadsheet of names: one attestation a row, of which the names of every place are made, for today and for every
 * time that a source dates.
 */
import { openEnd } from '../../src/model/names/names-in-time.ts';
import { type Attestation, type Party, parties } from '../../src/model/types.ts';
import { withTranscriptions } from '../transcription/transcribe-names.ts';
import { geoName, type Report } from './geo-files.ts';
import { readTable, type Table } from './table.ts';

export const namesFile = 'names.csv';

/** What the names of a place are made of, and no columns of the files in which places stand. */
export const nameColumns: readonly string[] = [
  ...['ja', 'ja-Hira', 'ja-Latn', 'ja-Cyrl', 'ru', 'ru-Latn', 'ru-Kana', 'en', 'ain'].map((lang) => `name:${lang}`),
  'transcribed',
  'dated',
  'old_name',
];

const form = {
  file: namesFile,
  columns: ['place', 'form', 'lang', 'party', 'kind', 'of', 'from', 'to', 'sources'],
  needed: ['place', 'form', 'lang', 'kind', 'sources'],
  numbers: [],
};

/** The tags of the columns `lang`; those of transcriptions belong to the party whose name they transcribe. */
const transcriptionTags: Readonly<Record<Party, readonly string[]>> = {
  ja: ['ja-Hira', 'ja-Latn', 'ja-Cyrl'],
  ru: ['ru-Latn', 'ru-Kana'],
};
const tags = ['ja', 'ru', 'en', 'ain', 'ain-Kana', 'ain-Latn', 'ain-Cyrl', 'nl', 'fr', 'de', 'pt', 'und-Latn'];

interface NameRow {
  readonly place: string;
  readonly form: string;
  readonly lang: string;
  readonly party: Party | null;
  readonly kind: string;
  readonly of: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly sources: readonly string[];
  readonly line: number;
}

type Properties = Readonly<Record<string, unknown>>;

/** All names, decoded and not yet believed. */
export class NamesTable {
  readonly #table: Table;
  readonly #rows: readonly NameRow[];
  readonly #rowsOf = new Map<string, readonly NameRow[]>();
  readonly #report: Report;

  constructor(table: Table, report: Report) {
    this.#table = table;
    this.#report = report;
    this.#rows = table.rows.map((row, index) => rowOf(row, table.lines[index] ?? 0));
    for (const row of this.#rows) this.#rowsOf.set(row.place, [...(this.#rowsOf.get(row.place) ?? []), row]);
    this.#check();
  }

  /** The same as comma-separated text. */
  get text(): string {
    return this.#table.text;
  }

  lineOf(index: number): number | undefined {
    return this.#attested[index]?.line;
  }

  /** Every name but the transcriptions, for the parser to believe. */
  get attestations(): readonly Partial<Attestation>[] {
    return this.#attested.map(({ of: _of, line: _line, ...row }) => withoutNull(row) as Partial<Attestation>);
  }

  /** The transcriptions that a source prints; read when all is believed. */
  get transcriptions(): readonly Attestation[] {
    return this.#rows.flatMap(({ kind, of: _of, line: _line, ...row }) =>
      kind === 'transcription' ? [{ ...row, kind }] : [],
    );
  }

  get #attested(): readonly NameRow[] {
    return this.#rows.filter(({ kind }) => kind !== 'transcription');
  }

  /** The properties of a feature with its names of today and of every dated time, blank transcriptions filled by rule. */
  named(properties: Properties): Properties {
    const { id, kind } = properties;
    const rows = this.#rowsOf.get(String(id)) ?? [];
    const own = rows.filter((row) => row.kind !== 'transcription');
    const now = own.filter(({ to }) => to === openEnd);
    const names = Object.assign({}, ...now.map((row) => this.#fields(row, rows)));
    const dated = own
      .filter((row): row is NameRow & { readonly from: string } => row.from !== null && isNamed(row))
      // An English form counts as the common name only where there is one.
      .filter((row) => row.party !== null || now.some(({ lang }) => lang === 'en'))
      .map((row) => {
        const { kind: _kind, ...written } =
          row.to === openEnd ? { kind } : this.#transcribed({ kind, ...this.#fields(row, rows) }, row.line);
        return { ...written, ...withoutNull({ party: row.party, from: row.from, to: row.to }) };
      });
    const ainu = own.find(({ lang }) => lang === 'ain' || lang === 'ain-Kana');
    const others = own.filter((row) => row.to !== openEnd && row !== ainu).map((row) => row.form);
    const line = now[0]?.line ?? 0;
    return this.#transcribed(
      {
        ...properties,
        ...names,
        ...(ainu === undefined ? {} : { 'name:ain': ainu.form }),
        ...(others.length === 0 ? {} : { old_name: [...new Set(others)].join(';') }),
        ...(dated.length === 0 ? {} : { dated }),
      },
      line,
    );
  }

  /** A name with the transcriptions that stand in the spreadsheet. */
  #fields(row: NameRow, rows: readonly NameRow[]): Readonly<Record<string, string>> {
    const transcriptions = rows.filter(
      ({ kind, of, party }) => kind === 'transcription' && of === row.form && party === row.party,
    );
    return Object.fromEntries([
      ...(row.lang === 'ja' && kanaAlone.test(row.form) ? [['name:ja-Hira', hiraganaOf(row.form)]] : []),
      ...[row, ...transcriptions].map(({ lang, form: text }) => [`name:${lang}`, text]),
    ]);
  }

  #transcribed(properties: Properties, line: number): Properties {
    return withTranscriptions(properties, (name, message) =>
      this.#report(`${geoName(namesFile)}, line ${line}, name “${name.slice(5)}”: ${message}`),
    );
  }

  /** What no single cell can show. */
  #check(): void {
    const fault = ({ line, place }: NameRow, column: string, message: string) =>
      this.#report(`${geoName(namesFile)}, line ${line}, column “${column}”, place “${place}”: ${message}`);
    const seen = new Map<string, NameRow>();
    for (const row of this.#rows) {
      const allowed = row.kind === 'transcription' ? Object.values(transcriptionTags).flat() : tags;
      if (!allowed.includes(row.lang)) fault(row, 'lang', `is “${row.lang}”; must be one of ${allowed.join(', ')}`);
      if (row.kind === 'transcription') {
        const named = this.#rowsOf.get(row.place) ?? [];
        if (!named.some(({ form, kind }) => form === row.of && kind !== 'transcription'))
          fault(row, 'of', `“${row.of ?? ''}” is no name of this place`);
        if (row.sources.length === 0)
          fault(row, 'sources', 'needs at least one source; what the rule makes has no row');
      }
      if (row.to === openEnd) {
        const key = `${row.place} ${row.lang}`;
        const other = seen.get(key);
        if (other !== undefined)
          fault(row, 'to', `two names are in use: line ${other.line} has the other; one must end`);
        seen.set(key, row);
      }
      const twin = this.#rowsOf.get(row.place)?.find((other) => other.line < row.line && sameName(other, row));
      if (twin !== undefined) fault(row, 'form', `stands in line ${twin.line} already, with the same dates`);
    }
  }
}

/** Reads the spreadsheet; what keeps it from being read is reported. `null` where no row can be. */
export function readNamesTable(text: string, report: Report): NamesTable | null {
  const table = readTable(text, form, report);
  return table === null ? null : new NamesTable(table, report);
}

function rowOf(row: ReadonlyMap<string, string>, line: number): NameRow {
  const cell = (column: string) => row.get(column) || null;
  return {
    place: cell('place') ?? '',
    form: cell('form') ?? '',
    lang: cell('lang') ?? '',
    party: parties.find((party) => party === cell('party')) ?? null,
    kind: cell('kind') ?? '',
    of: cell('of'),
    from: cell('from'),
    to: cell('to'),
    sources: (cell('sources') ?? '').split(/\s+/).filter((source) => source !== ''),
    line,
  };
}

/** Whether the map letters it: a name in its party’s own script, or the common one. */
function isNamed({ lang, party }: NameRow): boolean {
  return lang === (party ?? 'en');
}

/** A name in kana is its own reading. */
const kanaAlone = /^[\p{sc=Hiragana}\p{sc=Katakana}ーゝヽ]+$/u;

/** Signs of the old spelling become those of today; a repetition mark repeats. */
function hiraganaOf(kana: string): string {
  return kana
    .replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    .replaceAll('ゑ', 'え')
    .replaceAll('ゐ', 'い')
    .replace(/(.)[ゝヽ]/gu, '$1$1');
}

function sameName(one: NameRow, other: NameRow): boolean {
  return (['place', 'form', 'lang', 'party', 'from', 'to', 'of'] as const).every((key) => one[key] === other[key]);
}

function withoutNull(row: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
