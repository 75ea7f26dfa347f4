import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { absoluteFiles, absoluteTags, parseSiteUrl } from '../../../../scripts/site/site-address.ts';
import { frames, pages } from '../../../../scripts/site/site-documents.ts';
import { parsedDataset } from '../../dataset.ts';

describe('the address of the site', () => {
  it.each([
    ['https://maps.example.org', 'https://maps.example.org/'],
    ['https://maps.example.org/four', 'https://maps.example.org/four/'],
    ['http://127.0.0.1:8080/a/b/', 'http://127.0.0.1:8080/a/b/'],
  ])('%s means the folder %s', (text, href) => {
    expect(parseSiteUrl(text)?.href).toBe(href);
  });

  it.each([undefined, ''])('may be left out (%s)', (text) => {
    expect(parseSiteUrl(text)).toBeNull();
  });

  it.each([
    'maps.example.org',
    '/four/',
    'ftp://maps.example.org/',
    'https:maps.example.org',
    'https://',
    'https://user:word@maps.example.org/',
    'https://maps.example.org/?a=b',
    'https://maps.example.org/#',
    'https://maps.example.org/index.html',
    'javascript:alert(1)',
  ])('%s is refused with a sentence that says what is allowed', (text) => {
    expect(() => parseSiteUrl(text)).toThrow(/^SITE_URL=“.*” is not understood; allowed: the absolute http or https/);
  });
});

describe('the tags and files with absolute addresses', () => {
  const site = { url: new URL('https://maps.example.org/four/'), folder: '', dataset: parsedDataset() };

  it('speak of one document in its own language', () => {
    const [english, japanese] = pages.map((page) => absoluteTags(site, page));
    expect(english).toContain('<link rel="canonical" href="https://maps.example.org/four/">');
    expect(japanese).toContain('<link rel="canonical" href="https://maps.example.org/four/ja/">');
    expect(japanese).toContain('<meta property="og:locale" content="ja_JP">');
  });

  it('give a frame no place of its own in an index, but a card and an oEmbed answer', () => {
    for (const frame of frames) {
      const tags = absoluteTags(site, frame);
      expect(tags).not.toMatch(/canonical|hreflang|ld\+json/);
      expect(tags).toContain('application/json+oembed');
      expect(tags).toContain('og:image');
    }
  });

  it('cannot be broken out of by a word in the data', () => {
    const [english] = pages;
    if (english === undefined) throw new Error('there is no page');
    const block = /<script[^>]*>([\s\S]*)<\/script>/.exec(absoluteTags(site, english))?.[1] ?? '<';
    expect(block).not.toContain('<');
  });

  it('cover the four groups with a box, south west before north east', () => {
    const tags = pages.map((page) => absoluteTags(site, page)).join('');
    const [south = 0, west = 0, north = 0, east = 0] = /"box":"([^"]+)"/.exec(tags)?.[1]?.split(' ').map(Number) ?? [];
    expect(south).toBeLessThan(north);
    expect(west).toBeLessThan(east);
    expect(north).toBeLessThan(90);
    expect(west).toBeGreaterThan(90);
  });

  it('describe the map and the data that it is drawn from, as schema.org has it', () => {
    const [english] = pages;
    if (english === undefined) throw new Error('there is no page');
    const block = /<script[^>]*>([\s\S]*)<\/script>/.exec(absoluteTags(site, english))?.[1] ?? '';
    const address = v.pipe(v.string(), v.url(), v.startsWith(site.url.href));
    const coverage = v.object({ '@type': v.literal('Place'), geo: v.object({ '@type': v.literal('GeoShape') }) });
    const dataset = v.strictObject({
      '@type': v.literal('Dataset'),
      '@id': address,
      name: v.pipe(v.string(), v.minLength(10)),
      // What a search for data sets asks for at least.
      description: v.pipe(v.string(), v.minLength(50), v.maxLength(5000)),
      url: address,
      version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+/)),
      dateModified: v.pipe(v.string(), v.isoDate()),
      license: v.literal('https://creativecommons.org/licenses/by/4.0/'),
      isAccessibleForFree: v.literal(true),
      creator: v.object({ '@type': v.literal('Organization'), name: v.string() }),
      inLanguage: v.array(v.picklist(['en', 'ja', 'ru'])),
      temporalCoverage: v.literal('1855/..'),
      distribution: v.pipe(
        v.array(
          v.strictObject({
            '@type': v.literal('DataDownload'),
            name: v.string(),
            encodingFormat: v.pipe(v.string(), v.regex(/^\w+\/[\w.+-]+$/)),
            contentUrl: address,
          }),
        ),
        v.minLength(4),
      ),
      spatialCoverage: coverage,
    });
    const shape = v.strictObject({
      '@context': v.literal('https://schema.org'),
      '@graph': v.tuple([
        v.object({ '@type': v.literal('Map'), spatialCoverage: coverage, isBasedOn: v.object({ '@id': address }) }),
        dataset,
      ]),
    });
    expect(v.safeParse(shape, JSON.parse(block)).issues).toBeUndefined();
  });

  it('answer oEmbed once a frame, with a link first and then the frame', () => {
    const files = absoluteFiles(site);
    expect([...files.keys()].filter((path) => path.includes('oembed'))).toHaveLength(frames.length);
    const answer: Readonly<Record<string, unknown>> = JSON.parse(files.get('oembed.ja.ru.json') ?? '');
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 600, height: 480 });
    expect(answer['html']).toMatch(
      /^<blockquote><a href="https:\/\/maps\.example\.org\/four\/ru\/\?names=ja">[^<]+<\/a><\/blockquote><iframe [^>]*src="https:\/\/maps\.example\.org\/four\/embed\.ja\.ru\.html"[^>]*><\/iframe>$/,
    );
  });
});
