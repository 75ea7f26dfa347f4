/** Hosts of which something is known beforehand. */

/** They were seen to answer `https`, though an address of theirs was once read without. */
export const hostsThatAnswerHttps: readonly string[] = ['volcano.si.edu', 'data.jma.go.jp'];

interface RefusedHosts {
  /** What such a host is, as a sentence goes on with it. */
  readonly what: string;
  readonly hosts: RegExp;
  /** Which addresses may stand nevertheless; `url` has its escapes undone. */
  readonly unless?: (url: string, detail: string) => boolean;
}

/** Hosts whose pages nobody answers for, or that show the pages of others. */
export const refusedHosts: readonly RefusedHosts[] = [
  {
    what: 'a blog or a social network; cite who is quoted there',
    hosts:
      /blog|(^|\.)(livejournal\.com|medium\.com|note\.com|wordpress\.com|tumblr\.com|ameblo\.jp|fc2\.com|seesaa\.net|hatenadiary\.(com|jp)|goo\.ne\.jp|dzen\.ru|vk\.com|ok\.ru|t\.me|x\.com|twitter\.com|facebook\.com|youtube\.com|pikabu\.ru)$/,
  },
  {
    what: 'a wiki; cite what it cites',
    hosts: /wiki|(^|\.)(fandom\.com|dic\.academic\.ru|ruwiki\.ru|alphapedia\.ru|baike\.baidu\.com)$/,
    // A page beside the scan of a print is a print.
    unless: (url) => /wikisource\.org\/wiki\/(Page|Страница):/.test(url),
  },
  {
    what: 'a copy of other people’s pages; cite the page itself, or say “archived page” in “detail” where it is gone',
    hosts: /(^|\.)(megalodon\.jp|web\.archive\.org|archive\.(ph|is|today|md)|webcache\.googleusercontent\.com)$/,
    unless: (_url, detail) => detail.includes('archived page'),
  },
  {
    what: 'a collection of other people’s texts; cite where they were published',
    hosts:
      /(^|\.)(scribd\.com|docplayer\.(net|ru|com)|studfile\.net|studopedia\.(ru|org|su)|docslib\.org|pdfslide\.\w+|referat\w*\.\w+|doczz\.\w+|slideshare\.net|getnews\.jp)$/,
  },
  {
    what: 'the panel of a hosting company; cite the address under which the site is known',
    hosts: /hosting|(^|\.)(000webhostapp\.com|beget\.tech|timeweb\.cloud|herokuapp\.com|cprapid\.com)$/,
  },
];

/** Parameters that tell a host who came from where, and change nothing on the page. */
export function trackingParameter(host: string, key: string): boolean {
  if (/(^|\.)books\.google\.\w+(\.\w+)?$/.test(host)) return key !== 'id' && key !== 'pg';
  if (host === 'nordot.app') return true;
  return /^(utm_\w+|[fgy]clid|dclid|msclkid|igshid|mc_[ce]id|_ga|_openstat|ref|ref_src|ved|usg|gs_l|sca_esv)$/.test(
    key,
  );
}
