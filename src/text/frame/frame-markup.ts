/**
 * The whole of what stands round the map, as markup: printed into the page at build, built into the DOM where it was
 * not.
 */

import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import type { LineRole } from '../../model/story/lines.ts';
import { type Convention, conventions, type Language } from '../../model/types.ts';
import { type Year, years } from '../../model/view-state.ts';
import { degreesText, homeFigures, homeScales } from '../../svg/marginalia.ts';
import { chooses, command, type PlainCommand } from '../commands.ts';
import type { Layout } from '../layout.ts';
import { lineSample } from '../line-sample.ts';
import { say } from '../strings.ts';

/** What of the frame is made of the data. */
export interface FrameContents {
  readonly places: Markup;
  readonly passages: Markup;
  /** The lines that are open today, for the legend. */
  readonly lines: readonly { readonly role: LineRole; readonly name: string }[];
  /** Names the article that all quotations come from. */
  readonly articleLine: string;
}

export interface FrameInput {
  readonly language: Language;
  readonly names: Convention;
  readonly layout: Layout;
  /**
   * From `frameContents`; `null` until the data is there: then places, passages and the line about the article are left
   * out.
   */
  readonly contents: FrameContents | null;
  /** The picture; `null` where what stands in the element's light DOM is shown instead. */
  readonly picture: Markup | null;
  /** Address of the globe that shows where in the world the map lies; `null` where there is none. */
  readonly inset: string | null;
  /** From the document to the root of the site, `./` where it lies there. */
  readonly toRoot?: string | undefined;
}

export function frameMarkup({ language, names, layout, contents, picture, inset, toRoot = './' }: FrameInput): Markup {
  return element('div', { class: `frame frame-${layout}`, lang: language }, [
    element('div', { class: 'stage' }, [
      element('div', { class: 'sheet', ...untranslated }, [picture ?? element('slot', { inert: true })]),
      element('div', { class: 'map', 'data-part': 'map', hidden: true }),
      marginalia(language),
      namingControl(language, names),
      element('div', { class: 'corner' }, [
        element('div', { class: 'camera', 'data-part': 'camera', hidden: true }, [
          signButton('zoom-in', say(language, 'zoomIn'), '+'),
          signButton('zoom-out', say(language, 'zoomOut'), '−'),
          signButton('home', say(language, 'home'), '⌂'),
          panPad(language),
        ]),
        element('div', { class: 'camera', 'data-part': 'tools', hidden: true }, [
          signButton('tools', say(language, 'tools'), '⋯', { 'aria-expanded': 'false' }),
          signButton('help', say(language, 'help'), '?', { 'aria-haspopup': 'dialog' }),
        ]),
      ]),
      openControl(language),
      inset === null
        ? null
        : element('img', {
            class: 'inset',
            src: inset,
            alt: say(language, 'inset'),
            width: 112,
            height: 112,
            loading: 'lazy',
          }),
      element('p', { class: 'disclaimer' }, [
        element('strong', { 'data-part': 'whose' }, []),
        say(language, 'disclaimer'),
      ]),
    ]),
    // A sandboxed frame gets no script from a server that does not open its files: then the style sheet alone shows
    // this.
    layout === 'frame' ? element('p', { class: 'late' }, [say(language, 'error.module')]) : null,
    steps(language, layout, toRoot),
    element('div', {
      class: 'popup',
      role: 'dialog',
      'aria-labelledby': 'popup-title',
      tabindex: -1,
      'data-part': 'popup',
      hidden: true,
    }),
    element('div', { class: 'side' }, [
      element('section', {
        class: 'history',
        'aria-labelledby': 'history-title',
        'data-part': 'history',
        hidden: true,
      }),
      layout === 'page' ? introduction(language) : null,
      contents?.places ?? element('div', { 'data-part': 'places' }),
      contents?.passages ?? null,
      legend(language, layout, contents),
      layout === 'page' ? allSources(language, toRoot) : null,
    ]),
    element('p', { class: 'announcement', role: 'status', 'data-part': 'announcement' }),
  ]);
}

/**
 * The plate's margin: neatline, figures of the graticule, scale. The style sheet sets them for the home view, the shell
 * for any other.
 */
export function marginalia(language: Language): Markup {
  const figures = homeFigures().map(({ edge, degrees }) =>
    element('span', { class: `figure ${edge} at-${degrees}` }, [degreesText(degrees)]),
  );
  return element('div', { class: 'marginalia', 'aria-hidden': 'true', 'data-part': 'marginalia' }, [
    ...figures,
    element('div', { class: 'scale' }, [
      element('span', { class: 'bar' }),
      element(
        'span',
        { 'data-part': 'kilometres' },
        homeScales.map(({ kilometres }) =>
          element('span', { class: `of-${kilometres}` }, [`${kilometres} ${say(language, 'kilometres')}`]),
        ),
      ),
    ]),
  ]);
}

/**
 * The steps of the timeline under the map: links where the document is ours, buttons in somebody else's page. The list
 * of all is one link away.
 */
