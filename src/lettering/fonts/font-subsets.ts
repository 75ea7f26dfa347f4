/** Which font file sets a character: each face comes in several, with a subset of its characters each. */
import type { FontFile } from './fonts.ts';

type Subset = Pick<FontFile, 'family' | 'style' | 'range'>;
type Span = readonly [from: number, to: number];

/** First and last code points of the parts of a `unicode-range` without wildcards. */
function spansOf(range: Subset['range']): readonly Span[] {
  return range.map((part): Span => {
    const [from = 0, to = from] = part
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [from, to];
  });
}

const holder = ({ range }: Subset) => {
  const spans = spansOf(range);
  return (point: number) => spans.some(([from, to]) => point >= from && point <= to);
};

/**
 * The first character of `text` that the subset sets. As in CSS, the last of several subsets of a face that hold a
 * character sets it.
 */
export function firstSetIn(subset: Subset, subsets: readonly Subset[], text: string): string | undefined {
  const holds = holder(subset);
  const later = subsets
    .slice(subsets.indexOf(subset) + 1)
    .filter(({ family, style }) => family === subset.family && style === subset.style)
    .map(holder);
  return [...new Set(text)].find((character) => {
    const point = character.codePointAt(0) ?? 0;
    return holds(point) && !later.some((other) => other(point));
  });
}

/** Names a subset in the same way whoever wrote its range. */
export function subsetKey({
  family,
  style,
  range,
}: Subset | (Omit<Subset, 'style'> & { readonly style: string })): string {
  return [family, style, spansOf(range).join()].join(' ');
}
