/**
 * The site on Cloudflare Workers: its files as they are, `/oembed` for any view of it, and in every page and frame that is asked for with a
 * query a link to the answer about just that view, so that an editor who finds oEmbed by the pasted address gets it too.
 */
import { oembedReply } from '../../src/text/embed/oembed-answer.ts';

interface Environment {
  /** The files of `dist/`. */
  readonly ASSETS: { fetch(request: Request): Promise<Response> };
  /** The folder of the published site; where it is not given, the root of the address that was asked for. */
  readonly SITE_URL?: string;
}

/** What the platform has and browsers do not. */
declare const HTMLRewriter: new () => {
  on(
    selector: string,
    handlers: { element(element: { setAttribute(name: string, value: string): void }): void },
  ): InstanceType<typeof HTMLRewriter>;
  transform(response: Response): Response;
};

const open = { 'Access-Control-Allow-Origin': '*' } as const;

export default {
  async fetch(request: Request, { ASSETS, SITE_URL }: Environment): Promise<Response> {
    const url = new URL(request.url);
    const site = SITE_URL ?? `${url.origin}/`;
    const own = `${new URL(site).pathname}oembed`;
    if (url.pathname === own) return oembed(request, url, site);
    // The files are asked for by their own names, so that no redirection loses a query.
    const file = new URL(url);
    if (file.pathname.endsWith('/')) file.pathname += 'index.html';
    const response = await ASSETS.fetch(new Request(file, request));
    const isDocument = response.ok && response.headers.get('Content-Type')?.startsWith('text/html') === true;
    if (!isDocument || url.search === '') return response;
    const answer = `${new URL('oembed', site).href}?url=${encodeURIComponent(url.href)}`;
    return new HTMLRewriter()
      .on('link[type="application/json+oembed"]', { element: (link) => link.setAttribute('href', answer) })
      .transform(response);
  },
};

function oembed(request: Request, url: URL, site: string): Response {
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { ...open, 'Access-Control-Allow-Methods': 'GET, HEAD' } });
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers: { ...open, Allow: 'GET, HEAD, OPTIONS' } });
  const { status, body } = oembedReply(url.searchParams, site);
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(body), {
    status,
    headers: {
      ...open,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
