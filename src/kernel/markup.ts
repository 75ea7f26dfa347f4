/** Elements as plain data, so that one description is printed into a page at build and into the DOM by the shell. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

type Attribute = string | number | boolean | null | undefined;

/** Builds an element. An attribute that is `null`, `undefined` or `false` is left out; `true` is written empty. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, Attribute>> = {},
  children: readonly (Markup | string | null)[] = [],
): Markup {
  const kept = Object.entries(attributes).flatMap(([name, value]) =>
    value === null || value === undefined || value === false
      ? []
      : [[name, value === true ? '' : String(value)] as const],
  );
  return { tag, attributes: Object.fromEntries(kept), children: children.filter((child) => child !== null) };
}

/**
 * What browsers and services that translate a page leave as it is: names, their readings, and quotations. They would
 * put the name of one side in the place of the other's.
 */
export const untranslated = { translate: 'no' } as const;

const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/**
 * Prints markup as HTML text, as HTML whose void elements close themselves (MDX wants it), or as XML where every empty
 * element does.
 */
export function printMarkup(node: Markup | string, syntax: 'html' | 'closed' | 'xml' = 'html'): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (syntax === 'xml' && node.children.length === 0) return `<${node.tag}${attributes}/>`;
  if (voidTags.has(node.tag)) return `<${node.tag}${attributes}${syntax === 'closed' ? ' /' : ''}>`;
  return `<${node.tag}${attributes}>${node.children.map((child) => printMarkup(child, syntax)).join('')}</${node.tag}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
