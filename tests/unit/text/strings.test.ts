import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath, readText } from '../../../scripts/machine/node-files.ts';
import readingsEn from '../../../src/text/reading-strings.en.json' with { type: 'json' };
import readingsJa from '../../../src/text/reading-strings.ja.json' with { type: 'json' };
import readingsRu from '../../../src/text/reading-strings.ru.json' with { type: 'json' };
import interfaceEn from '../../../src/text/strings.en.json' with { type: 'json' };
import interfaceJa from '../../../src/text/strings.ja.json' with { type: 'json' };
import interfaceRu from '../../../src/text/strings.ru.json' with { type: 'json' };
import { collectiveNames, forbiddenWords } from '../neutral-words.ts';

const en: Readonly<Record<string, string>> = { ...interfaceEn, ...readingsEn };
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en,
  ja: { ...interfaceJa, ...readingsJa },
  ru: { ...interfaceRu, ...readingsRu },
};

it('no string stands in two files', () => {
  expect(Object.keys(interfaceEn).filter((key) => key in readingsEn)).toEqual([]);
});

describe.each(Object.keys(tables))('the strings in %s', (language) => {
  const table = tables[language] ?? {};

  it('are the same set as in English', () => {
    expect(Object.keys(table)).toEqual(Object.keys(en));
  });

  it('fill in the same values', () => {
    const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [key, text] of Object.entries(en)) expect(gaps(table[key] ?? ''), key).toEqual(gaps(text));
  });

  it.each(Object.entries(table))('“%s” takes no side', (_key, text) => {
    for (const pattern of forbiddenWords[language] ?? []) expect(text).not.toMatch(pattern);
  });

  it('say in one word of the button that opens the map what it says in full', () => {
    expect((table['openMap'] ?? '').split(table['openMapShort'] ?? '')).toHaveLength(2);
  });

  it('name the two collective names only together', () => {
    const [first, second] = collectiveNames[language] ?? [/^$/, /^$/];
    for (const text of Object.values(table)) expect(first.test(text)).toBe(second.test(text));
  });

  it('tell the state of things in two halves that never stand alone', () => {
    const halves: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
      en: [/Administered since 1945 by Russia/, /Claimed by Japan/],
      ja: [/ロシア（1991年まではソ連）が実効支配/, /日本が領有権を主張/],
      ru: [/под управлением России/, /Япония заявляет о своих правах на острова/],
    };
    const [fact, claim] = halves[language] ?? [/^$/, /^$/];
    for (const text of Object.values(table)) expect(fact.test(text)).toBe(claim.test(text));
    expect(table['status']).toMatch(fact);
  });
});

it('no string uses brackets round one side’s name', () => {
  for (const table of Object.values(tables))
    for (const [key, text] of Object.entries(table))
      if (/^(heading|title|pictureTitle)$/.test(key)) expect(text, key).not.toMatch(/[(（[]/);
});

describe('every string is said somewhere', () => {
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/strings\.ts$/.test(path))
      .map((path) => readText(`${folder}/${path}`)),
  );
  const keysIn = (path: string) =>
    [...(/^const en = \{$([\s\S]*?)^\};$/m.exec(readText(path))?.[1] ?? '').matchAll(/^ {2}'?([\w.-]+)'?:/gm)].map(
      ([, key]) => key ?? '',
    );

  /**
   * The keys that no file asks for which knows the table: as a whole, or put together, as in `kind.${…}`. Names of
   * classes are none.
   */
  const unsaid = (keys: readonly string[], knows: RegExp, texts: readonly string[]): readonly string[] => {
    const text = texts
      .filter((source) => knows.test(source))
      .join('\n')
      .replace(/class: '[^']*'/g, '');
    const whole = new Set([...text.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key));
    const parted = [...text.matchAll(/`([\w.-]+)\$\{[^`}]*\}([\w.-]*)`/g)].map(
      ([, before = '', after = '']) => new RegExp(`^${before}[\\w-]+${after}$`.replaceAll('.', '\\.')),
    );
    return keys.filter((key) => !whole.has(key) && !parted.some((pattern) => pattern.test(key)));
  };

  it.each([
    ['strings', Object.keys(interfaceEn), /\bsay\(|StringKey/],
    ['reading-strings', Object.keys(readingsEn), /\bsayOfReadings\(|ReadingString/],
    ['tool-strings', keysIn('src/text/tools/tool-strings.ts'), /\bsayOfTools\(|ToolString/],
    ['timeline-strings', keysIn('src/text/timeline/timeline-strings.ts'), /\bsayOfTimeline\(|TimelineString/],
    ['embed-strings', keysIn('src/text/embed/embed-strings.ts'), /\bsayOfEmbeds\(|EmbedString/],
  ] as const)('in %s', (_table, keys, knows) => {
    expect(keys.length).toBeGreaterThan(10);
    expect(unsaid(keys, knows, files)).toEqual([]);
  });

  it('finds one that nothing says', () => {
    const source = ["say('name'); say(`kind.$", "{kind}`); element('p', { class: 'original' }, []);"].join('');
    expect(unsaid(['name', 'kind.island', 'kind', 'original', 'other'], /say/, [source])).toEqual([
      'kind',
      'original',
      'other',
    ]);
  });
});
