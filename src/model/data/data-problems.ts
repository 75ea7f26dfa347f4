/** What may be wrong with the data, and how it is told: a sentence for each fault. */
import * as v from 'valibot';

/** One fault in the data: where it stands and what is wrong with it. */
export interface Problem {
  readonly file: string;
  /** Id or index of the feature, passage or source; `null` where the file as a whole is meant. */
  readonly feature: string | null;
  /** Path of the field inside the feature, such as `properties.name:ja`. */
  readonly field: string | null;
  /** Keys from the root of the file to what is meant. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a parser answers where it does not believe the data. */
export type Refused = { readonly ok: false; readonly problems: readonly Problem[] };

/** A problem as one line for a console or a build log. */
export function describeProblem(problem: Problem): string {
  const where = [
    problem.feature === null ? null : `feature “${problem.feature}”`,
    problem.field === null ? null : `field “${problem.field}”`,
  ];
  return [`geo/${problem.file}`, ...where.filter((part) => part !== null)].join(', ').concat(`: ${problem.message}`);
}

/** What may be left out; `null` says the same. */
export function absentOr<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.optional(v.nullable(schema), null);
}

const between = ', ';

/** An object that has these keys and no others: `problemsOf` names each misspelt one, with what is allowed. */
export function exactObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  // Valibot reports the first unknown key alone; with the allowed ones for a message the others can be told from it.
  return v.strictObject(entries, (issue) =>
    issue.expected === 'never' ? Object.keys(entries).join(between) : issue.message,
  );
}

interface Issue {
  readonly message: string;
  readonly expected: string | null;
  readonly received: string;
  readonly path?: readonly { readonly key: unknown; readonly input?: unknown }[] | undefined;
}

type Path = readonly (string | number)[];

/** The problems of a file. `at` are the keys that lead from its root to `raw`. */
export function problemsOf(
  file: string,
  raw: unknown,
  issues: readonly Issue[] | undefined,
  at: Path = [],
): readonly Problem[] {
  const problem = (inside: Path, message: string): Problem => ({
    file,
    ...placeOf(raw, inside, at),
    path: [...at, ...inside],
    message,
  });
  const found = (issues ?? []).flatMap((issue): readonly (Problem & { readonly meant?: string | null })[] => {
    const path: Path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
    if (issue.expected !== 'never') return [problem(path, sayIssue(issue))];
    const allowed = issue.message.split(between);
    const present = Object.keys(Object(issue.path?.at(-1)?.input));
    return present
      .filter((key) => !allowed.includes(key))
      .map((key) => ({
        ...problem([...path.slice(0, -1), key], unknownName(key, allowed, present)),
        meant: [...at, ...path.slice(0, -1), closestName(key, allowed, present)].join('.'),
      }));
  });
  // What is misspelt is not missing as well.
  const meant = new Set(found.map((one) => one.meant));
  return found
    .filter(({ path, message }) => message !== missing || !meant.has(path.join('.')))
    .map(({ meant: _meant, ...one }) => one);
}

/** The entry of a list that a path leads to, and the field in it. */
function placeOf(raw: unknown, path: Path, at: Path): Pick<Problem, 'feature' | 'field'> {
  const [last] = at.slice(-1);
  // Of an entry that was read alone, the list is outside.
  if (typeof last === 'number') return { feature: idOf(raw) ?? `#${last}`, field: fieldOf(path) };
  const listAt = path.findIndex((key) => typeof key === 'number');
  if (listAt === -1) return { feature: null, field: fieldOf(path) };
  return {
    feature: idOf(valueAt(raw, path.slice(0, listAt + 1))) ?? `#${String(path[listAt])}`,
    field: fieldOf(path.slice(listAt + 1)),
  };
}

const fieldOf = (path: Path) => (path.length === 0 ? null : path.join('.'));

const missing = 'is missing';

const kindsOfValue: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
};

/** Messages of our own as they are; those that Valibot makes in plain words. */
function sayIssue({ message, expected, received }: Issue): string {
  if (!message.startsWith('Invalid ') || expected === null) return message;
  if (received === 'undefined') return missing;
  const value = received === 'Array' || received === 'Object' ? kindsOfValue[received] : quoted(received);
  const choices = expected.match(/"[^"]*"/g);
  const bound = /^([<>])=(.*)$/.exec(expected);
  const wanted =
    choices !== null
      ? `${choices.length > 1 ? 'one of ' : ''}${choices.map((choice) => choice.slice(1, -1)).join(', ')}`
      : bound !== null
        ? `at ${bound[1] === '<' ? 'most' : 'least'} ${bound[2]}`
        : (kindsOfValue[expected] ?? expected);
  return `is ${value}; must be ${wanted}`;
}

const quoted = (received: string) => (received.startsWith('"') ? `“${received.slice(1, -1)}”` : received);

/** Why the name of a field or column is not taken. `present` are the names beside it, which it cannot stand for. */
export function unknownName(name: string, allowed: readonly string[], present: readonly string[]): string {
  const meant = closestName(name, allowed, present);
  return `is not known here${meant === null ? '' : `; did you mean “${meant}”?`} (allowed: ${allowed.join(', ')})`;
}

/** The allowed name that a misspelt one stands for; `null` where none is near. */
export function closestName(name: string, allowed: readonly string[], present: readonly string[]): string | null {
  const [nearest] = allowed
    .filter((candidate) => !present.includes(candidate))
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((first, second) => first.distance - second.distance);
  return nearest !== undefined && nearest.distance <= Math.max(2, name.length / 4) ? nearest.candidate : null;
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at++)
      next.push(
        Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[to.length] ?? 0;
}

function valueAt(value: unknown, keys: readonly unknown[]): unknown {
  return keys.reduce<unknown>((current, key) => (isRecord(current) ? current[String(key)] : undefined), value);
}

/** The id by which an entry calls itself, whatever else is wrong with it. */
export function idOf(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const id = isRecord(value['properties']) ? value['properties']['id'] : value['id'];
  return typeof id === 'string' ? id : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
