import { describe, expect, it } from 'vitest';
import {
  defaultState,
  formatValue,
  formatViewState,
  stateKeys,
  type ViewState,
} from '../../../../src/model/view-state.ts';
import { oembedReply, stateOfAddress } from '../../../../src/text/embed/oembed-answer.ts';

const site = 'https://maps.example.org/four/';
const ask = (values: Readonly<Record<string, string>>) => oembedReply(new URLSearchParams(values), site);

describe('the address of a view', () => {
  it.each([
    ['', {}],
    ['index.html', {}],
    ['embed.html?names=ru', { names: 'ru' }],
    ['embed', {}],
    ['ja/', { lang: 'ja' }],
    ['ja', { lang: 'ja' }],
    ['ru/embed.html?lang=ja', { lang: 'ja' }],
    ['embed.ja.ru.html?place=shikotan', { names: 'ja', lang: 'ru', place: 'shikotan' }],
    ['embed.ja.ru?names=xx', { names: 'ja', lang: 'ru' }],
  ])('%s is understood', (path, state) => {
    const shown = stateOfAddress(`${site}${path}`, site);
    expect(shown?.state).toMatchObject(state);
    expect(shown?.folder).toBe('');
  });

  it('keeps its version', () => {
    expect(stateOfAddress(`${site}v/0.1.0/embed.both.en.html`, site)?.folder).toBe('v/0.1.0/');
  });

  it.each([
    'https://other.example.org/four/',
    'https://maps.example.org.evil.example/four/',
    'https://maps.example.org/elsewhere/',
    'https://user@maps.example.org/four/',
    `${site}geo/islands.geojson`,
    `${site}embed.xx.en.html`,
    `${site}v/../embed.html/x`,
    'javascript:alert(1)',
    'four/',
  ])('is not %s', (address) => {
    expect(stateOfAddress(address, site)).toBeNull();
  });
});

describe('the answer of oEmbed', () => {
  it('is the very view that was asked about, with a link first and then the frame', () => {
    const { status, body } = ask({ url: `${site}?names=ja&lang=ru&view=9/43.8/146.7` });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: '1.0', type: 'rich', width: 600, height: 480, provider_url: site });
    expect(body['html']).toBe(
      '<blockquote><a href="https://maps.example.org/four/ru/?names=ja&amp;view=9/43.8/146.7">Острова, о которых спорят Япония и Россия</a></blockquote>' +
        '<iframe title="Острова, о которых спорят Япония и Россия" src="https://maps.example.org/four/embed.ja.ru.html?view=9/43.8/146.7" width="600" height="480" frameborder="0" loading="lazy" allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin" style="max-width:100%"></iframe>',
    );
  });

  it('keeps every key of the grammar, in frame and link', () => {
    const asked: ViewState = {
      names: 'ja',
      lang: 'ru',
      place: 'shikotan',
      view: { zoom: 9, lat: 43.8, lng: 146.7 },
      year: '1875',
      lines: 'ru',
      theme: 'dark',
      load: 'click',
    };
    const { body } = ask({ url: `${site}embed.html?${formatViewState(asked)}` });
    const stateIn = (pattern: RegExp) => {
      const address = pattern.exec(String(body['html']))?.[1]?.replaceAll('&amp;', '&') ?? '';
      return stateOfAddress(address, site)?.state;
    };
    for (const key of stateKeys) expect(formatValue(key, asked), key).not.toBe(formatValue(key, defaultState));
    expect(stateIn(/ src="([^"]+)"/)).toEqual(asked);
    // Whoever follows the link wants the map at once.
    expect(stateIn(/ href="([^"]+)"/)).toEqual({ ...asked, load: defaultState.load });
  });

  it('keeps to the room that the host has, thumbnail too', () => {
    const { body } = ask({ url: site, maxwidth: '400', maxheight: '300' });
    expect(body).toMatchObject({ width: 400, height: 300 });
    expect(body['html']).toContain('width="400" height="300"');
    expect(body).not.toHaveProperty('thumbnail_url');
    expect(ask({ url: site, maxwidth: '1600' }).body).toMatchObject({ width: 600, height: 480, thumbnail_width: 1200 });
  });

  it('holds nothing of a query that is not understood', () => {
    const { body } = ask({ url: `${site}?names=%3Cscript%3E&x="><script>` });
    expect(String(body['html'])).not.toMatch(/script/);
  });

  it.each([
    [{ url: site, format: 'xml' }, 501],
    [{}, 400],
    [{ url: 'https://other.example.org/' }, 404],
    [{ url: site, maxwidth: '-1' }, 400],
    [{ url: site, maxheight: '1e9' }, 400],
  ] as const)('refuses %j with %i and says why', (query, status) => {
    const reply = ask(query);
    expect(reply.status).toBe(status);
    expect(reply.body['error']).toMatch(/\.$|\/$/);
  });
});
