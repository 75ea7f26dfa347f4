/** Which cut of a face sets a character. */
import type { FontFile } from './lettering.ts';

type Cut = Pick<FontFile, 'family' | 'style' | 'range'>;
type Span = readonly [from: number, to: number];

const known = new WeakMap<Cut['range'], readonly Span[]>();

/** First and last code points of the parts of a `unicode-range` without wildcards. */
function spansOf(range: Cut['range']): readonly Span[] {
  const spans =
    known.get(range) ??
    range.map((part): Span => {
      const [from = 0, to = from] = part
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return [from, to];
    });
  known.set(range, spans);
  return spans;
}

const holds = ({ range }: Cut, point: number) => spansOf(range).some(([from, to]) => point >= from && point <= to);

/** The first character of `text` that the cut sets: as in CSS, of several cuts of a face that hold a character the last one. */
export function firstSetIn(cut: Cut, cuts: readonly Cut[], text: string): string | undefined {
  const later = cuts
    .slice(cuts.indexOf(cut) + 1)
    .filter(({ family, style }) => family === cut.family && style === cut.style);
  return [...new Set(text)].find((character) => {
    const point = character.codePointAt(0) ?? 0;
    return holds(cut, point) && !later.some((other) => holds(other, point));
  });
}

/** Names a cut in the same way whoever wrote its range. */
export function cutKey({ family, style, range }: Cut | (Omit<Cut, 'style'> & { readonly style: string })): string {
  return [family, style, spansOf(range).join()].join(' ');
}