function steps(language: Language, layout: Layout, toRoot: string): Markup {
  const folder = language === 'en' ? '' : `${language}/`;
  const name = (year: Year) => (year === 'now' ? say(language, 'now') : year);
  return element('nav', { class: 'years', 'aria-label': say(language, 'timeline') }, [
    ...years.map((year) => {
      const attributes = { ...chooses('year', year), 'aria-current': year === 'now' ? 'true' : null };
      return layout === 'element'
        ? element('button', { type: 'button', ...attributes }, [name(year)])
        : element('a', { href: `?year=${year}`, ...attributes }, [name(year)]);
    }),
    layout === 'element'
      ? null
      : element(
          'a',
          { class: 'all', href: `${toRoot}${folder}timeline.html`, target: layout === 'frame' ? '_top' : null },
          [say(language, 'timelineAll')],
        ),
  ]);
}

/** The page's own words: what this is, where it lies, who named it first. */
function introduction(language: Language): Markup {
  return element('header', {}, [
    element('h1', {}, [say(language, 'title')]),
    element('p', { class: 'lead' }, [say(language, 'heading')]),
    element('p', {}, [`${say(language, 'introduction')} ${say(language, 'ainu')}`]),
  ]);
}

/** What opens the map: on a small one a single word is seen of it. */
function openControl(language: Language): Markup {
  const word = say(language, 'openMapShort');
  const title = say(language, 'openMap');
  const [before = '', after = ''] = title.split(word);
  const more = (text: string) => (text === '' ? null : element('span', { class: 'more' }, [text]));
  return element(
    'button',
    { class: 'open', type: 'button', ...command('open'), 'data-part': 'open', title, hidden: true },
    [more(before), word, more(after)],
  );
}

function namingControl(language: Language, names: Convention): Markup {
  return element('fieldset', { class: 'naming', role: 'radiogroup' }, [
    element('legend', {}, [say(language, 'names')]),
    ...conventions.map((convention) =>
      element('label', {}, [
        element('input', { type: 'radio', name: 'names', value: convention, checked: convention === names }),
        element('span', {}, [say(language, `names.${convention}`)]),
      ]),
    ),
  ]);
}

/** A button of one sign. */
export function signButton(
  name: PlainCommand,
  label: string,
  sign: string,
  more: Readonly<Record<string, string>> = {},
): Markup {
  return element('button', { type: 'button', ...command(name), 'aria-label': label, title: label, ...more }, [sign]);
}

/**
 * Four buttons that move the map, for those who cannot drag (WCAG 2.5.7). They are folded away behind one: four more
 * would cover a tenth of the map on a phone, where two fingers or the list of places serve most.
 */
function panPad(language: Language): Markup {
  const label = say(language, 'pan');
  return element('details', { class: 'pan' }, [
    element('summary', { 'aria-label': label, title: label }, [
      element('svg', { viewBox: '0 0 16 16', width: 18, height: 18, 'aria-hidden': 'true' }, [
        element('path', {
          d: 'M8 1v14M1 8h14M6 3l2-2 2 2M6 13l2 2 2-2M3 6l-2 2 2 2M13 6l2 2-2 2',
          fill: 'none',
          stroke: 'currentColor',
        }),
      ]),
    ]),
    element('div', {}, [
      signButton('pan-north', say(language, 'panNorth'), '↑'),
      signButton('pan-west', say(language, 'panWest'), '←'),
      signButton('pan-east', say(language, 'panEast'), '→'),
      signButton('pan-south', say(language, 'panSouth'), '↓'),
    ]),
  ]);
}

function legend(language: Language, layout: Layout, contents: FrameContents | null): Markup {
  const content = [
    element('p', { class: 'key' }, [element('span', { class: 'swatch' }), say(language, 'disputed')]),
    element('p', {}, [say(language, 'status')]),
    ...(contents?.lines ?? []).map(({ role, name }) => element('p', { class: 'key' }, [lineSample(role), name])),
    element('p', {}, [say(language, 'whoseLine')]),
    ...conventions.map((convention) =>
      element('p', { class: `names-${convention}` }, [say(language, `legend.${convention}`)]),
    ),
    element('p', { class: 'names-both' }, [say(language, 'legendOrder')]),
    element('p', { 'data-part': 'one-sided' }, [say(language, 'oneSided')]),
    layout === 'page' ? null : element('p', {}, [say(language, 'ainu')]),
    contents === null ? null : element('p', {}, [contents.articleLine]),
    element('p', {}, [say(language, 'attribution')]),
  ];
  return element('details', { class: 'legend', open: layout === 'page' }, [
    element('summary', {}, [element('h2', {}, [say(language, 'legend')])]),
    ...content,
  ]);
}

/** As it is printed: a link to the file, so that the page stays light. The shell puts the list in its place. */
export function allSources(language: Language, toRoot: string): Markup {
  return element('details', { class: 'all-sources' }, [
    element('summary', {}, [element('h2', {}, [say(language, 'allSources')])]),
    element('p', {}, [
      element('a', { href: `${toRoot}${language === 'en' ? '' : `${language}/`}sources.html` }, [
        say(language, 'corrections'),
      ]),
    ]),
    element('div', { 'data-part': 'all-sources' }, [
      element('p', {}, [element('a', { href: `${toRoot}geo/sources.json` }, [say(language, 'allSourcesFile')])]),
    ]),
  ]);
}
