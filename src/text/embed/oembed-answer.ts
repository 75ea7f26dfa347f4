/**
 * oEmbed (oembed.com, 2.3.4.4): what a provider answers about an address of the map. The same for the files of a build
 * and for a handler.
 */
import { element, printMarkup } from '../../kernel/markup.ts';
import { conventions, languages } from '../../model/types.ts';
import { defaultState, parseViewState, readQuery, type ViewState } from '../../model/view-state.ts';
import { say } from '../strings.ts';
import { frameAddress, frameSize, frameTag, pageAddress } from './embed-snippets.ts';

export const providerName = 'Four Islands';

/** Pixels of `static/card.<names>.<lang>.png`. */
export const cardSize = { width: 1200, height: 630 } as const;

export interface OEmbedInput {
  /** The folder that holds `index.html`; ends with a slash. */
  readonly site: string;
  readonly state: ViewState;
  /** Address of the frame; made of the state where it is left out. */
  readonly src?: string;
  /** CSS pixels that the host has room for. */
  readonly most?: { readonly width: number; readonly height: number };
}

/** An answer of type `rich`: what stays where frames are stripped, then the frame. */
export function oembedAnswer({ site, state, src, most }: OEmbedInput): Readonly<Record<string, string | number>> {
  const choice = { ...state, site };
  const title = say(state.lang, 'title');
  const width = Math.min(frameSize.width, most?.width ?? frameSize.width);
  const height = Math.min(frameSize.height, most?.height ?? frameSize.height);
  const fallback = element('blockquote', {}, [element('a', { href: pageAddress(choice) }, [title])]);
  const thumbnail =
    most !== undefined && (most.width < cardSize.width || most.height < cardSize.height)
      ? {}
      : {
          thumbnail_url: `${site}static/card.${state.names}.${state.lang}.png`,
          thumbnail_width: cardSize.width,
          thumbnail_height: cardSize.height,
        };
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: providerName,
    provider_url: site,
    width,
    height,
    html: printMarkup(fallback) + printMarkup(frameTag({ title, src: src ?? frameAddress(choice), width, height })),
    ...thumbnail,
  };
}

/** What an address of the site shows; `null` where it is no address of a page or frame of the map. */
export function stateOfAddress(
  text: string,
  site: string,
): { readonly state: ViewState; readonly folder: string } | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const root = new URL(site);
  // A page reached by http is the same page.
  if (url.host !== root.host || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  if (!url.pathname.startsWith(root.pathname)) return null;
  const match = addressPattern.exec(url.pathname.slice(root.pathname.length));
  if (match === null) return null;
  const { folder = '', home, names, lang } = match.groups ?? {};
  const base = {
    ...defaultState,
    names: conventions.find((known) => known === names) ?? defaultState.names,
    lang: languages.find((known) => known === (lang ?? home)) ?? defaultState.lang,
  };
  return { state: parseViewState(readQuery(url), base).state, folder };
}

/** Pages and frames of the latest version and of kept ones, with or without the endings that some hosts drop. */
const addressPattern =
  /^(?<folder>v\/\d[\w.-]*\/)?(?:(?:(?<home>ja|ru)(?:\/|$))?(?:index|embed)?(?:\.html)?|embed\.(?<names>both|ja|ru)\.(?<lang>en|ja|ru)(?:\.html)?)$/;

export interface OEmbedReply {
  readonly status: 200 | 400 | 404 | 501;
  readonly body: Readonly<Record<string, string | number>>;
}

/** The reply to a consumer's request: `url`, and where given `maxwidth`, `maxheight`, `format`. */
export function oembedReply(query: URLSearchParams, site: string): OEmbedReply {
  const refuse = (status: 400 | 404 | 501, error: string) => ({ status, body: { error } });
  const format = query.get('format') ?? 'json';
  if (format !== 'json') return refuse(501, 'The format must be json.');
  const url = query.get('url');
  if (url === null || url === '') return refuse(400, 'The parameter url is missing.');
  const shown = stateOfAddress(url, site);
  if (shown === null) return refuse(404, `The url must be a page or frame under ${site}`);
  const width = parseLimit(query.get('maxwidth'));
  const height = parseLimit(query.get('maxheight'));
  if (width === undefined || height === undefined)
    return refuse(400, 'maxwidth and maxheight must be whole numbers from 1 to 10000.');
  const most =
    width === null && height === null ? {} : { most: { width: width ?? Infinity, height: height ?? Infinity } };
  return { status: 200, body: oembedAnswer({ site: `${site}${shown.folder}`, state: shown.state, ...most }) };
}

/** `null` where none is given, `undefined` where it is no number that makes sense. */
function parseLimit(text: string | null): number | null | undefined {
  if (text === null || text === '') return null;
  const limit = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= 10_000 ? limit : undefined;
}
