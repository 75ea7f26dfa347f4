import { type Bibliography, citationStyles, type Language, type Passage } from '../types.ts';
import { defaultState, formatValue, type ViewState } from '../view-state.ts';

/**
 * What a reader can take away of a passage: a citation in a style, the data of the article, or the address of what is
 * shown.
 */
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

/**
 * The article as a reference manager takes it: a CSL-JSON list of one item, which notes the paragraph; its number is
 * ours.
 */
export function cslJson(bibliography: Bibliography, passage: Passage): string {
  const note = `Cited passage: paragraph ${passage.paragraph}, as numbered by Four Islands.`;
  return JSON.stringify([{ ...bibliography, note }], null, 2);
}

/** The page’s address with all that is shown; names and language always, whatever the page’s own defaults are. */
export function viewAddress(page: string, state: ViewState): string {
  const shown = (['place', 'view', 'year', 'lines'] as const).flatMap((key) => {
    const value = formatValue(key, state);
    return value === formatValue(key, defaultState) ? [] : [[key, value]];
  });
  const address = new URL(page);
  address.search = new URLSearchParams([...shown, ['names', state.names], ['lang', state.lang]]).toString();
  address.hash = '';
  return address.href;
}
