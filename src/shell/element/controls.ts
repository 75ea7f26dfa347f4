/** What a press, a key or a choice in the frame does. Parts that are loaded later answer for their own controls. */
import { conventions } from '../../model/types.ts';
import { type Year, years } from '../../model/view-state.ts';
import { say } from '../../text/strings.ts';
import type { Context } from '../context/context.ts';
import type { TimelineView } from '../panels/timeline-view.ts';
import type { ElementParts } from './element-parts.ts';
import { searchField } from './frame-view.ts';
import { type KeyActions, listenToKeys } from './keys.ts';

/** CSS pixels by which a button moves the map. */
const pan = 100;

/** Works until the element is taken away. */
export function listenToReader(context: Context, parts: ElementParts): void {
  const { root, signal } = context;
  answerCommands(context, parts);
  context.commands.listen(root, signal);
  listenToKeys(context.element, keyActions(context, parts), signal);
  root.addEventListener('change', ({ target }) => onChange(context, target), { signal });
  // Opening the list of sources asks for the data that it is made of; the event does not bubble.
  root.addEventListener('toggle', ({ target }) => onToggle(context, target), { signal, capture: true });
  root.addEventListener('focusin', ({ target }) => onFocus(context, parts, target), { signal });
  // A map that waits for a click leaves what is read until a reader is there.
  for (const sign of ['focusin', 'pointerover'])
    root.addEventListener(
      sign,
      () => context.state.load === 'click' && !parts.frame.hasWords && void context.readings(),
      { signal, once: true },
    );
  root.addEventListener('keydown', (event) => onEarlyEnter(parts, event), { signal });
}

function answerCommands(context: Context, parts: ElementParts): void {
  const { stage, popup, notice, onItsWay, late } = parts;
  const panBy = (east: number, south: number) => stage.map?.panBy(east, south);
  context.commands.answer({
    open: () => stage.open(),
    retry: () => void notice.retry(),
    'call-off': () => callOff(parts),
    place: ({ place }, control) => popup.choose(place, control),
    year: ({ year: chosen }) =>
      chooseYear(parts, (panel) => panel.choose(years.find((known) => known === chosen) ?? 'now')),
    'pan-north': () => panBy(0, -pan),
    'pan-south': () => panBy(0, pan),
    'pan-east': () => panBy(pan, 0),
    'pan-west': () => panBy(-pan, 0),
    'zoom-in': () => stage.map?.zoomBy(1),
    'zoom-out': () => stage.map?.zoomBy(-1),
    home: () => {
      stage.map?.goHome();
      context.commit({ view: null });
    },
    close: () => popup.close(),
    note: ({ note }) => popup.showSource(note),
    light: ({ passage }) =>
      void onItsWay.run(async (signal) => (await late.passages(signal))?.light(passage), `light ${passage}`),
    copy: (asked, button) => void onItsWay.run(async (signal) => (await late.passages(signal))?.copy(asked, button)),
    tools: () => void onItsWay.run(async (signal) => (await late.tools(signal))?.toggleMenu(), 'tools'),
    help: () => openHelp(parts),
    measure: () => void onItsWay.run((signal) => measure(context, parts, signal), 'measure'),
  });
}

function openHelp({ onItsWay, late }: ElementParts): void {
  void onItsWay.run(async (signal) => (await late.tools(signal))?.openHelp(), 'help');
}

/** Measures from the selected place, in the view that is seen. */
async function measure(context: Context, { stage, popup, late }: ElementParts, signal: AbortSignal): Promise<void> {
  const tools = await late.tools(signal);
  if (tools === null) return;
  const { place } = context.state;
  const view = stage.map?.view();
  if (view !== undefined) context.commit({ view });
  popup.close();
  tools.measureFrom(place);
}

function chooseYear({ onItsWay, year }: ElementParts, use: (panel: TimelineView) => void): void {
  void onItsWay.run(async (signal) => {
    const panel = await year.panel(signal);
    if (panel !== null) use(panel);
  });
}

/** Calls off what is on its way. Returns whether anything was. */
function callOff({ onItsWay, popup }: ElementParts): boolean {
  if (!onItsWay.callOff()) return false;
  // A place that an address asked for is asked for no longer.
  if (!popup.isOpen) popup.close();
  return true;
}

function keyActions(context: Context, parts: ElementParts): KeyActions {
  const { popup, stage, late } = parts;
  return {
    close: () => {
      if (callOff(parts)) return true;
      const { measuring } = context;
      if (popup.isOpen) popup.close();
      else if (measuring !== null) measuring.end();
      else return false;
      return true;
    },
    moveYear: (from: Year, by: number) => chooseYear(parts, (panel) => panel.move(from, by)),
    pick: (target) => {
      if (target === undefined || target !== context.canvas) return false;
      const view = stage.map?.frame().view;
      if (view !== undefined) context.measuring?.take([view.lng, view.lat], null);
      return true;
    },
    shortcutsOn: () => late.loadedTools?.keysOn !== false,
    help: () => openHelp(parts),
    search: () => {
      const field = context.root.querySelector<HTMLElement>(searchField);
      field?.closest('details')?.setAttribute('open', '');
      field?.focus();
    },
  };
}

/** Another convention is chosen. */
function onChange(context: Context, target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.name !== 'names') return;
  const names = conventions.find((convention) => convention === target.value);
  if (names === undefined) return;
  context.commit({ names });
  context.announce(say(context.state.lang, `legend.${names}`));
}

function onToggle(context: Context, target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.all-sources')) return;
  if (context.data.read === null) void context.readings();
}

/** A reader who comes to the search field will want what is searched. */
function onFocus(context: Context, { late }: ElementParts, target: EventTarget | null): void {
  if (late.loadedSearch === null && isSearchField(target)) void context.readings();
}

/** A reader who types fast presses Enter before there is anything that searches. */
function onEarlyEnter({ late, onItsWay }: ElementParts, event: Event): void {
  if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing) return;
  if (late.loadedSearch === null && isSearchField(event.target))
    void onItsWay.run(async (signal) => (await late.search(signal, true))?.submit());
}

function isSearchField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(searchField);
}
