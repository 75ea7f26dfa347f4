/** What a click in the frame asks for: every control says by its attributes what it does. */
import { type Year, years } from '../../model/view-state.ts';

/** What the controls do. */
export interface ClickActions {
  /** Opens the interactive map. */
  readonly open: () => void;
  /** Tries anew what has failed. */
  readonly retry: () => void;
  readonly chooseYear: (year: Year) => void;
  readonly useTool: (tool: ToolName) => void;
  /** Moves the map by CSS pixels, eastward and southward. */
  readonly panBy: (east: number, south: number) => void;
  readonly zoomBy: (steps: number) => void;
  readonly goHome: () => void;
  readonly close: () => void;
  readonly showSource: (note: string) => void;
  readonly lightPassage: (passage: string) => void;
  readonly copyCitation: (button: HTMLElement) => void;
  /** Selects a place; `control` is what was pressed. */
  readonly choosePlace: (place: string, control: HTMLElement) => void;
}

const tools = ['tools', 'help', 'measure'] as const;
export type ToolName = (typeof tools)[number];

/** CSS pixels by which a button moves the map. */
const pan = 100;

type Act = (actions: ClickActions, control: HTMLElement) => void;

const acts: Readonly<Record<string, Act>> = {
  'pan-north': ({ panBy }) => panBy(0, -pan),
  'pan-south': ({ panBy }) => panBy(0, pan),
  'pan-east': ({ panBy }) => panBy(pan, 0),
  'pan-west': ({ panBy }) => panBy(-pan, 0),
  'zoom-in': ({ zoomBy }) => zoomBy(1),
  'zoom-out': ({ zoomBy }) => zoomBy(-1),
  home: ({ goHome }) => goHome(),
  close: ({ close }) => close(),
  note: ({ showSource }, { dataset }) => showSource(dataset['note'] ?? ''),
  light: ({ lightPassage }, { dataset }) => lightPassage(dataset['passage'] ?? ''),
  copy: ({ copyCitation }, control) => copyCitation(control),
};

export function listenToClicks(root: ShadowRoot, actions: ClickActions, signal: AbortSignal): void {
  // The page was printed with places in the addresses of links alone.
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href^="?place="]:not([data-place])'))
    link.dataset['place'] = new URLSearchParams(link.search).get('place') ?? '';
  root.addEventListener('click', (event) => onClick(event, actions), { signal });
}

function onClick(event: Event, actions: ClickActions): void {
  const control =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>(
          '[data-place],[data-action],[data-year],[data-part="open"],[data-part="retry"]',
        )
      : null;
  // With a key held down a link opens elsewhere.
  const opensElsewhere = event instanceof MouseEvent && (event.metaKey || event.ctrlKey || event.shiftKey);
  if (control === null || opensElsewhere) return;
  const { place, action = '', part } = control.dataset;
  const year = years.find((known) => known === control.dataset['year']);
  const tool = tools.find((known) => known === action);
  const act = Object.hasOwn(acts, action) ? acts[action] : undefined;
  if (part === 'open') actions.open();
  else if (part === 'retry') actions.retry();
  else if (act !== undefined) act(actions, control);
  else {
    // What follows may be a link, for those who have no script.
    if (year !== undefined || tool !== undefined || place !== undefined) event.preventDefault();
    if (year !== undefined) actions.chooseYear(year);
    else if (tool !== undefined) actions.useTool(tool);
    else if (place !== undefined) actions.choosePlace(place, control);
  }
}
