/** Prints the picture, the naming control, the list and the passages as the element's declarative shadow tree. */
import { type Markup, printMarkup } from '../../src/kernel/markup.ts';
import type { Convention, Language } from '../../src/model/types.ts';
import { frameContents } from '../../src/text/frame/frame-contents.ts';
import { frameMarkup } from '../../src/text/frame/frame-markup.ts';
import type { Layout } from '../../src/text/layout.ts';
import type { Drawn } from '../pictures/drawn.ts';

export interface PrintInput {
  readonly drawn: Drawn;
  /** From `pagePicture`. */
  readonly picture: Markup;
  readonly language: Language;
  readonly names: Convention;
  readonly layout: Layout;
  readonly styleSheet: string;
  /** From the document to the root of the site. */
  readonly toRoot: string;
  /** The form of the address that takes reports of errors; `null` where there is none. */
  readonly report: string | null;
}

/**
 * The element's shadow tree as a declarative template: works without a script, and the script takes it over as it
 * stands.
 */
export function printShadowTree(input: PrintInput): string {
  const { drawn, picture, language, names, layout, styleSheet, toRoot, report } = input;
  const contents = frameContents(drawn.dataset, language, layout, drawn.lines, report);
  const frame = frameMarkup({ language, names, layout, contents, picture, inset: `${toRoot}static/inset.svg`, toRoot });
  return `<template shadowrootmode="open"><style>${styleSheet}</style>${printMarkup(placesByAddress(frame))}</template>`;
}

/**
 * Links whose address says their place say it once: in the list of places that is half a kilobyte. The script adds what
 * it asks them for.
 */
function placesByAddress(node: Markup): Markup {
  const { 'data-place': place, ...others } = node.attributes;
  const isSaid = place !== undefined && node.attributes['href'] === `?place=${place}`;
  const children = node.children.map((child) => (typeof child === 'string' ? child : placesByAddress(child)));
  return { ...node, attributes: isSaid ? others : node.attributes, children };
}
