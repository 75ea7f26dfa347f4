import type { Bibliography, Language, Passage } from './types.ts';

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

/** A citation of one passage as plain text: title, publisher, date, paragraph; the paragraph number is ours. */
export function citationText(bibliography: Bibliography, passage: Passage): string {
  return `“${bibliography.title}.” ${bibliography['container-title']}, ${issuedDate(bibliography, 'en')}, para. ${passage.paragraph}.`;
}
