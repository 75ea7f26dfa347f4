/** Describes the element for editors and documentation tools, in the form of `custom-elements.json`. */
import type { Attribute, ClassMethod, CustomElementField, Event, Package } from 'custom-elements-manifest';
import { conventions, languages } from '../src/model/types.ts';
import { defaultState, formatValue, loads, type StateKey, stateKeys, themes, years } from '../src/model/view-state.ts';
import type { FourIslandsMapEvents } from '../src/shell/element-attributes.ts';

const choice = (values: readonly string[]) => values.map((value) => `'${value}'`).join(' | ');

const keys: Readonly<Record<StateKey, { readonly type: string; readonly description: string }>> = {
  names: { type: choice(conventions), description: 'Whose names are shown.' },
  lang: {
    type: choice(languages),
    description: 'The language of the interface and the script in which names are read.',
  },
  place: {
    type: 'string',
    description: 'Id of the place whose popup is open, such as etorofu; another of its Latin names will do.',
  },
  view: { type: 'string', description: 'The camera as zoom/lat/lng; left out, the four groups fitted to the frame.' },
  year: { type: choice(years), description: 'The year whose state of things is told.' },
  lines: {
    type: choice(conventions),
    description: 'Which lines of today are drawn: all that somebody holds, or as official maps of one side draw them.',
  },
  theme: { type: choice(themes), description: 'Colours; auto follows the reader’s system.' },
  load: { type: choice(loads), description: 'When the interactive map takes the place of the picture.' },
};

const events: Readonly<Record<keyof FourIslandsMapEvents, { readonly type: string; readonly description: string }>> = {
  'four-islands-ready': { type: 'CustomEvent<null>', description: 'The map is interactive.' },
  'four-islands-select': {
    type: 'CustomEvent<{ place: string | null; passages: string[] }>',
    description: 'A place was chosen; null when it was closed.',
  },
  'four-islands-names': { type: 'CustomEvent<{ names: string }>', description: 'Another convention was chosen.' },
  'four-islands-error': {
    type: "CustomEvent<{ reason: 'webgl' | 'module' | 'worker' | 'data' | 'context-lost' }>",
    description: 'The map cannot be shown; the picture stays.',
  },
};

/** The manifest. Attributes and fields are the keys of the state, so that it cannot name another set. */
export function elementsManifest(): Package {
  const path = 'lib/define.js';
  const attributes = stateKeys.map((key): Attribute => {
    const value = formatValue(key, defaultState);
    return {
      name: key,
      fieldName: key,
      description: keys[key].description,
      type: { text: keys[key].type },
      ...(value === '' ? {} : { default: `'${value}'` }),
    };
  });
  const fields = stateKeys.map(
    (key): CustomElementField => ({
      kind: 'field',
      name: key,
      description: keys[key].description,
      type: { text: key === 'place' ? 'string | null' : keys[key].type },
      reflects: true,
    }),
  );
  const members: readonly (CustomElementField | ClassMethod)[] = [
    ...fields,
    {
      kind: 'field',
      name: 'ready',
      description:
        'Settles when the map is interactive; rejects when it cannot become so. The attribute `data-lettered` says that all it shows is drawn.',
      type: { text: 'Promise<void>' },
      readonly: true,
    },
    {
      kind: 'field',
      name: 'maplibre',
      description: 'The MapLibre map; null while there is none.',
      type: { text: "import('maplibre-gl').Map | null" },
      readonly: true,
    },
    {
      kind: 'method',
      name: 'toSVG',
      description: 'What is seen at present as an SVG file’s text. Throws before the data is there.',
      return: { type: { text: 'string' } },
    },
  ];
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: 'FourIslandsMap',
            tagName: 'four-islands-map',
            superclass: { name: 'HTMLElement' },
            description:
              'The map of the islands that Japan and Russia dispute: a picture at once, an interactive map after it.',
            attributes,
            members: [...members],
            events: Object.entries(events).map(
              ([name, { type, description }]): Event => ({ name, description, type: { text: type } }),
            ),
            slots: [
              {
                name: '',
                description: 'A picture of the map, shown until there is one that follows the reader’s choice.',
              },
            ],
          },
        ],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'four-islands-map',
            declaration: { name: 'FourIslandsMap', module: path },
          },
        ],
      },
    ],
  };
}
