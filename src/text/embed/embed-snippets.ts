/**
 * What an editor pastes to show the map in an article: each form as the hosts that take it were measured to want it.
 */
import { element, type Markup, printMarkup } from '../../kernel/markup.ts';
import {
  defaultState,
  formatValue,
  formatViewState,
  type StateKey,
  stateKeys,
  type ViewState,
} from '../../model/view-state.ts';
import { type PlateFile, type PlateHeights, plateFile, plateKeys } from '../pictures/plate-file.ts';
import { say } from '../strings.ts';
import { sayOfEmbeds } from './embed-strings.ts';

/** What a frame is to show, and the site that it comes from. */
export interface Shown extends ViewState {
  /** Absolute address of the folder that holds `embed.html`; ends with a slash. */
  readonly site: string;
}

export interface EmbedChoice extends Shown {
  readonly size: EmbedSize;
  readonly heights: PlateHeights;
}

/** CSS pixels; a width of `100%` fills the column of the article. */
export interface EmbedSize {
  readonly width: number | '100%';
  readonly height: number;
}

/** The frame's size where a host asks for none, in CSS pixels. */
export const frameSize = { width: 600, height: 480 } as const;

/** CSS pixels of a letter's column, which mail programs go by. */
const letterWidth = 600;

export const snippetKinds = ['frame', 'jsx', 'address', 'element', 'picture', 'newsletter', 'amp', 'alt'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

/** Forms that are one of the files of `static/`. */
const isPicture = (kind: SnippetKind) => kind === 'picture' || kind === 'newsletter' || kind === 'alt';

/** The choices that a form cannot show. A picture has nothing to load. */
export function keysNotShown(kind: SnippetKind, state: ViewState): readonly StateKey[] {
  const shown: readonly StateKey[] = isPicture(kind) ? [...plateKeys, 'load'] : stateKeys;
  return keysChosen(state).filter((key) => !shown.includes(key));
}

/** The keys that differ from the default. */
function keysChosen(state: ViewState): readonly StateKey[] {
  return stateKeys.filter((key) => formatValue(key, state) !== formatValue(key, defaultState));
}

/** The choices that stand in the query of a frame's address: answers of oEmbed that are files know the others alone. */
export function keysInQuery(state: ViewState): readonly StateKey[] {
  return keysChosen(state).filter((key) => key !== 'names' && key !== 'lang');
}

/**
 * The address of the frame: convention and language stand in its name, so that its first picture is right; its query
 * says the rest.
 */
export function frameAddress(shown: Shown): string {
  const { site, names, lang } = shown;
  return withQuery(`${site}embed.${names}.${lang}.html`, shown, { names, lang });
}

/**
 * The address of the page that shows the same. Whoever follows a link wants the map at once, whatever an article waits
 * for.
 */
export function pageAddress(shown: Shown): string {
  const { site, lang } = shown;
  return withQuery(`${site}${lang === 'en' ? '' : `${lang}/`}`, { ...shown, load: defaultState.load }, { lang });
}

/** `settled`: what the document shows without a query. */
function withQuery(address: string, state: ViewState, settled: Partial<ViewState>): string {
  const query = formatViewState(state, { ...defaultState, ...settled });
  return query === '' ? address : `${address}?${query}`;
}

/** The alternative text of the picture: what it shows, of which year, and whose names it has. */
export function alternativeText({ lang, names, year }: Pick<ViewState, (typeof plateKeys)[number]>): string {
  const parts = [say(lang, 'pictureTitle'), year === defaultState.year ? null : year, say(lang, `legend.${names}`)];
  return parts.filter((part) => part !== null).join(' – ');
}

export interface FrameTag extends EmbedSize {
  readonly title: string;
  readonly src: string;
}

/**
 * The frame's tag: no class, no script. What stands in it is shown where a host takes the tag itself away. Its border
 * goes by an attribute, which is kept where styles are stripped or refused; a style is there only where a set width
 * could be wider than the column.
 */
export function frameTag({ title, src, width, height }: FrameTag, children: readonly Markup[] = []): Markup {
  return element(
    'iframe',
    {
      title,
      src,
      width,
      height,
      frameborder: 0,
      loading: 'lazy',
      allow: 'fullscreen',
      referrerpolicy: 'strict-origin-when-cross-origin',
      style: width === '100%' ? null : 'max-width:100%',
    },
    children,
  );
}

/**
 * The same as MDX and JSX spell it, without children: React would not find them again in what browsers make of them.
 */
function frameInJsx(frame: FrameTag): string {
  const { frameborder, referrerpolicy, style, ...attributes } = frameTag(frame).attributes;
  const spelt = element('iframe', { ...attributes, frameBorder: frameborder, referrerPolicy: referrerpolicy });
  return printMarkup(spelt, 'xml').replace(/\/>$/, style === undefined ? ' />' : " style={{ maxWidth: '100%' }} />");
}

/** No wider than its column, and in its ratio there: without a style sheet of the host's too. */
function linkedPicture(choice: EmbedChoice, width: number): Markup {
  const file = plateFile(choice, choice.heights);
  return element('a', { href: pageAddress(choice) }, [
    element('img', {
      src: addressOf(choice, file),
      alt: alternativeText(choice),
      width,
      height: heightAt(width, file),
      style: 'max-width:100%;height:auto',
    }),
  ]);
}

/**
 * A table, because some mail programs know nothing else. They read the width from the attribute; others read the style,
 * by which the picture shrinks with a narrow screen.
 */
function letterTable(choice: EmbedChoice, width: number): Markup {
  const file = plateFile(choice, choice.heights);
  const table = { role: 'presentation', width: '100%', border: 0, cellpadding: 0, cellspacing: 0 };
  return element('table', table, [
    element('tr', {}, [
      element('td', { align: 'center' }, [
        element('a', { href: pageAddress(choice) }, [
          element('img', {
            src: addressOf(choice, file),
            alt: alternativeText(choice),
            width,
            height: heightAt(width, file),
            border: 0,
            style: `display:block;width:100%;max-width:${width}px;height:auto;border:0`,
          }),
        ]),
      ]),
    ]),
  ]);
}

const addressOf = ({ site }: Shown, { name }: PlateFile) => `${site}static/${name}`;
const heightAt = (width: number, file: PlateFile) => Math.round((file.height / file.width) * width);

/** Every form of a choice, ready to be pasted. */
export function embedSnippets(choice: EmbedChoice): Readonly<Record<SnippetKind, string>> {
  const { site, lang, size } = choice;
  const { width } = size;
  const title = say(lang, 'title');
  const src = frameAddress(choice);
  const alt = alternativeText(choice);
  const file = plateFile(choice, choice.heights);
  const picture = linkedPicture(choice, width === '100%' ? file.width : width);
  const attributes = Object.fromEntries(keysChosen(choice).map((key) => [key, formatValue(key, choice)]));
  const style = width === '100%' ? null : `max-width:${width}px`;
  return {
    frame: printMarkup(frameTag({ title, src, ...size }, [picture]), 'closed'),
    jsx: frameInJsx({ title, src, ...size }),
    address: src,
    // The script comes after: a host that strips it leaves the picture.
    element:
      printMarkup(element('four-islands-map', { ...attributes, style }, [picture]), 'closed') +
      printMarkup(element('script', { type: 'module', src: `${site}four-islands.js` })),
    picture: printMarkup(picture, 'closed'),
    newsletter: printMarkup(
      letterTable(choice, width === '100%' ? letterWidth : Math.min(letterWidth, width)),
      'closed',
    ),
    amp: printMarkup(
      element(
        'amp-iframe',
        {
          title,
          src,
          // AMP keeps the ratio of the two.
          width: width === '100%' ? frameSize.width : width,
          height: size.height,
          layout: 'responsive',
          sandbox: 'allow-scripts',
          resizable: true,
          frameborder: 0,
        },
        [
          element('amp-img', { placeholder: true, layout: 'fill', src: addressOf(choice, file), alt }),
          element('div', { overflow: true, tabindex: 0, role: 'button', 'aria-label': sayOfEmbeds(lang, 'showAll') }, [
            sayOfEmbeds(lang, 'showAll'),
          ]),
        ],
      ),
    ),
    alt,
  };
}
