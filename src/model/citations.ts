import { type Bibliography, citationStyles, type Language, type Passage } from './types.ts';
import type { ViewState } from './view-state.ts';

/** What a reader can take away of a passage: a citation in a style, the data of the article, or the address of what is shown. */
export const citationChoices = [...citationStyles, 'data', 'link'] as const;

/** The date of issue as a reader of the language writes it. */
export function issuedDate(bibliography: Bibliography, language: Language): string {
  const [year, month, day] = bibliography.issued['date-parts'][0];
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, day)),
  );
}

/** The same date as `YYYY-MM-DD`, for machines. */
export function issuedIso(bibliography: Bibliography): string {
  const [year, month, day] = bibliography.issued['date-parts'][0];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The article as a reference manager takes it: a CSL-JSON list of one item, which notes the paragraph; its number is ours. */
export function cslJson(bibliography: Bibliography, passage: Passage): string {
  const note = `Cited passage: paragraph ${passage.paragraph}, as numbered by Four Islands.`;
  return JSON.stringify([{ ...bibliography, note }], null, 2);
}

/** The page’s address with the place, names and language that are shown, whatever the page’s own defaults are. */
export function viewAddress(page: string, { place, names, lang }: Pick<ViewState, 'place' | 'names' | 'lang'>): string {
  const address = new URL(page);
  address.search = new URLSearchParams({ ...(place === null ? {} : { place }), names, lang }).toString();
  address.hash = '';
  return address.href;
}
