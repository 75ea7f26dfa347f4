/** What a press on a control asks for: one table for the markup that writes it and for the shell that reads it. */

/** Every command, with the attributes that say more of it: `data-note` for `note`. */
export const commands = {
  /** Opens the interactive map, or tries again what has failed. */
  open: [],
  retry: [],
  /** Stops what the reader waits for. */
  'call-off': [],
  /** Selects a place, by its id. */
  place: ['place'],
  /** Shows a step of the timeline, and closes the panel with the words on it. */
  year: ['year'],
  'history-close': [],
  /** Highlights groups on the map: ids with spaces between them. */
  outline: ['groups'],
  'pan-north': [],
  'pan-west': [],
  'pan-east': [],
  'pan-south': [],
  'zoom-in': [],
  'zoom-out': [],
  home: [],
  /** Closes the popup. */
  close: [],
  /** Opens the list of sources at a note, by its number. */
  note: ['note'],
  /** Highlights the places that a passage speaks of. */
  light: ['passage'],
  /** Copies a citation of a passage in one of its forms. */
  copy: ['passage', 'choice'],
  /** The menu of tools, and the help. */
  tools: [],
  help: [],
  'close-help': [],
  /** Measures: from the selected place, or anew. */
  measure: [],
  'measure-anew': [],
  'end-measure': [],
  'copy-link': [],
  'share-link': [],
  /** Saves a picture in one of its formats. */
  save: ['picture'],
  fill: [],
  print: [],
  /** The dialog that makes the code for an article. */
  embed: [],
  'close-embed': [],
  'copy-snippet': ['kind'],
} as const;

export type Command = keyof typeof commands;
type ArgumentOf<Name extends Command> = (typeof commands)[Name][number];

/** What the attributes of a control say, by their names without `data-`. */
export type Given<Name extends Command = Command> = Readonly<Record<ArgumentOf<Name>, string>>;

/** Attributes of a control that gives a command: `data-action`, and one for each argument. */
export function command<Name extends Command>(
  name: Name,
  ...[given]: [ArgumentOf<Name>] extends [never] ? [] : [Readonly<Record<ArgumentOf<Name>, string | number>>]
): Readonly<Record<`data-${string}`, string | number>> {
  const more = Object.entries<string | number>(given ?? {}).map(([key, value]) => [`data-${key}`, value] as const);
  return { 'data-action': name, ...Object.fromEntries(more) };
}

/** Commands that need no more words. */
export type PlainCommand = { [Name in Command]: [ArgumentOf<Name>] extends [never] ? Name : never }[Command];

/**
 * Attributes of a control that selects a place or a year, often a link, by its id: it needs no name for what it does.
 */
export function chooses(what: 'place' | 'year', id: string): Readonly<Record<`data-${string}`, string>> {
  return { [`data-${what}`]: id };
}

/** What a control asks for, from its `dataset`; `null` for one that asks for nothing. */
export function readCommand(
  dataset: Readonly<Record<string, string | undefined>>,
): { readonly name: Command; readonly given: Given } | null {
  const { action } = dataset;
  const implied = dataset['place'] !== undefined ? 'place' : dataset['year'] !== undefined ? 'year' : null;
  const name = action === undefined ? implied : isCommand(action) ? action : null;
  const text = (key: string) => dataset[key] ?? '';
  return name === null
    ? null
    : {
        name,
        given: {
          place: text('place'),
          year: text('year'),
          groups: text('groups'),
          note: text('note'),
          passage: text('passage'),
          choice: text('choice'),
          picture: text('picture'),
          kind: text('kind'),
        },
      };
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(commands, name);
}
