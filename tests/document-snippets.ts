/** Every code for articles that stands in the documents and the examples, and what it is for. */
import { readdirSync } from 'node:fs';
import { projectPath, readText } from '../scripts/machine/node-files.ts';

export interface DocumentSnippet {
  readonly where: string;
  readonly code: string;
  /** `jsx`: is compiled before it is HTML. */
  readonly syntax: 'html' | 'jsx';
}

const isCode = (text: string) => /<(?:iframe|four-islands-map|img|Map)\b/.test(text);

/** Fenced blocks of a document. */
function fencedIn(path: string): readonly DocumentSnippet[] {
  return [...readText(path).matchAll(/^```(\w+)\n([\s\S]*?)\n```/gm)]
    .map(([, language, code = ''], index) => ({
      where: `${path}, block ${index + 1}`,
      code,
      syntax: language === 'html' ? ('html' as const) : ('jsx' as const),
    }))
    .filter(({ code }) => isCode(code));
}

/** What stands between `snippet` and `/snippet` in a page of an example. */
function markedIn(path: string): readonly DocumentSnippet[] {
  const [, code] =
    /(?:<!--|\/\/|\{\/\*) snippet(?: \w+)?(?: -->| \*\/\})?\n([\s\S]*?)\n\s*(?:<!--|\/\/|\{\/\*) \/snippet/.exec(
      readText(path),
    ) ?? [];
  if (code === undefined) return [];
  const lines = code.split('\n');
  const least = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const dedented = lines.map((line) => line.slice(least)).join('\n');
  return [{ where: path, code: dedented, syntax: path.endsWith('.js') ? 'jsx' : 'html' }];
}

const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path) && !/node_modules|dist/.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();

export const documentSnippets: readonly DocumentSnippet[] = [
  ...['README.md', ...filesIn('docs', /\.md$/)].flatMap(fencedIn),
  ...filesIn('examples', /\.(?:html|md|astro|js)$/).flatMap(markedIn),
];
