/** The menu of tools and the help, as markup. */
import { element, type Markup } from '../../kernel/markup.ts';
import type { Language } from '../../model/types.ts';
import { command } from '../commands.ts';
import { signButton } from '../frame/frame-markup.ts';
import { say } from '../strings.ts';
import { sayOfTools, type ToolString } from './tool-strings.ts';

export interface ToolMenuInput {
  readonly language: Language;
  /** There is an address of our own page for what is seen. */
  readonly canLink: boolean;
  /** The browser can hand a link to other programs. */
  readonly canShare: boolean;
  /** The browser lets this document hand out files and print: a sandbox without an origin does not. */
  readonly canSave: boolean;
  /** There is a full screen to go to, which a frame has only where its host allows it. */
  readonly canFill: boolean;
  /** Others can embed the map from an address that is known. */
  readonly canEmbed: boolean;
  /** Addresses of the files that may be taken away. */
  readonly data: Readonly<Record<'islands' | 'places' | 'table', string>>;
}

export function toolMenu({ language, canLink, canShare, canSave, canFill, canEmbed, data }: ToolMenuInput): Markup {
  const word = (key: ToolString) => sayOfTools(language, key);
  return element(
    'div',
    { class: 'tool-menu', popover: 'auto', role: 'group', 'aria-label': word('tools'), lang: language },
    [
      heading(word('moving')),
      // The same as the buttons on the map, some of which have no room on a small one.
      element('div', { class: 'row' }, [
        signButton('home', say(language, 'home'), '⌂'),
        signButton('pan-north', say(language, 'panNorth'), '↑'),
        signButton('pan-west', say(language, 'panWest'), '←'),
        signButton('pan-east', say(language, 'panEast'), '→'),
        signButton('pan-south', say(language, 'panSouth'), '↓'),
      ]),
      canLink ? heading(word('share')) : null,
      canLink ? button(command('copy-link'), word('copyLink')) : null,
      canLink && canShare ? button(command('share-link'), word('shareLink')) : null,
      canEmbed ? button(command('embed'), word('embed')) : null,
      canSave ? heading(word('picture')) : null,
      canSave
        ? element('div', { class: 'row' }, [
            button(command('save', { picture: 'svg' }), word('picture.svg')),
            button(command('save', { picture: 'png1' }), word('picture.png1')),
            button(command('save', { picture: 'png2' }), word('picture.png2')),
          ])
        : null,
      heading(word('data')),
      element('ul', {}, [
        file(data.islands, word('data.islands')),
        file(data.places, word('data.places')),
        file(data.table, word('data.table')),
      ]),
      element('p', { class: 'licence' }, [word('licence')]),
      element('hr'),
      button(command('measure-anew'), word('measure')),
      canFill ? button(command('fill'), word('fill')) : null,
      canSave ? button(command('print'), word('print')) : null,
      button(command('help'), word('help')),
      element('p', { class: 'told', role: 'status' }),
    ],
  );
}

function heading(text: string): Markup {
  return element('h2', {}, [text]);
}

function button(attributes: ReturnType<typeof command>, text: string): Markup {
  return element('button', { type: 'button', ...attributes }, [text]);
}

/** `download` counts on our own origin only; elsewhere the file opens in a tab of its own. */
function file(address: string, text: string): Markup {
  return element('li', {}, [
    element('a', { href: address, download: true, target: '_blank', rel: 'noopener' }, [text]),
  ]);
}

/** The help: a native dialog, so that Escape closes it and the focus goes back by itself. */
export function helpDialog(language: Language, keysOn: boolean): Markup {
  const word = (key: ToolString) => sayOfTools(language, key);
  const keys: readonly (readonly [readonly string[], ToolString])[] = [
    [[word('key.arrows')], 'does.arrows'],
    [['+', '−'], 'does.zoom'],
    [['/'], 'does.search'],
    [['?'], 'does.help'],
    [['Enter'], 'does.enter'],
    [['Esc'], 'does.escape'],
  ];
  return element('dialog', { class: 'help', 'aria-labelledby': 'help-title', lang: language }, [
    element('button', { class: 'close', type: 'button', ...command('close-help'), 'aria-label': word('close') }, ['×']),
    element('h2', { id: 'help-title' }, [word('help')]),
    element('h3', {}, [word('moving')]),
    element('p', {}, [word('movingText')]),
    element('h3', {}, [word('keys')]),
    element(
      'dl',
      {},
      keys.flatMap(([signs, does]) => [
        element(
          'dt',
          {},
          signs.flatMap((sign, index) => [...(index === 0 ? [] : [' ']), element('kbd', {}, [sign])]),
        ),
        element('dd', {}, [word(does)]),
      ]),
    ),
    element('label', {}, [
      element('input', { type: 'checkbox', 'data-part': 'keys', checked: keysOn, 'aria-describedby': 'keys-note' }),
      ` ${word('keysOn')}`,
    ]),
    element('p', { id: 'keys-note', class: 'licence' }, [word('keysNote')]),
  ]);
}
