/** What an editor pastes to show the map in an article: each form as the hosts that take it were measured to want it. */
import { element, type Markup, printMarkup } from '../model/markup.ts';
import type { Convention, Language } from '../model/types.ts';
import { defaultState, formatViewState, type ThemeChoice, type View } from '../model/view-state.ts';
import { sayOfEmbeds } from './embed-strings.ts';
import { say } from './strings.ts';

export interface EmbedChoice {
  /** Absolute address of the folder that holds `embed.html`; ends with a slash. */
  readonly site: string;
  readonly names: Convention;
  readonly lang: Language;
  readonly place: string | null;
  /** `null`: the four groups fitted to the frame. */
  readonly view: View | null;
  readonly theme: ThemeChoice;
  readonly size: EmbedSize;
}

/** CSS pixels; a width of `100%` fills the column of the article. */
export interface EmbedSize {
  readonly width: number | '100%';
  readonly height: number;
}

/** Pixels of the picture `static/map.<names>.<lang>.png`. */
export const pictureSize = { width: 1200, height: 1114 } as const;

/** The frame's size where a host asks for none, in CSS pixels. */
export const frameSize = { width: 600, height: 480 } as const;

export const snippetKinds = ['frame', 'address', 'element', 'picture', 'amp', 'alt'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

/** The address of the frame: convention and language stand in its name, so that its first picture is right; its query says the rest. */
export function frameAddress(choice: Omit<EmbedChoice, 'size'>): string {
  const { site, names, lang } = choice;
  return withQuery(`${site}embed.${names}.${lang}.html`, choice, { names, lang });
}

/** The address of the page that shows the same. */
export function pageAddress(choice: Omit<EmbedChoice, 'size'>): string {
  const { site, lang } = choice;
  return withQuery(`${site}${lang === 'en' ? '' : `${lang}/`}`, choice, { names: defaultState.names, lang });
}

function withQuery(
  address: string,
  { names, lang, place, view, theme }: Omit<EmbedChoice, 'size'>,
  settled: { readonly names: Convention; readonly lang: Language },
): string {
  const query = formatViewState({ ...defaultState, names, lang, place, view, theme }, { ...defaultState, ...settled });
  return query === '' ? address : `${address}?${query}`;
}

/** The alternative text of the picture: what it shows, and whose names it has. */
export function alternativeText(language: Language, names: Convention): string {
  return `${say(language, 'pictureTitle')} – ${say(language, `legend.${names}`)}`;
}

export interface FrameTag extends EmbedSize {
  readonly title: string;
  readonly src: string;
}

/** The frame's tag, bare: no class, no style, no script. What stands in it is shown where a host takes the tag itself away. */
export function frameTag({ title, src, width, height }: FrameTag, children: readonly Markup[] = []): Markup {
  return element(
    'iframe',
    {
      title,
      src,
      width,
      height,
      loading: 'lazy',
      allow: 'fullscreen',
      referrerpolicy: 'strict-origin-when-cross-origin',
    },
    children,
  );
}

/** Every form of a choice, ready to be pasted. */
export function embedSnippets(choice: EmbedChoice): Readonly<Record<SnippetKind, string>> {
  const { site, names, lang, place, view, theme, size } = choice;
  const title = say(lang, 'title');
  const src = frameAddress(choice);
  const alt = alternativeText(lang, names);
  const picture = element('a', { href: pageAddress(choice) }, [
    element('img', { src: `${site}static/map.${names}.${lang}.png`, alt, ...pictureSize }),
  ]);
  const state = { ...defaultState, names, lang, place, view, theme };
  const attributes = Object.fromEntries(new URLSearchParams(formatViewState(state)));
  const { width } = size;
  return {
    frame: printMarkup(frameTag({ title, src, ...size }, [picture])),
    address: src,
    // The script comes after: a host that strips it leaves the picture.
    element:
      printMarkup(element('four-islands-map', attributes, [picture])) +
      printMarkup(element('script', { type: 'module', src: `${site}four-islands.js` })),
    picture: printMarkup(picture),
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
          element('amp-img', {
            placeholder: true,
            layout: 'fill',
            src: `${site}static/map.${names}.${lang}.png`,
            alt,
          }),
          element('div', { overflow: true, tabindex: 0, role: 'button', 'aria-label': sayOfEmbeds(lang, 'showAll') }, [
            sayOfEmbeds(lang, 'showAll'),
          ]),
        ],
      ),
    ),
    alt,
  };
}
