import { describe, expect, it } from 'vitest';
import { conventions, languages } from '../../../src/model/types.ts';
import { defaultState } from '../../../src/model/view-state.ts';
import {
  type EmbedChoice,
  embedSnippets,
  frameAddress,
  frameSize,
  snippetKinds,
} from '../../../src/text/embed-snippets.ts';
import { collectiveNames, forbiddenWords } from '../neutral-words.ts';

const choice: EmbedChoice = { ...defaultState, site: 'https://maps.example.org/four/', size: frameSize };

describe('the code for an article', () => {
  it('is a bare frame with the linked picture in it', () => {
    const { frame } = embedSnippets(choice);
    expect(frame).toBe(
      '<iframe title="Islands disputed between Japan and Russia" src="https://maps.example.org/four/embed.both.en.html" width="600" height="480" loading="lazy" allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin">' +
        '<a href="https://maps.example.org/four/"><img src="https://maps.example.org/four/static/map.both.en.png" alt="Map of Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and the Habomai islets – Names of both sides." width="1200" height="1114"></a></iframe>',
    );
    // WordPress's editor breaks the address of a frame with a figure round it; styles and inline scripts are stripped or refused.
    expect(frame).not.toMatch(/<figure|<script|style=|class=/);
    expect(/ src="(https[^"]*)"/.exec(frame)?.[1]?.match(/https/g)).toHaveLength(1);
  });

  it('says the whole choice in the frame’s address, in the same keys as everywhere', () => {
    const full = {
      ...choice,
      names: 'ja',
      lang: 'ru',
      place: 'shikotan',
      view: { zoom: 9, lat: 43.8, lng: 146.7 },
      theme: 'dark',
    } as const;
    expect(frameAddress(full)).toBe(
      'https://maps.example.org/four/embed.ja.ru.html?place=shikotan&view=9/43.8/146.7&theme=dark',
    );
    const { frame, element, picture, address } = embedSnippets(full);
    expect(address).toBe(frameAddress(full));
    expect(frame).toContain(
      'src="https://maps.example.org/four/embed.ja.ru.html?place=shikotan&amp;view=9/43.8/146.7&amp;theme=dark"',
    );
    expect(element).toMatch(
      /^<four-islands-map names="ja" lang="ru" place="shikotan" view="9\/43.8\/146.7" theme="dark"><a /,
    );
    expect(picture).toContain(
      'href="https://maps.example.org/four/ru/?names=ja&amp;place=shikotan&amp;view=9/43.8/146.7&amp;theme=dark"',
    );
  });

  it('has one external script at most, after all that stays where it is stripped', () => {
    for (const kind of snippetKinds)
      expect(embedSnippets(choice)[kind].match(/<script/g) ?? []).toHaveLength(kind === 'element' ? 1 : 0);
    expect(embedSnippets(choice).element).toMatch(
      /<\/a><\/four-islands-map><script type="module" src="https:\/\/maps\.example\.org\/four\/four-islands\.js"><\/script>$/,
    );
  });

  it('gives AMP a sandbox without an origin, a placeholder and a button to grow by', () => {
    const { amp } = embedSnippets({ ...choice, size: { width: '100%', height: 480 } });
    expect(amp).toMatch(
      /^<amp-iframe [^>]*width="600" height="480" layout="responsive" sandbox="allow-scripts" resizable=""/,
    );
    expect(amp).toMatch(
      /<amp-img placeholder="" layout="fill" [^>]*alt="[^"]+"><\/amp-img><div overflow="" tabindex="0" role="button"/,
    );
  });

  it.each(['"><script>alert(1)</script>', "'onload=alert(1) x='", '<b>', '&quot;'])(
    'cannot be broken out of by %s',
    (hostile) => {
      const snippets = embedSnippets({ ...choice, site: `https://maps.example.org/${hostile}/`, place: hostile });
      for (const kind of ['frame', 'element', 'picture', 'amp'] as const) {
        // Every quotation mark and angle bracket of a value is written as a reference: what is left of the tags is ours.
        const bare = snippets[kind].replaceAll(/"[^"]*"/g, '""');
        expect(bare).not.toMatch(/alert|onload|<b>/);
        expect(bare.match(/<script/g) ?? []).toHaveLength(kind === 'element' ? 1 : 0);
      }
    },
  );

  it.each(languages)('takes no side in %s', (language) => {
    for (const names of conventions) {
      const text = Object.values(embedSnippets({ ...choice, lang: language, names })).join(' ');
      for (const pattern of forbiddenWords[language] ?? []) expect(text).not.toMatch(pattern);
      for (const pattern of collectiveNames[language] ?? []) expect(text).not.toMatch(pattern);
    }
  });
});
