/**
 * The files of `geo/` as spreadsheets, drawing programs and editors leave them: read alike, whoever wrote them last.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Expression, JsonSourceFile } from 'typescript';
import { projectPath } from '../machine/node-files.ts';

/** Takes a sentence that says what is wrong. */
export type Report = (sentence: string) => void;

/** The folder of the data: `geo/`, or a copy of it that `GEO_FOLDER` names, to try something in. */
export const geoFolder = (): string => process.env['GEO_FOLDER'] ?? 'geo';

/** The absolute path of a file in it. */
export const geoPath = (name: string): string => resolve(projectPath('.'), geoFolder(), name);

/** A file as sentences name it. */
export const geoName = (name: string): string => `${geoFolder()}/${name}`;

/**
 * The text of a file, with composed letters (Unicode NFC), plain line ends and no byte order mark; `null` where it
 * cannot be read, which is reported.
 */
export function readGeoText(name: string, report: Report): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(geoPath(name));
  } catch {
    report(`${geoName(name)}: cannot be read; is it there?`);
    return null;
  }
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  // What stands for bytes that are no UTF-8.
  const broken = text.indexOf('\uFFFD');
  if (broken === -1) return text;
  report(
    `${geoName(name)}, line ${lineAt(text, broken)}: is not UTF-8; must be saved as such (in Excel as “CSV UTF-8”)`,
  );
  return null;
}

/** A file decoded from JSON, with its text; `null` where that cannot be done, which is reported. */
export function readGeoJson(name: string, report: Report): { readonly text: string; readonly value: unknown } | null {
  const text = readGeoText(name, report);
  if (text === null) return null;
  try {
    return { text, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const line = lineAt(text, at === undefined ? text.trimEnd().length : Number(at));
    report(`${geoName(name)}, line ${line}: is no JSON: ${message.replace(/ in JSON.*| is not valid JSON.*/s, '')}`);
    return null;
  }
}

/** The fieldbooks, by the names of their files. */
export function fieldbookNames(): readonly string[] {
  return readdirSync(geoPath('drawing'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => `drawing/${name}`);
}

export function writeGeoText(name: string, text: string): void {
  writeFileSync(geoPath(name), text);
}

/**
 * The line, counted from 1, in which a value of a JSON text begins. `path` are the keys that lead to it; where they end
 * early, so does the search.
 */
export function lineInJson(text: string, path: readonly (string | number)[]): number {
  // The compiler is large, and asked only when something is wrong.
  const ts: typeof import('typescript') = createRequire(import.meta.url)('typescript');
  const source: JsonSourceFile = ts.parseJsonText('data.json', text);
  let node: Expression | undefined = source.statements[0]?.expression;
  let start = node?.getStart(source) ?? 0;
  for (const key of path) {
    if (node !== undefined && ts.isArrayLiteralExpression(node)) node = node.elements[Number(key)];
    else if (node !== undefined && ts.isObjectLiteralExpression(node)) {
      const property = node.properties.find(
        (candidate) =>
          candidate.name !== undefined && ts.isStringLiteral(candidate.name) && candidate.name.text === key,
      );
      node = property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined;
    } else break;
    if (node === undefined) break;
    start = node.getStart(source);
  }
  return lineAt(text, start);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
