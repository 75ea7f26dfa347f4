import type { Markup } from '../../kernel/markup.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** Makes DOM nodes of markup. Text stays text: nothing is ever parsed. */
export function toDom(node: Markup | string, namespace = htmlNamespace): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const own = node.tag === 'svg' ? svgNamespace : namespace;
  const made = document.createElementNS(own, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  made.append(...node.children.map((child) => toDom(child, own)));
  return made;
}
