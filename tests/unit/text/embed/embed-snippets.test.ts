import { describe, expect, it } from 'vitest';
import type { Markup } from '../../../../src/kernel/markup.ts';
import { conventions, languages } from '../../../../src/model/types.ts';
import {
  defaultState,
  formatValue,
  parseViewState,
  type StateKey,
  stateKeys,
  type ViewState,
} from '../../../../src/model/view-state.ts';
import { embedDialog, limitsOf } from '../../../../src/text/embed/embed-markup.ts';
import {
  type EmbedChoice,
  embedSnippets,
  frameAddress,
  frameSize,
  keysNotShown,
  type SnippetKind,
  snippetKinds,
} from '../../../../src/text/embed/embed-snippets.ts';
import { stateOfAddress } from '../../../../src/text/embed/oembed-answer.ts';
import { plateName } from '../../../../src/text/pictures/plate-file.ts';
import { parsedDataset } from '../../dataset.ts';
import { collectiveNames, forbiddenWords } from '../../neutral-words.ts';

const dataset = parsedDataset();
const site = 'https://maps.example.org/four/';
const heights = Object.fromEntries(
  conventions.flatMap((names) =>
    languages.flatMap((lang) =>
      (['now', '1875'] as const).map((year) => [plateName({ names, lang, year }), year === 'now' ? 928 : 941]),
    ),
  ),
);
const choice: EmbedChoice = { ...defaultState, site, size: frameSize, heights };
const column = { width: '100%', height: 480 } as const;

/** A choice that differs from the default in everything. A key that is added to the grammar belongs here. */
const other: ViewState = {
  names: 'ja',
  lang: 'ru',
  place: 'shikotan',
  view: { zoom: 9, lat: 43.8, lng: 146.7 },
  year: '1875',
  lines: 'ja',
  theme: 'dark',
  load: 'click',
};

/** The values of an attribute in a code, decoded. */
const attribute = (code: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '';

const atAddress = (address: string) => stateOfAddress(address, site)?.state ?? defaultState;

const ofPicture = (code: string): ViewState => {
  const [, names, lang, year] = /\/static\/map\.(\w+)\.(\w+)\.(?:(\d+)\.)?\w+$/.exec(attribute(code, 'src')) ?? [];
  const found = new Map([
    ['names', names],
    ['lang', lang],
    ['year', year],
  ]);
  return parseViewState((key) => found.get(key) ?? null, defaultState).state;
};

/** What a reader of an article sees by a code, read as the browser or the person does. */
const readBack: Readonly<Record<SnippetKind, (code: string) => ViewState>> = {
  frame: (code) => atAddress(attribute(code, 'src')),
  jsx: (code) => atAddress(attribute(code, 'src')),
  address: atAddress,
  element: (code) => {
    const tag = /^<four-islands-map[^>]*>/.exec(code)?.[0] ?? '';
    return parseViewState((key) => attribute(tag, key) || null, defaultState).state;
  },
  picture: ofPicture,
  newsletter: ofPicture,
  amp: (code) => atAddress(attribute(code, 'src')),
  alt: (code) => ({
    ...defaultState,
    names: /в Японии|in Japan/.test(code) ? 'ja' : 'both',
    lang: /[а-я]/.test(code) ? 'ru' : 'en',
    year: code.includes('1875') ? '1875' : 'now',
  }),
};

const nodesOf = (node: Markup): readonly Markup[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child))),
];
const textOf = (node: Markup): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** What the builder calls each of its choices, by the name of the control. */
const controls = (lang: ViewState['lang'], state: ViewState = defaultState) =>
  new Map(
    nodesOf(embedDialog({ dataset: dataset, state: { ...state, lang }, version: null }))
      .filter(({ tag }) => tag === 'label')
      .flatMap((label) => {
        const select = label.children.find((child) => typeof child !== 'string' && child.tag === 'select');
        const [name] = label.children;
        if (select === undefined || typeof select === 'string' || name === undefined || typeof name === 'string')
          return [];
        const options = nodesOf(select).filter(({ tag }) => tag === 'option');
        return [[select.attributes['name'] ?? '', { label: textOf(name), options }] as const];
      }),
  );

