/** Widths of text, from the advances of the faces that the build cuts: the same at build and in the browser, before any font is there. */

/** Advance of a character in em, by face; what is not listed is a full square, as kanji and kana are. */
export interface Advances {
  readonly regular: Readonly<Record<string, number>>;
  readonly italic: Readonly<Record<string, number>>;
}

/** Width of one line in em, letter-spacing (in em) after every character included. */
export function widthOf(text: string, face: keyof Advances, spacing: number, advances: Advances): number {
  const table = advances[face];
  return [...text].reduce((sum, character) => sum + (table[character] ?? 1) + spacing, 0);
}
