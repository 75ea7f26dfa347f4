import type { Article, GroupId, Passage, Place } from '../types.ts';

/** A stretch of a quotation; `marked` where it names the place that is being looked at. */
export interface QuotationRun {
  readonly text: string;
  readonly marked: boolean;
}

/** The passages that speak of a place's sovereignty, in the order of the article: those of the group it belongs to. */
export function passagesFor(article: Article, place: Place): readonly Passage[] {
  const { group } = place;
  return group === null ? [] : article.passages.filter((passage) => passage.concerns.includes(group));
}

/** Cuts a quotation so that the words which name the place stand apart. Joined again, the runs are `passage.exact`. */
export function markMentions(passage: Passage, place: Place): readonly QuotationRun[] {
  const names: readonly (string | GroupId | null)[] = [place.id, place.group];
  const words = passage.mentions.filter((mention) => mention.places.some((id) => names.includes(id)));
  const runs: QuotationRun[] = [];
  let rest = passage.exact;
  while (rest !== '') {
    const next = words
      .map((mention) => ({ at: rest.indexOf(mention.exact), text: mention.exact }))
      .filter((found) => found.at !== -1)
      .sort((first, second) => first.at - second.at || second.text.length - first.text.length)[0];
    if (next === undefined) return [...runs, { text: rest, marked: false }];
    if (next.at > 0) runs.push({ text: rest.slice(0, next.at), marked: false });
    runs.push({ text: next.text, marked: true });
    rest = rest.slice(next.at + next.text.length);
  }
  return runs;
}