/** Choices that a reader would not see by the code and of which an editor is not told. */
function silentlyLost(kind: SnippetKind, code: string, state: ViewState, told: string): readonly StateKey[] {
  const seen = readBack[kind](code);
  const labels = controls('en');
  return stateKeys.filter(
    (key) =>
      formatValue(key, seen) !== formatValue(key, state) &&
      // A picture has nothing to load.
      !(key === 'load' && ['picture', 'newsletter', 'alt'].includes(kind)) &&
      !told.includes(`“${labels.get(key)?.label}”`),
  );
}

describe('the choices of the builder', () => {
  it('are different from the default in this test', () => {
    for (const key of stateKeys) expect(formatValue(key, other), key).not.toBe(formatValue(key, defaultState));
  });

  it.each(languages)('are all that the grammar has, in %s, and none twice', (lang) => {
    const found = controls(lang);
    for (const key of stateKeys) expect(found.get(key)?.label, key).toMatch(/\S/);
    const labels = [...found.values()].map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { label, options } of found.values()) {
      expect(options.length, label).toBeGreaterThan(1);
      for (const option of options) expect(textOf(option), label).toMatch(/\S/);
    }
  });

  it('begin with what the reader sees', () => {
    const chosen = new Map(
      [...controls('ru', { ...other, place: 'shikotan' })].map(([name, { options }]) => [
        name,
        options.filter(({ attributes }) => 'selected' in attributes).map(({ attributes }) => attributes['value']),
      ]),
    );
    for (const key of stateKeys)
      expect(chosen.get(key), key).toEqual([key === 'view' ? 'present' : formatValue(key, other)]);
  });
});

describe.each(snippetKinds)('the code as %s', (kind) => {
  const told = (state: ViewState) => limitsOf('en', kind, { ...state, size: column });
  const codeOf = (state: ViewState) => embedSnippets({ ...choice, ...state, size: column })[kind];

  it.each(stateKeys)('keeps %s, or says that it does not', (key) => {
    const state = { ...defaultState, [key]: other[key] };
    expect(silentlyLost(kind, codeOf(state), state, told(state))).toEqual([]);
  });

  it('keeps all of them at once, or says of each that it does not', () => {
    expect(silentlyLost(kind, codeOf(other), other, told(other))).toEqual([]);
  });

  it('says nothing where nothing is lost', () => {
    expect(told(defaultState)).toBe('');
  });
});

describe('a code that has lost a choice', () => {
  it.each(stateKeys.filter((key) => key !== 'names' && key !== 'lang'))('without a word is found out: %s', (key) => {
    const frame = embedSnippets({ ...choice, ...other }).frame.replace(new RegExp(`(&amp;|(?<=\\?))${key}=[^&"]*`), '');
    expect(silentlyLost('frame', frame, other, '')).toEqual([key]);
  });

  it.each(languages)('is told of in %s, by the names of its controls', (lang) => {
    for (const kind of ['picture', 'newsletter', 'alt', 'address'] as const) {
      const told = limitsOf(lang, kind, { ...other, size: column });
      for (const key of kind === 'address' ? ([...stateKeys.slice(2)] as const) : keysNotShown(kind, other))
        expect(told).toContain(controls(lang).get(key)?.label);
    }
  });
});

