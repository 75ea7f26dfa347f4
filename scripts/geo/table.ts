/** A spreadsheet of `geo/`, as this project and as other programs write it. */
import { CsvError, parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { closestName, unknownName } from '../../src/model/data/data-problems.ts';
import { geoName, type Report } from './geo-files.ts';

/** What a spreadsheet may and must hold. */
export interface TableForm {
  /** The name of its file. */
  readonly file: string;
  readonly columns: readonly string[];
  /** Columns without which no row can be read. */
  readonly needed: readonly string[];
  /** Columns of numbers, in which some programs write a comma for the point. */
  readonly numbers: readonly string[];
}

/** A spreadsheet, decoded and not yet believed. */
export interface Table {
  /** A row’s cells by the names of their columns. */
  readonly rows: readonly ReadonlyMap<string, string>[];
  /** The line of each row in the file. */
  readonly lines: readonly number[];
  /** The columns that are there. */
  readonly columns: readonly string[];
  /** The same as comma-separated text. */
  readonly text: string;
}

/**
 * Spreadsheets separate columns by what the language of the machine leaves free. No name of a column holds any of
 * these.
 */
const delimiters = [',', ';', '\t'];

/** Reads the spreadsheet; what keeps it from being read is reported. `null` where no row can be. */
export function readTable(text: string, { file, columns, needed, numbers }: TableForm, report: Report): Table | null {
  const fault = (where: string, message: string) => report(`${geoName(file)}, ${where}: ${message}`);
  const header = text.slice(0, text.indexOf('\n'));
  const delimiter = delimiters.find((sign) => header.includes(sign)) ?? ',';
  const decoded = rowsOf(text, delimiter, fault);
  if (decoded === null) return null;
  const [head, ...body] = decoded;
  if (head === undefined || body.length === 0) {
    fault('line 1', 'has no rows');
    return null;
  }
  for (const [index, name] of head.cells.entries()) {
    const at = `line ${head.line}, column “${name}”`;
    if (name !== '' && !columns.includes(name)) fault(at, unknownName(name, columns, head.cells));
    else if (name !== '' && head.cells.indexOf(name) !== index) fault(at, 'stands twice');
  }
  // A misspelt column is read as the one that it stands for, so that what else is wrong shows too, and nothing but
  // that.
  const names = head.cells.map((name) =>
    columns.includes(name) ? name : (closestName(name, columns, head.cells) ?? name),
  );
  for (const name of needed) if (!names.includes(name)) fault(`line ${head.line}, column “${name}”`, 'is missing');
  for (const { cells, line } of body) {
    const spare = cells.findIndex((cell, index) => cell !== '' && (names[index] ?? '') === '');
    if (spare !== -1) fault(`line ${line}, column ${spare + 1}`, `“${cells[spare] ?? ''}” stands under no name`);
    if (cells.length < names.filter((name) => name !== '').length)
      fault(`line ${line}`, `has ${cells.length} cells; must have one for each of the ${names.length} columns`);
  }
  const rows = body.map(({ cells, line }) => ({
    line,
    cells: cells.map((cell, index) =>
      delimiter !== ',' && numbers.includes(names[index] ?? '') ? cell.replace(',', '.') : cell,
    ),
  }));
  return {
    rows: rows.map(({ cells }) => new Map(names.map((name, index) => [name, cells[index] ?? '']))),
    lines: rows.map(({ line }) => line),
    columns: names,
    text: [head, ...rows].map(({ cells }) => `${printRow(cells.filter((_, index) => names[index] !== ''))}\n`).join(''),
  };
}

interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** As csv-parse hands them out when it is asked for their lines; its types do not say so. */
const rowsWithLines = v.array(v.object({ record: v.array(v.string()), info: v.object({ lines: v.number() }) }));

function rowsOf(
  text: string,
  delimiter: string,
  fault: (where: string, message: string) => void,
): readonly TableRow[] | null {
  let last = 0;
  try {
    const rows = parse(text, {
      delimiter,
      info: true,
      on_record: (row: string[], { lines }) => {
        last = lines;
        return row;
      },
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
    });
    return v.parse(rowsWithLines, rows).map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What csv-parse says is where it gave up, which may be the end of the file.
    fault(`line ${last + 1}`, 'a quotation mark is not closed, or stands in a cell that does not begin with one');
    return null;
  }
}

function printRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
