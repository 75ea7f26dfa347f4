/**
 * One state and one grammar, shared by the page's address, the frame's address, the element's attributes and messages.
 */
import { type Convention, conventions, type Language, languages } from './types.ts';

export const years = ['1855', '1875', '1905', '1945', 'now'] as const;
export type Year = (typeof years)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

export const loads = ['visible', 'click', 'eager'] as const;
export type Load = (typeof loads)[number];

/** A camera: zoom as MapLibre counts it (512 px world at 0), centre in degrees. */
export interface View {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
}

/** All that a reader can change. What is visible is a function of this and the `Dataset`. */
export interface ViewState {
  readonly names: Convention;
  readonly lang: Language;
  /** A place id, or a name that a link used for it; `null` when nothing is selected. */
  readonly place: string | null;
  /** `null`: the four groups fitted to the frame. */
  readonly view: View | null;
  readonly year: Year;
  /** Whose lines the step `now` shows: of both sides, or as official maps of one side draw them. */
  readonly lines: Convention;
  readonly theme: ThemeChoice;
  readonly load: Load;
}

export type StateKey = keyof ViewState;

export const stateKeys = [
  'names',
  'lang',
  'place',
  'view',
  'year',
  'lines',
  'theme',
  'load',
] as const satisfies readonly StateKey[];

export const defaultState: ViewState = {
  names: 'both',
  lang: 'en',
  place: null,
  view: null,
  year: 'now',
  lines: 'both',
  theme: 'auto',
  load: 'visible',
};

/** The limits of the camera: inside the land that the build cuts out. Degrees; zoom as in `View`. */
export const cameraLimits = {
  bounds: { west: 127, south: 36, east: 168, north: 58 },
  zoom: { least: 3, most: 13 },
} as const;

export interface StateProblem {
  readonly key: string;
  readonly value: string;
  readonly allowed: string;
}

export interface ParsedState {
  readonly state: ViewState;
  readonly problems: readonly StateProblem[];
}

const allowed: Readonly<Record<StateKey, string>> = {
  names: conventions.join(', '),
  lang: languages.join(', '),
  place: 'a place id such as etorofu or iturup',
  view: `zoom/lat/lng with zoom ${cameraLimits.zoom.least} to ${cameraLimits.zoom.most}, lat ${cameraLimits.bounds.south} to ${cameraLimits.bounds.north}, lng ${cameraLimits.bounds.west} to ${cameraLimits.bounds.east}`,
  year: years.join(', '),
  lines: conventions.join(', '),
  theme: themes.join(', '),
  load: loads.join(', '),
};

/**
 * Reads every key that `get` knows (a URL query, attributes, a message). A value outside the list leaves what `base`
 * has and is reported; a key that is absent (`null`) takes `base`'s value without a word.
 */
export function parseViewState(get: (key: StateKey) => string | null, base: ViewState): ParsedState {
  const problems: StateProblem[] = [];
  const read = <T>(key: StateKey, parse: (value: string) => T | undefined, fallback: T): T => {
    const value = get(key);
    if (value === null) return fallback;
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    problems.push({ key, value, allowed: allowed[key] });
    return fallback;
  };
  const state: ViewState = {
    names: read('names', oneOf(conventions), base.names),
    lang: read('lang', parseLanguage, base.lang),
    place: read('place', parsePlaceName, base.place),
    view: read('view', parseView, base.view),
    year: read('year', oneOf(years), base.year),
    lines: read('lines', oneOf(conventions), base.lines),
    theme: read('theme', oneOf(themes), base.theme),
    load: read('load', oneOf(loads), base.load),
  };
  return { state, problems };
}

/**
 * What an address asks for, by key. Content management systems escape an address twice: then the `&` between two keys
 * has left its escape before the second, as `amp;` or, past a number sign, as `038;`.
 */
export function readQuery({ search, hash }: Pick<URL, 'search' | 'hash'>): (key: StateKey) => string | null {
  const escaped = /^#0*38;/;
  const asked = new URLSearchParams(escaped.test(hash) ? `${search}&${hash.replace(escaped, '')}` : search);
  const values = new Map<string, string>();
  for (const [name, value] of asked) {
    const key = name.replace(/^(amp;|#0*38;)+/, '');
    // The first counts, as it does for every other reader of addresses.
    if (!values.has(key)) values.set(key, value);
  }
  return (key) => values.get(key) ?? null;
}

/** The query that reproduces a state, without what is the default anyway; empty for the default itself. */
export function formatViewState(state: ViewState, base: ViewState = defaultState): string {
  const query = new URLSearchParams();
  for (const key of stateKeys) {
    const value = formatValue(key, state);
    if (value !== formatValue(key, base)) query.set(key, value);
  }
  return query.toString().replaceAll('%2F', '/');
}

/**
 * The query of a link that shows everybody the same: it always says the language, which a page would else take from the
 * browser.
 */
export function formatLink(state: ViewState): string {
  const query = formatViewState({ ...state, load: defaultState.load });
  return state.lang === defaultState.lang
    ? [`lang=${state.lang}`, query].filter((part) => part !== '').join('&')
    : query;
}

/** One value as attribute or query text; empty for nothing. */
export function formatValue(key: StateKey, state: ViewState): string {
  if (key === 'view') return state.view === null ? '' : formatView(state.view);
  return state[key] ?? '';
}

/** The warning that the console shows: the key, the value and what is allowed. */
export function describeStateProblem(problem: StateProblem): string {
  return `four-islands: ${problem.key}=“${problem.value.slice(0, 80)}” is not understood; allowed: ${problem.allowed}.`;
}

/** The problem of a place that has the form of an id but is not on the map. */
export function unknownPlace(value: string): StateProblem {
  return { key: 'place', value, allowed: allowed.place };
}

function oneOf<T extends string>(list: readonly T[]): (value: string) => T | undefined {
  return (value) => list.find((item) => item === value);
}

/** A language tag counts by its primary subtag: `ja-JP`, `RU` and `en_GB` are languages of ours. */
export function parseLanguage(tag: string): Language | undefined {
  const [primary = ''] = tag.trim().toLowerCase().split(/[-_]/);
  return oneOf(languages)(primary);
}

function parsePlaceName(value: string): string | null | undefined {
  if (value === '') return null;
  return /^[\p{L}\p{N}’' .-]{1,60}$/u.test(value) ? value : undefined;
}

function parseView(value: string): View | null | undefined {
  if (value === '') return null;
  if (!/^-?\d+(\.\d+)?\/-?\d+(\.\d+)?\/-?\d+(\.\d+)?$/.test(value)) return undefined;
  const [zoom, lat, lng] = value.split('/').map(Number);
  if (zoom === undefined || lat === undefined || lng === undefined) return undefined;
  const { bounds, zoom: limit } = cameraLimits;
  const inside =
    zoom >= limit.least &&
    zoom <= limit.most &&
    lat >= bounds.south &&
    lat <= bounds.north &&
    lng >= bounds.west &&
    lng <= bounds.east;
  return inside ? { zoom, lat, lng } : undefined;
}

function formatView(view: View): string {
  return `${Number(view.zoom.toFixed(2))}/${Number(view.lat.toFixed(4))}/${Number(view.lng.toFixed(4))}`;
}
