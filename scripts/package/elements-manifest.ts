/** Describes the element for editors and documentation tools, in the form of `custom-elements.json`. */
import type { Attribute, ClassMethod, CustomElementField, Event, Package } from 'custom-elements-manifest';
import { conventions, languages } from '../../src/model/types.ts';
import {
  defaultState,
  formatValue,
  loads,
  type StateKey,
  stateKeys,
  themes,
  years,
} from '../../src/model/view-state.ts';
import type { FourIslandsMapEvents } from '../../src/shell/context/element-events.ts';
import { failureReasons } from '../../src/shell/data/failure.ts';

const choice = (values: readonly string[]) => values.map((value) => `'${value}'`).join(' | ');
const orNothing = (type: string) => `${type} | null | undefined`;

const keys: Readonly<Record<StateKey, { readonly type: string; readonly description: string }>> = {
  names: { type: choice(conventions), description: 'Whose names are shown.' },
  lang: {
    type: choice(languages),
    description:
      'The language of the interface and the script in which names are read. A tag counts by its first part: ja-JP.',
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

const data: Readonly<Record<string, { readonly type: string; readonly description: string }>> = {
  ready: {
    type: 'Promise<void>',
    description:
      'Settles when the map is interactive; rejects when it cannot become so. The attribute `data-lettered` says that all it shows is drawn.',
  },
  maplibre: {
    type: "import('maplibre-gl').Map | null",
    description: 'The MapLibre map; null while there is none.',
  },
};

const toSvg = {
  type: 'string',
  description: 'What is seen at present as an SVG file’s text. Throws before the data is there.',
} as const;

const events: Readonly<Record<keyof FourIslandsMapEvents, { readonly type: string; readonly description: string }>> = {
  'four-islands-ready': { type: 'CustomEvent<null>', description: 'The map is interactive.' },
  'four-islands-select': {
    type: 'CustomEvent<{ place: string | null; passages: string[] }>',
    description: 'A place was chosen; null when it was closed.',
  },
  'four-islands-names': {
    type: `CustomEvent<{ names: ${choice(conventions)} }>`,
    description: 'Another convention was chosen.',
  },
  'four-islands-error': {
    type: `CustomEvent<{ reason: ${choice(failureReasons)} }>`,
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
      type: { text: orNothing(keys[key].type) },
      ...(formatValue(key, defaultState) === '' ? {} : { default: `'${formatValue(key, defaultState)}'` }),
      reflects: true,
    }),
  );
  const members: readonly (CustomElementField | ClassMethod)[] = [
    ...fields,
    ...Object.entries(data).map(
      ([name, { type, description }]): CustomElementField => ({
        kind: 'field',
        name,
        description,
        type: { text: type },
        readonly: true,
      }),
    ),
    { kind: 'method', name: 'toSVG', description: toSvg.description, return: { type: { text: toSvg.type } } },
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

/** The same as a document, `docs/element.md`. */
export function elementDocument(): string {
  const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
  const values = (type: string) =>
    type
      .split(' | ')
      .map((value) => code(value.replaceAll("'", '')))
      .join(' ');
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `# The element \`<four-islands-map>\`

Made from the source by \`npm run element\`; \`lib/custom-elements.json\` holds the same for editors.

## Attributes and properties

Each key is an attribute and a reflected property. A property set to \`null\` or \`undefined\`, like an attribute that is taken away, goes back to the default. A value outside the list
gives one warning in the console and changes nothing.

${table(
  ['key', 'values', 'default', 'what it is'],
  stateKeys.map((key) => {
    const value = formatValue(key, defaultState);
    return [code(key), values(keys[key].type), value === '' ? '–' : code(value), keys[key].description];
  }),
)}

To be read alone:

${table(
  ['property', 'type', 'what it is'],
  Object.entries(data).map(([name, { type, description }]) => [code(name), code(type), description]),
)}

The host itself carries \`data-state\`: \`picture\`, \`loading\`, \`interactive\` or \`failed\`.

## Methods

${table(['method', 'returns', 'what it does'], [[code('toSVG()'), code(toSvg.type), toSvg.description]])}

## Events

All bubble and are composed, so that a listener may stand on the element, on what is around it, or on the document. Their types are known to TypeScript wherever
\`four-islands\` or \`four-islands/define\` is imported: \`addEventListener('four-islands-select', ({ detail }) => detail.place)\`.

${table(
  ['event', 'type', 'when'],
  Object.entries(events).map(([name, { type, description }]) => [code(name), code(type), description]),
)}

| framework | how to listen |
| --- | --- |
| DOM | \`map.addEventListener('four-islands-select', listener)\` |
| React 19 | \`<four-islands-map onfour-islands-select={listener} />\` |
| Vue 3 | \`<four-islands-map @four-islands-select="listener" />\` |
| Svelte 5 | \`<four-islands-map onfour-islands-select={listener}></four-islands-map>\` |

## Slot

What stands inside the element is a picture of the map, shown until there is one that follows the reader’s choice.
`;
}
