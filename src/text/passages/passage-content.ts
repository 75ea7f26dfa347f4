/** A passage as the popup and the list of passages tell it, as plain data. */
import { issuedDate, issuedIso } from '../../model/story/citations.ts';
import { markMentions, type QuotationRun } from '../../model/story/passages.ts';
import type { Article, Language, Passage, Place } from '../../model/types.ts';
import { sayOfReadings } from '../reading-strings.ts';
import { reportAddress } from '../report/report-link.ts';

export interface PassageContent {
  readonly id: string;
  readonly runs: readonly QuotationRun[];
  readonly lang: string;
  /** Our translation, for readers of another language than the article’s. */
  readonly translation: string | null;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly dateIso: string;
  readonly paragraph: string;
  /** Where a reader reports an error in it; `null` where the build names no address. */
  readonly report: string | null;
}

/** With a place, the words that name it are marked. `report` is the form of the address that takes reports. */
export function passageContent(
  { bibliography }: Article,
  passage: Passage,
  language: Language,
  place: Place | null,
  report: string | null = null,
): PassageContent {
  return {
    id: passage.id,
    runs: place === null ? [{ text: passage.exact, marked: false }] : markMentions(passage, place),
    lang: bibliography.language,
    translation: language === 'en' ? null : passage.translation[language],
    title: bibliography.title,
    publisher: bibliography['container-title'],
    date: issuedDate(bibliography, language),
    dateIso: issuedIso(bibliography),
    paragraph: sayOfReadings(language, 'paragraph', { number: String(passage.paragraph) }),
    report: reportAddress(report, place?.id ?? '', `passage/${passage.id}`),
  };
}
