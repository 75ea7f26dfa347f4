/**
 * Widths of text, from the advances of the faces that the build cuts: the same at build and in the browser, before any
 * font is there.
 */

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

/**
 * Breaks a text into lines of at most `most` em; between words, and between any two kanji or kana. A word that is wider
 * stands alone.
 */
export function breakLines(text: string, most: number, face: keyof Advances, advances: Advances): readonly string[] {
  const pieces = text.match(/[\u3000-\u9fff\uff00-\uffef][、。）」]*|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+/gu) ?? [];
  return pieces.reduce<readonly string[]>((lines, piece) => {
    const last = lines[lines.length - 1] ?? '';
    if (lines.length > 0 && widthOf((last + piece).trimEnd(), face, 0, advances) <= most)
      return [...lines.slice(0, -1), last + piece];
    return piece.trim() === '' ? lines : [...lines.slice(0, -1), ...(last === '' ? [] : [last.trimEnd()]), piece];
  }, []);
}