describe('the code for an article', () => {
  it('is a bare frame without a border, with the linked picture in it', () => {
    const { frame } = embedSnippets({ ...choice, size: column });
    expect(frame).toBe(
      '<iframe title="Islands disputed between Japan and Russia" src="https://maps.example.org/four/embed.both.en.html" width="100%" height="480" frameborder="0" loading="lazy" allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin">' +
        '<a href="https://maps.example.org/four/"><img src="https://maps.example.org/four/static/map.both.en.png" alt="Map of Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and the Habomai islets – Names of both sides." width="1200" height="1114" style="max-width:100%;height:auto" /></a></iframe>',
    );
    // WordPress's editor breaks the address of a frame with a figure round it; inline scripts are stripped or refused.
    expect(frame).not.toMatch(/<figure|<script|class=/);
    // Styles too: a frame as wide as its column needs none.
    expect(/<iframe[^>]*>/.exec(frame)?.[0]).not.toMatch(/style=/);
    expect(/ src="(https[^"]*)"/.exec(frame)?.[1]?.match(/https/g)).toHaveLength(1);
  });

  it('says the whole choice in the frame’s address, in the same keys as everywhere', () => {
    const full = { ...choice, ...other };
    const query = 'place=shikotan&view=9/43.8/146.7&year=1875&lines=ja&theme=dark&load=click';
    expect(frameAddress(full)).toBe(`https://maps.example.org/four/embed.ja.ru.html?${query}`);
    const { frame, element, picture, address } = embedSnippets(full);
    expect(address).toBe(frameAddress(full));
    expect(frame).toContain(`src="https://maps.example.org/four/embed.ja.ru.html?${query.replaceAll('&', '&amp;')}"`);
    expect(element).toMatch(
      /^<four-islands-map names="ja" lang="ru" place="shikotan" view="9\/43.8\/146.7" year="1875" lines="ja" theme="dark" load="click" style="max-width:600px"><a /,
    );
    // Whoever follows the link wants the map.
    expect(picture).toContain(
      'href="https://maps.example.org/four/ru/?names=ja&amp;place=shikotan&amp;view=9/43.8/146.7&amp;year=1875&amp;lines=ja&amp;theme=dark"',
    );
    expect(picture).toContain('src="https://maps.example.org/four/static/map.ja.ru.1875.svg"');
  });

  it('has the size that was chosen, in the picture’s own ratio', () => {
    const { frame, jsx, element, picture, newsletter } = embedSnippets(choice);
    for (const code of [frame, jsx]) expect(code).toMatch(/^<iframe [^>]*width="600" height="480"/);
    expect(frame).toMatch(/^<iframe [^>]*style="max-width:100%">/);
    expect(element).toMatch(/^<four-islands-map style="max-width:600px">/);
    for (const code of [picture, newsletter]) expect(code).toMatch(/<img [^>]*width="600" height="557"/);
  });

  it('is spelt for MDX and JSX where that is asked for', () => {
    expect(embedSnippets(choice).jsx).toBe(
      '<iframe title="Islands disputed between Japan and Russia" src="https://maps.example.org/four/embed.both.en.html" width="600" height="480" loading="lazy" allow="fullscreen" frameBorder="0" referrerPolicy="strict-origin-when-cross-origin" style={{ maxWidth: \'100%\' }} />',
    );
  });

  it('closes every element without content, which MDX wants', () => {
    for (const kind of snippetKinds) expect(embedSnippets(choice)[kind]).not.toMatch(/<img[^>]*[^/]>/);
  });

  it('has one external script at most, after all that stays where it is stripped', () => {
    for (const kind of snippetKinds)
      expect(embedSnippets(choice)[kind].match(/<script/g) ?? []).toHaveLength(kind === 'element' ? 1 : 0);
    expect(embedSnippets(choice).element).toMatch(
      /<\/a><\/four-islands-map><script type="module" src="https:\/\/maps\.example\.org\/four\/four-islands\.js"><\/script>$/,
    );
  });

  it('gives AMP a sandbox without an origin, a placeholder and a button to grow by', () => {
    const { amp } = embedSnippets({ ...choice, size: column });
    expect(amp).toMatch(
      /^<amp-iframe [^>]*width="600" height="480" layout="responsive" sandbox="allow-scripts" resizable=""/,
    );
    expect(amp).toMatch(
      /<amp-img placeholder="" layout="fill" [^>]*alt="[^"]+"><\/amp-img><div overflow="" tabindex="0" role="button"/,
    );
  });

  it.each(['"><script>alert(1)</script>', "'onload=alert(1) x='", '<b>', '&quot;', '{alert(1)}'])(
    'cannot be broken out of by %s',
    (hostile) => {
      const snippets = embedSnippets({ ...choice, site: `https://maps.example.org/${hostile}/`, place: hostile });
      for (const kind of ['frame', 'jsx', 'element', 'picture', 'newsletter', 'amp'] as const) {
        // Every quotation mark and angle bracket of a value is written as a reference: what is left of the tags is
        // ours.
        const bare = snippets[kind].replaceAll(/"[^"]*"/g, '""');
        expect(bare).not.toMatch(/alert|onload|<b>/);
        expect(bare.match(/<script/g) ?? []).toHaveLength(kind === 'element' ? 1 : 0);
      }
    },
  );

  it.each(languages)('takes no side in %s', (language) => {
    for (const names of conventions) {
      // What is read, not how the code is spelt.
      const text = Object.values(embedSnippets({ ...choice, lang: language, names }))
        .join(' ')
        .replaceAll(/ border="0"|border:0/g, '');
      for (const pattern of forbiddenWords[language] ?? []) expect(text).not.toMatch(pattern);
      for (const pattern of collectiveNames[language] ?? []) expect(text).not.toMatch(pattern);
    }
  });
});
